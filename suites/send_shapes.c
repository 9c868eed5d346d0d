#include "suites/send_shapes.h"

static const struct ssmspec_sample document_arn_accepts[] = {
    {.name = "name", .text = "AWS-RunShellScript"},
    {.name = "arn", .text = "arn:aws:ssm:us-east-1:123456789012:document/ssmspec-none"},
    {.name = "three-characters", .text = "abc"},
    {.name = "longest", .text = "a", .repeat = 128},
    {.name = "every-mark", .text = "a_b-c.d:e/f"},
    {.name = "digits", .text = "123"},
    {.name = "marks-only", .text = "_-.:/"},
    {.name = NULL},
};

static const struct ssmspec_sample document_arn_rejects[] = {
    {.name = "empty", .text = ""},
    {.name = "too-short", .text = "ab"},
    {.name = "too-long", .text = "a", .repeat = 129},
    {.name = "blank-inside", .text = "AWS RunShellScript"},
    {.name = "blanks-only", .text = "   "},
    {.name = "leading-space", .text = " AWS-RunShellScript"},
    {.name = "trailing-space", .text = "AWS-RunShellScript "},
    {.name = "trailing-newline", .text = "AWS-RunShellScript\n"},
    {.name = "leading-newline", .text = "\nAWS-RunShellScript"},
    {.name = "second-line", .text = "x\nAWS-RunShellScript"},
    {.name = "tab", .text = "AWS\tRunShellScript"},
    {.name = "dollar", .text = "AWS$RunShellScript"},
    {.name = "at-sign", .text = "AWS@RunShellScript"},
    {.name = "star", .text = "AWS-*"},
    {.name = "backslash", .text = "AWS\\RunShellScript"},
    {.name = "percent", .text = "AWS%2DRunShellScript"},
    {.name = "plus", .text = "AWS+RunShellScript"},
    {.name = "comma", .text = "AWS-RunShellScript,AWS-RunShellScript"},
    {.name = "quote", .text = "AWS\"RunShellScript"},
    {.name = "non-ascii-letter", .text = "AWS-RunSh\u00e9llScript"},
    {.name = "non-ascii-digit", .text = "ssmspec-\u0661"},
    {.name = NULL},
};

const struct ssmspec_shape ssmspec_document_arn = {
    .name = "DocumentARN",
    .type = SSMSPEC_STRING,
    SSMSPEC_CONSTRAINTS({.kind = SSMSPEC_PATTERN,
                         .pattern = "^[a-zA-Z0-9_\\-.:/]{3,128}$",
                         .accepts = document_arn_accepts,
                         .rejects = document_arn_rejects,
                         .source = "MODEL:DocumentARN OBS:V-41"}),
    .example = "\"AWS-RunShellScript\"",
    .errors = SSMSPEC_NAMES("InvalidDocument"),
};

static const struct ssmspec_sample document_version_accepts[] = {
    {.name = "latest", .text = "$LATEST"},
    {.name = "default", .text = "$DEFAULT"},
    {.name = "one", .text = "1"},
    {.name = "ten", .text = "10"},
    {.name = "large", .text = "999999"},
    {.name = "beyond-64-bits", .text = "99999999999999999999"},
    {.name = NULL},
};

/* Two of the model's three alternatives carry no anchors. Real services match in full
 * (OBSERVATIONS.md, patterns), Smithy searches: text around those two is unsettled. */
static const struct ssmspec_sample document_version_rejects[] = {
    {.name = "empty", .text = ""},
    {.name = "zero", .text = "0"},
    {.name = "leading-zero", .text = "01"},
    {.name = "negative", .text = "-1"},
    {.name = "plus-sign", .text = "+1"},
    {.name = "decimal", .text = "1.0"},
    {.name = "hexadecimal", .text = "0x1"},
    {.name = "lower-case", .text = "$latest"},
    {.name = "mixed-case", .text = "$Latest"},
    {.name = "no-dollar", .text = "LATEST"},
    {.name = "no-dollar-lower-case", .text = "latest"},
    {.name = "no-dollar-default", .text = "DEFAULT"},
    {.name = "dollar-alone", .text = "$"},
    {.name = "dollar-number", .text = "$1"},
    {.name = "cut-short", .text = "$LATES"},
    {.name = "leading-space", .text = " 1"},
    {.name = "trailing-space", .text = "1 "},
    {.name = "trailing-newline", .text = "1\n"},
    {.name = "leading-newline", .text = "\n1"},
    {.name = "second-line", .text = "x\n1"},
    {.name = "non-ascii-digit", .text = "\u0661"},
    {.name = "full-width-digit", .text = "\uFF11"},
    {.name = "latest-trailing-space", .text = "$LATEST ", .is_unsettled = true},
    {.name = "latest-trailing-newline", .text = "$LATEST\n", .is_unsettled = true},
    {.name = "latest-trailing-text", .text = "$LATEST1", .is_unsettled = true},
    {.name = "latest-leading-text", .text = "x$LATEST", .is_unsettled = true},
    {.name = "default-trailing-text", .text = "$DEFAULTS", .is_unsettled = true},
    {.name = "latest-and-default", .text = "$LATEST$DEFAULT", .is_unsettled = true},
    {.name = NULL},
};

