/* What is refused for its signature changes nothing: OBS:A-36. */
#include "suites/auth_rows.h"
#include "suites/scenarios.h"
#include "suites/steps.h"

#define REFUSED_SEND "ssmspec refused ${mark}"
#define OTHER_SIGNATURE \
    SIGNED_WITH(.authorization = AUTHORIZATION(CREDENTIAL, "${names}", "${altered}"))

#define ROW(wire_name, effects, name, sentence, sources)                                      \
    .operation = (wire_name), .kind = "auth", .effect = (effects), .path = "Signature",       \
    .probe = (name), .rule = (sentence), .level = MUST, .source = "MODEL:AmazonSSM " sources, \
    .needs_verifier = true

#define SEND_CHANGES_NOTHING(name, sources, how)                                                  \
    {                                                                                             \
        ROW("SendCommand", SSMSPEC_EFFECT_CREATE, name "-changes-nothing",                        \
            "A send that is refused for its signature creates no command.", sources),             \
            ALONE,                                                                                \
            SSMSPEC_STEPS(                                                                        \
                {ASKS("the refused send", "SendCommand",                                          \
                      "{\"Comment\":\"" REFUSED_SEND "\"," DOCUMENT "," NO_NODE "," COMMANDS "}", \
                      IS_REJECTED),                                                               \
                 FIRST, .signing = how},                                                          \
                SENDS_KEPT, LISTS_NONE_OF(REFUSED_SEND))                                          \
    }

#define CANCEL_CHANGES_NOTHING(name, sources, how)                                               \
    {                                                                                            \
        ROW("CancelCommand", SSMSPEC_EFFECT_EXECUTE, name "-changes-nothing",                    \
            "A cancel that is refused for its signature leaves the command running.", sources),  \
            SSMSPEC_STEPS(                                                                       \
                {STARTS(ONE_NODE "," A_MINUTE), FIRST}, STILL_RUNS("linux_node"),                \
                {ASKS("the refused cancel", "CancelCommand", "{" SAME_COMMAND "}", IS_REJECTED), \
                 FIRST, .signing = how},                                                         \
                {LISTS, A_MOMENT_LATER, SSMSPEC_CLAIMS(NOT_CANCELLED(LISTED_STATUS))})           \
    }

const struct ssmspec_scenario ssmspec_auth_scenarios[] = {
    SEND_CHANGES_NOTHING("absent", "OBS:A-01 OBS:A-36", SIGNED_WITH(.authorization = "")),
    SEND_CHANGES_NOTHING("altered", "OBS:A-29 OBS:A-36", OTHER_SIGNATURE),
    SEND_CHANGES_NOTHING("other-body", "OBS:A-30 OBS:A-36", SIGNED_WITH(.other_body = true)),
    CANCEL_CHANGES_NOTHING("absent", "OBS:A-01 OBS:A-36", SIGNED_WITH(.authorization = "")),
    CANCEL_CHANGES_NOTHING("altered", "OBS:A-29 OBS:A-36", OTHER_SIGNATURE),
    CANCEL_CHANGES_NOTHING("other-body", "OBS:A-30 OBS:A-36", SIGNED_WITH(.other_body = true)),
    END_OF_SCENARIOS,
};
