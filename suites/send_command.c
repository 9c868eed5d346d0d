#include "suites/send_command.h"

#include "suites/answer_shapes.h"
#include "suites/errors.h"
#include "suites/send_shapes.h"
#include "suites/shapes.h"

#define MEMBER_SOURCE "MODEL:SendCommandRequest"
#define COMMON_SOURCE "NET:SendCommandAsync MODEL:SendCommandRequest"

/* Of the two selectors exactly one may select (OBS:S-20, S-21), but both may be named (OBS:V-35):
 * where one is tested the other gives way, and serves where the tested one is empty or absent. */
#define SELECTOR_BASE                                                     \
    "{\"DocumentName\":\"${document}\",\"InstanceIds\":[\"${node}\"],"    \
    "\"Targets\":[{\"Key\":\"tag:ssmspec-none\",\"Values\":[\"none\"]}]," \
    "\"Parameters\":{\"commands\":[\"exit 0\"]}}"

static const struct ssmspec_shape input = {
    .name = "SendCommandRequest",
    .type = SSMSPEC_STRUCTURE,
    SSMSPEC_MEMBERS(
        {.name = "InstanceIds",
         .shape = &ssmspec_instance_id_list,
         .source = COMMON_SOURCE,
         .instead_of = "Targets",
         .base = SELECTOR_BASE,
         .errors = SSMSPEC_NAMES("InvalidDocument")},
        {.name = "Targets",
         .shape = &ssmspec_targets,
         .source = MEMBER_SOURCE,
         .instead_of = "InstanceIds",
         .base = SELECTOR_BASE,
         .errors = SSMSPEC_NAMES("InvalidDocument", "InvalidParameters")},
        {.name = "DocumentName",
         .shape = &ssmspec_document_arn,
         .is_required = true,
         .source = COMMON_SOURCE " OBS:V-40"},
        {.name = "DocumentVersion", .shape = &ssmspec_document_version, .source = MEMBER_SOURCE},
        {.name = "DocumentHash", .shape = &ssmspec_document_hash, .source = MEMBER_SOURCE},
        {.name = "DocumentHashType",
         .shape = &ssmspec_document_hash_type,
         .source = MEMBER_SOURCE,
         .errors = SSMSPEC_NAMES("InvalidDocument")},
        {.name = "TimeoutSeconds", .shape = &ssmspec_timeout_seconds, .source = MEMBER_SOURCE},
        {.name = "Comment", .shape = &ssmspec_comment, .source = MEMBER_SOURCE},
        {.name = "Parameters", .shape = &ssmspec_parameters, .source = MEMBER_SOURCE},
        {.name = "OutputS3Region", .shape = &ssmspec_s3_region, .source = MEMBER_SOURCE},
        {.name = "OutputS3BucketName", .shape = &ssmspec_s3_bucket_name, .source = MEMBER_SOURCE},
        {.name = "OutputS3KeyPrefix", .shape = &ssmspec_s3_key_prefix, .source = MEMBER_SOURCE},
        {.name = "MaxConcurrency", .shape = &ssmspec_max_concurrency, .source = MEMBER_SOURCE},
        {.name = "MaxErrors", .shape = &ssmspec_max_errors, .source = MEMBER_SOURCE},
        {.name = "ServiceRoleArn", .shape = &ssmspec_service_role, .source = MEMBER_SOURCE},
        {.name = "NotificationConfig",
         .shape = &ssmspec_notification_config,
         .source = MEMBER_SOURCE},
        {.name = "CloudWatchOutputConfig",
         .shape = &ssmspec_cloud_watch_output_config,
         .source = MEMBER_SOURCE},
        {.name = "AlarmConfiguration",
         .shape = &ssmspec_alarm_configuration,
         .source = MEMBER_SOURCE}),
};

static const struct ssmspec_error modelled[] = {
    CLIENT_FAULT("DuplicateInstanceId", "NET:SendCommandAsync MODEL:DuplicateInstanceId"),
    SERVER_FAULT("InternalServerError", "NET:SendCommandAsync MODEL:InternalServerError"),
    CLIENT_FAULT("InvalidInstanceId", "NET:SendCommandAsync MODEL:InvalidInstanceId"),
    CLIENT_FAULT("InvalidDocument", "NET:SendCommandAsync MODEL:InvalidDocument"),
    CLIENT_FAULT("InvalidDocumentVersion", "NET:SendCommandAsync MODEL:InvalidDocumentVersion"),
    CLIENT_FAULT("InvalidOutputFolder", "NET:SendCommandAsync MODEL:InvalidOutputFolder"),
    CLIENT_FAULT("InvalidParameters", "NET:SendCommandAsync MODEL:InvalidParameters"),
    CLIENT_FAULT("UnsupportedPlatformType", "NET:SendCommandAsync MODEL:UnsupportedPlatformType"),
    CLIENT_FAULT("MaxDocumentSizeExceeded", "NET:SendCommandAsync MODEL:MaxDocumentSizeExceeded"),
    CLIENT_FAULT("InvalidRole", "NET:SendCommandAsync MODEL:InvalidRole"),
    CLIENT_FAULT("InvalidNotificationConfig",
                 "NET:SendCommandAsync MODEL:InvalidNotificationConfig"),
    END_OF_FAULTS,
};

/* Nothing in a body is harmful if executed. */
const struct ssmspec_operation ssmspec_send_command_operation = {
    .name = "SendCommand",
    .slug = "send-command",
    .input = &input,
    .output = &ssmspec_send_command_result,
    .base = "{\"DocumentName\":\"${linux_document}\",\"InstanceIds\":[\"${node}\"],"
            "\"Parameters\":{\"commands\":[\"exit 0\"]}}",
    .foil = "{\"DocumentName\":[]}",
    .errors = SSMSPEC_NAMES("InvalidInstanceId"),
    .modelled = modelled,
    .source = "NET:SendCommandAsync MODEL:SendCommand",
};