const struct ssmspec_shape ssmspec_document_version = {
    .name = "DocumentVersion",
    .type = SSMSPEC_STRING,
    SSMSPEC_CONSTRAINTS({.kind = SSMSPEC_PATTERN,
                         .pattern = "([$]LATEST|[$]DEFAULT|^[1-9][0-9]*$)",
                         .accepts = document_version_accepts,
                         .rejects = document_version_rejects,
                         .source = "MODEL:DocumentVersion OBS:V-42"}),
    .example = "\"$DEFAULT\"",
    .errors = SSMSPEC_NAMES("InvalidDocumentVersion"),
};

/* To the model a hash of no digits is one; whether it is to a server, nobody recorded. */
const struct ssmspec_shape ssmspec_document_hash = {
    .name = "DocumentHash",
    .type = SSMSPEC_STRING,
    SSMSPEC_CONSTRAINTS({.kind = SSMSPEC_LENGTH,
                         .min = SSMSPEC_NO_MIN,
                         .max = 256,
                         .fill = "0",
                         .is_min_unsettled = true,
                         .source = "MODEL:DocumentHash OBS:V-43"}),
    .example = "\"0000000000000000000000000000000000000000000000000000000000000000\"",
    .errors = SSMSPEC_NAMES("InvalidDocument"),
};

/* The model's own text calls Sha1 deprecated. */
static const struct ssmspec_sample hash_type_accepts[] = {
    {.name = "Sha1", .text = "Sha1", .is_unsettled = true},
    {.name = NULL},
};

const struct ssmspec_shape ssmspec_document_hash_type = {
    .name = "DocumentHashType",
    .type = SSMSPEC_STRING,
    SSMSPEC_CONSTRAINTS({.kind = SSMSPEC_ENUM,
                         .values = SSMSPEC_NAMES("Sha256", "Sha1"),
                         .accepts = hash_type_accepts,
                         .source = "MODEL:DocumentHashType OBS:V-44"}),
    .example = "\"Sha256\"",
};

const struct ssmspec_shape ssmspec_timeout_seconds = {
    .name = "TimeoutSeconds",
    .type = SSMSPEC_INTEGER,
    SSMSPEC_CONSTRAINTS({.kind = SSMSPEC_RANGE,
                         .min = 30,
                         .max = 2592000,
                         .source = "MODEL:TimeoutSeconds OBS:V-45 OBS:V-46 OBS:V-47 OBS:V-48"}),
    .example = "60",
};

const struct ssmspec_shape ssmspec_comment = {
    .name = "Comment",
    .type = SSMSPEC_STRING,
    SSMSPEC_CONSTRAINTS({.kind = SSMSPEC_LENGTH,
                         .min = SSMSPEC_NO_MIN,
                         .max = 100,
                         .fill = "ssmspec ",
                         .source = "MODEL:Comment OBS:V-49"}),
    .example = "\"ssmspec\"",
};

static const struct ssmspec_shape parameter_name = {
    .name = "ParameterName",
    .type = SSMSPEC_STRING,
    .example = "\"commands\"",
};

static const struct ssmspec_shape parameter_value = {
    .name = "ParameterValue",
    .type = SSMSPEC_STRING,
    .example = "\"exit 0\"",
};

static const struct ssmspec_shape parameter_value_list = {
    .name = "ParameterValueList",
    .type = SSMSPEC_LIST,
    .element = &parameter_value,
    .example = "[\"exit 0\"]",
};

const struct ssmspec_shape ssmspec_parameters = {
    .name = "Parameters",
    .type = SSMSPEC_MAP,
    .element = &parameter_value_list,
    .key = &parameter_name,
    .example = "{\"commands\":[\"exit 0\"]}",
    .errors = SSMSPEC_NAMES("InvalidParameters", "MaxDocumentSizeExceeded"),
    .is_sensitive = true,
};

