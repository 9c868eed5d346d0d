/* What the suite's tables have to say about a document: which operation it is a request of, which
 * shape each of its values has, valid values, and values aimed at a rule. */
#ifndef SSMSPEC_FUZZ_MUTATOR_TABLES_H
#define SSMSPEC_FUZZ_MUTATOR_TABLES_H

#include "fuzz/mutator/tree.h"
#include "src/rule/constraint.h"

/* The operation of the service whose members the document has most of; one of the best by chance,
 * and now and then any, so that a request meets the rules of another one. */
const struct ssmspec_operation *ssmspec_tables_fit(const struct ssmspec_node *root,
                                                   struct ssmspec_dice *dice);

/* Any operation of the service. */
const struct ssmspec_operation *ssmspec_tables_any(struct ssmspec_dice *dice);

/* Notes at each node its shape and its member, as far as the table goes. */
void ssmspec_tables_annotate(struct ssmspec_node *root, const struct ssmspec_shape *shape);

/* Valid values as parts of their own, annotated; NULL when memory or nodes run out. */
struct ssmspec_node *ssmspec_tables_example(struct ssmspec_tree *tree,
                                            const struct ssmspec_shape *shape);
struct ssmspec_node *ssmspec_tables_series(struct ssmspec_tree *tree,
                                           const struct ssmspec_shape *shape, unsigned index);

/* The operation's base request with some of its optional members. */
struct ssmspec_node *ssmspec_tables_request(struct ssmspec_tree *tree,
                                            const struct ssmspec_operation *operation,
                                            struct ssmspec_dice *dice);

/* The shape's row of that kind, NULL when it has none. */
const struct ssmspec_constraint *ssmspec_tables_row(const struct ssmspec_shape *shape,
                                                    enum ssmspec_kind kind);

/* Whether a probe of that kind can be aimed here. member may be NULL. */
bool ssmspec_tables_has(const struct ssmspec_shape *shape, const struct ssmspec_member *member,
                        enum ssmspec_kind kind);

/* One of the probes that the kind has for a node, none longer than bytes_max. *is_absent: the
 * member is to be left out, and there is no value. */
struct ssmspec_node *ssmspec_tables_probe(struct ssmspec_tree *tree,
                                          const struct ssmspec_node *node, enum ssmspec_kind kind,
                                          size_t bytes_max, struct ssmspec_dice *dice,
                                          bool *is_absent);

/* A place of the operation's table where a probe of that kind can be aimed, whether or not the
 * document had it: what is missing on the way is added from the tables. NULL when there is none. */
struct ssmspec_node *ssmspec_tables_site(struct ssmspec_tree *tree,
                                         const struct ssmspec_operation *operation,
                                         enum ssmspec_kind kind, struct ssmspec_dice *dice);

#endif
