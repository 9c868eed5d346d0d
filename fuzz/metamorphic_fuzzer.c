/* A raw body, and the same request in other words: respelled, and with a member that nobody knows.
 * Our parser must say the same of all three, and the plugged one too.
 * Mutator: fuzz/mutator/libfuzzer.c */
#include "fuzz/harness.h"
#include "fuzz/metamorphic/reading.h"
#include "fuzz/mutator/spell.h"
#include "fuzz/plugged/ask.h"
#include "fuzz/request_worth.h"

SSMSPEC_ORACLE_ID(metamorphic_outcome);
SSMSPEC_ORACLE_ID(metamorphic_violations);
SSMSPEC_ORACLE_ID(metamorphic_meaning);
SSMSPEC_ORACLE_ID(metamorphic_memory);
SSMSPEC_ORACLE_ID(metamorphic_plugged_verdict);
SSMSPEC_ORACLE_ID(metamorphic_plugged_meaning);
SSMSPEC_ORACLE_ID(metamorphic_plugged_unknown);

#define ROOM ((size_t)1 << 16)

static struct ssmspec_plugged plugged;

int LLVMFuzzerInitialize(int *argc, char ***argv) {
    (void)argc;
    (void)argv;
    ssmspec_plugged_start(&plugged);
    return 0;
}

/* Two spellings of one request, and what was made of the first one. That a NUL behind it does not
 * matter is seen on the first one alone. */
struct pair {
    const struct ssmspec_operation *operation;
    struct ssmspec_view first, second;
    struct ssmspec_reading_of_request ours;
    struct ssmspec_plugged_answer theirs;
    struct ssmspec_tree tree; /* of the first */
    struct ssmspec_arena *arena;
};

#define BOTH(pair) \
    (int)(pair)->first.len, (pair)->first.ptr, (int)(pair)->second.len, (pair)->second.ptr

static void check_ours(const struct pair *pair) {
    const struct ssmspec_reading_of_request before = pair->ours;
    struct ssmspec_reading_of_request after;
    ssmspec_read_request(pair->operation, pair->second, plugged.patterns, pair->arena, &after);
    SSMSPEC_ORACLE(metamorphic_outcome, before.outcome == after.outcome,
                   "operation=%s %d and %d of\n%.*s\n%.*s", pair->operation->name,
                   (int)before.outcome, (int)after.outcome, BOTH(pair));
    SSMSPEC_ORACLE(metamorphic_violations, ssmspec_view_eq(before.violations, after.violations),
                   "operation=%s %.*s and %.*s of\n%.*s\n%.*s", pair->operation->name,
                   (int)before.violations.len, before.violations.ptr, (int)after.violations.len,
                   after.violations.ptr, BOTH(pair));
    SSMSPEC_ORACLE(metamorphic_meaning, ssmspec_view_eq(before.meaning, after.meaning),
                   "operation=%s\n%.*s\n%.*s", pair->operation->name, BOTH(pair));
}

static void check_plugged(const struct pair *pair, bool is_growing) {
    const struct ssmspec_plugged_answer before = pair->theirs;
    struct ssmspec_plugged_answer after;
    ssmspec_plugged_ask_once(&plugged, pair->operation, pair->second, &before, pair->arena, &after);
    /* One that takes no unknown members may reject now, but it cannot begin to accept. */
    SSMSPEC_ORACLE(metamorphic_plugged_unknown,
                   !is_growing || before.verdict != SSMSPEC_PARSER_REJECT ||
                       after.verdict == SSMSPEC_PARSER_REJECT,
                   "operation=%s\n%.*s\n%.*s", pair->operation->name, BOTH(pair));
    SSMSPEC_ORACLE(metamorphic_plugged_verdict, is_growing || before.verdict == after.verdict,
                   "operation=%s %d and %d of\n%.*s\n%.*s", pair->operation->name, before.verdict,
                   after.verdict, BOTH(pair));
    SSMSPEC_ORACLE(
        metamorphic_plugged_meaning,
        before.verdict != after.verdict || ssmspec_view_eq(before.meaning, after.meaning),
        "operation=%s %.*s and %.*s of\n%.*s\n%.*s", pair->operation->name, (int)before.meaning.len,
        before.meaning.ptr, (int)after.meaning.len, after.meaning.ptr, BOTH(pair));
}

/* In words that go on with the tree, as it is by now. */
static bool spell(struct pair *pair, unsigned ways, uint32_t seed) {
    static struct ssmspec_bytes other = {.limit = ROOM}; /* its memory serves the next one */
    struct ssmspec_dice dice = ssmspec_dice_of(seed);
    ssmspec_bytes_reset(&other);
    ssmspec_spell_write(pair->tree.root, ways, &dice, &other);
    pair->second = ssmspec_bytes_view(&other);
    return !other.failed;
}

/* Numbers keep their spelling: not every parser takes 6e1 for an integer. */
static void check_respelled(struct pair pair, uint32_t seed) {
    const unsigned ways = SSMSPEC_SPELL_BLANKS | SSMSPEC_SPELL_ESCAPES | SSMSPEC_SPELL_ORDER;
    if (pair.tree.root == NULL) {
        return;
    }
    if (spell(&pair, ways, seed)) {
        check_ours(&pair);
        check_plugged(&pair, false);
    }
    if (spell(&pair, SSMSPEC_SPELL_ALL, seed + 1)) {
        check_ours(&pair);
    }
}

/* {"?ssmspec":[],...}: in front, since what stands last may count. */
static void check_grown(struct pair pair, const struct ssmspec_json *root) {
    struct ssmspec_bytes grown = {0};
    ssmspec_bytes_add(&grown, ssmspec_view_sub(pair.first, 0, root->offset + 1));
    ssmspec_bytes_add_text(&grown, root->count > 0 ? "\"?ssmspec\":[]," : "\"?ssmspec\":[]");
    ssmspec_bytes_add(&grown, ssmspec_view_sub(pair.first, root->offset + 1, pair.first.len));
    SSMSPEC_ORACLE(metamorphic_memory, !grown.failed, "nothing grown");
    pair.second = ssmspec_bytes_view(&grown);
    if (pair.second.len <= ROOM) {
        check_ours(&pair);
        check_plugged(&pair, true);
    }
    ssmspec_bytes_clear(&grown);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static struct ssmspec_arena arena;
    const struct ssmspec_json *root = NULL;
    const struct ssmspec_view body = ssmspec_fuzz_view(data, size);
    const enum ssmspec_err err = ssmspec_json_read(body, NULL, &arena, &root, NULL);
    if (err == SSMSPEC_OK && root->type == SSMSPEC_JSON_OBJECT && size <= ROOM) {
        const struct ssmspec_plugged_answer nothing = {0};
        struct pair pair = {
            .operation = ssmspec_request_addressed(root), .first = body, .arena = &arena};
        pair.tree.arena = &arena;
        pair.tree.root = ssmspec_tree_of(&pair.tree, root, body);
        ssmspec_look_at_request(pair.operation, body, root, plugged.patterns, &arena, &pair.ours);
        ssmspec_plugged_ask(&plugged, pair.operation, body, &nothing, &arena, &pair.theirs);
        check_respelled(pair, (uint32_t)size);
        check_grown(pair, root);
    }
    ssmspec_arena_reset(&arena);
    return 0;
}

enum ssmspec_fuzz_worth ssmspec_fuzz_verdict(const uint8_t *data, size_t size) {
    return ssmspec_request_worth(plugged.patterns, ssmspec_fuzz_view(data, size));
}
