#include "fuzz/mutator/mutator.h"

#include "fuzz/mutator/edits.h"
#include "fuzz/mutator/raw.h"
#include "suites/service.h"

#define EDITS_MOST 4
#define ATTEMPTS 4

/* One call at work. */
struct work {
    struct ssmspec_mutation *mutation;
    struct ssmspec_dice dice;
    struct ssmspec_arena arena;
    struct ssmspec_editing editing;
    struct ssmspec_bytes out;
    uint8_t *data;
    size_t size, max;
    uint64_t edits; /* of this attempt */
};

static struct ssmspec_node *fresh_request(struct work *work) {
    const struct ssmspec_operation *const wanted = work->mutation->operation;
    work->editing.operation = wanted == NULL ? ssmspec_tables_any(&work->dice) : wanted;
    return ssmspec_tables_request(&work->editing.tree, work->editing.operation, &work->dice);
}

static struct ssmspec_node *read_input(struct work *work) {
    struct ssmspec_node *const root = ssmspec_tree_read(
        &work->editing.tree, (struct ssmspec_view){(const char *)work->data, work->size});
    if (root != NULL) {
        const struct ssmspec_operation *const wanted = work->mutation->operation;
        work->editing.operation = wanted == NULL ? ssmspec_tables_fit(root, &work->dice) : wanted;
        ssmspec_tables_annotate(root, work->editing.operation->input);
    }
    return root;
}

/* The input's tree, or one from the tables: seldom instead of JSON, more often instead of other
 * bytes. NULL: the bytes shall do. */
static struct ssmspec_node *begin(struct work *work) {
    const bool is_rare = ssmspec_dice_once_in(&work->dice, 64);
    struct ssmspec_node *const root = is_rare || work->size == 0 ? NULL : read_input(work);
    work->mutation->is_table_made =
        root == NULL && (is_rare || work->size == 0 || ssmspec_dice_once_in(&work->dice, 4));
    return work->mutation->is_table_made ? fresh_request(work) : root;
}

static void edit(struct work *work) {
    size_t wanted = work->mutation->is_table_made ? ssmspec_dice_below(&work->dice, 2) : 1;
    while (wanted > 0 && wanted < EDITS_MOST && ssmspec_dice_once_in(&work->dice, 3)) {
        wanted++;
    }
    for (; wanted > 0; wanted--) {
        const size_t index = ssmspec_edits_apply(&work->editing);
        work->edits |= index < ssmspec_edit_count ? UINT64_C(1) << index : 0;
    }
}

static bool is_news(const struct work *work) {
    return !work->out.failed && work->out.len > 0 &&
           (work->out.len != work->size || memcmp(work->out.ptr, work->data, work->size) != 0);
}

/* Whether the data is now another document. */
static bool edit_tree(struct work *work) {
    work->edits = 0;
    ssmspec_arena_reset(&work->arena);
    ssmspec_bytes_reset(&work->out);
    work->editing = (struct ssmspec_editing){
        .tree = {.arena = &work->arena}, .dice = &work->dice, .bytes_max = work->max};
    work->editing.tree.root = begin(work);
    if (work->editing.tree.root == NULL) {
        return false;
    }
    edit(work);
    ssmspec_spell_write(work->editing.tree.root, work->editing.ways, &work->dice, &work->out);
    if (!is_news(work)) {
        return false;
    }
    memcpy(work->data, work->out.ptr, work->out.len);
    work->size = work->out.len;
    work->mutation->edits |= work->edits;
    return true;
}

static void edit_bytes(struct work *work, size_t times) {
    if (work->size == 0) {
        work->data[0] = '{';
        work->size = 1;
    }
    for (; times > 0; times--) {
        size_t index = 0;
        work->size = ssmspec_raw_apply(work->data, work->size, work->max, &work->dice, &index);
        work->mutation->raw_edits |= UINT64_C(1) << index;
    }
}

static void mutate(struct work *work) {
    for (int i = 0; i < ATTEMPTS; i++) {
        if (edit_tree(work)) {
            if (ssmspec_dice_once_in(&work->dice, 12)) {
                edit_bytes(work, 1);
            }
            return;
        }
    }
    work->mutation->is_table_made = false;
    edit_bytes(work, 1 + ssmspec_dice_below(&work->dice, 3));
}

size_t ssmspec_mutation_apply(struct ssmspec_mutation *mutation, uint8_t *data, size_t size,
                              size_t max_size, uint32_t seed) {
    if (data == NULL || max_size == 0) {
        return 0;
    }
    struct work work = {.mutation = mutation,
                        .dice = ssmspec_dice_of(seed),
                        .out = {.limit = max_size},
                        .data = data,
                        .size = size < max_size ? size : max_size,
                        .max = max_size};
    mutation->edits = 0;
    mutation->raw_edits = 0;
    mutate(&work);
    ssmspec_bytes_clear(&work.out);
    ssmspec_arena_clear(&work.arena);
    return work.size;
}

size_t ssmspec_mutate(uint8_t *data, size_t size, size_t max_size, uint32_t seed) {
    struct ssmspec_mutation mutation = {.operation = NULL};
    return ssmspec_mutation_apply(&mutation, data, size, max_size, seed);
}

const struct ssmspec_operation *ssmspec_mutation_operation(const char *name) {
    return name == NULL ? NULL : ssmspec_service_operation(&ssmspec_run_command, name);
}
