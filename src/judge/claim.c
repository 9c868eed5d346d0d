#include "src/judge/claim.h"

#include "src/base/utf8.h"
#include "src/json/path.h"
#include "src/json/write.h"
#include "src/response/plain.h"

#include <stdlib.h>

#define DAY_SECONDS 86400.0
#define VALUE_SHOWN 80

#define REMEMBERED_MAX ((size_t)16 * 1024)

struct ssmspec_memory_entry {
    const struct ssmspec_memory_entry *older;
    struct ssmspec_view name; /* under which it is remembered */
    struct ssmspec_view text;
    size_t rank;
};

/* One claim being held against the values at its path. */
struct looking {
    const struct ssmspec_claiming *claiming;
    const struct ssmspec_claim *claim;
    size_t met, held;
    const struct ssmspec_json *first_broken;
    enum ssmspec_err err;
};

static bool read_double(struct ssmspec_view text, double *out) {
    char digits[64];
    if (text.len == 0 || text.len >= sizeof digits) {
        return false;
    }
    memcpy(digits, text.ptr, text.len);
    digits[text.len] = '\0';
    char *end = NULL;
    *out = strtod(digits, &end);
    return end == digits + text.len;
}

static bool is_number_within(const struct ssmspec_json *value, double min, double max) {
    double number = 0;
    return value->type == SSMSPEC_JSON_NUMBER && read_double(value->text, &number) &&
           number >= min && number <= max;
}

static bool is_in_range(const struct ssmspec_claim *claim, const struct ssmspec_json *value) {
    double raise = 0;
    if (claim->plus != NULL && !read_double(ssmspec_view_of(claim->plus), &raise)) {
        return false;
    }
    return is_number_within(value, claim->min + raise, claim->max + raise);
}

static bool is_brief(struct ssmspec_view text, double max) {
    size_t count = 0;
    size_t offset = 0;
    return ssmspec_utf8_count(text, &count, &offset) == SSMSPEC_OK && (double)count <= max;
}

static enum ssmspec_err remember(struct looking *looking, struct ssmspec_view text, size_t rank) {
    struct ssmspec_memory *memory = looking->claiming->memory;
    struct ssmspec_memory_entry *entry = ssmspec_arena_alloc(memory->arena, sizeof *entry);
    ENSURE(entry != NULL, SSMSPEC_ERR_NOMEM);
    entry->older = memory->newest;
    entry->rank = rank;
    GUARD(ssmspec_arena_copy(memory->arena, text, &entry->text));
    GUARD(ssmspec_arena_copy(memory->arena, ssmspec_view_of(looking->claim->text), &entry->name));
    memory->newest = entry;
    return SSMSPEC_OK;
}

/* Texts of any length are alike only as a whole: those that are too long to keep count as new. */
static bool is_new(struct looking *looking, struct ssmspec_view text) {
    const struct ssmspec_memory_entry *entry = looking->claiming->memory->newest;
    for (; entry != NULL; entry = entry->older) {
        if (ssmspec_view_is(entry->name, looking->claim->text) &&
            ssmspec_view_eq(entry->text, text)) {
            return false;
        }
    }
    if (text.len <= REMEMBERED_MAX) {
        looking->err = remember(looking, text, 0);
    }
    return true;
}

/* 1-based, 0 for a word of no rank. */
static size_t rank_of(const char *const *ranks, struct ssmspec_view text) {
    for (size_t rank = 0; ranks[rank] != NULL; rank++) {
        struct ssmspec_view rest = ssmspec_view_of(ranks[rank]);
        while (rest.len > 0) {
            const size_t bar = ssmspec_view_find(rest, SSMSPEC_VIEW("|"));
            if (ssmspec_view_eq(ssmspec_view_sub(rest, 0, bar), text)) {
                return rank + 1;
            }
            rest = ssmspec_view_sub(rest, bar + 1, rest.len);
        }
    }
    return 0;
}

static bool rises(struct looking *looking, struct ssmspec_view text) {
    const size_t rank = rank_of(looking->claim->texts, text);
    const struct ssmspec_memory_entry *entry = looking->claiming->memory->newest;
    for (; entry != NULL; entry = entry->older) {
        if (ssmspec_view_is(entry->name, looking->claim->text) && entry->rank >= rank) {
            return entry->rank == rank;
        }
    }
    looking->err = remember(looking, text, rank);
    return rank > 0;
}

