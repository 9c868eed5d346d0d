/* Bytes choose a valid request, made from the tables without any parser, and a legal spelling of
 * it: our parser and the plugged one must accept it and understand what was meant. */
#include "fuzz/harness.h"
#include "fuzz/mutator/spell.h"
#include "fuzz/plugged/ask.h"
#include "fuzz/positive/build.h"
#include "src/request/canonical.h"
#include "suites/service.h"

SSMSPEC_ORACLE_ID(positive_built);
SSMSPEC_ORACLE_ID(positive_accepted);
SSMSPEC_ORACLE_ID(positive_equal);
SSMSPEC_ORACLE_ID(positive_plugged_accepted);
SSMSPEC_ORACLE_ID(positive_plugged_equal);

static struct ssmspec_plugged plugged;

int LLVMFuzzerInitialize(int *argc, char ***argv) {
    (void)argc;
    (void)argv;
    ssmspec_plugged_start(&plugged);
    return 0;
}

/* One input at work. */
struct trial {
    struct ssmspec_arena *arena;
    struct ssmspec_tree tree;
    struct ssmspec_dice dice;
    const struct ssmspec_operation *operation;
    struct ssmspec_bytes meant;
    struct ssmspec_bytes spelled;
    struct ssmspec_bytes read;
};

static void spell(struct trial *trial, unsigned ways) {
    ssmspec_bytes_reset(&trial->spelled);
    ssmspec_spell_write(trial->tree.root, ways, &trial->dice, &trial->spelled);
    SSMSPEC_ORACLE(positive_built, !trial->spelled.failed, "not spelled");
}

static void build(struct trial *trial, struct ssmspec_choices choices) {
    size_t count = 0;
    while (ssmspec_run_command.operations[count] != NULL) {
        count++;
    }
    trial->dice = ssmspec_dice_of(ssmspec_choices_next(&choices));
    trial->operation = ssmspec_run_command.operations[ssmspec_choices_below(&choices, count)];
    trial->tree.arena = trial->arena;
    SSMSPEC_ORACLE(positive_built,
                   ssmspec_build_request(&trial->tree, trial->operation, &choices) != NULL,
                   "%s: a shape has no valid value", trial->operation->name);
    spell(trial, 0);
    ssmspec_bytes_add(&trial->meant, ssmspec_bytes_view(&trial->spelled));
}

static void check_ours(struct trial *trial) {
    struct ssmspec_parsed parsed;
    struct ssmspec_bytes *const read = &trial->read;
    const struct ssmspec_view body = ssmspec_bytes_view(&trial->spelled);
    char *const exact = ssmspec_fuzz_copy_exact(body);
    ssmspec_bytes_reset(read);
    const enum ssmspec_err err =
        ssmspec_request_parse(trial->operation, (struct ssmspec_view){exact, body.len}, NULL,
                              plugged.patterns, trial->arena, &parsed);
    SSMSPEC_ORACLE(positive_accepted, err == SSMSPEC_OK && parsed.outcome == SSMSPEC_PARSED,
                   "operation=%s outcome %d at %zu: %.*s", trial->operation->name,
                   (int)parsed.outcome, parsed.offset, (int)body.len, body.ptr);
    SSMSPEC_ORACLE(positive_equal,
                   ssmspec_request_canonical(trial->operation, parsed.root, trial->arena, read) ==
                           SSMSPEC_OK &&
                       ssmspec_view_eq(ssmspec_bytes_view(read), ssmspec_bytes_view(&trial->meant)),
                   "operation=%s\nmeant %s\nread  %s", trial->operation->name, trial->meant.ptr,
                   read->ptr);
    free(exact);
}

static void check_plugged(struct trial *trial) {
    struct ssmspec_plugged_answer answer;
    const struct ssmspec_view body = ssmspec_bytes_view(&trial->spelled);
    const struct ssmspec_view meant = ssmspec_bytes_view(&trial->meant);
    const struct ssmspec_plugged_answer ours = {.said = meant, .meaning = meant};
    ssmspec_plugged_ask(&plugged, trial->operation, body, &ours, trial->arena, &answer);
    SSMSPEC_ORACLE(positive_plugged_accepted, answer.verdict != SSMSPEC_PARSER_REJECT,
                   "operation=%s %.*s", trial->operation->name, (int)body.len, body.ptr);
    SSMSPEC_ORACLE(positive_plugged_equal,
                   answer.meaning.ptr == NULL || ssmspec_view_eq(answer.meaning, meant),
                   "operation=%s\nmeant %s\nread  %.*s", trial->operation->name, trial->meant.ptr,
                   (int)answer.meaning.len, answer.meaning.ptr);
}

/* What a request may say beside what it means: an unknown member, a null, an earlier duplicate. */
static void add_noise(struct trial *trial) {
    static const struct ssmspec_view noise = SSMSPEC_VIEW_INIT("[{\"a\":null}]");
    const struct ssmspec_shape *const input = trial->operation->input;
    struct ssmspec_node *const root = trial->tree.root;
    for (size_t i = 0; i <= input->member_count; i++) {
        const bool is_unknown = i == input->member_count;
        const struct ssmspec_view name =
            is_unknown ? SSMSPEC_VIEW("ssmspec-unknown") : ssmspec_view_of(input->members[i].name);
        const bool is_there = ssmspec_node_member(root, name) != NULL;
        struct ssmspec_node *const part = is_unknown || is_there
                                              ? ssmspec_tree_read(&trial->tree, noise)
                                              : ssmspec_node_new(&trial->tree, SSMSPEC_JSON_NULL);
        if (part == NULL || !ssmspec_dice_once_in(&trial->dice, 3)) {
            continue;
        }
        part->name = name;
        ssmspec_node_insert(root, root->first, part);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static struct ssmspec_arena arena;
    static struct trial trial; /* its memory serves the next input */
    trial = (struct trial){
        .arena = &arena, .meant = trial.meant, .spelled = trial.spelled, .read = trial.read};
    ssmspec_bytes_reset(&trial.meant);
    build(&trial, (struct ssmspec_choices){data, size == 0 ? data : data + size});
    spell(&trial, SSMSPEC_SPELL_BLANKS | SSMSPEC_SPELL_ESCAPES | SSMSPEC_SPELL_ORDER);
    check_ours(&trial);
    check_plugged(&trial);
    /* What only we promise: 6e1 for 60, and noise. */
    add_noise(&trial);
    spell(&trial, SSMSPEC_SPELL_ALL);
    check_ours(&trial);
    ssmspec_arena_reset(&arena);
    return 0;
}
