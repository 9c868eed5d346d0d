/* A request that is rejected, or fails, or is odd but accepted, must not break what comes after it:
 * a list that could be read before, a command that could be sent. Each provocation is sent alone.
 * What it is answered itself is another case's matter. */
#include "suites/scenarios.h"
#include "suites/steps.h"

#define SOURCES "OBS:F-68 CLIENT:7"

#define LISTS_ALL LISTS_WHATEVER, SSMSPEC_CLAIMS(IS_THERE("Commands"))
#define LISTS_FIRST \
    { LISTS_ALL, FIRST }
#define LISTS_STILL \
    { LISTS_ALL }
#define STILL_WORKS                                                           \
    LISTS_STILL, {STARTS(NO_NODE "," COMMANDS)}, {                            \
        LISTS, SHORTLY, SSMSPEC_CLAIMS(IS(LISTED("CommandId"), "${command}")) \
    }

#define ROW(wire_name, effects, member, called, sentence, sources)                                \
    .operation = (wire_name), .kind = "resilience", .effect = (effects), ALONE, .path = (member), \
    .probe = (called), .rule = (sentence), .level = MUST, .source = (sources)

#define PROVOKES(wire_name, template) \
    .name = "the provocation", .operation = (wire_name), .is_provocation = true, .body = (template)

/* A bad send, stored or not, leaves lists and sends as they were. */
#define POISON(member, called, rest, ...)                                                    \
    {                                                                                        \
        ROW("SendCommand", SSMSPEC_EFFECT_CREATE, member, called,                            \
            "What a bad send leaves behind breaks no later request.", SOURCES),              \
            SSMSPEC_STEPS(LISTS_FIRST, {PROVOKES("SendCommand", "{" rest "}"), __VA_ARGS__}, \
                          STILL_WORKS)                                                       \
    }
#define ONCE .copies = 1
#define SOUND DOCUMENT "," NO_NODE "," COMMANDS
#define WITH_TARGETS(targets) DOCUMENT "," COMMANDS ",\"Targets\":" targets
#define WITH_NODES(nodes) DOCUMENT "," COMMANDS ",\"InstanceIds\":" nodes
#define WITH_PARAMETERS(parameters) DOCUMENT "," NO_NODE ",\"Parameters\":" parameters
#define WITH_COMMENT(comment) SOUND ",\"Comment\":" comment
#define WITH_TIMEOUT(timeout) SOUND ",\"TimeoutSeconds\":" timeout

/* Something else in between, then the same questions. */
#define AFTERWARDS(wire_name, effects, called, sentence, sources, ...) \
    {                                                                  \
        ROW(wire_name, effects, "-", called, sentence, sources),       \
            SSMSPEC_STEPS(LISTS_FIRST, {__VA_ARGS__}, LISTS_STILL)     \
    }

/* A pattern that is matched by trying everything would take longer than there is time. */
#define EVIL(wire_name, effects, member, template, unit)                             \
    {                                                                                \
        ROW(wire_name, effects, member, "evil-text",                                 \
            "A text made to be matched slowly is answered before its time is over.", \
            "OBS:V-72 OBS:F-68"),                                                    \
            SSMSPEC_STEPS(LISTS_FIRST,                                               \
                          {ASKS("the evil text", wire_name, template, IS_ANSWERED),  \
                           .stretch = 4000, .stretch_text = (unit)},                 \
                          LISTS_STILL)                                               \
    }

