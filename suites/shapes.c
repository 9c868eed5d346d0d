#include "suites/shapes.h"

static const struct ssmspec_sample command_id_accepts[] = {
    {.name = "lower-case", .text = "0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d"},
    {.name = "digits-only", .text = "00000000-0000-4000-8000-000000000000"},
    {.name = "letters-only", .text = "abcdefab-cdef-abcd-efab-cdefabcdefab"},
    {.name = "upper-case",
     .text = "0A1B2C3D-4E5F-4A6B-8C7D-9E0F1A2B3C4D",
     .source = "OBS:V-21",
     .is_unsettled = true},
    {.name = NULL},
};

/* All are 36 characters long: only the hidden pattern speaks against them. */
static const struct ssmspec_sample command_id_rejects[] = {
    {.name = "not-hexadecimal", .text = "z", .repeat = 36, .source = "OBS:V-20"},
    {.name = "one-bad-character", .text = "0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4g"},
    {.name = "no-hyphens", .text = "0a1b2c3d4e5f4a6b8c7d9e0f1a2b3c4d0a1b"},
    {.name = "misplaced-hyphen", .text = "0a1b2c3-d4e5f-4a6b-8c7d-9e0f1a2b3c4d"},
    {.name = "underscores", .text = "0a1b2c3d_4e5f_4a6b_8c7d_9e0f1a2b3c4d"},
    {.name = "blanks-for-hyphens",
     .text = "0a1b2c3d 4e5f 4a6b 8c7d 9e0f1a2b3c4d",
     .source = "OBS:V-17 OBS:V-22"},
    {.name = "braces",
     .text = "{0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c}",
     .source = "OBS:V-17 OBS:V-22"},
    {.name = "leading-space", .text = " 0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4"},
    {.name = "trailing-space", .text = "0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4 "},
    {.name = "trailing-newline", .text = "0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4\n"},
    {.name = "leading-newline", .text = "\n0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4"},
    {.name = "full-width-digit", .text = "\uFF10a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d"},
    /* The sample of the API reference: 36 characters, not hexadecimal. */
    {.name = "sample-of-the-reference",
     .text = "25173b39-c88d-4459-ba3d-8704aEXAMPLE",
     .source = "API:CancelCommand OBS:V-20",
     .is_unsettled = true},
    {.name = NULL},
};

const struct ssmspec_shape ssmspec_command_id = {
    .name = "CommandId",
    .type = SSMSPEC_STRING,
    SSMSPEC_CONSTRAINTS({.kind = SSMSPEC_LENGTH,
                         .min = 36,
                         .max = 36,
                         .fill = "0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d",
                         .is_ascii_only = true,
                         .source = "API:CancelCommand MODEL:CommandId OBS:V-17"},
                        {.kind = SSMSPEC_PATTERN,
                         .pattern = "^[A-Fa-f0-9]{8}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-"
                                    "[A-Fa-f0-9]{4}-[A-Fa-f0-9]{12}$",
                         .accepts = command_id_accepts,
                         .rejects = command_id_rejects,
                         .is_hidden = true,
                         .source = "OBS:V-17"}),
    .example = "\"00000000-0000-4000-8000-000000000000\"",
    .series = "00000000-0000-4000-8000-00000000####",
    .errors = SSMSPEC_NAMES("InvalidCommandId"),
    .is_identifier = true,
};

static const struct ssmspec_sample instance_id_accepts[] = {
    {.name = "eight-characters", .text = "i-0fffffff"},
    {.name = "seventeen-characters", .text = "i-0ffffffffffffff00"},
    {.name = "hybrid", .text = "mi-0ffffffffffffff00"},
    {.name = "underscores", .text = "i-________", .source = "OBS:V-27", .is_unsettled = true},
    {.name = "upper-case", .text = "i-ABCDEFGH", .source = "OBS:V-27", .is_unsettled = true},
    {.name = "beyond-hexadecimal",
     .text = "i-ghijklmn",
     .source = "OBS:V-27",
     .is_unsettled = true},
    {.name = NULL},
};

