/* Members that are sent in another case than the model spells them: clients pass them by. */
#ifndef SSMSPEC_SRC_RESPONSE_CASING_H
#define SSMSPEC_SRC_RESPONSE_CASING_H

#include "src/json/json.h"
#include "src/rule/shape.h"

/* The first member of the document that is a modelled one but for the case of its letters, or NULL.
 * Either may be NULL. */
const struct ssmspec_json *ssmspec_miscased_member(const struct ssmspec_json *root,
                                                   const struct ssmspec_shape *shape);

#endif
