/* Reading a list of known failures: all of it is right, or none of it counts. */
#include "src/json/document.h"
#include "src/run/known.h"

#include <stdlib.h>

#define PATTERN_MOST 200
#define REASON_MOST 500
#define CODE_MOST 60

static const struct ssmspec_json_limits limits = {
    .bytes = SSMSPEC_KNOWN_BYTES_MOST, .depth = 4, .nodes = 40000};

struct reading {
    struct ssmspec_document document;
    struct ssmspec_view today;
};

static enum ssmspec_err wrong(const struct reading *reading, const struct ssmspec_json *at,
                              const char *what, struct ssmspec_view name) {
    return ssmspec_document_wrong(&reading->document, at->offset, what, name);
}

static enum ssmspec_err check_names(const struct reading *reading,
                                    const struct ssmspec_json *object, const char *const *names) {
    for (const struct ssmspec_json *item = object->first; item != NULL; item = item->next) {
        size_t at = 0;
        while (names[at] != NULL && !ssmspec_view_is(item->name, names[at])) {
            at++;
        }
        if (names[at] == NULL) {
            return wrong(reading, item, "unknown key", item->name);
        }
        GUARD(ssmspec_document_once(&reading->document, object, item));
    }
    return SSMSPEC_OK;
}

/* Visible text, most bytes at most. */
static enum ssmspec_err take_text(const struct reading *reading, const struct ssmspec_json *object,
                                  const char *name, size_t most, struct ssmspec_view *out) {
    const struct ssmspec_json *member = ssmspec_json_member(object, name);
    const struct ssmspec_view shown = ssmspec_view_of(name);
    if (member == NULL) {
        return wrong(reading, object, "the entry lacks", shown);
    }
    if (member->type != SSMSPEC_JSON_STRING || ssmspec_view_trim(member->text).len == 0) {
        return wrong(reading, member, "must be a string that says something:", shown);
    }
    if (member->text.len > most) {
        return wrong(reading, member, "is too long:", shown);
    }
    for (size_t i = 0; i < member->text.len; i++) {
        const unsigned char c = (unsigned char)member->text.ptr[i];
        if (c < ' ' || c == 0x7f) {
            return wrong(reading, member, "holds a control character:", shown);
        }
    }
    *out = member->text;
    return SSMSPEC_OK;
}

static enum ssmspec_err take_pattern(const struct reading *reading,
                                     const struct ssmspec_json *object,
                                     struct ssmspec_known_entry *out) {
    GUARD(take_text(reading, object, "id", PATTERN_MOST, &out->pattern));
    const struct ssmspec_json *member = ssmspec_json_member(object, "id");
    for (size_t i = 0; i < out->pattern.len; i++) {
        const char c = out->pattern.ptr[i];
        const bool is_word =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (!is_word && strchr("._/-*", c) == NULL) {
            return wrong(reading, member, "no case id and no pattern:", out->pattern);
        }
    }
    out->column = member->offset; /* until all are placed */
    return SSMSPEC_OK;
}

/* Offsets to lines and columns in one walk: entries stand in the file's order. */
static void place(struct ssmspec_view text, struct ssmspec_known_entry *entries, size_t count) {
    size_t line = 1;
    size_t start = 0;
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        for (; at < entries[i].column; at++) {
            if (text.ptr[at] == '\n') {
                line++;
                start = at + 1;
            }
        }
        entries[i].line = line;
        entries[i].column = at - start + 1;
    }
}

static unsigned number_at(struct ssmspec_view text, size_t from, size_t digits) {
    long long number = 0;
    (void)ssmspec_view_to_int64(ssmspec_view_sub(text, from, digits), &number);
    return (unsigned)number;
}

static unsigned days_in(unsigned year, unsigned month) {
    static const unsigned char days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && is_leap ? 29 : days[month - 1];
}

/* A day of the calendar, written YYYY-MM-DD, so that days compare as texts do. */
static bool is_day(struct ssmspec_view text) {
    static const char form[] = "dddd-dd-dd";
    if (text.len != sizeof form - 1) {
        return false;
    }
    for (size_t i = 0; i < text.len; i++) {
        const bool is_digit = text.ptr[i] >= '0' && text.ptr[i] <= '9';
        if (form[i] == 'd' ? !is_digit : text.ptr[i] != form[i]) {
            return false;
        }
    }
    const unsigned month = number_at(text, 5, 2);
    const unsigned day = number_at(text, 8, 2);
    return month >= 1 && month <= 12 && day >= 1 && day <= days_in(number_at(text, 0, 4), month);
}

static enum ssmspec_err take_day(const struct reading *reading, const struct ssmspec_json *object,
                                 struct ssmspec_known_entry *out) {
    GUARD(take_text(reading, object, "expires", CODE_MOST, &out->expires));
    if (!is_day(out->expires)) {
        return wrong(reading, ssmspec_json_member(object, "expires"),
                     "must be a day, YYYY-MM-DD:", out->expires);
    }
    out->is_expired = memcmp(out->expires.ptr, reading->today.ptr, out->expires.len) < 0;
    return SSMSPEC_OK;
}

