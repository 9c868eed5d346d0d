/* How carefully to send, and where output and news of it go. */
#include "suites/send_shapes.h"
#include "suites/shapes.h"

const struct ssmspec_shape ssmspec_s3_region = {
    .name = "S3Region",
    .type = SSMSPEC_STRING,
    SSMSPEC_CONSTRAINTS({.kind = SSMSPEC_LENGTH,
                         .min = 3,
                         .max = 20,
                         .fill = "us-east-1-",
                         .is_ascii_only = true,
                         .source = "MODEL:S3Region OBS:V-61"}),
    .example = "\"us-east-1\"",
    .errors = SSMSPEC_NAMES("InvalidOutputFolder"),
};

/* The fill is a bucket's name at every length. */
const struct ssmspec_shape ssmspec_s3_bucket_name = {
    .name = "S3BucketName",
    .type = SSMSPEC_STRING,
    SSMSPEC_CONSTRAINTS({.kind = SSMSPEC_LENGTH,
                         .min = 3,
                         .max = 63,
                         .fill = "s",
                         .is_ascii_only = true,
                         .source = "MODEL:S3BucketName OBS:V-59"}),
    .example = "\"ssmspec-no-such-bucket\"",
    .errors = SSMSPEC_NAMES("InvalidOutputFolder"),
};

const struct ssmspec_shape ssmspec_s3_key_prefix = {
    .name = "S3KeyPrefix",
    .type = SSMSPEC_STRING,
    SSMSPEC_CONSTRAINTS({.kind = SSMSPEC_LENGTH,
                         .min = SSMSPEC_NO_MIN,
                         .max = 500,
                         .fill = "p",
                         .source = "MODEL:S3KeyPrefix OBS:V-60"}),
    .example = "\"ssmspec\"",
    .errors = SSMSPEC_NAMES("InvalidOutputFolder"),
};

static const struct ssmspec_sample max_concurrency_accepts[] = {
    {.name = "one", .text = "1"},
    {.name = "fifty", .text = "50"},
    {.name = "seven-digits", .text = "9999999"},
    {.name = "inner-zeros", .text = "1000000"},
    {.name = "one-percent", .text = "1%", .source = "MODEL:MaxConcurrency OBS:V-52"},
    {.name = "nine-percent", .text = "9%", .source = "MODEL:MaxConcurrency OBS:V-52"},
    {.name = "ten-percent", .text = "10%", .source = "MODEL:MaxConcurrency OBS:V-52"},
    {.name = "99-percent", .text = "99%", .source = "MODEL:MaxConcurrency OBS:V-52"},
    {.name = "100-percent", .text = "100%", .source = "MODEL:MaxConcurrency OBS:V-52"},
    {.name = NULL},
};

static const struct ssmspec_sample max_concurrency_rejects[] = {
    {.name = "zero", .text = "0", .source = "MODEL:MaxConcurrency OBS:V-50"},
    {.name = "zero-percent", .text = "0%"},
    {.name = "double-zero", .text = "00"},
    {.name = "leading-zero", .text = "01"},
    {.name = "leading-zero-percent", .text = "01%"},
    {.name = "101-percent", .text = "101%", .source = "MODEL:MaxConcurrency OBS:V-51"},
    {.name = "110-percent", .text = "110%"},
    {.name = "200-percent", .text = "200%"},
    {.name = "1000-percent", .text = "1000%"},
    {.name = "negative", .text = "-1"},
    {.name = "plus-sign", .text = "+1"},
    {.name = "decimal", .text = "1.5"},
    {.name = "decimal-percent", .text = "1.5%"},
    {.name = "exponent", .text = "1e1"},
    {.name = "thousands", .text = "1,000"},
    {.name = "percent-alone", .text = "%"},
    {.name = "percent-first", .text = "%50"},
    {.name = "percent-twice", .text = "50%%"},
    {.name = "blank-before-percent", .text = "50 %"},
    {.name = "blank", .text = " "},
    {.name = "leading-space", .text = " 50"},
    {.name = "trailing-space", .text = "50 "},
    {.name = "trailing-newline", .text = "50\n"},
    {.name = "leading-newline", .text = "\n50"},
    {.name = "second-line", .text = "x\n50"},
    {.name = "word", .text = "ten"},
    {.name = "full-width-digits", .text = "\uFF15\uFF10"},
    {.name = NULL},
};

const struct ssmspec_shape ssmspec_max_concurrency = {
    .name = "MaxConcurrency",
    .type = SSMSPEC_STRING,
    SSMSPEC_CONSTRAINTS({.kind = SSMSPEC_LENGTH,
                         .min = 1,
                         .max = 7,
                         .fill = "1",
                         .is_ascii_only = true,
                         .source = "MODEL:MaxConcurrency OBS:V-53 OBS:V-54"},
                        {.kind = SSMSPEC_PATTERN,
                         .pattern = "^([1-9][0-9]*|[1-9][0-9]%|[1-9]%|100%)$",
                         .accepts = max_concurrency_accepts,
                         .rejects = max_concurrency_rejects,
                         .source = "MODEL:MaxConcurrency"}),
    .example = "\"50\"",
};

