#include "src/run/journal_fields.h"

#include <limits.h>

enum ssmspec_err ssmspec_journal_wrong(const struct ssmspec_journal_reading *reading, size_t column,
                                       const char *what) {
    ssmspec_bytes_printf(reading->why, "%zu:%zu: %s", reading->line, column, what);
    return SSMSPEC_ERR_CONFIG;
}

enum ssmspec_err ssmspec_journal_wrong_member(const struct ssmspec_journal_reading *reading,
                                              const struct ssmspec_json *at, const char *name) {
    ssmspec_bytes_printf(reading->why, "%zu:%u: '%s' is missing or wrong", reading->line,
                         at->offset + 1, name);
    return SSMSPEC_ERR_CONFIG;
}

enum ssmspec_err ssmspec_journal_get_number(const struct ssmspec_journal_reading *reading,
                                            const struct ssmspec_json *object, const char *name,
                                            int64_t most, int64_t *out) {
    const struct ssmspec_json *member = ssmspec_json_member(object, name);
    int64_t number = -1;
    const bool is_number = member != NULL && member->type == SSMSPEC_JSON_NUMBER &&
                           ssmspec_json_to_int64(member, &number);
    if (!is_number || number < 0 || number > most) {
        return ssmspec_journal_wrong_member(reading, member == NULL ? object : member, name);
    }
    *out = number;
    return SSMSPEC_OK;
}

enum ssmspec_err ssmspec_journal_get_truth(const struct ssmspec_journal_reading *reading,
                                           const struct ssmspec_json *object, const char *name,
                                           bool *out) {
    const struct ssmspec_json *member = ssmspec_json_member(object, name);
    if (member == NULL || member->type != SSMSPEC_JSON_BOOLEAN) {
        return ssmspec_journal_wrong_member(reading, member == NULL ? object : member, name);
    }
    *out = member->truth;
    return SSMSPEC_OK;
}

enum ssmspec_err ssmspec_journal_get_seconds(const struct ssmspec_journal_reading *reading,
                                             const struct ssmspec_json *object, double *out) {
    int64_t microseconds = 0;
    GUARD(ssmspec_journal_get_number(reading, object, "microseconds", 1000000000000000,
                                     &microseconds));
    *out = (double)microseconds / 1e6;
    return SSMSPEC_OK;
}

enum ssmspec_err ssmspec_journal_get_level(const struct ssmspec_journal_reading *reading,
                                           const struct ssmspec_json *object,
                                           enum ssmspec_level *out) {
    const struct ssmspec_view name = ssmspec_json_member_text(object, "level");
    for (int level = SSMSPEC_NONE; level <= SSMSPEC_MUST; level++) {
        if (ssmspec_view_is(name, ssmspec_level_name((enum ssmspec_level)level))) {
            *out = (enum ssmspec_level)level;
            return SSMSPEC_OK;
        }
    }
    return ssmspec_journal_wrong_member(reading, object, "level");
}

static enum ssmspec_err get_verdict_name(const struct ssmspec_journal_reading *reading,
                                         const struct ssmspec_json *object,
                                         enum ssmspec_outcome_verdict *out) {
    const struct ssmspec_view name = ssmspec_json_member_text(object, "name");
    for (int verdict = 0; verdict < SSMSPEC_VERDICT_COUNT; verdict++) {
        if (ssmspec_view_is(name, ssmspec_verdict_name((enum ssmspec_outcome_verdict)verdict))) {
            *out = (enum ssmspec_outcome_verdict)verdict;
            return SSMSPEC_OK;
        }
    }
    return ssmspec_journal_wrong_member(reading, object, "name");
}

/* A NUL-terminated text, NULL when the member is absent. */
enum ssmspec_err ssmspec_journal_get_c_text(const struct ssmspec_journal_reading *reading,
                                            const struct ssmspec_json *object, const char *name,
                                            const char **out) {
    const struct ssmspec_view text = ssmspec_json_member_text(object, name);
    if (text.ptr == NULL) {
        *out = NULL;
        return SSMSPEC_OK;
    }
    *out = ssmspec_arena_text(reading->arena, text);
    return *out == NULL ? SSMSPEC_ERR_NOMEM : SSMSPEC_OK;
}

enum ssmspec_err ssmspec_journal_get_verdict(const struct ssmspec_journal_reading *reading,
                                             const struct ssmspec_json *object,
                                             struct ssmspec_verdict *out) {
    const struct ssmspec_json *member = ssmspec_json_member(object, "verdict");
    if (member == NULL) {
        return ssmspec_journal_wrong_member(reading, object, "verdict");
    }
    GUARD(get_verdict_name(reading, member, &out->verdict));
    GUARD(ssmspec_journal_get_level(reading, member, &out->level));
    GUARD(ssmspec_journal_get_c_text(reading, member, "code", &out->code));
    out->text = ssmspec_json_member_text(member, "text");
    out->source = ssmspec_json_member_text(member, "source");
    return SSMSPEC_OK;
}

enum ssmspec_err ssmspec_journal_get_seen(const struct ssmspec_journal_reading *reading,
                                          const struct ssmspec_json *seen,
                                          struct ssmspec_seen *out) {
    int64_t status = 0;
    GUARD(ssmspec_journal_get_truth(reading, seen, "delivered", &out->is_delivered));
    GUARD(ssmspec_journal_get_number(reading, seen, "status", INT_MAX, &status));
    out->status = (int)status;
    out->error = ssmspec_json_member_text(seen, "error");
    out->message = ssmspec_json_member_text(seen, "message");
    return SSMSPEC_OK;
}

enum ssmspec_err ssmspec_journal_get_texts(const struct ssmspec_journal_reading *reading,
                                           const struct ssmspec_json *object, const char *name,
                                           const struct ssmspec_view **out, size_t *count) {
    const struct ssmspec_json *list = ssmspec_json_member(object, name);
    if (list == NULL || list->type != SSMSPEC_JSON_LIST) {
        return ssmspec_journal_wrong_member(reading, list == NULL ? object : list, name);
    }
    struct ssmspec_view *texts =
        ssmspec_arena_alloc(reading->arena, (list->count + 1) * sizeof(*texts));
    ENSURE(texts != NULL, SSMSPEC_ERR_NOMEM);
    size_t taken = 0;
    for (const struct ssmspec_json *item = list->first; item != NULL; item = item->next) {
        if (item->type != SSMSPEC_JSON_STRING) {
            return ssmspec_journal_wrong_member(reading, item, name);
        }
        texts[taken++] = item->text;
    }
    *out = texts;
    *count = taken;
    return SSMSPEC_OK;
}

bool ssmspec_journal_read_seed(struct ssmspec_view text, unsigned long long *out) {
    unsigned long long seed = 0;
    for (size_t i = 0; i < text.len; i++) {
        const unsigned digit = (unsigned)(text.ptr[i] - '0');
        if (digit > 9 || seed > (ULLONG_MAX - digit) / 10) {
            return false;
        }
        seed = seed * 10 + digit;
    }
    *out = seed;
    return text.len > 0;
}
