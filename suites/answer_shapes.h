/* What a 200 of each operation carries, as the service model has it. */
#ifndef SSMSPEC_SUITES_ANSWER_SHAPES_H
#define SSMSPEC_SUITES_ANSWER_SHAPES_H

#include "src/rule/shape.h"

/* answer_shapes.c */
extern const struct ssmspec_shape ssmspec_cancel_command_result;
extern const struct ssmspec_shape ssmspec_send_command_result;
extern const struct ssmspec_shape ssmspec_list_commands_result;

/* invocation_shapes.c */
extern const struct ssmspec_shape ssmspec_list_command_invocations_result;
extern const struct ssmspec_shape ssmspec_get_command_invocation_result;

/* Parts that both use. */
extern const struct ssmspec_shape ssmspec_document_name;
extern const struct ssmspec_shape ssmspec_date_time;
extern const struct ssmspec_shape ssmspec_status_details;

#endif
