/* Valid requests from choices: every value is taken from the tables or made to fit them. The parser
 * under test has no part in it. */
#ifndef SSMSPEC_FUZZ_POSITIVE_BUILD_H
#define SSMSPEC_FUZZ_POSITIVE_BUILD_H

#include "fuzz/mutator/tree.h"
#include "fuzz/positive/choices.h"

/* The request's document, whose compact spelling is its canonical one: members in the table's
 * order, a map's entries sorted by key. NULL when memory or nodes run out. */
struct ssmspec_node *ssmspec_build_request(struct ssmspec_tree *tree,
                                           const struct ssmspec_operation *operation,
                                           struct ssmspec_choices *choices);

/* A valid string of the shape; ptr NULL when the tables have none, or memory runs out. */
struct ssmspec_view ssmspec_build_text(struct ssmspec_tree *tree, const struct ssmspec_shape *shape,
                                       struct ssmspec_choices *choices);

#endif
