#include "src/judge/words.h"

#include "src/response/plain.h"

bool ssmspec_outcome_is_accepted(const struct ssmspec_outcome *outcome) {
    return outcome->breaks == SSMSPEC_NONE;
}

void ssmspec_outcome_words(const struct ssmspec_outcome *outcome, struct ssmspec_bytes *out) {
    switch (outcome->kind) {
    case SSMSPEC_SUCCESS:
        ssmspec_bytes_add_text(out, "200 with a well-formed answer");
        return;
    case SSMSPEC_ERROR:
        ssmspec_bytes_printf(out, "%d %s", outcome->status,
                             outcome->error == NULL ? "with a JSON error" : outcome->error);
        return;
    case SSMSPEC_CLIENT_ERROR:
        ssmspec_bytes_add_text(out, "any 4xx with a JSON error");
        return;
    case SSMSPEC_CLIENT_STATUS:
        ssmspec_bytes_add_text(out, "any 4xx");
        return;
    case SSMSPEC_STATUS:
        ssmspec_bytes_printf(out, "%d", outcome->status);
        return;
    case SSMSPEC_ANSWERED:
        ssmspec_bytes_add_text(out, "any answer below 500");
        return;
    case SSMSPEC_NO_ANSWER:
        ssmspec_bytes_add_text(out, "a closed connection");
        return;
    }
    ssmspec_bytes_add_text(out, "nothing");
}

/* As ssmspec_outcome_words has it; every case of a run needs this one, so it is spelled by hand. */
static enum ssmspec_err error_words(const struct ssmspec_outcome *outcome,
                                    struct ssmspec_arena *arena, struct ssmspec_view *out) {
    const struct ssmspec_view error = ssmspec_view_of(outcome->error);
    char *words = ssmspec_arena_raw(arena, error.len + 5);
    ENSURE(words != NULL, SSMSPEC_ERR_NOMEM);
    words[0] = (char)('0' + outcome->status / 100 % 10);
    words[1] = (char)('0' + outcome->status / 10 % 10);
    words[2] = (char)('0' + outcome->status % 10);
    words[3] = ' ';
    memcpy(words + 4, error.ptr, error.len);
    words[4 + error.len] = '\0';
    *out = (struct ssmspec_view){words, 4 + error.len};
    return SSMSPEC_OK;
}

static enum ssmspec_err words_copy(const struct ssmspec_outcome *outcome,
                                   struct ssmspec_arena *arena, struct ssmspec_view *out) {
    if (outcome->kind == SSMSPEC_ERROR && outcome->error != NULL && outcome->status < 1000) {
        return error_words(outcome, arena, out);
    }
    struct ssmspec_bytes words = {0};
    ssmspec_outcome_words(outcome, &words);
    enum ssmspec_err err = ssmspec_bytes_status(&words);
    if (err == SSMSPEC_OK) {
        err = ssmspec_arena_copy(arena, ssmspec_bytes_view(&words), out);
    }
    ssmspec_bytes_clear(&words);
    return err;
}

enum ssmspec_err ssmspec_expected_words(const struct ssmspec_expectation *expect,
                                        struct ssmspec_arena *arena,
                                        const struct ssmspec_view **out, size_t *count) {
    struct ssmspec_view *words = ssmspec_arena_raw(arena, (expect->count + 1) * sizeof(*words));
    ENSURE(words != NULL, SSMSPEC_ERR_NOMEM);
    size_t used = 0;
    for (size_t i = 0; i < expect->count && i < SSMSPEC_OUTCOMES_MAX; i++) {
        if (ssmspec_outcome_is_accepted(&expect->outcomes[i])) {
            GUARD(words_copy(&expect->outcomes[i], arena, &words[used]));
            used++;
        }
    }
    *out = words;
    *count = used;
    return SSMSPEC_OK;
}

enum ssmspec_err ssmspec_case_words(const struct ssmspec_case *row, struct ssmspec_arena *arena,
                                    const struct ssmspec_view **out, size_t *count) {
    if (row->scenario == NULL) {
        return ssmspec_expected_words(&row->expect, arena, out, count);
    }
    struct ssmspec_view *one = ssmspec_arena_alloc(arena, sizeof *one);
    const char *text =
        ssmspec_arena_printf(arena, "%zu steps as expected", row->scenario->step_count);
    ENSURE(one != NULL && text != NULL, SSMSPEC_ERR_NOMEM);
    *one = ssmspec_view_of(text);
    *out = one;
    *count = 1;
    return SSMSPEC_OK;
}

const char *ssmspec_expected_sentence(const struct ssmspec_expectation *expect,
                                      struct ssmspec_arena *arena) {
    const struct ssmspec_view *words = NULL;
    size_t count = 0;
    if (ssmspec_expected_words(expect, arena, &words, &count) != SSMSPEC_OK) {
        return NULL;
    }
    const char *sentence = count == 0 ? "nothing" : words[0].ptr;
    for (size_t i = 1; i < count && sentence != NULL; i++) {
        const char *joint = i + 1 == count ? " or " : ", ";
        sentence = ssmspec_arena_printf(arena, "%s%s%s", sentence, joint, words[i].ptr);
    }
    return sentence;
}

const char *ssmspec_answer_words(const struct ssmspec_answer *answer, struct ssmspec_arena *arena) {
    static const char *const bodies[] = {
        [SSMSPEC_BODY_EMPTY] = "with an empty body",
        [SSMSPEC_BODY_OBJECT] = "with a JSON object that names no error",
        [SSMSPEC_BODY_OTHER_JSON] = "with JSON that is no object",
        [SSMSPEC_BODY_MARKUP] = "with markup",
        [SSMSPEC_BODY_OTHER] = "with a body that is not JSON",
    };
    const bool is_success = answer->status >= 200 && answer->status < 300;
    if (answer->error.len == 0 && is_success && answer->body_kind == SSMSPEC_BODY_OBJECT) {
        return ssmspec_arena_printf(arena, "%d", answer->status);
    }
    if (answer->error.len == 0) {
        return ssmspec_arena_printf(arena, "%d %s", answer->status, bodies[answer->body_kind]);
    }
    const char *error = ssmspec_plain_text(answer->error, 80, arena);
    return error == NULL ? NULL : ssmspec_arena_printf(arena, "%d %s", answer->status, error);
}
