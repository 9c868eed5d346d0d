#include "src/judge/phrase.h"

static bool holds(struct ssmspec_view text, struct ssmspec_view needle) {
    return needle.len == 0 || ssmspec_view_find(text, needle) < text.len;
}

static bool holds_nocase(struct ssmspec_view text, struct ssmspec_view needle) {
    for (size_t at = 0; needle.len <= text.len && at <= text.len - needle.len; at++) {
        if (ssmspec_view_eq_nocase(ssmspec_view_sub(text, at, needle.len), needle)) {
            return true;
        }
    }
    return false;
}

/* The part of rest before separator; rest becomes what follows it, absent at the end. */
static struct ssmspec_view next_part(struct ssmspec_view *rest, struct ssmspec_view separator) {
    const size_t at = ssmspec_view_find(*rest, separator);
    const struct ssmspec_view part = ssmspec_view_sub(*rest, 0, at);
    *rest = at == rest->len ? (struct ssmspec_view){NULL, 0}
                            : ssmspec_view_sub(*rest, at + separator.len, rest->len);
    return part;
}

/* Grammar, not a name: the word `member` and the index or key's number before it. */
static bool is_named_segment(struct ssmspec_view segment) {
    long long index = 0;
    return segment.len > 0 && !ssmspec_view_is(segment, "member") &&
           !ssmspec_view_to_int64(segment, &index);
}

static bool names_last_segment(struct ssmspec_view message, const char *path) {
    struct ssmspec_view rest = ssmspec_view_of(path);
    struct ssmspec_view last = {NULL, 0};
    while (rest.ptr != NULL) {
        const struct ssmspec_view segment = next_part(&rest, SSMSPEC_VIEW("."));
        if (is_named_segment(segment)) {
            last = segment;
        }
    }
    return last.len > 0 && holds_nocase(message, last);
}

bool ssmspec_message_names(struct ssmspec_view message, const char *path) {
    return message.len > 0 &&
           (holds(message, ssmspec_view_of(path)) || names_last_segment(message, path));
}

/* ---- wording */

/* "[a, b]" at the end of a phrase may come in any order: every element stands in message between
 * brackets behind the phrase's head. */
static bool says_set(struct ssmspec_view message, struct ssmspec_view phrase, size_t open) {
    const struct ssmspec_view head = ssmspec_view_sub(phrase, 0, open + 1);
    const size_t at = ssmspec_view_find(message, head);
    if (at == message.len) {
        return false;
    }
    const struct ssmspec_view tail = ssmspec_view_sub(message, at + head.len, message.len);
    const struct ssmspec_view said =
        ssmspec_view_sub(tail, 0, ssmspec_view_find(tail, SSMSPEC_VIEW("]")));
    struct ssmspec_view wanted = ssmspec_view_sub(phrase, open + 1, phrase.len - open - 2);
    const size_t wanted_len = wanted.len;
    while (wanted.ptr != NULL) {
        if (!holds(said, next_part(&wanted, SSMSPEC_VIEW(", ")))) {
            return false;
        }
    }
    return said.len == wanted_len;
}

static bool says_as_recorded(struct ssmspec_view message, struct ssmspec_view phrase) {
    if (holds(message, phrase)) {
        return true;
    }
    const bool is_enum = ssmspec_view_starts(phrase, SSMSPEC_VIEW("Member must satisfy enum"));
    const size_t open = ssmspec_view_find(phrase, SSMSPEC_VIEW("["));
    const bool is_closed = phrase.len > 0 && phrase.ptr[phrase.len - 1] == ']';
    return is_enum && open < phrase.len && is_closed && says_set(message, phrase, open);
}

/* A bound's phrase here and in Smithy's words. */
static const struct bound {
    struct ssmspec_view recorded;
    struct ssmspec_view smithy;  /* where it has one bound */
    struct ssmspec_view between; /* where it has both */
    bool is_upper;
} bounds[] = {
#define V(text) \
    { (text), sizeof(text) - 1 }
    {V("Member must have length less than or equal to "),
     V("Member must have length less than or equal to "), V("Member must have length between "),
     true},
    {V("Member must have length greater than or equal to "),
     V("Member must have length greater than or equal to "), V("Member must have length between "),
     false},
    {V("Member must have value less than or equal to "), V("Member must be less than or equal to "),
     V("Member must be between "), true},
    {V("Member must have value greater than or equal to "),
     V("Member must be greater than or equal to "), V("Member must be between "), false},
#undef V
};

/* Whether message says "BETWEEN low and high, inclusive" with number at the right end. */
static bool says_between(struct ssmspec_view message, const struct bound *bound,
                         struct ssmspec_view number) {
    const size_t at = ssmspec_view_find(message, bound->between);
    if (at == message.len) {
        return false;
    }
    struct ssmspec_view rest = ssmspec_view_sub(message, at + bound->between.len, message.len);
    const struct ssmspec_view low = next_part(&rest, SSMSPEC_VIEW(" and "));
    const struct ssmspec_view high = next_part(&rest, SSMSPEC_VIEW(", inclusive"));
    return ssmspec_view_eq(bound->is_upper ? high : low, number);
}

static bool says_bound(struct ssmspec_view message, const struct bound *bound,
                       struct ssmspec_view number) {
    const size_t at = ssmspec_view_find(message, bound->smithy);
    const struct ssmspec_view tail =
        at == message.len ? (struct ssmspec_view){NULL, 0}
                          : ssmspec_view_sub(message, at + bound->smithy.len, message.len);
    return ssmspec_view_starts(tail, number) || says_between(message, bound, number);
}

static bool is_smithy(struct ssmspec_view message) {
    return holds(message, SSMSPEC_VIEW("validation error detected. ")) ||
           holds(message, SSMSPEC_VIEW("validation errors detected. "));
}

bool ssmspec_message_says(struct ssmspec_view message, const char *phrase_text) {
    const struct ssmspec_view phrase = ssmspec_view_of(phrase_text);
    if (message.len == 0 || says_as_recorded(message, phrase)) {
        return message.len > 0;
    }
    for (size_t i = 0; is_smithy(message) && i < sizeof(bounds) / sizeof(bounds[0]); i++) {
        if (ssmspec_view_starts(phrase, bounds[i].recorded)) {
            const struct ssmspec_view number =
                ssmspec_view_sub(phrase, bounds[i].recorded.len, phrase.len);
            return says_bound(message, &bounds[i], number);
        }
    }
    return false;
}