const struct ssmspec_scenario ssmspec_resilience_scenarios[] = {
    POISON("Targets", "text", WITH_TARGETS("\"tag:a\""), ONCE),
    POISON("Targets", "without-key", WITH_TARGETS("[{\"Values\":[\"a\"]}]"), ONCE),
    POISON("Targets", "null-values", WITH_TARGETS("[{\"Key\":\"tag:a\",\"Values\":null}]"), ONCE),
    POISON("InstanceIds", "number", WITH_NODES("7"), ONCE),
    POISON("InstanceIds", "nested", WITH_NODES("[[\"i-0ffffffffffffffff\"]]"), ONCE),
    POISON("InstanceIds", "null-element", WITH_NODES("[null]"), ONCE),
    POISON("DocumentName", "number", "\"DocumentName\":7," NO_NODE "," COMMANDS, ONCE),
    POISON("DocumentName", "null", "\"DocumentName\":null," NO_NODE "," COMMANDS, ONCE),
    POISON("TimeoutSeconds", "text", WITH_TIMEOUT("\"abc\""), ONCE),
    POISON("TimeoutSeconds", "immense", WITH_TIMEOUT("1e400"), ONCE),
    POISON("TimeoutSeconds", "long", WITH_TIMEOUT("1e18"), ONCE),
    POISON("Comment", "object", WITH_COMMENT("{\"a\":1}"), ONCE),
    POISON("Comment", "nul", WITH_COMMENT("\"a\\u0000b\""), ONCE),
    POISON("Comment", "controls", WITH_COMMENT("\"\\u0001\\u001f\\u007f\\u2028\\\\\\\"\""), ONCE),
    POISON("Comment", "invalid-utf-8", WITH_COMMENT("\"\xff\xfe\""), ONCE),
    POISON("Comment", "markup", WITH_COMMENT("\"</x><!--${mark}{{7*7}}%s%n\""), ONCE),
    POISON("-", "four-megabytes", SOUND ",\"SsmspecNoSuchMember\":\"#\"", .stretch = 4000000),
    POISON("CloudWatchOutputConfig", "text", SOUND ",\"CloudWatchOutputConfig\":\"x\"", ONCE),
    POISON("NotificationConfig", "list", SOUND ",\"NotificationConfig\":[1]", ONCE),
    POISON("-", "no-json", SOUND ",", ONCE),
    AFTERWARDS("CancelCommand", SSMSPEC_EFFECT_NONE, "flood-of-bad-cancels",
               "Many bad requests at once break nothing.", SOURCES,
               PROVOKES("CancelCommand", "{\"CommandId\":"), .copies = 16),
    AFTERWARDS("CancelCommand", SSMSPEC_EFFECT_NONE, "flood-of-mistyped-cancels",
               "Many bad requests at once break nothing.", SOURCES,
               PROVOKES("CancelCommand", "{\"CommandId\":[[[[]]]],\"InstanceIds\":7}"),
               .copies = 16),
    {ROW("ListCommands", SSMSPEC_EFFECT_NONE, "-", "burst",
         "Whoever has had enough says so as clients know it: 400 ThrottlingException.",
         "CLIENT:8 OBS:F-69 OBS:F-70"),
     SSMSPEC_STEPS(LISTS_FIRST, {ASKS("a list of the burst", "ListCommands", "{\"MaxResults\":1}",
                                      SUCCEEDS, FAILS_AS("ThrottlingException"),
                                      MAYBE_REFUSED(SHOULD, "OBS:F-70 CLIENT:8")),
                                 .copies = 16})},
    AFTERWARDS("ListCommands", SSMSPEC_EFFECT_NONE, "sixteen-at-once",
               "Sixteen connections at once are all answered.", "RFC9112:9.4 OBS:F-68",
               LISTS_BY("\"MaxResults\":1"), .copies = 16),
    AFTERWARDS("ListCommandInvocations", SSMSPEC_EFFECT_NONE, "odd-filters",
               "A bad read breaks no later one.", SOURCES,
               PROVOKES("ListCommandInvocations", "{\"Filters\":[{\"key\":{},\"value\":[]}]}")),
    AFTERWARDS("GetCommandInvocation", SSMSPEC_EFFECT_NONE, "odd-ids",
               "A bad read breaks no later one.", SOURCES,
               PROVOKES("GetCommandInvocation", "{\"CommandId\":{},\"InstanceId\":null}")),
    {ROW("SendCommand", SSMSPEC_EFFECT_CREATE, "-", "server-fault",
         "A send that fails at the server breaks no later request.", SOURCES),
     SSMSPEC_STEPS(LISTS_FIRST,
                   {PROVOKES("SendCommand", "{" SOUND "}"), .header_name = "${fault_header}",
                    .header_value = "InternalServerError"},
                   STILL_WORKS)},
    {ROW("SendCommand", SSMSPEC_EFFECT_CREATE, "-", "sixteen-at-once",
         "Sixteen commands sent at once are all there.", "OBS:S-03 OBS:F-68"),
     SSMSPEC_STEPS({STARTS(NO_NODE "," COMMANDS), .copies = 16,
                    SSMSPEC_ALWAYS(EVERY_NEW("Command.CommandId"))},
                   {LISTS, SHORTLY, SSMSPEC_CLAIMS(COUNTS("Commands", 1, 1))})},
    EVIL("SendCommand", SSMSPEC_EFFECT_CREATE, "DocumentName",
         "{\"DocumentName\":\"#!\"," NO_NODE "," COMMANDS "}", "a.-"),
    EVIL("SendCommand", SSMSPEC_EFFECT_CREATE, "DocumentVersion",
         "{" SOUND ",\"DocumentVersion\":\"#!\"}", "1"),
    EVIL("SendCommand", SSMSPEC_EFFECT_CREATE, "MaxConcurrency",
         "{" SOUND ",\"MaxConcurrency\":\"#!\"}", "1"),
    EVIL("SendCommand", SSMSPEC_EFFECT_CREATE, "MaxErrors", "{" SOUND ",\"MaxErrors\":\"#!\"}",
         "10%"),
    EVIL("SendCommand", SSMSPEC_EFFECT_CREATE, "Targets.Key",
         "{" DOCUMENT "," COMMANDS ",\"Targets\":[{\"Key\":\"#\\u0001\",\"Values\":[\"a\"]}]}",
         "tag:a "),
    EVIL("CancelCommand", SSMSPEC_EFFECT_NONE, "InstanceIds",
         "{" NO_COMMAND ",\"InstanceIds\":[\"i-#!\"]}", "0a"),
    EVIL("CancelCommand", SSMSPEC_EFFECT_NONE, "CommandId", "{\"CommandId\":\"#!\"}", "0a-"),
    /* Last: what these leave behind is known to break lists for good. */
    POISON("Parameters", "number-value", WITH_PARAMETERS("{\"commands\":7}"), ONCE),
    POISON("Parameters", "nested-value", WITH_PARAMETERS("{\"commands\":[{\"a\":[null]}]}"), ONCE),
    POISON("Parameters", "deep", WITH_PARAMETERS("{\"commands\":#}"), .stretch = 20000,
           .stretch_text = "["),
    POISON("TimeoutSeconds", "nan", WITH_TIMEOUT("NaN"), ONCE),
    POISON("Parameters", "list", WITH_PARAMETERS("[1]"), ONCE),
    END_OF_SCENARIOS,
};
