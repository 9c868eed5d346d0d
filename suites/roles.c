#include "suites/roles.h"

const struct ssmspec_role ssmspec_run_command_roles[] = {
    {"linux_node", SSMSPEC_ROLE_TEXT, 0},
    {"linux_node_2", SSMSPEC_ROLE_TEXT, 0},
    {"windows_node", SSMSPEC_ROLE_TEXT, 0},
    {"stopped_node", SSMSPEC_ROLE_TEXT, 0},
    {"terminated_node", SSMSPEC_ROLE_TEXT, 0},
    {"hybrid_node", SSMSPEC_ROLE_TEXT, 0},
    {"short_id_node", SSMSPEC_ROLE_TEXT, 0},
    {"silent_node", SSMSPEC_ROLE_TEXT, 0},
    {"fleet", SSMSPEC_ROLE_LIST, 50},
    {"tag_target", SSMSPEC_ROLE_PAIR, 0},
    {"linux_document", SSMSPEC_ROLE_TEXT, 0},
    {"windows_document", SSMSPEC_ROLE_TEXT, 0},
    {"bucket", SSMSPEC_ROLE_TEXT, 0},
    {"role_arn", SSMSPEC_ROLE_TEXT, 0},
    {"topic_arn", SSMSPEC_ROLE_TEXT, 0},
    {"unknown_node", SSMSPEC_ROLE_TEXT, 0},
    {"unknown_document", SSMSPEC_ROLE_TEXT, 0},
    {"unknown_bucket", SSMSPEC_ROLE_TEXT, 0},
    {"unknown_role_arn", SSMSPEC_ROLE_TEXT, 0},
    {"unknown_topic_arn", SSMSPEC_ROLE_TEXT, 0},
    {"fault_header", SSMSPEC_ROLE_HEADER, 0},
    {"node", SSMSPEC_ROLE_OF_RUN, 0},
    {"document", SSMSPEC_ROLE_OF_RUN, 0},
    {SSMSPEC_ROLE_FRESH_ID, SSMSPEC_ROLE_OF_RUN, 0},
    {SSMSPEC_ROLE_LIVE, SSMSPEC_ROLE_OF_RUN, 0},
    {.name = NULL},
};

const struct ssmspec_role_alias ssmspec_run_command_aliases[] = {
    {"node", SSMSPEC_EFFECT_EXECUTE, "linux_node", "unknown_node"},
    {"document", SSMSPEC_EFFECT_CREATE, "linux_document", "unknown_document"},
    {.role = NULL},
};
