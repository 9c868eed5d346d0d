/* The vocabulary of scenarios, for the tables of this folder alone. */
#ifndef SSMSPEC_SUITES_STEPS_H
#define SSMSPEC_SUITES_STEPS_H

#include "suites/rows.h"

#define STATE .kind = "state"
#define RECORDS .effect = SSMSPEC_EFFECT_CREATE
#define RUNS .effect = SSMSPEC_EFFECT_EXECUTE
#define ALONE .is_alone = true
#define END_OF_SCENARIOS \
    { .kind = NULL }

/* How long is waited for what takes time. Reads lag behind writes by seconds at most; a node takes
 * its time to start and to stop, but a cancelled command of a minute that has not ended after half
 * of one was not cancelled. */
#define SHORTLY .within_ms = 10000
#define EVENTUALLY .within_ms = 30000
/* Long enough for a reaction that must not come. */
#define A_MOMENT_LATER .after_ms = 400

#define FIRST .is_prerequisite = true

/* Whom and what. */
#define ONE_NODE NODES("\"${linux_node}\"")
#define TWO_NODES NODES("\"${linux_node}\",\"${linux_node_2}\"")
#define SCRIPT(lines) "\"Parameters\":{\"commands\":[" lines "]}"
#define A_MINUTE SCRIPT("\"sleep 60\"")
#define MARKED "\"Comment\":\"ssmspec ${mark}\""
#define SAME_COMMAND "\"CommandId\":\"${command}\""
#define NO_COMMAND "\"CommandId\":\"${fresh_id}\""

/* A step that succeeds: name, operation, body, answer. */
#define STEP(called, wire_name, template) \
    .name = (called), .operation = (wire_name), .body = (template), SSMSPEC_ANSWER(SUCCEEDS)
/* One of which other answers are legal too. */
#define ASKS(called, wire_name, template, ...) \
    .name = (called), .operation = (wire_name), .body = (template), SSMSPEC_ANSWER(__VA_ARGS__)

#define SENDS(rest) STEP("the send", "SendCommand", "{" DOCUMENT "," rest "}")
#define TAKES(what, where) \
    { .role = (what), .path = (where) }
#define TAKE_COMMAND SSMSPEC_CAPTURES(TAKES("command", "Command.CommandId"))
#define STARTS(rest) SENDS(rest), TAKE_COMMAND
#define LISTS STEP("the list", "ListCommands", "{" SAME_COMMAND "}")
#define LISTS_BY(rest) STEP("the list", "ListCommands", "{" rest "}")
/* All, with what an endpoint stored and should not have: what the list holds does not matter. */
#define LISTS_WHATEVER ASKS("the list", "ListCommands", "{}", HAS_STATUS(200))
#define LISTS_INVOCATIONS \
    STEP("the list of invocations", "ListCommandInvocations", "{" SAME_COMMAND "}")
#define LISTS_INVOCATIONS_BY(rest) \
    STEP("the list of invocations", "ListCommandInvocations", "{" SAME_COMMAND "," rest "}")
#define GETS(node)                                         \
    STEP("the invocation's state", "GetCommandInvocation", \
         "{" SAME_COMMAND ",\"InstanceId\":\"${" node "}\"}")
#define CANCELS STEP("the cancel", "CancelCommand", "{" SAME_COMMAND "}")
#define CANCELS_ON(nodes) STEP("the cancel", "CancelCommand", "{" SAME_COMMAND "," NODES(nodes) "}")
#define CANCELS_AGAIN \
    ASKS("the second cancel", "CancelCommand", "{" SAME_COMMAND "}", SUCCEEDS, IS_REJECTED)

/* Claims. */
#define IS(where, what) \
    { .kind = SSMSPEC_CLAIM_IS, .path = (where), .text = (what) }
#define IS_IF_THERE(where, what) \
    { .kind = SSMSPEC_CLAIM_IS, .path = (where), .text = (what), .may_be_absent = true }
#define IS_NOT(where, what) \
    { .kind = SSMSPEC_CLAIM_IS_NOT, .path = (where), .text = (what) }
#define NONE_IS(where, what) \
    { .kind = SSMSPEC_CLAIM_IS_NOT, .path = (where), .text = (what), .is_of_every = true }
#define EVERY_IS(where, what) \
    { .kind = SSMSPEC_CLAIM_IS, .path = (where), .text = (what), .is_of_every = true }
#define ONE_OF(where, ...) \
    { .kind = SSMSPEC_CLAIM_ONE_OF, .path = (where), .texts = SSMSPEC_NAMES(__VA_ARGS__) }
#define MATCHES(where, pattern) \
    { .kind = SSMSPEC_CLAIM_MATCHES, .path = (where), .text = (pattern) }
#define MATCHES_IF_THERE(where, pattern) \
    { .kind = SSMSPEC_CLAIM_MATCHES, .path = (where), .text = (pattern), .may_be_absent = true }
#define EVERY_MATCHES(where, pattern) \
    { .kind = SSMSPEC_CLAIM_MATCHES, .path = (where), .text = (pattern), .is_of_every = true }
#define NUMBER(where, what) \
    { .kind = SSMSPEC_CLAIM_NUMBER, .path = (where), .min = (what), .max = (what) }
#define NUMBER_OVER(where, other, least, most)                                          \
    {                                                                                   \
        .kind = SSMSPEC_CLAIM_NUMBER, .path = (where), .plus = (other), .min = (least), \
        .max = (most)                                                                   \
    }
#define RECENT(where) \
    { .kind = SSMSPEC_CLAIM_RECENT, .path = (where) }
