/* Members spelled in unusual or impossible ways, operation by operation. */
#include "suites/json.h"
#include "suites/rows.h"

#define ROW(wire_name, where) .operation = (wire_name), .path = (where), .kind = "json"
#define MALFORMED(observed)                                                               \
    SSMSPEC_EXPECT(FAILS_AS("SerializationException"), MAYBE_REJECTED(SHOULD, observed)), \
        .control_kind = SSMSPEC_CONTROL_ACCEPTED

/* A number that JSON does not know, where a whole number belongs. */
#define NO_NUMBER(wire_name, where, front, name, sentence, observed, spelling)                   \
    {                                                                                            \
        ROW(wire_name, where),                                                                   \
            .probe = (name), .rule = (sentence), .level = MUST, .source = "RFC8259:6 " observed, \
            .body = "{" front "\"" where "\":" spelling "}", MALFORMED(observed)                 \
    }

#define NO_NUMBERS(wire_name, where, front)                                                     \
    NO_NUMBER(wire_name, where, front, "leading-zero", "No zero leads a number.", "OBS:F-61",   \
              "045"),                                                                           \
        NO_NUMBER(wire_name, where, front, "not-a-number", "NaN is no number of JSON.",         \
                  "OBS:F-62", "NaN"),                                                           \
        NO_NUMBER(wire_name, where, front, "infinity", "Infinity is no number of JSON.",        \
                  "OBS:F-62", "Infinity"),                                                      \
        NO_NUMBER(wire_name, where, front, "hexadecimal", "Numbers are decimal.", "OBS:F-63",   \
                  "0x2d"),                                                                      \
        NO_NUMBER(wire_name, where, front, "plus-sign", "No plus leads a number.", "OBS:F-61",  \
                  "+45"),                                                                       \
        NO_NUMBER(wire_name, where, front, "no-fraction", "A digit follows the point.",         \
                  "OBS:F-61", "45."),                                                           \
        NO_NUMBER(wire_name, where, front, "no-exponent", "A digit follows the e.", "OBS:F-61", \
                  "45e"),                                                                       \
        NO_NUMBER(wire_name, where, front, "with-unit", "A number ends with its digits.",       \
                  "OBS:F-63", "45s"),                                                           \
        NO_NUMBER(wire_name, where, front, "octal", "Numbers have no base.", "OBS:F-63", "0o55")

/* What is required is missing too: the type is looked at first, on other services. */
#define MISTYPED_AND_LACKING(wire_name, where, request)                                           \
    {                                                                                             \
        ROW(wire_name, where), .probe = "mistyped-and-lacking",                                   \
                               .rule = "Of a wrong type and a missing member the type is named.", \
                               .level = MUST, .source = "MODEL:" wire_name "Request OBS:V-70",    \
                               .body = (request), MALFORMED("OBS:V-70")                           \
    }

/* Names are compared after their escapes are read. */
#define ESCAPED_NAME(wire_name, where, request)                                                   \
    {                                                                                             \
        ROW(wire_name, where),                                                                    \
            .probe = "escaped-name", .rule = "A name spelled with an escape is the same name.",   \
            .level = MUST, .source = "RFC8259:8.3 OBS:P-39", .body = (request), .is_valid = true, \
            .control_kind = SSMSPEC_CONTROL_ACCEPTED                                              \
    }

/* A name in another case is another member (OBS:P-29), which is inferred only. */
#define OTHER_CASE(wire_name, where, request, ...)                                                \
    {                                                                                             \
        ROW(wire_name, where), .probe = "other-case",                                             \
                               .rule = "A name in another case is another member.", .level = MAY, \
                               .source = "OBS:P-29", .body = (request), __VA_ARGS__               \
    }

#define COMMENTED(value) "{{members},\"Comment\":" value "}"
#define SAME_COMMENT(name, sentence, sources, value)                                              \
    {                                                                                             \
        ROW("SendCommand", "Comment"), .probe = (name), .rule = (sentence), .level = MUST,        \
                                       .source = (sources), .body = COMMENTED(value),             \
                                       .is_valid = true, .control_kind = SSMSPEC_CONTROL_ACCEPTED \
    }

/* An empty body is no input to some, no JSON to others (OBSERVATIONS.md, disagreement 11); what is
 * required is missing either way. */
#define EMPTY_BODY(wire_name, ...)                                                                \
    {                                                                                             \
        ROW(wire_name, NULL),                                                                     \
            .probe = "empty", .rule = "An empty body holds nothing that the operation requires.", \
            .level = MUST,                                                                        \
            .source = "MODEL:" wire_name "Request SMITHY:awsJson1_1 OBS:P-24 OBS:P-25",           \
            .body = "", __VA_ARGS__                                                               \
    }
#define LACKS_EVERYTHING                                                                \
    SSMSPEC_EXPECT(FAILS_AS("SerializationException"), FAILS_AS("ValidationException"), \
                   MAYBE_REJECTED(SHOULD, "OBS:P-24")),                                 \
        .control_kind = SSMSPEC_CONTROL_ACCEPTED
