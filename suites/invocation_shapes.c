/* What the two operations that tell of invocations answer. */
#include "suites/answer_shapes.h"
#include "suites/send_shapes.h"
#include "suites/shapes.h"

static const struct ssmspec_shape command_invocation_status = {
    .name = "CommandInvocationStatus",
    .type = SSMSPEC_STRING,
    SSMSPEC_CONSTRAINTS({.kind = SSMSPEC_ENUM,
                         .values = SSMSPEC_NAMES("Pending", "InProgress", "Delayed", "Success",
                                                 "Cancelled", "TimedOut", "Failed", "Cancelling"),
                         .source = "MODEL:CommandInvocationStatus OBS:S-68"}),
    .example = "\"Pending\"",
};

static const struct ssmspec_shape command_plugin_status = {
    .name = "CommandPluginStatus",
    .type = SSMSPEC_STRING,
    SSMSPEC_CONSTRAINTS({.kind = SSMSPEC_ENUM,
                         .values = SSMSPEC_NAMES("Pending", "InProgress", "Success", "TimedOut",
                                                 "Cancelled", "Failed"),
                         .source = "MODEL:CommandPluginStatus OBS:S-68"}),
    .example = "\"Pending\"",
};

/* A text of which only the length is bounded. */
#define BOUNDED_TEXT(shape, limit)                       \
    {                                                    \
        .name = (shape), .type = SSMSPEC_STRING,         \
        SSMSPEC_CONSTRAINTS({.kind = SSMSPEC_LENGTH,     \
                             .min = SSMSPEC_NO_MIN,      \
                             .max = (limit),             \
                             .fill = "a",                \
                             .source = "MODEL:" shape}), \
        .example = "\"\"",                               \
    }

static const struct ssmspec_shape instance_tag_name = BOUNDED_TEXT("InstanceTagName", 255);
static const struct ssmspec_shape trace_output = BOUNDED_TEXT("InvocationTraceOutput", 2500);
static const struct ssmspec_shape plugin_output = BOUNDED_TEXT("CommandPluginOutput", 2500);
static const struct ssmspec_shape output_content = BOUNDED_TEXT("StandardOutputContent", 24000);
static const struct ssmspec_shape error_content = BOUNDED_TEXT("StandardErrorContent", 8000);

static const struct ssmspec_shape url = {
    .name = "Url",
    .type = SSMSPEC_STRING,
    .example = "\"\"",
};

static const struct ssmspec_shape response_code = {
    .name = "ResponseCode",
    .type = SSMSPEC_INTEGER,
    .example = "-1",
};

/* Real services send what this pattern refuses: milliseconds, durations and empty texts (OBS:S-61,
 * S-62). It is transcribed, never held against an answer. */
static const struct ssmspec_sample string_date_time_accepts[] = {
    {.name = "one-fraction-digit", .text = "2024-07-07T09:15:30.1Z"},
    {.name = "whole-seconds", .text = "2024-07-07T09:15:30Z"},
    {.name = "day", .text = "2024-07-07"},
    {.name = "year", .text = "2024"},
    {.name = NULL},
};

static const struct ssmspec_sample string_date_time_rejects[] = {
    {.name = "word", .text = "yesterday"},
    {.name = "epoch-number", .text = "1.5E9"},
    {.name = "month-13", .text = "2024-13-07T09:15:30Z"},
    {.name = "hour-25", .text = "2024-07-07T25:15:30Z"},
    {.name = "http-date", .text = "Sun, 07 Jul 2024 09:15:30 GMT"},
    {.name = "trailing-newline", .text = "2024-07-07T09:15:30Z\n"},
    {.name = NULL},
};

static const struct ssmspec_shape string_date_time = {
    .name = "StringDateTime",
    .type = SSMSPEC_STRING,
    SSMSPEC_CONSTRAINTS(
        {.kind = SSMSPEC_PATTERN,
         .pattern = "^([\\-]?\\d{4}(?!\\d{2}\\b))((-?)((0[1-9]|1[0-2])(\\3([12]\\d|0[1-9]|"
                    "3[01]))?|W([0-4]\\d|5[0-2])(-?[1-7])?|(00[1-9]|0[1-9]\\d|[12]\\d{2}|"
                    "3([0-5]\\d|6[1-6])))([T\\s]((([01]\\d|2[0-3])((:?)[0-5]\\d)?|24\\:?00)"
                    "([\\.,]\\d(?!:))?)?(\\17[0-5]\\d([\\.,]\\d)?)?([zZ]|([\\-])([01]\\d|2[0-3])"
                    ":?([0-5]\\d)?)?)?)?$",
         .accepts = string_date_time_accepts,
         .rejects = string_date_time_rejects,
         .source = "MODEL:StringDateTime OBS:P-38"}),
    .example = "\"2024-07-07T09:15:30Z\"",
};