static const struct ssmspec_sample max_errors_accepts[] = {
    {.name = "zero", .text = "0", .source = "MODEL:MaxErrors OBS:V-55"},
    {.name = "one", .text = "1"},
    {.name = "ten", .text = "10"},
    {.name = "seven-digits", .text = "9999999"},
    {.name = "zero-percent", .text = "0%"},
    {.name = "nine-percent", .text = "9%"},
    {.name = "ten-percent", .text = "10%"},
    {.name = "99-percent", .text = "99%"},
    {.name = "100-percent", .text = "100%"},
    {.name = NULL},
};

static const struct ssmspec_sample max_errors_rejects[] = {
    {.name = "double-zero", .text = "00", .source = "MODEL:MaxErrors OBS:V-58"},
    {.name = "double-zero-percent", .text = "00%"},
    {.name = "leading-zero", .text = "01"},
    {.name = "leading-zero-percent", .text = "01%"},
    {.name = "negative", .text = "-1", .source = "MODEL:MaxErrors OBS:V-56"},
    {.name = "101-percent", .text = "101%", .source = "MODEL:MaxErrors OBS:V-57"},
    {.name = "110-percent", .text = "110%"},
    {.name = "1000-percent", .text = "1000%"},
    {.name = "plus-sign", .text = "+1"},
    {.name = "decimal", .text = "0.5"},
    {.name = "exponent", .text = "1e1"},
    {.name = "percent-alone", .text = "%"},
    {.name = "percent-first", .text = "%10"},
    {.name = "percent-twice", .text = "10%%"},
    {.name = "blank-before-percent", .text = "10 %"},
    {.name = "blank", .text = " "},
    {.name = "leading-space", .text = " 0"},
    {.name = "trailing-space", .text = "0 "},
    {.name = "trailing-newline", .text = "0\n"},
    {.name = "leading-newline", .text = "\n0"},
    {.name = "second-line", .text = "x\n0"},
    {.name = "word", .text = "none"},
    {.name = "full-width-digit", .text = "\uFF10"},
    {.name = NULL},
};

const struct ssmspec_shape ssmspec_max_errors = {
    .name = "MaxErrors",
    .type = SSMSPEC_STRING,
    SSMSPEC_CONSTRAINTS({.kind = SSMSPEC_LENGTH,
                         .min = 1,
                         .max = 7,
                         .fill = "1",
                         .is_ascii_only = true,
                         .source = "MODEL:MaxErrors"},
                        {.kind = SSMSPEC_PATTERN,
                         .pattern = "^([1-9][0-9]*|[0]|[1-9][0-9]%|[0-9]%|100%)$",
                         .accepts = max_errors_accepts,
                         .rejects = max_errors_rejects,
                         .source = "MODEL:MaxErrors"}),
    .example = "\"0\"",
};

const struct ssmspec_shape ssmspec_service_role = {
    .name = "ServiceRole",
    .type = SSMSPEC_STRING,
    .example = "\"arn:aws:iam::123456789012:role/ssmspec-no-such-role\"",
    .errors = SSMSPEC_NAMES("InvalidRole", "InvalidNotificationConfig"),
};

static const struct ssmspec_shape notification_arn = {
    .name = "NotificationArn",
    .type = SSMSPEC_STRING,
    .example = "\"arn:aws:sns:us-east-1:123456789012:ssmspec-no-such-topic\"",
};

static const struct ssmspec_shape notification_event = {
    .name = "NotificationEvent",
    .type = SSMSPEC_STRING,
    SSMSPEC_CONSTRAINTS(
        {.kind = SSMSPEC_ENUM,
         .values = SSMSPEC_NAMES("All", "InProgress", "Success", "TimedOut", "Cancelled", "Failed"),
         .source = "MODEL:NotificationEvent OBS:V-63"}),
    .example = "\"All\"",
};

static const struct ssmspec_shape notification_event_list = {
    .name = "NotificationEventList",
    .type = SSMSPEC_LIST,
    .element = &notification_event,
    .example = "[\"All\"]",
};

static const struct ssmspec_shape notification_type = {
    .name = "NotificationType",
    .type = SSMSPEC_STRING,
    SSMSPEC_CONSTRAINTS({.kind = SSMSPEC_ENUM,
                         .values = SSMSPEC_NAMES("Command", "Invocation"),
                         .source = "MODEL:NotificationType OBS:V-63"}),
    .example = "\"Command\"",
};

const struct ssmspec_shape ssmspec_notification_config = {
    .name = "NotificationConfig",
    .type = SSMSPEC_STRUCTURE,
    SSMSPEC_MEMBERS({.name = "NotificationArn",
                     .shape = &notification_arn,
                     .source = "MODEL:NotificationConfig"},
                    {.name = "NotificationEvents",
                     .shape = &notification_event_list,
                     .source = "MODEL:NotificationConfig"},
                    {.name = "NotificationType",
                     .shape = &notification_type,
                     .source = "MODEL:NotificationConfig"}),
    .example = "{\"NotificationArn\":\"arn:aws:sns:us-east-1:123456789012:ssmspec-no-such-topic\","
               "\"NotificationEvents\":[\"All\"],\"NotificationType\":\"Command\"}",
    .errors = SSMSPEC_NAMES("InvalidNotificationConfig", "InvalidRole"),
};

