/* Another method than POST does nothing, whatever it is answered: what it says is another case's
 * matter, and a HEAD says nothing at all. A page can make a browser send most of these. */
#include "suites/scenarios.h"
#include "suites/steps.h"
#include "suites/wire.h"

#define UNSEEN "ssmspec unseen ${mark}"

#define ROW(wire_name, effects, called, sentence, sources)                            \
    .operation = (wire_name), .kind = "http", .effect = (effects), .probe = (called), \
    .rule = (sentence), .level = SHOULD, .source = "SMITHY:awsJson1_1 OBS:P-01 " sources

/* Signed as what it is, so that nothing but the method is wrong. An answer to a HEAD looks cut off
 * to whoever does not know the question: it is heard up to the close, and not read. */
#define SPOKEN_AS(method_name, wire_name, template)                                          \
    .name = "the " method_name, .operation = (wire_name), .is_provocation = true,            \
    .body = (template), .signing = &(const struct ssmspec_signing){.method = (method_name)}, \
    ON_WIRE(SAY(method_name " {path} HTTP/1.1\r\n{head}Connection: close\r\n"                \
                            "Content-Length: {length}\r\n\r\n{body}"),                       \
            LISTEN(500), GO_AWAY)

#define SENDS_NOTHING(method_name, slug, sources)                                                  \
    {                                                                                              \
        ROW("SendCommand", SSMSPEC_EFFECT_CREATE, slug "-sends-nothing",                           \
            "A request by another method than POST creates no command.", sources),                 \
            ALONE,                                                                                 \
            SSMSPEC_STEPS(                                                                         \
                {SPOKEN_AS(method_name, "SendCommand",                                             \
                           "{" DOCUMENT "," NO_NODE "," COMMANDS ",\"Comment\":\"" UNSEEN "\"}")}, \
                SENDS_KEPT, LISTS_NONE_OF(UNSEEN))                                                 \
    }

#define CANCELS_NOTHING(method_name, slug, sources)                                              \
    {                                                                                            \
        ROW("CancelCommand", SSMSPEC_EFFECT_EXECUTE, slug "-cancels-nothing",                    \
            "A request by another method than POST leaves the command running.", sources),       \
            SSMSPEC_STEPS({STARTS(ONE_NODE "," A_MINUTE), FIRST}, STILL_RUNS("linux_node"),      \
                          {SPOKEN_AS(method_name, "CancelCommand", "{" SAME_COMMAND "}")},       \
                          {LISTS, A_MOMENT_LATER, SSMSPEC_CLAIMS(NOT_CANCELLED(LISTED_STATUS))}) \
    }

const struct ssmspec_scenario ssmspec_method_scenarios[] = {
    SENDS_NOTHING("HEAD", "head", "OBS:F-40"),
    SENDS_NOTHING("GET", "get", "OBS:F-36"),
    SENDS_NOTHING("OPTIONS", "options", "OBS:F-39"),
    SENDS_NOTHING("PUT", "put", "OBS:F-37"),
    SENDS_NOTHING("DELETE", "delete", "OBS:F-38"),
    CANCELS_NOTHING("HEAD", "head", "OBS:F-40"),
    CANCELS_NOTHING("GET", "get", "OBS:F-36"),
    CANCELS_NOTHING("OPTIONS", "options", "OBS:F-39"),
    END_OF_SCENARIOS,
};