#define PART(part, of) \
    { .name = (part), .shape = &(of), .source = "MODEL:CommandPlugin" }

static const struct ssmspec_shape command_plugin = {
    .name = "CommandPlugin",
    .type = SSMSPEC_STRUCTURE,
    SSMSPEC_MEMBERS(
        PART("Name", ssmspec_command_plugin_name), PART("Status", command_plugin_status),
        PART("StatusDetails", ssmspec_status_details), PART("ResponseCode", response_code),
        PART("ResponseStartDateTime", ssmspec_date_time),
        PART("ResponseFinishDateTime", ssmspec_date_time), PART("Output", plugin_output),
        PART("StandardOutputUrl", url), PART("StandardErrorUrl", url),
        PART("OutputS3Region", ssmspec_s3_region),
        PART("OutputS3BucketName", ssmspec_s3_bucket_name),
        PART("OutputS3KeyPrefix", ssmspec_s3_key_prefix)),
};

static const struct ssmspec_shape command_plugin_list = {
    .name = "CommandPluginList",
    .type = SSMSPEC_LIST,
    .element = &command_plugin,
};

#undef PART
#define PART(part, of) \
    { .name = (part), .shape = &(of), .source = "MODEL:CommandInvocation" }
#define SURE_PART(part, of) \
    { .name = (part), .shape = &(of), .is_always_sent = true, .source = "MODEL:CommandInvocation", }

static const struct ssmspec_shape command_invocation = {
    .name = "CommandInvocation",
    .type = SSMSPEC_STRUCTURE,
    SSMSPEC_MEMBERS(
        SURE_PART("CommandId", ssmspec_command_id), SURE_PART("InstanceId", ssmspec_instance_id),
        PART("InstanceName", instance_tag_name), PART("Comment", ssmspec_comment),
        PART("DocumentName", ssmspec_document_name),
        PART("DocumentVersion", ssmspec_document_version),
        PART("RequestedDateTime", ssmspec_date_time),
        SURE_PART("Status", command_invocation_status),
        PART("StatusDetails", ssmspec_status_details), PART("TraceOutput", trace_output),
        PART("StandardOutputUrl", url), PART("StandardErrorUrl", url),
        PART("CommandPlugins", command_plugin_list), PART("ServiceRole", ssmspec_service_role),
        PART("NotificationConfig", ssmspec_notification_config),
        PART("CloudWatchOutputConfig", ssmspec_cloud_watch_output_config)),
};

static const struct ssmspec_shape command_invocation_list = {
    .name = "CommandInvocationList",
    .type = SSMSPEC_LIST,
    .element = &command_invocation,
};

const struct ssmspec_shape ssmspec_list_command_invocations_result = {
    .name = "ListCommandInvocationsResult",
    .type = SSMSPEC_STRUCTURE,
    SSMSPEC_MEMBERS({.name = "CommandInvocations",
                     .shape = &command_invocation_list,
                     .is_always_sent = true,
                     .source = "MODEL:ListCommandInvocationsResult OBS:S-52"},
                    {.name = "NextToken",
                     .shape = &ssmspec_next_token,
                     .source = "MODEL:ListCommandInvocationsResult"}),
};

#undef PART
#undef SURE_PART
#define PART(part, of) \
    { .name = (part), .shape = &(of), .source = "MODEL:GetCommandInvocationResult" }
#define SURE_PART(part, of)                                     \
    {                                                           \
        .name = (part), .shape = &(of), .is_always_sent = true, \
        .source = "MODEL:GetCommandInvocationResult",           \
    }

const struct ssmspec_shape ssmspec_get_command_invocation_result = {
    .name = "GetCommandInvocationResult",
    .type = SSMSPEC_STRUCTURE,
    SSMSPEC_MEMBERS(
        SURE_PART("CommandId", ssmspec_command_id), SURE_PART("InstanceId", ssmspec_instance_id),
        PART("Comment", ssmspec_comment), PART("DocumentName", ssmspec_document_name),
        PART("DocumentVersion", ssmspec_document_version),
        PART("PluginName", ssmspec_command_plugin_name), PART("ResponseCode", response_code),
        PART("ExecutionStartDateTime", string_date_time),
        PART("ExecutionElapsedTime", string_date_time),
        PART("ExecutionEndDateTime", string_date_time),
        SURE_PART("Status", command_invocation_status),
        PART("StatusDetails", ssmspec_status_details),
        PART("StandardOutputContent", output_content), PART("StandardOutputUrl", url),
        PART("StandardErrorContent", error_content), PART("StandardErrorUrl", url),
        PART("CloudWatchOutputConfig", ssmspec_cloud_watch_output_config)),
};