static enum ssmspec_err take_verdict(const struct reading *reading,
                                     const struct ssmspec_json *object,
                                     struct ssmspec_known_entry *out) {
    static const enum ssmspec_outcome_verdict failing[] = {
        SSMSPEC_FAIL, SSMSPEC_DEVIATION, SSMSPEC_INCONCLUSIVE, SSMSPEC_NOT_IMPLEMENTED};
    const struct ssmspec_json *member = ssmspec_json_member(object, "verdict");
    out->verdict = SSMSPEC_PASS;
    if (member == NULL) {
        return SSMSPEC_OK;
    }
    const struct ssmspec_view name = ssmspec_json_member_text(object, "verdict");
    for (size_t i = 0; i < sizeof failing / sizeof failing[0]; i++) {
        if (ssmspec_view_is(name, ssmspec_verdict_name(failing[i]))) {
            out->verdict = failing[i];
            return SSMSPEC_OK;
        }
    }
    return wrong(reading, member,
                 "must be one of fail, deviation, inconclusive, not-implemented:", member->name);
}

static enum ssmspec_err take_entry(const struct reading *reading, const struct ssmspec_json *object,
                                   struct ssmspec_known_entry *out) {
    static const char *const names[] = {"id", "reason", "expires", "verdict", "code", NULL};
    if (object->type != SSMSPEC_JSON_OBJECT) {
        return wrong(reading, object, "an entry is an object", (struct ssmspec_view){0});
    }
    GUARD(check_names(reading, object, names));
    GUARD(take_pattern(reading, object, out));
    GUARD(take_text(reading, object, "reason", REASON_MOST, &out->reason));
    GUARD(take_day(reading, object, out));
    GUARD(take_verdict(reading, object, out));
    return ssmspec_json_member(object, "code") == NULL
               ? SSMSPEC_OK
               : take_text(reading, object, "code", CODE_MOST, &out->code);
}

/* By pattern, then by place. */
static int compare(const void *left, const void *right) {
    const struct ssmspec_known_entry *a = *(const struct ssmspec_known_entry *const *)left;
    const struct ssmspec_known_entry *b = *(const struct ssmspec_known_entry *const *)right;
    const size_t shorter = a->pattern.len < b->pattern.len ? a->pattern.len : b->pattern.len;
    const int order = memcmp(a->pattern.ptr, b->pattern.ptr, shorter);
    if (order != 0 || a->pattern.len != b->pattern.len) {
        return order != 0 ? order : (a->pattern.len > b->pattern.len ? 1 : -1);
    }
    return (a > b) - (a < b);
}

static enum ssmspec_err check_unique(const struct reading *reading,
                                     const struct ssmspec_known *known) {
    const struct ssmspec_known_entry **sorted =
        ssmspec_arena_alloc(reading->document.arena, (known->count + 1) * sizeof *sorted);
    ENSURE(sorted != NULL, SSMSPEC_ERR_NOMEM);
    for (size_t i = 0; i < known->count; i++) {
        sorted[i] = &known->entries[i];
    }
    qsort(sorted, known->count, sizeof *sorted, compare);
    for (size_t i = 1; i < known->count; i++) {
        if (ssmspec_view_eq(sorted[i - 1]->pattern, sorted[i]->pattern)) {
            ssmspec_bytes_printf(reading->document.why,
                                 "%zu:%zu: line %zu has an entry for it: ", sorted[i]->line,
                                 sorted[i]->column, sorted[i - 1]->line);
            ssmspec_bytes_add(reading->document.why, sorted[i]->pattern);
            return SSMSPEC_ERR_CONFIG;
        }
    }
    return SSMSPEC_OK;
}

static enum ssmspec_err take_entries(const struct reading *reading, const struct ssmspec_json *list,
                                     struct ssmspec_known *out) {
    struct ssmspec_known_entry *entries =
        ssmspec_arena_alloc(reading->document.arena, (list->count + 1) * sizeof *entries);
    ENSURE(entries != NULL, SSMSPEC_ERR_NOMEM);
    size_t count = 0;
    for (const struct ssmspec_json *item = list->first; item != NULL; item = item->next) {
        GUARD(take_entry(reading, item, &entries[count++]));
    }
    place(reading->document.text, entries, count);
    const struct ssmspec_known known = {entries, count};
    GUARD(check_unique(reading, &known));
    *out = known;
    return SSMSPEC_OK;
}

enum ssmspec_err ssmspec_known_read(struct ssmspec_view document, struct ssmspec_view today,
                                    struct ssmspec_arena *arena, struct ssmspec_known *out,
                                    struct ssmspec_bytes *why) {
    static const char *const names[] = {"schema", "entries", NULL};
    const struct ssmspec_view none = {0};
    const struct reading reading = {{document, arena, why}, today};
    const struct ssmspec_json *root = NULL;
    GUARD(ssmspec_document_read(&reading.document, &limits, &root));
    if (root->type != SSMSPEC_JSON_OBJECT) {
        return wrong(&reading, root, "a list of known failures is one JSON object", none);
    }
    if (!ssmspec_view_is(ssmspec_json_member_text(root, "schema"), SSMSPEC_KNOWN_SCHEMA)) {
        return wrong(&reading, root, "\"schema\" must be \"" SSMSPEC_KNOWN_SCHEMA "\"", none);
    }
    GUARD(check_names(&reading, root, names));
    const struct ssmspec_json *list = ssmspec_json_member(root, "entries");
    if (list == NULL || list->type != SSMSPEC_JSON_LIST) {
        return wrong(&reading, list == NULL ? root : list, "\"entries\" must be a list", none);
    }
    return take_entries(&reading, list, out);
}
