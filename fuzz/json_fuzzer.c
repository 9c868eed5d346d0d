/* The strict JSON reader and our own spelling: whatever is read is written and read again, and
 * nothing changes any more.
 * Options: max_len=8192 */
#include "fuzz/harness.h"
#include "fuzz/json/extent.h"
#include "src/json/write.h"

SSMSPEC_ORACLE_ID(json_total);
SSMSPEC_ORACLE_ID(json_fault_placed);
SSMSPEC_ORACLE_ID(json_round_trip);
SSMSPEC_ORACLE_ID(json_fixed_point);
SSMSPEC_ORACLE_ID(json_end);
SSMSPEC_ORACLE_ID(json_limits);

#define FEW_BYTES 512
#define FEW_LEVELS 6
#define FEW_NODES 24

static bool is_same(const struct ssmspec_json *a, const struct ssmspec_json *b) {
    if (a->type != b->type || a->truth != b->truth || a->count != b->count ||
        !ssmspec_view_eq(a->name, b->name) || !ssmspec_view_eq(a->text, b->text)) {
        return false;
    }
    const struct ssmspec_json *other = b->first;
    for (const struct ssmspec_json *each = a->first; each != NULL; each = each->next) {
        if (!is_same(each, other)) {
            return false;
        }
        other = other->next;
    }
    return true;
}

static void check_fault(enum ssmspec_err err, const struct ssmspec_json_fault *fault, size_t size) {
    SSMSPEC_ORACLE(json_total, err == SSMSPEC_ERR_SYNTAX || err == SSMSPEC_ERR_LIMIT, "%s",
                   ssmspec_err_text(err));
    SSMSPEC_ORACLE(json_fault_placed, fault->reason != NULL && fault->offset <= size, "offset %zu",
                   fault->offset);
    SSMSPEC_ORACLE(json_fault_placed,
                   fault->line >= 1 && fault->column >= 1 && fault->column <= fault->offset + 1,
                   "line %zu column %zu", fault->line, fault->column);
}

static void check_spelling(const struct ssmspec_json *root, struct ssmspec_arena *arena) {
    struct ssmspec_bytes once = {0};
    struct ssmspec_bytes twice = {0};
    const struct ssmspec_json *again = NULL;
    ssmspec_json_write(&once, root);
    const enum ssmspec_err err =
        ssmspec_json_read(ssmspec_bytes_view(&once), NULL, arena, &again, NULL);
    SSMSPEC_ORACLE(json_round_trip, err == SSMSPEC_OK && is_same(root, again), "%.200s", once.ptr);
    ssmspec_json_write(&twice, again);
    SSMSPEC_ORACLE(json_fixed_point,
                   ssmspec_view_eq(ssmspec_bytes_view(&once), ssmspec_bytes_view(&twice)), "%.200s",
                   once.ptr);
    ssmspec_bytes_clear(&once);
    ssmspec_bytes_clear(&twice);
}

static enum ssmspec_err read_with_end(struct ssmspec_view bytes, char end,
                                      struct ssmspec_arena *arena) {
    const struct ssmspec_json *root = NULL;
    char *const copy = ssmspec_fuzz_copy_with_end(bytes, end);
    const enum ssmspec_err err =
        ssmspec_json_read((struct ssmspec_view){copy, bytes.len}, NULL, arena, &root, NULL);
    free(copy);
    return err;
}

/* Under narrow limits the same comes of it, unless one of them is met first. */
static void check_limits(struct ssmspec_view bytes, enum ssmspec_err wide,
                         const struct ssmspec_json_fault *fault, struct ssmspec_arena *arena) {
    const struct ssmspec_json_limits few = {
        .bytes = FEW_BYTES, .depth = FEW_LEVELS, .nodes = (uint32_t)bytes.len % FEW_NODES};
    const struct ssmspec_json *root = NULL;
    struct ssmspec_json_fault narrow = {0};
    const enum ssmspec_err err = ssmspec_json_read(bytes, &few, arena, &root, &narrow);
    SSMSPEC_ORACLE(json_limits,
                   err == SSMSPEC_ERR_LIMIT ? narrow.is_limit : err == wide && !narrow.is_limit,
                   "%s, then %s", ssmspec_err_text(wide), ssmspec_err_text(err));
    SSMSPEC_ORACLE(json_limits, err != SSMSPEC_ERR_SYNTAX || narrow.offset == fault->offset,
                   "a fault at %zu, then one at %zu", fault->offset, narrow.offset);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct ssmspec_arena arena = {0};
    const struct ssmspec_json *root = NULL;
    struct ssmspec_json_fault fault = {0};
    const struct ssmspec_view bytes = ssmspec_fuzz_view(data, size);
    const enum ssmspec_err err = ssmspec_json_read(bytes, NULL, &arena, &root, &fault);
    if (err == SSMSPEC_OK) {
        ssmspec_check_extent(root, bytes, 0);
        check_spelling(root, &arena);
    } else {
        check_fault(err, &fault, size);
    }
    check_limits(bytes, err, &fault, &arena);
    SSMSPEC_ORACLE(json_end, read_with_end(bytes, '0', &arena) == err, "a digit behind the end");
    ssmspec_arena_clear(&arena);
    return 0;
}

enum ssmspec_fuzz_worth ssmspec_fuzz_verdict(const uint8_t *data, size_t size) {
    struct ssmspec_arena arena = {0};
    const struct ssmspec_json *root = NULL;
    const enum ssmspec_err err =
        ssmspec_json_read(ssmspec_fuzz_view(data, size), NULL, &arena, &root, NULL);
    ssmspec_arena_clear(&arena);
    return err == SSMSPEC_OK ? SSMSPEC_FUZZ_ACCEPTED : SSMSPEC_FUZZ_REJECTED;
}