#define LACKS_NOTHING \
    SSMSPEC_EXPECT(SUCCEEDS, IS_REJECTED), .control_kind = SSMSPEC_CONTROL_ACCEPTED

const struct ssmspec_row ssmspec_json_member_rows[] = {
    EMPTY_BODY("CancelCommand", LACKS_EVERYTHING),
    EMPTY_BODY("ListCommands", LACKS_NOTHING),
    EMPTY_BODY("ListCommandInvocations", LACKS_NOTHING),
    EMPTY_BODY("GetCommandInvocation", LACKS_EVERYTHING),
    EMPTY_BODY("SendCommand", LACKS_EVERYTHING),

    NO_NUMBERS("ListCommands", "MaxResults", ""),
    NO_NUMBERS("ListCommandInvocations", "MaxResults", ""),
    NO_NUMBERS("SendCommand", "TimeoutSeconds", "{members},"),

    MISTYPED_AND_LACKING("CancelCommand", "InstanceIds", "{\"InstanceIds\":{\"a\":1}}"),
    MISTYPED_AND_LACKING("GetCommandInvocation", "CommandId", "{\"CommandId\":5}"),
    MISTYPED_AND_LACKING("SendCommand", "TimeoutSeconds", "{\"TimeoutSeconds\":true}"),

    ESCAPED_NAME("CancelCommand", "CommandId", "{\"Command\\u0049d\":\"${fresh_id}\"}"),
    ESCAPED_NAME("GetCommandInvocation", "InstanceId",
                 "{\"CommandId\":\"${fresh_id}\",\"Instance\\u0049d\":\"${unknown_node}\"}"),
    ESCAPED_NAME("SendCommand", "DocumentName",
                 "{\"Document\\u004eame\":\"${linux_document}\",\"InstanceIds\":[\"${node}\"],"
                 "\"\\u0050arameters\":{\"comm\\u0061nds\":[\"exit 0\"]}}"),
    {ROW("ListCommands", "MaxResults"), .probe = "escaped-name",
     .rule = "What a name spelled with an escape holds is checked.", .level = MUST,
     .source = "RFC8259:8.3 MODEL:CommandMaxResults OBS:P-39", .body = "{\"\\u004daxResults\":0}",
     SSMSPEC_EXPECT(FAILS_AS("ValidationException"), MAYBE_REJECTED(SHOULD, "OBS:V-65")),
     .control_kind = SSMSPEC_CONTROL_ACCEPTED, .control = "{\"\\u004daxResults\":1}"},

    OTHER_CASE("CancelCommand", "CommandId", "{\"commandId\":\"${fresh_id}\"}",
               SSMSPEC_EXPECT(FAILS_AS("ValidationException")),
               .control_kind = SSMSPEC_CONTROL_ACCEPTED),
    OTHER_CASE("GetCommandInvocation", "InstanceId",
               "{\"CommandId\":\"${fresh_id}\",\"INSTANCEID\":\"${unknown_node}\"}",
               SSMSPEC_EXPECT(FAILS_AS("ValidationException")),
               .control_kind = SSMSPEC_CONTROL_ACCEPTED),
    OTHER_CASE("SendCommand", "DocumentName",
               "{\"documentName\":\"${linux_document}\",\"InstanceIds\":[\"${node}\"]}",
               SSMSPEC_EXPECT(FAILS_AS("ValidationException")),
               .control_kind = SSMSPEC_CONTROL_ACCEPTED),
    OTHER_CASE("ListCommands", "MaxResults", "{\"maxResults\":0}", SSMSPEC_EXPECT(SUCCEEDS)),

    {ROW("ListCommands", "MaxResults"), .probe = "duplicate-with-bad",
     .rule = "Of two values one is taken, or the document is rejected.", .level = MAY,
     .source = "RFC8259:4 OBS:P-35", .body = "{\"MaxResults\":1,\"MaxResults\":0}",
     SSMSPEC_EXPECT(SUCCEEDS, IS_REJECTED), .control_kind = SSMSPEC_CONTROL_ACCEPTED},
    {ROW("ListCommands", "MaxResults"), .probe = "duplicate-of-other-type",
     .rule = "Of two values one is taken, or the document is rejected.", .level = MAY,
     .source = "RFC8259:4 OBS:P-35", .body = "{\"MaxResults\":\"x\",\"MaxResults\":1}",
     SSMSPEC_EXPECT(SUCCEEDS, IS_REJECTED), .control_kind = SSMSPEC_CONTROL_ACCEPTED},
    {ROW("CancelCommand", "CommandId"), .probe = "duplicate-with-bad",
     .rule = "Of two values one is taken, or the document is rejected.", .level = MAY,
     .source = "RFC8259:4 OBS:P-35", .body = "{\"CommandId\":\"${fresh_id}\",\"CommandId\":5}",
     SSMSPEC_EXPECT(IS_REJECTED), .control_kind = SSMSPEC_CONTROL_ACCEPTED},
    {ROW("ListCommands", "MaxResults"), .probe = "long-number",
     .rule = "A hundred thousand digits are no whole number of 32 bits.", .level = MUST,
     .source = "MODEL:CommandMaxResults OBS:F-59", .body = "{\"MaxResults\":#}",
     .stretch = {{"9", 100000}}, SSMSPEC_EXPECT(IS_REJECTED),
     .control_kind = SSMSPEC_CONTROL_ACCEPTED},
    {ROW("ListCommands", "MaxResults"), .probe = "negative-zero",
     .rule = "Minus zero is zero, which is below one.", .level = MUST,
     .source = "MODEL:CommandMaxResults OBS:V-65", .body = "{\"MaxResults\":-0}",
     SSMSPEC_EXPECT(IS_REJECTED), .control_kind = SSMSPEC_CONTROL_ACCEPTED},
    {ROW("ListCommandInvocations", "Details"), .probe = "literal-case",
     .rule = "A literal is spelled in lower case.", .level = MUST, .source = "RFC8259:3 OBS:F-08",
     .body = "{\"Details\":True}", MALFORMED("OBS:F-08")},

    {ROW("ListCommands", "Filters"), .probe = "unknown-inside",
     .rule = "A member that the model does not know is ignored inside others too.", .level = SHOULD,
     .source = "OBS:P-28",
     .body = "{\"Filters\":[{\"key\":\"Status\",\"SsmspecUnknown\":{\"key\":5},"
             "\"value\":\"Success\"}]}",
     .is_valid = true, .control_kind = SSMSPEC_CONTROL_ACCEPTED},
    {ROW("SendCommand", "Targets"), .probe = "unknown-inside",
     .rule = "A member that the model does not know is ignored inside others too.", .level = SHOULD,
     .source = "OBS:P-28", .effect = SSMSPEC_EFFECT_CREATE,
     .body = "{" DOCUMENT "," COMMANDS ",\"Targets\":[{\"SsmspecUnknown\":[null],"
             "\"Key\":\"tag:ssmspec-none\",\"Values\":[\"none\"]}]}",
     SSMSPEC_EXPECT(SUCCEEDS), .control_kind = SSMSPEC_CONTROL_ACCEPTED,
     .control = "{" DOCUMENT "," NO_NODE "," COMMANDS "}"},

    SAME_COMMENT("utf-8", "Text beyond ASCII is sent as UTF-8.", "RFC8259:8.1 OBS:P-39",
                 "\"caf\xc3\xa9\""),
    SAME_COMMENT("utf-8-four-bytes", "Text beyond the basic plane is sent as UTF-8.",
                 "RFC8259:8.1 OBS:P-39", "\"\xf0\x9f\x98\x80\""),
    SAME_COMMENT("escaped", "Text may be escaped, as boto3 does.", "RFC8259:7 OBS:P-39",
                 "\"caf\\u00e9\""),
    SAME_COMMENT("escaped-pair", "Beyond the basic plane an escape is a pair.",
                 "RFC8259:7 OBS:P-39", "\"\\ud83d\\ude00\""),
    SAME_COMMENT("escaped-solidus", "A solidus may be escaped.", "RFC8259:7", "\"a\\/b\""),
    SAME_COMMENT("escaped-markup", "The .NET SDK escapes markup and quotes.", "RFC8259:7",
                 "\"\\u0026\\u003c\\u003e\\u0027\\u002B\\u0022\""),
    {ROW("SendCommand", "Comment"), .probe = "lone-surrogate",
     .rule = "Half of a surrogate pair is taken or rejected.", .level = MAY,
     .source = "RFC8259:8.2 OBS:P-40", .body = COMMENTED("\"\\ud800\""), .is_valid = true,
     SSMSPEC_EXPECT(IS_REJECTED), .control_kind = SSMSPEC_CONTROL_ACCEPTED},
    {ROW("SendCommand", "Comment"), .probe = "escaped-nul",
     .rule = "An escaped NUL is taken or rejected.", .level = MAY, .source = "RFC8259:7 OBS:P-40",
     .body = COMMENTED("\"a\\u0000b\""), .is_valid = true, SSMSPEC_EXPECT(IS_REJECTED),
     .control_kind = SSMSPEC_CONTROL_ACCEPTED},
    {ROW("SendCommand", "Comment"), .probe = "invalid-utf-8",
     .rule = "Bytes that are not UTF-8 are rejected or replaced.", .level = MAY,
     .source = "RFC8259:8.1 OBS:F-15", .body = COMMENTED("\"a\xff\""), .is_valid = true,
     SSMSPEC_EXPECT(IS_REJECTED), .control_kind = SSMSPEC_CONTROL_ACCEPTED},
    END_OF_ROWS,
};