static const struct ssmspec_sample target_key_accepts[] = {
    {.name = "tag", .text = "tag:Environment"},
    {.name = "tag-key", .text = "tag-key", .is_unsettled = true},
    {.name = "resource-groups-name", .text = "resource-groups:Name"},
    {.name = "resource-groups-types",
     .text = "resource-groups:ResourceTypeFilters",
     .is_unsettled = true},
    {.name = "every-mark", .text = "tag:_.:/=-@"},
    {.name = "digits", .text = "tag:0123456789"},
    {.name = "blank-inside", .text = "tag:a b"},
    {.name = "latin-letter", .text = "tag:\u00e9"},
    {.name = "cyrillic-letters", .text = "tag:\u0441\u0440\u0435\u0434\u0430"},
    {.name = "ideographs", .text = "tag:\u74b0\u5883"},
    {.name = "arabic-digit", .text = "tag:\u0663"},
    {.name = "no-break-space", .text = "tag:a\u00a0b"},
    {.name = NULL},
};

static const struct ssmspec_sample target_key_rejects[] = {
    {.name = "number-sign", .text = "tag:a#b"},
    {.name = "star", .text = "tag:*"},
    {.name = "dollar", .text = "tag:a$b"},
    {.name = "percent", .text = "tag:a%b"},
    {.name = "plus", .text = "tag:a+b"},
    {.name = "comma", .text = "tag:a,b"},
    {.name = "semicolon", .text = "tag:a;b"},
    {.name = "ampersand", .text = "tag:a&b"},
    {.name = "question-mark", .text = "tag:a?b"},
    {.name = "backslash", .text = "tag:a\\b"},
    {.name = "quote", .text = "tag:a\"b"},
    {.name = "parenthesis", .text = "tag:(a)"},
    {.name = "bracket", .text = "tag:[a]"},
    {.name = "angle-bracket", .text = "tag:<a>"},
    {.name = "tab", .text = "tag:a\tb"},
    {.name = "newline", .text = "tag:a\nb"},
    {.name = "trailing-newline", .text = "tag:a\n"},
    {.name = "control-character", .text = "tag:a\x01z"},
    {.name = "emoji", .text = "tag:\U0001F600"},
    {.name = "combining-mark", .text = "tag:e\u0301"},
    {.name = "around-an-alternative",
     .text = "#resource-groups:Name#",
     .source = "MODEL:TargetKey",
     .is_unsettled = true},
    {.name = NULL},
};

static const struct ssmspec_shape target_key = {
    .name = "TargetKey",
    .type = SSMSPEC_STRING,
    SSMSPEC_CONSTRAINTS({.kind = SSMSPEC_LENGTH,
                         .min = 1,
                         .max = 163,
                         .fill = "tag:ssmspec-none-",
                         .is_min_unsettled = true,
                         .is_ascii_only = true,
                         .source = "MODEL:TargetKey OBS:V-38"},
                        {.kind = SSMSPEC_PATTERN,
                         .pattern = "^[\\p{L}\\p{Z}\\p{N}_.:/=\\-@]*$|"
                                    "resource-groups:ResourceTypeFilters|resource-groups:Name",
                         .accepts = target_key_accepts,
                         .rejects = target_key_rejects,
                         .source = "MODEL:TargetKey OBS:V-39"}),
    .example = "\"tag:ssmspec-none\"",
};

static const struct ssmspec_shape target_value = {
    .name = "TargetValue",
    .type = SSMSPEC_STRING,
    .example = "\"none\"",
    .series = "none-##",
};

static const struct ssmspec_shape target_values = {
    .name = "TargetValues",
    .type = SSMSPEC_LIST,
    SSMSPEC_CONSTRAINTS({.kind = SSMSPEC_COUNT,
                         .min = 0,
                         .max = 50,
                         .is_min_unsettled = true,
                         .source = "MODEL:TargetValues OBS:V-37"}),
    .element = &target_value,
    .example = "[\"none\"]",
};

static const struct ssmspec_shape target = {
    .name = "Target",
    .type = SSMSPEC_STRUCTURE,
    SSMSPEC_MEMBERS({.name = "Key", .shape = &target_key, .source = "MODEL:Target"},
                    {.name = "Values", .shape = &target_values, .source = "MODEL:Target"}),
    .example = "{\"Key\":\"tag:ssmspec-none\",\"Values\":[\"none\"]}",
    .series = "{\"Key\":\"tag:ssmspec-none-##\",\"Values\":[\"none\"]}",
};

const struct ssmspec_shape ssmspec_targets = {
    .name = "Targets",
    .type = SSMSPEC_LIST,
    SSMSPEC_CONSTRAINTS(
        {.kind = SSMSPEC_COUNT, .min = 0, .max = 5, .source = "MODEL:Targets OBS:V-36"}),
    .element = &target,
    .example = "[{\"Key\":\"tag:ssmspec-none\",\"Values\":[\"none\"]}]",
};
