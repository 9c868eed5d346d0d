/* Shapes of the five operations' requests that more than one of them uses, as the service model has
 * them, with what was observed beyond it. Answers use them too. */
#ifndef SSMSPEC_SUITES_SHAPES_H
#define SSMSPEC_SUITES_SHAPES_H

#include "src/rule/shape.h"

extern const struct ssmspec_shape ssmspec_command_id;
extern const struct ssmspec_shape ssmspec_instance_id;
extern const struct ssmspec_shape ssmspec_instance_id_list;
extern const struct ssmspec_shape ssmspec_command_max_results;
extern const struct ssmspec_shape ssmspec_next_token;
extern const struct ssmspec_shape ssmspec_command_filter_list;
extern const struct ssmspec_shape ssmspec_boolean;
extern const struct ssmspec_shape ssmspec_command_plugin_name;

#endif