static const struct ssmspec_sample instance_id_rejects[] = {
    {.name = "empty", .text = "", .source = "API:CancelCommand MODEL:InstanceId OBS:V-32"},
    {.name = "blank", .text = " "},
    {.name = "word", .text = "invalid", .source = "API:CancelCommand MODEL:InstanceId OBS:V-31"},
    {.name = "prefix-alone", .text = "i-"},
    {.name = "bad-length-7", .text = "i-0a1b2c3"},
    {.name = "bad-length-9", .text = "i-0a1b2c3d4"},
    {.name = "bad-length-16",
     .text = "i-0a1b2c3d4e5f6000",
     .source = "API:CancelCommand MODEL:InstanceId OBS:V-26"},
    {.name = "bad-length-18", .text = "i-0a1b2c3d4e5f600001"},
    {.name = "bad-length-hybrid-8", .text = "mi-0a1b2c3d"},
    {.name = "bad-length-hybrid-16", .text = "mi-0a1b2c3d4e5f6000"},
    {.name = "bad-length-hybrid-18", .text = "mi-0a1b2c3d4e5f600001"},
    {.name = "very-long", .text = "i-0a1b2c3d", .repeat = 100},
    {.name = "no-prefix", .text = "0a1b2c3d4e5f60001"},
    {.name = "bad-prefix", .text = "x-0a1b2c3d"},
    {.name = "bad-prefix-behind", .text = "xi-0a1b2c3d"},
    {.name = "prefix-case",
     .text = "I-0a1b2c3d",
     .source = "API:CancelCommand MODEL:InstanceId OBS:V-30"},
    {.name = "prefix-case-hybrid", .text = "MI-0a1b2c3d4e5f60006"},
    {.name = "no-hyphen", .text = "i0a1b2c3d4"},
    {.name = "underscore-for-hyphen", .text = "i_0a1b2c3d"},
    {.name = "bad-character", .text = "i-0a1b2c3!"},
    {.name = "hyphen-inside", .text = "i-0a1b-c3d"},
    {.name = "dot-inside", .text = "i-0a1b.c3d"},
    {.name = "blank-inside", .text = "i-0a1b c3d"},
    {.name = "leading-space", .text = " i-0a1b2c3d"},
    {.name = "trailing-space", .text = "i-0a1b2c3d "},
    {.name = "trailing-newline",
     .text = "i-0a1b2c3d\n",
     .source = "API:CancelCommand MODEL:InstanceId OBS:V-29"},
    {.name = "leading-newline", .text = "\ni-0a1b2c3d"},
    {.name = "second-line", .text = "x\ni-0a1b2c3d"},
    {.name = "comma-joined", .text = "i-0a1b2c3d,i-0a1b2c3e"},
    {.name = "non-ascii-letters",
     .text = "i-\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9",
     .source = "API:CancelCommand MODEL:InstanceId OBS:V-28"},
    {.name = "non-ascii-digits",
     .text = "i-\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668",
     .source = "API:CancelCommand MODEL:InstanceId OBS:V-28"},
    {.name = NULL},
};

const struct ssmspec_shape ssmspec_instance_id = {
    .name = "InstanceId",
    .type = SSMSPEC_STRING,
    SSMSPEC_CONSTRAINTS({.kind = SSMSPEC_LENGTH,
                         .min = 10,
                         .max = SSMSPEC_NO_MAX,
                         .fill = "i-0ffffffffffffffff",
                         .is_ascii_only = true,
                         .is_hidden = true,
                         .source = "OBS:V-25"},
                        {.kind = SSMSPEC_PATTERN,
                         .pattern = "(^i-(\\w{8}|\\w{17})$)|(^mi-\\w{17}$)",
                         .accepts = instance_id_accepts,
                         .rejects = instance_id_rejects,
                         .source = "API:CancelCommand MODEL:InstanceId OBS:V-24"}),
    .example = "\"i-0ffffffffffffffff\"",
    .series = "i-0fffffffffff#####",
    .errors = SSMSPEC_NAMES("InvalidInstanceId"),
    .is_identifier = true,
};

const struct ssmspec_shape ssmspec_instance_id_list = {
    .name = "InstanceIdList",
    .type = SSMSPEC_LIST,
    SSMSPEC_CONSTRAINTS({.kind = SSMSPEC_COUNT,
                         .min = 0,
                         .max = 50,
                         .source = "API:CancelCommand NET:SendCommandAsync MODEL:InstanceIdList "
                                   "OBS:V-33 OBS:V-34 OBS:V-35"}),
    .element = &ssmspec_instance_id,
    .example = "[\"i-0ffffffffffffffff\"]",
    .errors = SSMSPEC_NAMES("InvalidInstanceId"),
};

