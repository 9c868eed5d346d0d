/* Documents that are no JSON object, sent to each operation: a 200 means that something was made of
 * half a request. `{base}` and `{members}` are the operation's own valid request. */
#include "suites/json.h"
#include "suites/rows.h"

/* Rejected as SerializationException; only recordings of other services say so (OBS:F-01..F-18). */
#define MALFORMED(name, sentence, sources, observed, ...)                                       \
    {                                                                                           \
        .operation = EVERY, .kind = "json", .probe = (name), .rule = (sentence), .level = MUST, \
        .source = sources " " observed, __VA_ARGS__,                                            \
        SSMSPEC_EXPECT(FAILS_AS("SerializationException"), MAYBE_REJECTED(SHOULD, observed)),   \
        .control_kind = SSMSPEC_CONTROL_ACCEPTED                                                \
    }

#define UNKNOWN "\"SsmspecUnknown\""

const struct ssmspec_row ssmspec_json_syntax_rows[] = {
    MALFORMED("truncated", "A document that ends after its first brace is not JSON.", "RFC8259:2",
              "OBS:F-01", .body = "{"),
    MALFORMED("truncated-after-members", "A document without its last brace is not JSON.",
              "RFC8259:4", "OBS:F-01",
              .body = "{"
                      "{members}"),
    MALFORMED("truncated-in-string", "A document that ends inside a string is not JSON.",
              "RFC8259:7", "OBS:F-01", .body = "{{members}," UNKNOWN ":\"x"),
    MALFORMED("truncated-in-literal", "A document that ends inside a literal is not JSON.",
              "RFC8259:3", "OBS:F-01", .body = "{{members}," UNKNOWN ":tru"),
    MALFORMED("trailing-comma", "No comma stands behind the last member.", "RFC8259:4", "OBS:F-02",
              .body = "{{members},}"),
    MALFORMED("double-comma", "One comma stands between two members.", "RFC8259:4", "OBS:F-02",
              .body = "{{members},," UNKNOWN ":1}"),
    MALFORMED("missing-comma", "A comma stands between two members.", "RFC8259:4", "OBS:F-02",
              .body = "{" UNKNOWN ":1 {members}}"),
    MALFORMED("missing-colon", "A colon stands between name and value.", "RFC8259:4", "OBS:F-01",
              .body = "{" UNKNOWN " 1,{members}}"),
    MALFORMED("missing-value", "A value stands behind each name.", "RFC8259:4", "OBS:F-01",
              .body = "{" UNKNOWN ":,{members}}"),
    MALFORMED("wrong-bracket", "An object is closed by a brace.", "RFC8259:4", "OBS:F-14",
              .body = "{{members}]"),
    MALFORMED("unclosed-list", "A list is closed before its object is.", "RFC8259:5", "OBS:F-14",
              .body = "{{members}," UNKNOWN ":[\"a\"}"),
    MALFORMED("null", "A request is an object, not null.", "SMITHY:awsJson1_1", "OBS:F-03",
              .body = "null"),
    MALFORMED("string", "A request is an object, not a string.", "SMITHY:awsJson1_1", "OBS:F-04",
              .body = "\"x\""),
    MALFORMED("quoted-object", "A request is an object, not a string that holds one.",
              "SMITHY:awsJson1_1", "OBS:F-04", .body = "\"{}\""),
    MALFORMED("number", "A request is an object, not a number.", "SMITHY:awsJson1_1", "OBS:F-05",
              .body = "10"),
    MALFORMED("list", "A request is an object, not a list.", "SMITHY:awsJson1_1", "OBS:F-06",
              .body = "[]"),
    MALFORMED("list-of-request", "A request in a list is a list.", "SMITHY:awsJson1_1", "OBS:F-06",
              .body = "[{base}]"),
    MALFORMED("true", "A request is an object, not a boolean.", "SMITHY:awsJson1_1", "OBS:F-07",
              .body = "true"),
    MALFORMED("bare-word", "A word without quotes is not JSON.", "RFC8259:3", "OBS:F-08",
              .body = "hello"),
    MALFORMED("form-data", "A form's spelling is not JSON.", "RFC8259:2", "OBS:F-08",
              .body = "Action={operation}&Version=2014-11-06"),
    MALFORMED("blank", "A body of blanks holds no document.", "RFC8259:2", "OBS:F-01",
              .body = " \r\n"),
    MALFORMED("trailing-garbage", "Nothing but blanks follows the document.", "RFC8259:2",
              "OBS:F-09", .body = "{base}abc"),
    MALFORMED("trailing-brace", "No second brace closes the document.", "RFC8259:2", "OBS:F-09",
              .body = "{base}}"),
    MALFORMED("trailing-nul", "A NUL does not end the body: what follows it counts.", "RFC8259:2",
              "OBS:F-16", SSMSPEC_BODY_BYTES("{base}\0abc")),
    MALFORMED("leading-garbage", "Nothing but blanks precedes the document.", "RFC8259:2",
              "OBS:F-10", .body = "abc{base}"),
    MALFORMED("leading-guard", "A guard against scripts is not JSON.", "RFC8259:2", "OBS:F-10",
              .body = ")]}',\n{base}"),
    MALFORMED("two-documents", "A body holds one document.", "RFC8259:2", "OBS:F-18",
              .body = "{base}{base}"),
    MALFORMED("two-lines", "A body holds one document, not one a line.", "RFC8259:2", "OBS:F-18",
              .body = "{base}\n{base}\n"),
    MALFORMED("line-comment", "JSON has no comments.", "RFC8259:2", "OBS:F-11",
              .body = "{// comment\n{members}}"),
    MALFORMED("block-comment", "JSON has no comments.", "RFC8259:2", "OBS:F-11",
              .body = "{/* comment */{members}}"),
    MALFORMED("single-quotes", "Names stand in double quotes.", "RFC8259:7", "OBS:F-12",
              .body = "{{members},'SsmspecUnknown':1}"),
    MALFORMED("bare-name", "Names stand in quotes.", "RFC8259:4", "OBS:F-12",
              .body = "{{members},SsmspecUnknown:1}"),
    MALFORMED("number-as-name", "Names are strings.", "RFC8259:4", "OBS:F-12",
              .body = "{{members},1:1}"),
    MALFORMED("form-feed", "A form feed is no blank of JSON.", "RFC8259:2", "OBS:F-13",
              .body = "{\f{members}}"),
    MALFORMED("no-break-space", "A blank of Unicode is no blank of JSON.", "RFC8259:2", "OBS:F-13",
              .body = "{\xc2\xa0{members}}"),
    MALFORMED("nul-blank", "A NUL is no blank of JSON.", "RFC8259:2", "OBS:F-16",
              SSMSPEC_BODY_BYTES("{\0{members}}")),
    END_OF_ROWS,
};
