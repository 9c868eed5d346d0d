#include "suites/roles.h"

const char *const ssmspec_run_command_roles[] = {
    "linux_node",
    "linux_node_2",
    "windows_node",
    "stopped_node",
    "terminated_node",
    "hybrid_node",
    "short_id_node",
    "silent_node",
    "fleet",
    "tag_target",
    "linux_document",
    "windows_document",
    "bucket",
    "role_arn",
    "topic_arn",
    "unknown_node",
    "unknown_document",
    "unknown_bucket",
    "unknown_role_arn",
    "unknown_topic_arn",
    "fault_header",
    "node",
    "document",
    SSMSPEC_ROLE_FRESH_ID,
    SSMSPEC_ROLE_LIVE,
    NULL,
};

const struct ssmspec_role_alias ssmspec_run_command_aliases[] = {
    {"node", SSMSPEC_EFFECT_EXECUTE, "linux_node", "unknown_node"},
    {"document", SSMSPEC_EFFECT_CREATE, "linux_document", "unknown_document"},
    {.role = NULL},
};
