/* A request that is rejected, or fails, leaves nothing behind: clients send a failed one again, and
 * a command has no token that would tell the copies apart. What is rejected carries a comment that
 * no list may show; a sound command sent behind it shows that the list would. */
#include "suites/scenarios.h"
#include "suites/steps.h"

#define REJECTED "ssmspec rejected ${mark}"

#define BAD_SEND(body)                                                                           \
    {                                                                                            \
        ASKS("the bad send", "SendCommand", "{\"Comment\":\"" REJECTED "\"," body, IS_REJECTED), \
            FIRST                                                                                \
    }

/* As clients are told to try again: all of them do, up to five times. */
#define PUT_OFF(header, word, ...)                                                                 \
    {                                                                                              \
        ASKS("the send that is put off", "SendCommand",                                            \
             "{\"Comment\":\"" REJECTED "\"," DOCUMENT "," NO_NODE "," COMMANDS "}", __VA_ARGS__), \
            FIRST, .header_name = (header), .header_value = (word)                                 \
    }

#define ROW(effects, member, called, sentence, from, ...)                                     \
    {                                                                                         \
        .operation = "SendCommand", STATE, effects, ALONE, .path = (member),                  \
        .probe = called "-leaves-nothing", .rule = (sentence), .level = MUST, .source = from, \
        SSMSPEC_STEPS(__VA_ARGS__, SENDS_KEPT, LISTS_NONE_OF(REJECTED))                       \
    }

const struct ssmspec_scenario ssmspec_leftover_scenarios[] = {
    ROW(RECORDS, "MaxErrors", "invalid", "A send with an invalid value creates no command.",
        "NET:SendCommandAsync CLIENT:7",
        BAD_SEND(DOCUMENT "," NO_NODE "," COMMANDS ",\"MaxErrors\":\"-1\"}")),
    ROW(RECORDS, "Parameters", "mistyped", "A send with a value of the wrong type creates none.",
        "SMITHY:awsJson1_1 CLIENT:7", BAD_SEND(DOCUMENT "," NO_NODE ",\"Parameters\":[1]}")),
    ROW(RECORDS, "-", "malformed", "A send that is no JSON creates no command.",
        "RFC8259:2 CLIENT:7", BAD_SEND(DOCUMENT "," NO_NODE "," COMMANDS "")),
    ROW(RECORDS, "DocumentName", "unknown", "A send of an unknown document creates no command.",
        "NET:SendCommandAsync OBS:S-13",
        BAD_SEND("\"DocumentName\":\"${unknown_document}\"," NO_NODE "," COMMANDS "}")),
    ROW(RECORDS, "DocumentName", "denied", "A send that policy forbids creates no command.",
        "OBS:A-34 OBS:A-36",
        {ASKS("the forbidden send", "SendCommand",
              "{\"Comment\":\"" REJECTED "\",\"DocumentName\":\"${denied_document}\"," NO_NODE
              "," COMMANDS "}",
              FAILS_AS("AccessDeniedException"), IS_REJECTED),
         FIRST}),
    ROW(RUNS, "InstanceIds", "one-unknown", "A send to an unknown node among others creates none.",
        "NET:SendCommandAsync OBS:S-16 OBS:S-18",
        BAD_SEND(DOCUMENT "," NODES("\"${linux_node}\",\"${unknown_node}\"") "," COMMANDS "}")),
    ROW(RECORDS, "-", "server-fault", "A send that fails at the server creates no command.",
        "CLIENT:7 OBS:P-17",
        {.name = "the failing send",
         .operation = "SendCommand",
         FIRST,
         .body = "{\"Comment\":\"" REJECTED "\"," DOCUMENT "," NO_NODE "," COMMANDS "}",
         .header_name = "${fault_header}",
         .header_value = "InternalServerError",
         SSMSPEC_ANSWER({.kind = SSMSPEC_ERROR, .status = 500, .error = "InternalServerError"})}),
    ROW(RECORDS, "-", "throttled", "A send that is put off creates no command: it comes again.",
        "CLIENT:7 CLIENT:8 OBS:F-69",
        PUT_OFF("${throttle_header}", "ThrottlingException", FAILS_AS("ThrottlingException"),
                IS_REFUSED)),
    ROW(RECORDS, "-", "unavailable", "A send that is put off creates no command: it comes again.",
        "CLIENT:7 OBS:F-71", PUT_OFF("${outage_header}", "ServiceUnavailable", HAS_STATUS(503))),
    END_OF_SCENARIOS,
};