static bool holds_of_text(struct looking *looking, struct ssmspec_view text) {
    const struct ssmspec_claim *claim = looking->claim;
    switch (claim->kind) {
    case SSMSPEC_CLAIM_IS:
        return ssmspec_view_is(text, claim->text);
    case SSMSPEC_CLAIM_IS_NOT:
        return !ssmspec_view_is(text, claim->text);
    case SSMSPEC_CLAIM_ONE_OF:
        return ssmspec_view_among(text, claim->texts);
    case SSMSPEC_CLAIM_MATCHES:
        return ssmspec_patterns_match(looking->claiming->patterns, claim->text, text);
    case SSMSPEC_CLAIM_BRIEF:
        return is_brief(text, claim->max);
    case SSMSPEC_CLAIM_NEW:
        return is_new(looking, text);
    case SSMSPEC_CLAIM_RISES:
        return rises(looking, text);
    default:
        return false;
    }
}

static bool holds_of(struct looking *looking, const struct ssmspec_json *value) {
    const struct ssmspec_claim *claim = looking->claim;
    const bool has_entries = value->type == SSMSPEC_JSON_LIST || value->type == SSMSPEC_JSON_OBJECT;
    switch (claim->kind) {
    case SSMSPEC_CLAIM_THERE:
        return value->type != SSMSPEC_JSON_NULL;
    case SSMSPEC_CLAIM_ABSENT:
        return value->type == SSMSPEC_JSON_NULL;
    case SSMSPEC_CLAIM_NUMBER:
        return is_in_range(claim, value);
    case SSMSPEC_CLAIM_RECENT:
        return is_number_within(value, looking->claiming->now - DAY_SECONDS,
                                looking->claiming->now + DAY_SECONDS);
    case SSMSPEC_CLAIM_COUNT:
        return has_entries && value->count >= claim->min && value->count <= claim->max;
    default:
        return value->type == SSMSPEC_JSON_STRING && holds_of_text(looking, value->text);
    }
}

static bool look_at(void *context, const struct ssmspec_json *value) {
    struct looking *looking = context;
    looking->met++;
    if (holds_of(looking, value)) {
        looking->held++;
    } else if (looking->first_broken == NULL) {
        looking->first_broken = value;
    }
    return looking->err == SSMSPEC_OK;
}

static bool holds(const struct looking *looking) {
    const struct ssmspec_claim *claim = looking->claim;
    if (looking->met == 0) {
        return claim->kind == SSMSPEC_CLAIM_ABSENT || claim->may_be_absent || claim->is_of_every;
    }
    return claim->is_of_every ? looking->held == looking->met : looking->held > 0;
}

static void add_value(struct ssmspec_bytes *out, const struct ssmspec_json *value) {
    struct ssmspec_bytes shown = {0};
    if (value == NULL) {
        ssmspec_bytes_add_text(out, "absent");
        return;
    }
    if (value->type == SSMSPEC_JSON_LIST || value->type == SSMSPEC_JSON_OBJECT) {
        ssmspec_bytes_printf(out, "a %s of %u", ssmspec_json_type_name(value->type), value->count);
        return;
    }
    ssmspec_json_write(&shown, value);
    ssmspec_plain_add(out, ssmspec_bytes_view(&shown), VALUE_SHOWN);
    ssmspec_bytes_clear(&shown);
}

static enum ssmspec_err explain(const struct looking *looking, const char **why) {
    struct ssmspec_bytes words = {0};
    ssmspec_claim_words(looking->claim, &words);
    ssmspec_bytes_add_text(&words, ", it is ");
    add_value(&words, looking->first_broken);
    enum ssmspec_err err = ssmspec_bytes_status(&words);
    if (err == SSMSPEC_OK) {
        *why = ssmspec_arena_text(looking->claiming->arena, ssmspec_bytes_view(&words));
        err = *why == NULL ? SSMSPEC_ERR_NOMEM : SSMSPEC_OK;
    }
    ssmspec_bytes_clear(&words);
    return err;
}

enum ssmspec_err ssmspec_claim_check(const struct ssmspec_claiming *claiming,
                                     const struct ssmspec_claim *claim,
                                     const struct ssmspec_json *root, const char **why) {
    struct looking looking = {.claiming = claiming, .claim = claim};
    ssmspec_json_visit(root, ssmspec_view_of(claim->path), look_at, &looking);
    GUARD(looking.err);
    *why = NULL;
    return holds(&looking) ? SSMSPEC_OK : explain(&looking, why);
}
