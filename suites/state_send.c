/* What a sent command looks like at once and how it ends. */
#include "suites/scenarios.h"
#include "suites/steps.h"

#define ROW .operation = "SendCommand", STATE

const struct ssmspec_scenario ssmspec_send_scenarios[] = {
    {ROW, RECORDS, .path = "CommandId", .probe = "uuid",
     .rule = "A command's id is a UUID of 36 characters in lower case.", .level = MUST,
     .source = "MODEL:CommandId OBS:S-02",
     SSMSPEC_STEPS({SENDS(NO_NODE "," COMMANDS),
                    SSMSPEC_CLAIMS(MATCHES("Command.CommandId",
                                           "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))})},
    {ROW, RECORDS, .path = "CommandId", .probe = "unique",
     .rule = "No two commands have one id, even when they are sent at once.", .level = MUST,
     .source = "OBS:S-03",
     SSMSPEC_STEPS(
         {SENDS(NO_NODE "," COMMANDS), .copies = 8,
          SSMSPEC_ALWAYS({.kind = SSMSPEC_CLAIM_NEW, .path = "Command.CommandId", .text = "id"})})},
    {ROW, RECORDS, .path = "Targets", .probe = "no-node",
     .rule = "A command whose targets match no node ends as Success, NoInstancesInTag.",
     .level = MUST, .source = "OBS:S-19",
     SSMSPEC_STEPS({STARTS(NO_NODE "," COMMANDS), FIRST},
                   {LISTS, SHORTLY,
                    SSMSPEC_CLAIMS(IS("Commands.0.Status", "Success"),
                                   IS("Commands.0.StatusDetails", "NoInstancesInTag"))})},
    END_OF_SCENARIOS,
};