#define COUNTS(where, least, most) \
    { .kind = SSMSPEC_CLAIM_COUNT, .path = (where), .min = (least), .max = (most) }
#define BRIEF(where, most) \
    { .kind = SSMSPEC_CLAIM_BRIEF, .path = (where), .max = (most) }
#define IS_THERE(where) \
    { .kind = SSMSPEC_CLAIM_THERE, .path = (where) }
#define IS_ABSENT(where) \
    { .kind = SSMSPEC_CLAIM_ABSENT, .path = (where) }
#define EVERY_NEW(where) \
    { .kind = SSMSPEC_CLAIM_NEW, .path = (where), .text = (where), .is_of_every = true }

/* States on their way (OBS:S-69): a word joined by | is as far as its neighbour. */
#define FORWARD(where)                                                        \
    {                                                                         \
        .kind = SSMSPEC_CLAIM_RISES, .path = (where), .text = "status",       \
        .texts = SSMSPEC_NAMES("Pending", "InProgress|Delayed", "Cancelling", \
                               "Success|Cancelled|Failed|TimedOut")           \
    }
/* A cancelled command of a minute is not Pending for ever. That it stops before its minute is over
 * is what was seen, and no more than what is wanted: it may also have come to another end first
 * (OBS:S-27, S-28). */
#define STOPPED(where)                                                                 \
    IS_NOT(where, "Pending"),                                                          \
        {.kind = SSMSPEC_CLAIM_ONE_OF,                                                 \
         .path = (where),                                                              \
         .breaks = SHOULD,                                                             \
         .source = "OBS:S-27 OBS:S-28",                                                \
         .texts = SSMSPEC_NAMES("Success", "Cancelled", "Failed", "TimedOut")},        \
    {                                                                                  \
        .kind = SSMSPEC_CLAIM_IS, .path = (where), .text = "Cancelled", .breaks = MAY, \
        .source = "OBS:S-27 OBS:S-28"                                                  \
    }

/* Cancelled for certain, as what follows needs it. Nothing guarantees that it comes to that
 * (OBS:S-28): where it does not, there is nothing to look at. */
#define BECOMES_CANCELLED                         \
    LISTS, EVENTUALLY, FIRST,                     \
        SSMSPEC_CLAIMS({.kind = SSMSPEC_CLAIM_IS, \
                        .path = LISTED_STATUS,    \
                        .text = "Cancelled",      \
                        .breaks = MAY,            \
                        .source = "API:CancelCommand OBS:S-28"})

/* A node may be done sooner than its script says, but nobody cancelled it. */
#define NOT_CANCELLED(where) IS_NOT(where, "Cancelled"), IS_NOT(where, "Cancelling")

/* It runs now: only then does leaving it alone show anything. */
#define STILL_RUNS(node) \
    { GETS(node), SHORTLY, FIRST, SSMSPEC_CLAIMS(IS("Status", "InProgress")) }

/* With a role and a topic, as somebody who wants to be told. */
#define NOTIFY(events)                                                                \
    "\"ServiceRoleArn\":\"${role_arn}\",\"NotificationConfig\":{\"NotificationArn\":" \
    "\"${topic_arn}\",\"NotificationEvents\":[" events "],\"NotificationType\":\"Command\"}"
/* No role names an alarm: one that is not there may be refused. */
#define SENDS_WITH_AN_ALARM                                                \
    ASKS("the send", "SendCommand",                                        \
         "{" DOCUMENT "," NO_NODE "," COMMANDS                             \
         ",\"AlarmConfiguration\":{\"Alarms\":[{\"Name\":\"ssmspec\"}]}}", \
         SUCCEEDS, MAYBE_REJECTED(MAY, "MODEL:AlarmConfiguration"))

/* No source says that an answer has all of them: what is left out is missed, what is there is so.
 */
#define IS_THERE_AT_BEST(where) \
    { .kind = SSMSPEC_CLAIM_THERE, .path = (where), .breaks = SHOULD, .source = "MODEL:Command" }
#define TOLD(where, what) IS_IF_THERE(where, what), IS_THERE_AT_BEST(where)
/* A list may begin with its oldest commands, and have more of them than stand on the pages that
 * are looked at. */
#define ON_FIRST_PAGES(where, what)                                               \
    {                                                                             \
        .kind = SSMSPEC_CLAIM_IS, .path = (where), .text = (what), .breaks = MAY, \
        .source = "OBS:S-44 OBS:S-51"                                             \
    }
/* Till the command sent last is there: in either order one sent just before it would have come. */
#define TURNS_PAGES                                    \
    .pages = &(const struct ssmspec_pages) {           \
        "NextToken", "{\"NextToken\":\"${page}\"}", 20 \
    }
/* A sound command, found by its id; then all of them, of which it should be one. */
#define ALL_COMMENTS "Commands.*.Comment"
#define KEPT "ssmspec kept ${mark}"
#define SENDS_KEPT                                                         \
    {STARTS(NO_NODE "," COMMANDS ",\"Comment\":\"" KEPT "\""), FIRST}, {   \
        LISTS, SHORTLY, FIRST, SSMSPEC_CLAIMS(IS(LISTED("Comment"), KEPT)) \
    }
#define LISTS_NONE_OF(comment)                                                       \
    {                                                                                \
        LISTS_WHATEVER, TURNS_PAGES, SSMSPEC_ALWAYS(NONE_IS(ALL_COMMENTS, comment)), \
            SSMSPEC_CLAIMS(ON_FIRST_PAGES(ALL_COMMENTS, KEPT))                       \
    }

/* The one command of a list. */
#define LISTED(member) "Commands.0." member
#define LISTED_STATUS LISTED("Status")

#endif
