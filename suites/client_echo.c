/* What a client wrote comes back as it was meant, however it was spelled: one comment in the
 * escapes of each client. */
#include "suites/client_rows.h"
#include "suites/scenarios.h"
#include "suites/steps.h"

#define MEANT "h\xc3\xa9llo \xf0\x9f\x98\x80 <b> & ${mark}"

#define ECHOED(name, spelled)                                                               \
    {                                                                                       \
        .operation = "SendCommand", .kind = "client", .effect = SSMSPEC_EFFECT_CREATE,      \
        .path = "Comment", .probe = (name),                                                 \
        .rule = "Escapes and raw UTF-8 say the same, and come back as what they say.",      \
        .level = MUST, .source = "RFC8259:7 RFC8259:8.1 CLIENT:9 OBS:P-39 OBS:S-05",        \
        SSMSPEC_STEPS({STARTS(NO_NODE "," COMMANDS ",\"Comment\":\"" spelled " ${mark}\""), \
                       SSMSPEC_CLAIMS(IS("Command.Comment", MEANT))},                       \
                      {LISTS, SHORTLY, SSMSPEC_CLAIMS(IS(LISTED("Comment"), MEANT))})       \
    }

const struct ssmspec_scenario ssmspec_client_scenarios[] = {
    ECHOED("boto3-escapes", "h\\u00e9llo \\ud83d\\ude00 <b> &"),
    ECHOED("javascript-bytes", "h\xc3\xa9llo \xf0\x9f\x98\x80 <b> &"),
    ECHOED("dotnet-escapes", "h\\u00E9llo \\uD83D\\uDE00 \\u003Cb\\u003E \\u0026"),
    END_OF_SCENARIOS,
};
