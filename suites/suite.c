#include "suites/suite.h"

#include "suites/answers.h"
#include "suites/auth.h"
#include "suites/client.h"
#include "suites/error_map.h"
#include "suites/http.h"
#include "suites/json.h"
#include "suites/pinned.h"
#include "suites/roles.h"
#include "suites/rows.h"
#include "suites/scenarios.h"
#include "suites/service.h"

static const struct ssmspec_row *const tables[] = {
    ssmspec_answer_rows,           ssmspec_surface_rows,
    ssmspec_http_target_rows,      ssmspec_http_content_rows,
    ssmspec_http_method_rows,      ssmspec_auth_header_rows,
    ssmspec_auth_signature_rows,   ssmspec_auth_operation_rows,
    ssmspec_client_rows,           ssmspec_http_framing_rows,
    ssmspec_http_connection_rows,  ssmspec_json_syntax_rows,
    ssmspec_json_text_rows,        ssmspec_json_member_rows,
    ssmspec_cancel_error_map_rows, ssmspec_read_error_map_rows,
    ssmspec_send_error_map_rows,   ssmspec_send_option_error_map_rows,
    ssmspec_fault_error_map_rows,  NULL,
};

static const struct ssmspec_scenario *const scenarios[] = {
    ssmspec_echo_scenarios,
    ssmspec_option_scenarios,
    ssmspec_ending_scenarios,
    ssmspec_cancel_scenarios,
    ssmspec_cancel_ended_scenarios,
    ssmspec_list_scenarios,
    ssmspec_invocation_scenarios,
    ssmspec_get_scenarios,
    ssmspec_method_scenarios,
    ssmspec_auth_scenarios,
    ssmspec_client_scenarios,
    /* What these provoke may leave an endpoint broken: they come last. */
    ssmspec_going_away_scenarios,
    ssmspec_resilience_scenarios,
    ssmspec_leftover_scenarios,
    NULL,
};

const struct ssmspec_suite ssmspec_run_command_suite = {
    .service = &ssmspec_run_command,
    .tables = tables,
    .scenarios = scenarios,
    .case_files = ssmspec_pinned_files,
    .roles = ssmspec_run_command_roles,
    .aliases = ssmspec_run_command_aliases,
    .start = {.operation = "SendCommand",
              .body = "{" DOCUMENT "," NODES(
                  "\"${linux_node}\"") ","
                                       "\"Parameters\":{\"commands\":[\"sleep 60\"]}}",
              .capture = "Command.CommandId"},
    .cleanup = {.operation = "CancelCommand", .body = "{" LIVE "}"},
    .sentinel = {.operation = "ListCommands", .body = "{\"MaxResults\":1}"},
};
