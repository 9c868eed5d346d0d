/* Clients that go away, as when somebody cancels the token of a send: before the body, within it,
 * behind it; connections on which nothing comes. Cancelling the token ends the call alone, it sends
 * no cancel: what had not come in full creates no command, what had may have. */
#include "suites/scenarios.h"
#include "suites/steps.h"
#include "suites/wire.h"

#define LENGTH "Content-Length: {length}\r\n\r\n"
#define ABORTED "ssmspec aborted ${mark}"
#define SOURCES "NET:SendCommandAsync RFC9112:9.6"

#define ROW(wire_name, effects, called, sentence, sources)                                         \
    .operation = (wire_name), .kind = "resilience", .effect = (effects), ALONE, .probe = (called), \
    .rule = (sentence), .level = MUST, .source = (sources)
#define GOES_AWAY(wire_name, template)                                                 \
    .name = "the client that goes away", .operation = (wire_name), .body = (template), \
    .is_provocation = true

/* A command sent next is there. */
#define THEN_ANSWERS                                                \
    {STARTS(NO_NODE "," COMMANDS ",\"Comment\":\"" KEPT "\"")}, {   \
        LISTS, SHORTLY, SSMSPEC_CLAIMS(IS(LISTED("Comment"), KEPT)) \
    }

/* What came only in part is no request: RFC9112:8. */
#define PARTLY(called, ...)                                                               \
    {                                                                                     \
        ROW("SendCommand", SSMSPEC_EFFECT_CREATE, called,                                 \
            "A send that did not come in full creates no command and breaks nothing.",    \
            SOURCES " RFC9112:8"),                                                        \
            SSMSPEC_STEPS({GOES_AWAY("SendCommand", "{" DOCUMENT "," NO_NODE "," COMMANDS \
                                                    ",\"Comment\":\"" ABORTED "\"}"),     \
                           ON_WIRE(__VA_ARGS__)},                                         \
                          THEN_ANSWERS, LISTS_NONE_OF(ABORTED))                           \
    }

/* One step for many connections, then the usual requests. */
#define MANY(called, sentence, sources, ...)                                                  \
    {                                                                                         \
        ROW("ListCommands", SSMSPEC_EFFECT_NONE, called, sentence, sources),                  \
            SSMSPEC_STEPS({LISTS_BY("\"MaxResults\":1"), FIRST}, {__VA_ARGS__, .copies = 16}, \
                          {LISTS_BY("\"MaxResults\":1")}, {LISTS_BY("\"MaxResults\":1")})     \
    }
#define LEAVES GOES_AWAY("ListCommands", "{\"MaxResults\":1}")

const struct ssmspec_scenario ssmspec_going_away_scenarios[] = {
    PARTLY("away-within-start", SAY("POST / HT"), GO_AWAY),
    PARTLY("away-within-head", SAY("{start}{head}"), GO_AWAY),
    PARTLY("away-before-body", SAY("{start}{head}" LENGTH), GO_AWAY),
    PARTLY("away-within-body", SAY("{start}{head}Content-Length: 100000\r\n\r\n{body}"), GO_AWAY),
    PARTLY("away-within-chunk",
           SAY("{start}{head}Transfer-Encoding: chunked\r\n\r\n{size}\r\n{body}"), GO_AWAY),
    PARTLY("away-slowly", SAY("{start}{head}Content-Length: 100000\r\n\r\n{body}"), PAUSE(200),
           GO_AWAY),
    PARTLY("away-half-closed", SAY("{start}{head}Content-Length: 100000\r\n\r\n{body}"),
           HALF_CLOSE_AT_ONCE, PAUSE(100), GO_AWAY),
    {ROW("SendCommand", SSMSPEC_EFFECT_CREATE, "away-before-answer",
         "A send whose client does not wait for the answer breaks nothing.", SOURCES),
     SSMSPEC_STEPS({GOES_AWAY("SendCommand", "{" DOCUMENT "," NO_NODE "," COMMANDS "}"),
                    ON_WIRE(SAY("{request}"), GO_AWAY)},
                   THEN_ANSWERS)},
    {ROW("SendCommand", SSMSPEC_EFFECT_CREATE, "sixteen-away-before-answer",
         "Sends whose clients do not wait for their answers break nothing.", SOURCES),
     SSMSPEC_STEPS({GOES_AWAY("SendCommand", "{" DOCUMENT "," NO_NODE "," COMMANDS "}"),
                    ON_WIRE(SAY("{request}"), GO_AWAY), .copies = 16},
                   THEN_ANSWERS)},
    MANY("sixteen-connect-and-leave", "Connections on which nothing comes break nothing.",
         "RFC9112:9.6 OBS:F-68", LEAVES, ON_WIRE(PAUSE(50), GO_AWAY)),
    MANY("sixteen-leave-within-head", "Requests that never end break nothing.",
         "RFC9112:9.6 OBS:F-68", LEAVES, ON_WIRE(SAY("{start}Host: "), PAUSE(50), GO_AWAY)),
    MANY("sixteen-leave-before-answer", "Clients that do not wait break nothing.",
         "RFC9112:9.6 OBS:F-68", LEAVES, ON_WIRE(SAY("{request}"), GO_AWAY)),
    /* What they do to the server may show a little later. */
    {ROW("ListCommands", SSMSPEC_EFFECT_NONE, "sixteen-hundred-bad-and-unread",
         "A flood of bad requests whose answers nobody reads breaks nothing.",
         "RFC9112:9.3.2 OBS:F-68"),
     SSMSPEC_STEPS({LISTS_BY("\"MaxResults\":1"), FIRST},
                   {GOES_AWAY("ListCommands", "{"), ON_WIRE(SAY_OFTEN("{request}", 100), GO_AWAY),
                    .copies = 16},
                   {LISTS_BY("\"MaxResults\":1"), .after_ms = 100},
                   {LISTS_BY("\"MaxResults\":1")})},
    MANY("sixteen-slow-at-once",
         "Requests that stand half sent beside each other are all answered.",
         "RFC9112:9.4 OBS:F-68", LISTS_BY("\"MaxResults\":1"),
         ON_WIRE(SAY("{start}"), PAUSE(200), SAY("{head}" LENGTH "{body}"), HEAR)),
    MANY("sixteen-talk-nonsense", "What is no HTTP at all breaks nothing.", "RFC9112:2.2 OBS:F-68",
         LEAVES, ON_WIRE(SAY("\x16\x03\x01\x02\x00\x01"), PAUSE(50), GO_AWAY)),
    END_OF_SCENARIOS,
};
