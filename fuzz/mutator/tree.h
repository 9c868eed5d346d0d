/* A JSON document that can be edited. Nodes live in the tree's arena and are never freed alone;
 * depth on reading and the number of nodes are bounded, and nothing here recurses. A node may carry
 * a spelling of its own, also one that is no JSON. */
#ifndef SSMSPEC_FUZZ_MUTATOR_TREE_H
#define SSMSPEC_FUZZ_MUTATOR_TREE_H

#include "fuzz/mutator/dice.h"
#include "src/json/json.h"
#include "src/rule/shape.h"

/* Beyond the reader's own depth limit, so that documents around that limit can be edited too. */
#define SSMSPEC_TREE_DEPTH_MAX 1024
#define SSMSPEC_TREE_NODES_MAX 16384
#define SSMSPEC_TREE_BYTES_MAX ((size_t)1 << 20)

/* Where about a value a token stands that does not belong there. */
enum ssmspec_stray_place {
    SSMSPEC_STRAY_BEHIND_NAME,
    SSMSPEC_STRAY_BEFORE,
    SSMSPEC_STRAY_BEHIND,
    SSMSPEC_STRAY_INSIDE_FIRST, /* these two of a list or object */
    SSMSPEC_STRAY_INSIDE_LAST,
    SSMSPEC_STRAY_PLACES,
};

struct ssmspec_node {
    enum ssmspec_json_type type;
    bool truth;                        /* of a boolean */
    bool is_raw;                       /* its spelling is the point: no respelling touches it */
    struct ssmspec_view name;          /* decoded member name; ptr NULL outside objects */
    struct ssmspec_view text;          /* string: decoded UTF-8; number: its spelling */
    struct ssmspec_view spelling;      /* of a scalar, instead of text, or ptr NULL */
    struct ssmspec_view name_spelling; /* with its quotes, instead of name, or ptr NULL */
    struct ssmspec_view stray;         /* such a token, or ptr NULL */
    enum ssmspec_stray_place stray_place;
    struct ssmspec_node *parent, *first, *last, *prev, *next;
    uint32_t count;                      /* direct children */
    const struct ssmspec_shape *shape;   /* what the table says of it, or NULL */
    const struct ssmspec_member *member; /* of a structure, or NULL */
    const struct ssmspec_json *origin;   /* only while it is being read */
};

struct ssmspec_tree {
    struct ssmspec_arena *arena;
    struct ssmspec_node *root;
    uint32_t nodes; /* made so far */
};

/* The document in bytes as a part of its own, which is not yet in the tree; bytes must live as long
 * as the tree. NULL when it is not JSON, beyond a bound, or memory is short. */
struct ssmspec_node *ssmspec_tree_read(struct ssmspec_tree *tree, struct ssmspec_view bytes);

/* The same of a value that was read from bytes already. */
struct ssmspec_node *ssmspec_tree_of(struct ssmspec_tree *tree, const struct ssmspec_json *value,
                                     struct ssmspec_view bytes);

/* All of these return NULL when memory or nodes run out. */
struct ssmspec_node *ssmspec_node_new(struct ssmspec_tree *tree, enum ssmspec_json_type type);
struct ssmspec_node *ssmspec_node_text(struct ssmspec_tree *tree, struct ssmspec_view text);
struct ssmspec_node *ssmspec_node_number(struct ssmspec_tree *tree, struct ssmspec_view text);
struct ssmspec_node *ssmspec_node_copy(struct ssmspec_tree *tree, const struct ssmspec_node *node);

/* Puts a part before another child, or last when before is NULL. */
void ssmspec_node_insert(struct ssmspec_node *parent, struct ssmspec_node *before,
                         struct ssmspec_node *part);
void ssmspec_node_remove(struct ssmspec_node *node);

/* Puts a part in a node's place, under its name. */
void ssmspec_node_replace(struct ssmspec_tree *tree, struct ssmspec_node *node,
                          struct ssmspec_node *part);

/* Exchanges the places of two children of one parent; their names go with them. */
void ssmspec_node_swap(struct ssmspec_node *a, struct ssmspec_node *b);

/* The index-th child; NULL when there are fewer. */
struct ssmspec_node *ssmspec_node_child(const struct ssmspec_node *parent, size_t index);

/* The last member of that name, or NULL. */
struct ssmspec_node *ssmspec_node_member(const struct ssmspec_node *object,
                                         struct ssmspec_view name);

/* The next node in document order below root, NULL at the end. */
struct ssmspec_node *ssmspec_node_after(const struct ssmspec_node *root,
                                        const struct ssmspec_node *node);

bool ssmspec_node_is_container(const struct ssmspec_node *node);

/* One of the nodes that fit, each as likely as the other; NULL when there is none. */
typedef bool (*ssmspec_node_fits_fn)(const struct ssmspec_node *node, const void *context);
struct ssmspec_node *ssmspec_tree_pick(const struct ssmspec_tree *tree, struct ssmspec_dice *dice,
                                       ssmspec_node_fits_fn fits, const void *context);

#endif