static const struct ssmspec_shape cloud_watch_log_group_name = {
    .name = "CloudWatchLogGroupName",
    .type = SSMSPEC_STRING,
    SSMSPEC_CONSTRAINTS({.kind = SSMSPEC_LENGTH,
                         .min = 1,
                         .max = 512,
                         .fill = "g",
                         .source = "MODEL:CloudWatchLogGroupName OBS:V-62"}),
    .example = "\"ssmspec\"",
};

static const struct ssmspec_shape cloud_watch_output_enabled = {
    .name = "CloudWatchOutputEnabled",
    .type = SSMSPEC_BOOLEAN,
    .example = "false",
};

const struct ssmspec_shape ssmspec_cloud_watch_output_config = {
    .name = "CloudWatchOutputConfig",
    .type = SSMSPEC_STRUCTURE,
    SSMSPEC_MEMBERS({.name = "CloudWatchLogGroupName",
                     .shape = &cloud_watch_log_group_name,
                     .source = "MODEL:CloudWatchOutputConfig"},
                    {.name = "CloudWatchOutputEnabled",
                     .shape = &cloud_watch_output_enabled,
                     .source = "MODEL:CloudWatchOutputConfig"}),
    .example = "{\"CloudWatchLogGroupName\":\"ssmspec\",\"CloudWatchOutputEnabled\":false}",
};

static const struct ssmspec_sample alarm_name_accepts[] = {
    {.name = "word", .text = "ssmspec-none"},
    {.name = "one-character", .text = "a"},
    {.name = "blank-inside", .text = "ssmspec none"},
    {.name = "leading-space", .text = " a"},
    {.name = "trailing-space", .text = "a "},
    {.name = "marks", .text = "#*?!"},
    {.name = "non-ascii-letter", .text = "\u00e9"},
    {.name = "no-break-space", .text = "\u00a0", .is_unsettled = true},
    {.name = NULL},
};

/* The pattern has no end anchor: whether a second line is covered depends on full matching. */
static const struct ssmspec_sample alarm_name_rejects[] = {
    {.name = "blank", .text = " "},
    {.name = "blanks", .text = " ", .repeat = 20},
    {.name = "tab", .text = "\t"},
    {.name = "newline", .text = "\n"},
    {.name = "mixed-blanks", .text = " \t\r\n "},
    {.name = "leading-newline", .text = "\na"},
    {.name = "trailing-newline", .text = "a\n", .is_unsettled = true},
    {.name = "two-lines", .text = "a\nb", .is_unsettled = true},
    {.name = NULL},
};

const struct ssmspec_shape ssmspec_alarm_name = {
    .name = "AlarmName",
    .type = SSMSPEC_STRING,
    SSMSPEC_CONSTRAINTS({.kind = SSMSPEC_LENGTH,
                         .min = 1,
                         .max = 255,
                         .fill = "a",
                         .source = "MODEL:AlarmName OBS:V-64"},
                        {.kind = SSMSPEC_PATTERN,
                         .pattern = "^(?!\\s*$).+",
                         .accepts = alarm_name_accepts,
                         .rejects = alarm_name_rejects,
                         .source = "MODEL:AlarmName"}),
    .example = "\"ssmspec-none\"",
};

static const struct ssmspec_shape alarm = {
    .name = "Alarm",
    .type = SSMSPEC_STRUCTURE,
    SSMSPEC_MEMBERS({.name = "Name",
                     .shape = &ssmspec_alarm_name,
                     .is_required = true,
                     .source = "MODEL:Alarm"}),
};

static const struct ssmspec_shape alarm_list = {
    .name = "AlarmList",
    .type = SSMSPEC_LIST,
    SSMSPEC_CONSTRAINTS(
        {.kind = SSMSPEC_COUNT, .min = 1, .max = 1, .source = "MODEL:AlarmList OBS:V-64"}),
    .element = &alarm,
};

/* No source says what an alarm that does not exist draws. Of the modelled errors this one alone
 * speaks of what the request gives as values; it comes after validation, so it is no rejection. */
const struct ssmspec_shape ssmspec_alarm_configuration = {
    .name = "AlarmConfiguration",
    .type = SSMSPEC_STRUCTURE,
    SSMSPEC_MEMBERS({.name = "IgnorePollAlarmFailure",
                     .shape = &ssmspec_boolean,
                     .source = "MODEL:AlarmConfiguration"},
                    {.name = "Alarms",
                     .shape = &alarm_list,
                     .is_required = true,
                     .source = "MODEL:AlarmConfiguration"}),
    .errors = SSMSPEC_NAMES("InvalidParameters"),
};
