/* Requests are POST to /. What another method or path gets is free within HTTP, so long as nothing
 * is done: a GET that sends a command is one that any page can make a browser send. */
#include "suites/http.h"
#include "suites/rows.h"

#define ROW .kind = "http"
#define SENT_TO_NOBODY "{" DOCUMENT "," NO_NODE "," COMMANDS "}"

/* On the sentinel, on a send that reaches nobody, and on a cancel of a live command. */
#define METHOD(name, wire, observed, ...)                                                        \
    {ROW,                                                                                        \
     .probe = "method-" name,                                                                    \
     .rule = "Only POST lists commands.",                                                        \
     .level = SHOULD,                                                                            \
     .source = "SMITHY:awsJson1_1 OBS:P-01 " observed,                                           \
     .method = (wire),                                                                           \
     SSMSPEC_EXPECT(__VA_ARGS__),                                                                \
     .control_kind = SSMSPEC_CONTROL_ACCEPTED},                                                  \
        {ROW,                                                                                    \
         .operation = "SendCommand",                                                             \
         .probe = "method-" name,                                                                \
         .rule = "Only POST sends a command.",                                                   \
         .level = SHOULD,                                                                        \
         .source = "SMITHY:awsJson1_1 OBS:P-01 " observed,                                       \
         .effect = SSMSPEC_EFFECT_CREATE,                                                        \
         .method = (wire),                                                                       \
         .body = SENT_TO_NOBODY,                                                                 \
         SSMSPEC_EXPECT(__VA_ARGS__),                                                            \
         .control_kind = SSMSPEC_CONTROL_ACCEPTED,                                               \
         .control = SENT_TO_NOBODY},                                                             \
    {                                                                                            \
        ROW, .operation = "CancelCommand", .probe = "method-" name,                              \
             .rule = "Only POST cancels a command.", .level = SHOULD,                            \
             .source = "SMITHY:awsJson1_1 OBS:P-01 " observed, .effect = SSMSPEC_EFFECT_EXECUTE, \
             .method = (wire), .body = "{" LIVE "}", SSMSPEC_EXPECT(__VA_ARGS__),                \
             .control_kind = SSMSPEC_CONTROL_ACCEPTED, .control = "{" LIVE "}"                   \
    }

/* A success of the operation first: that is what the looser outcomes behind it must not cover. */
#define DOES_NOTHING(observed) \
    IS_REFUSED, MAYBE_SUCCEEDS(SHOULD, observed), MAYBE_ANSWERED(MAY, observed)
#define MAY_SAY_OK(observed) MAYBE_SUCCEEDS(SHOULD, observed), IS_ANSWERED

#define PATH(name, sentence, wire)                                                             \
    {                                                                                          \
        ROW, .probe = "path-" name, .rule = (sentence), .level = SHOULD, .source = "OBS:P-48", \
             .request_path = (wire), SSMSPEC_EXPECT(IS_ANSWERED),                              \
             .control_kind = SSMSPEC_CONTROL_ACCEPTED                                          \
    }

const struct ssmspec_row ssmspec_http_method_rows[] = {
    METHOD("get", "GET", "OBS:F-36", DOES_NOTHING("OBS:F-36")),
    METHOD("put", "PUT", "OBS:F-37", DOES_NOTHING("OBS:F-37")),
    METHOD("delete", "DELETE", "OBS:F-38", DOES_NOTHING("OBS:F-38")),
    METHOD("patch", "PATCH", "OBS:F-37", DOES_NOTHING("OBS:F-37")),
    METHOD("options", "OPTIONS", "OBS:F-39", MAY_SAY_OK("OBS:F-39")),
    METHOD("unknown", "SSMSPEC", "OBS:F-37", DOES_NOTHING("OBS:F-37")),
    {ROW, .probe = "method-lower-case", .rule = "Methods are compared with case.", .level = MAY,
     .source = "RFC9110:9.1 OBS:P-01", .method = "post",
     SSMSPEC_EXPECT(IS_REFUSED, MAYBE_ANSWERED(MAY, "RFC9110:9.1")),
     .control_kind = SSMSPEC_CONTROL_ACCEPTED},
    {ROW, .probe = "method-head", .rule = "A HEAD gets a head, whatever it says.", .level = MAY,
     .source = "RFC9110:9.3.2 OBS:F-40", .method = "HEAD", SSMSPEC_EXPECT(IS_ANSWERED),
     .control_kind = SSMSPEC_CONTROL_ACCEPTED},
    {ROW, .probe = "method-options-of-a-page",
     .rule = "The question a browser asks first is answered or refused.", .level = MAY,
     .source = "OBS:F-39 OBS:P-47", .method = "OPTIONS", .target = ABSENT, .content_type = ABSENT,
     .headers = {{"Origin", "http://ssmspec.invalid"},
                 {"Access-Control-Request-Method", "POST"},
                 {"Access-Control-Request-Headers", "content-type,x-amz-target"}},
     .body = "", SSMSPEC_EXPECT(IS_ANSWERED), .control_kind = SSMSPEC_CONTROL_ACCEPTED},
    {ROW, .probe = "method-get-without-body",
     .rule = "A browser's request is refused or told something.", .level = MAY,
     .source = "OBS:F-36", .method = "GET", .target = ABSENT, .content_type = ABSENT, .body = "",
     SSMSPEC_EXPECT(IS_ANSWERED), .control_kind = SSMSPEC_CONTROL_ACCEPTED},

    PATH("other", "Another path is refused or not looked at.", "/ssmspec-no-such-path"),
    PATH("operation", "A path that names the operation is refused or not looked at.",
         "/{operation}"),
    PATH("double-slash", "A second slash is refused or not looked at.", "//"),
    PATH("query", "A query is refused or not looked at.", "/?a=b"),
    PATH("query-action", "A query of another protocol is refused or not looked at.",
         "/?Action=SsmspecNoSuchAction"),
    PATH("dots", "Dots that lead outside are refused or not looked at.", "/../../"),
    PATH("encoded-dots", "Encoded dots are refused or not looked at.", "/%2e%2e%2f"),
    PATH("encoded-nul", "An encoded NUL is refused or not looked at.", "/%00"),
    PATH("bad-encoding", "Half an encoding is refused or not looked at.", "/%f"),
    PATH("asterisk", "An asterisk is refused or not looked at.", "*"),
    END_OF_ROWS,
};
