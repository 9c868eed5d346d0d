/* The reader of journals: all of one or a place that is wrong; what it gives is written and read
 * again without a change; a run that goes on behind its last whole line finds the same results. */
#include "fuzz/harness.h"
#include "src/run/journal.h"

SSMSPEC_ORACLE_ID(journal_total);
SSMSPEC_ORACLE_ID(journal_reason);
SSMSPEC_ORACLE_ID(journal_untouched);
SSMSPEC_ORACLE_ID(journal_places);
SSMSPEC_ORACLE_ID(journal_goes_on);
SSMSPEC_ORACLE_ID(journal_round_trip);

static enum ssmspec_err read_journal(struct ssmspec_view bytes, struct ssmspec_arena *arena,
                                     struct ssmspec_journal_content *out,
                                     struct ssmspec_bytes *why) {
    ssmspec_bytes_reset(why);
    return ssmspec_journal_read(bytes, arena, out, why);
}

static void write_journal(const struct ssmspec_run_record *record, struct ssmspec_bytes *out) {
    ssmspec_journal_write_start(record, out);
    for (size_t i = 0; i < record->result_count; i++) {
        ssmspec_journal_write_result(&record->results[i], out);
    }
    ssmspec_journal_write_end(record, out);
}

static void check_refusal(enum ssmspec_err err, const struct ssmspec_bytes *why,
                          const struct ssmspec_journal_content *content) {
    SSMSPEC_ORACLE(journal_total, err == SSMSPEC_ERR_CONFIG, "%s", ssmspec_err_text(err));
    SSMSPEC_ORACLE(journal_reason, why->len > 4 && strchr(why->ptr, ':') != NULL, "no place");
    SSMSPEC_ORACLE(journal_untouched, content->resumed == SIZE_MAX, "%s", why->ptr);
}

static void check_places(const struct ssmspec_journal_content *content, size_t size) {
    size_t line = 1;
    for (size_t i = 0; i < content->record.result_count; i++) {
        SSMSPEC_ORACLE(journal_places, content->lines[i] > line, "%zu behind %zu",
                       content->lines[i], line);
        line = content->lines[i];
    }
    SSMSPEC_ORACLE(journal_places, content->bytes > 0 && content->bytes <= size, "%zu bytes",
                   content->bytes);
}

static void check_going_on(const struct ssmspec_journal_content *content, struct ssmspec_view bytes,
                           struct ssmspec_arena *arena, struct ssmspec_bytes *why) {
    struct ssmspec_journal_content again = {.bytes = 0};
    const enum ssmspec_err err =
        read_journal(ssmspec_view_sub(bytes, 0, content->bytes), arena, &again, why);
    SSMSPEC_ORACLE(journal_goes_on, err == SSMSPEC_OK, "%s", why->ptr);
    SSMSPEC_ORACLE(journal_goes_on,
                   again.record.result_count == content->record.result_count &&
                       again.resumed == content->resumed && again.bytes == content->bytes &&
                       !again.record.is_complete,
                   "%zu results, then %zu", content->record.result_count,
                   again.record.result_count);
}

static void check_round_trip(const struct ssmspec_journal_content *content,
                             struct ssmspec_arena *arena, struct ssmspec_bytes *why) {
    struct ssmspec_bytes first = {0};
    struct ssmspec_bytes second = {0};
    struct ssmspec_journal_content again = {.bytes = 0};
    write_journal(&content->record, &first);
    const enum ssmspec_err err = read_journal(ssmspec_bytes_view(&first), arena, &again, why);
    SSMSPEC_ORACLE(journal_round_trip, err == SSMSPEC_OK, "%s", why->ptr);
    write_journal(&again.record, &second);
    SSMSPEC_ORACLE(journal_round_trip,
                   ssmspec_view_eq(ssmspec_bytes_view(&first), ssmspec_bytes_view(&second)),
                   "%s\nbecame\n%s", first.ptr, second.ptr);
    ssmspec_bytes_clear(&first);
    ssmspec_bytes_clear(&second);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct ssmspec_arena arena = {0};
    struct ssmspec_bytes why = {0};
    struct ssmspec_journal_content content = {.resumed = SIZE_MAX};
    const struct ssmspec_view bytes = ssmspec_fuzz_view(data, size);
    const enum ssmspec_err err = read_journal(bytes, &arena, &content, &why);
    if (err == SSMSPEC_OK) {
        check_places(&content, size);
        check_going_on(&content, bytes, &arena, &why);
        check_round_trip(&content, &arena, &why);
    } else {
        check_refusal(err, &why, &content);
    }
    ssmspec_bytes_clear(&why);
    ssmspec_arena_clear(&arena);
    return 0;
}

enum ssmspec_fuzz_worth ssmspec_fuzz_verdict(const uint8_t *data, size_t size) {
    struct ssmspec_arena arena = {0};
    struct ssmspec_bytes why = {0};
    struct ssmspec_journal_content content;
    const enum ssmspec_err err =
        read_journal(ssmspec_fuzz_view(data, size), &arena, &content, &why);
    ssmspec_bytes_clear(&why);
    ssmspec_arena_clear(&arena);
    return err == SSMSPEC_OK ? SSMSPEC_FUZZ_ACCEPTED : SSMSPEC_FUZZ_REJECTED;
}
