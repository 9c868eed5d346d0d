/* Bounds on answers are transcribed so that the tables equal the model; real services exceed some
 * of them with empty values (OBS:S-10), so that answers are held to types and enums alone. */
#include "suites/answer_shapes.h"

#include "suites/send_shapes.h"
#include "suites/shapes.h"

const struct ssmspec_shape ssmspec_cancel_command_result = {
    .name = "CancelCommandResult",
    .type = SSMSPEC_STRUCTURE,
};

static const struct ssmspec_sample document_name_accepts[] = {
    {.name = "name", .text = "AWS-RunShellScript"},
    {.name = "every-mark", .text = "a_b-c.d"},
    {.name = NULL},
};

static const struct ssmspec_sample document_name_rejects[] = {
    {.name = "too-short", .text = "ab"},
    {.name = "too-long", .text = "a", .repeat = 129},
    {.name = "colon", .text = "a:b"},
    {.name = "slash", .text = "a/b"},
    {.name = "trailing-newline", .text = "AWS-RunShellScript\n"},
    {.name = NULL},
};

const struct ssmspec_shape ssmspec_document_name = {
    .name = "DocumentName",
    .type = SSMSPEC_STRING,
    SSMSPEC_CONSTRAINTS({.kind = SSMSPEC_PATTERN,
                         .pattern = "^[a-zA-Z0-9_\\-.]{3,128}$",
                         .accepts = document_name_accepts,
                         .rejects = document_name_rejects,
                         .source = "MODEL:DocumentName"}),
    .example = "\"AWS-RunShellScript\"",
};

const struct ssmspec_shape ssmspec_date_time = {
    .name = "DateTime",
    .type = SSMSPEC_TIMESTAMP,
    .example = "1.5E9",
};

static const struct ssmspec_shape command_status = {
    .name = "CommandStatus",
    .type = SSMSPEC_STRING,
    SSMSPEC_CONSTRAINTS({.kind = SSMSPEC_ENUM,
                         .values = SSMSPEC_NAMES("Pending", "InProgress", "Success", "Cancelled",
                                                 "Failed", "TimedOut", "Cancelling"),
                         .source = "MODEL:CommandStatus OBS:S-68"}),
    .example = "\"Pending\"",
};

const struct ssmspec_shape ssmspec_status_details = {
    .name = "StatusDetails",
    .type = SSMSPEC_STRING,
    SSMSPEC_CONSTRAINTS({.kind = SSMSPEC_LENGTH,
                         .min = 0,
                         .max = 100,
                         .fill = "Pending",
                         .source = "MODEL:StatusDetails"}),
    .example = "\"Pending\"",
};

#define COUNTER(counter) \
    { .name = (counter), .type = SSMSPEC_INTEGER, .example = "0", }

static const struct ssmspec_shape target_count = COUNTER("TargetCount");
static const struct ssmspec_shape completed_count = COUNTER("CompletedCount");
static const struct ssmspec_shape error_count = COUNTER("ErrorCount");
static const struct ssmspec_shape delivery_timed_out_count = COUNTER("DeliveryTimedOutCount");

static const struct ssmspec_shape external_alarm_state = {
    .name = "ExternalAlarmState",
    .type = SSMSPEC_STRING,
    SSMSPEC_CONSTRAINTS({.kind = SSMSPEC_ENUM,
                         .values = SSMSPEC_NAMES("UNKNOWN", "ALARM"),
                         .source = "MODEL:ExternalAlarmState"}),
    .example = "\"UNKNOWN\"",
};

static const struct ssmspec_shape alarm_state_information = {
    .name = "AlarmStateInformation",
    .type = SSMSPEC_STRUCTURE,
    SSMSPEC_MEMBERS({.name = "Name",
                     .shape = &ssmspec_alarm_name,
                     .is_required = true,
                     .source = "MODEL:AlarmStateInformation"},
                    {.name = "State",
                     .shape = &external_alarm_state,
                     .is_required = true,
                     .source = "MODEL:AlarmStateInformation"}),
};

static const struct ssmspec_shape alarm_state_information_list = {
    .name = "AlarmStateInformationList",
    .type = SSMSPEC_LIST,
    SSMSPEC_CONSTRAINTS(
        {.kind = SSMSPEC_COUNT, .min = 1, .max = 1, .source = "MODEL:AlarmStateInformationList"}),
    .element = &alarm_state_information,
};

#define PART(part, of) \
    { .name = (part), .shape = &(of), .source = "MODEL:Command" }

static const struct ssmspec_shape command = {
    .name = "Command",
    .type = SSMSPEC_STRUCTURE,
    SSMSPEC_MEMBERS(
        {.name = "CommandId",
         .shape = &ssmspec_command_id,
         .is_always_sent = true,
         .source = "MODEL:Command OBS:S-02"},
        PART("DocumentName", ssmspec_document_name),
        PART("DocumentVersion", ssmspec_document_version), PART("Comment", ssmspec_comment),
        PART("ExpiresAfter", ssmspec_date_time), PART("Parameters", ssmspec_parameters),
        PART("InstanceIds", ssmspec_instance_id_list), PART("Targets", ssmspec_targets),
        PART("RequestedDateTime", ssmspec_date_time),
        {.name = "Status",
         .shape = &command_status,
         .is_always_sent = true,
         .source = "MODEL:Command OBS:S-04"},
        PART("StatusDetails", ssmspec_status_details), PART("OutputS3Region", ssmspec_s3_region),
        PART("OutputS3BucketName", ssmspec_s3_bucket_name),
        PART("OutputS3KeyPrefix", ssmspec_s3_key_prefix),
        PART("MaxConcurrency", ssmspec_max_concurrency), PART("MaxErrors", ssmspec_max_errors),
        PART("TargetCount", target_count), PART("CompletedCount", completed_count),
        PART("ErrorCount", error_count), PART("DeliveryTimedOutCount", delivery_timed_out_count),
        PART("ServiceRole", ssmspec_service_role),
        PART("NotificationConfig", ssmspec_notification_config),
        PART("CloudWatchOutputConfig", ssmspec_cloud_watch_output_config),
        PART("TimeoutSeconds", ssmspec_timeout_seconds),
        PART("AlarmConfiguration", ssmspec_alarm_configuration),
        PART("TriggeredAlarms", alarm_state_information_list)),
};

static const struct ssmspec_shape command_list = {
    .name = "CommandList",
    .type = SSMSPEC_LIST,
    .element = &command,
};

const struct ssmspec_shape ssmspec_send_command_result = {
    .name = "SendCommandResult",
    .type = SSMSPEC_STRUCTURE,
    SSMSPEC_MEMBERS({.name = "Command",
                     .shape = &command,
                     .is_always_sent = true,
                     .source = "MODEL:SendCommandResult OBS:S-01"}),
};

const struct ssmspec_shape ssmspec_list_commands_result = {
    .name = "ListCommandsResult",
    .type = SSMSPEC_STRUCTURE,
    SSMSPEC_MEMBERS(
        {.name = "Commands",
         .shape = &command_list,
         .is_always_sent = true,
         .source = "MODEL:ListCommandsResult OBS:S-46"},
        {.name = "NextToken", .shape = &ssmspec_next_token, .source = "MODEL:ListCommandsResult"}),
};