const struct ssmspec_shape ssmspec_command_max_results = {
    .name = "CommandMaxResults",
    .type = SSMSPEC_INTEGER,
    SSMSPEC_CONSTRAINTS(
        {.kind = SSMSPEC_RANGE, .min = 1, .max = 50, .source = "MODEL:CommandMaxResults OBS:V-65"}),
    .example = "10",
};

const struct ssmspec_shape ssmspec_next_token = {
    .name = "NextToken",
    .type = SSMSPEC_STRING,
    .example = "\"ssmspec-no-such-token\"",
    .errors = SSMSPEC_NAMES("InvalidNextToken"),
};

/* Which values may stand beside a key differs from key to key, and the model does not say; so only
 * the key of the filter's own example is settled. ExecutionStage: OBS:S-56. */
static const struct ssmspec_sample filter_key_accepts[] = {
    {.name = "DocumentName", .text = "DocumentName"},
    {.name = "InvokedAfter", .text = "InvokedAfter", .is_unsettled = true},
    {.name = "InvokedBefore", .text = "InvokedBefore", .is_unsettled = true},
    {.name = "Status", .text = "Status", .is_unsettled = true},
    {.name = "ExecutionStage", .text = "ExecutionStage", .is_unsettled = true},
    {.name = NULL},
};

static const struct ssmspec_shape command_filter_key = {
    .name = "CommandFilterKey",
    .type = SSMSPEC_STRING,
    SSMSPEC_CONSTRAINTS({.kind = SSMSPEC_ENUM,
                         .values = SSMSPEC_NAMES("InvokedAfter", "InvokedBefore", "Status",
                                                 "ExecutionStage", "DocumentName"),
                         .accepts = filter_key_accepts,
                         .source = "MODEL:CommandFilterKey OBS:V-66"}),
    .example = "\"DocumentName\"",
    .errors = SSMSPEC_NAMES("InvalidFilterKey"),
};

static const struct ssmspec_shape command_filter_value = {
    .name = "CommandFilterValue",
    .type = SSMSPEC_STRING,
    SSMSPEC_CONSTRAINTS({.kind = SSMSPEC_LENGTH,
                         .min = 1,
                         .max = 128,
                         .fill = "ssmspec-",
                         .is_min_unsettled = true,
                         .is_ascii_only = true,
                         .source = "MODEL:CommandFilterValue OBS:V-66"}),
    .example = "\"AWS-RunShellScript\"",
};

static const struct ssmspec_shape command_filter = {
    .name = "CommandFilter",
    .type = SSMSPEC_STRUCTURE,
    SSMSPEC_MEMBERS({.name = "key",
                     .shape = &command_filter_key,
                     .is_required = true,
                     .source = "MODEL:CommandFilter"},
                    {.name = "value",
                     .shape = &command_filter_value,
                     .is_required = true,
                     .source = "MODEL:CommandFilter"}),
};

const struct ssmspec_shape ssmspec_command_filter_list = {
    .name = "CommandFilterList",
    .type = SSMSPEC_LIST,
    SSMSPEC_CONSTRAINTS({.kind = SSMSPEC_COUNT,
                         .min = 1,
                         .max = 5,
                         .is_max_unsettled = true, /* one key five times */
                         .source = "MODEL:CommandFilterList OBS:V-66"}),
    .element = &command_filter,
    .errors = SSMSPEC_NAMES("InvalidFilterKey"),
};

const struct ssmspec_shape ssmspec_boolean = {
    .name = "Boolean",
    .type = SSMSPEC_BOOLEAN,
    .example = "false",
};

const struct ssmspec_shape ssmspec_command_plugin_name = {
    .name = "CommandPluginName",
    .type = SSMSPEC_STRING,
    SSMSPEC_CONSTRAINTS({.kind = SSMSPEC_LENGTH,
                         .min = 4,
                         .max = SSMSPEC_NO_MAX,
                         .fill = "aws:runShellScript",
                         .source = "MODEL:CommandPluginName OBS:V-67"}),
    .example = "\"aws:runShellScript\"",
    .errors = SSMSPEC_NAMES("InvalidPluginName"),
};
