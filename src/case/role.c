#include "src/case/role.h"

#define VALUE_BYTES_MAX 8192 /* four times the longest ARN */

const struct ssmspec_role *ssmspec_role_find(const struct ssmspec_role *roles,
                                             struct ssmspec_view name) {
    for (const struct ssmspec_role *role = roles; role->name != NULL; role++) {
        if (ssmspec_view_is(name, role->name)) {
            return role;
        }
    }
    return NULL;
}

bool ssmspec_role_differs(const struct ssmspec_role *role, const struct ssmspec_role *other) {
    if (role == other || role->stand == SSMSPEC_ROLE_FREE || other->stand == SSMSPEC_ROLE_FREE ||
        strcmp(role->kind, other->kind) != 0) {
        return false;
    }
    const bool is_among = role->stand == SSMSPEC_ROLE_AMONG || other->stand == SSMSPEC_ROLE_AMONG;
    return !is_among || role->stand == SSMSPEC_ROLE_ABSENT || other->stand == SSMSPEC_ROLE_ABSENT;
}

static bool refuse(const struct ssmspec_role *role, const char *sentence,
                   struct ssmspec_bytes *why) {
    ssmspec_bytes_printf(why, "%s %s", role->name, sentence);
    return false;
}

/* In a header it ends the line, on a terminal it commands. */
static bool has_control(struct ssmspec_view text) {
    for (size_t i = 0; i < text.len; i++) {
        if ((unsigned char)text.ptr[i] < ' ' || text.ptr[i] == 0x7f) {
            return true;
        }
    }
    return false;
}

static bool has_equals(const struct ssmspec_view *values, size_t count) {
    for (size_t i = 1; i < count; i++) {
        for (size_t other = 0; other < i; other++) {
            if (ssmspec_view_eq(values[i], values[other])) {
                return true;
            }
        }
    }
    return false;
}

static bool is_token(struct ssmspec_view text) {
    static const char others[] = "!#$%&'*+-.^_`|~";
    for (size_t i = 0; i < text.len; i++) {
        const char c = text.ptr[i];
        const bool is_word =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (!is_word && memchr(others, c, sizeof others - 1) == NULL) {
            return false;
        }
    }
    return text.len > 0;
}

/* Without these a request is another one; a second value breaks it before it is read. */
static bool is_taken(struct ssmspec_view header) {
    static const char *const names[] = {
        "Host",   "Content-Length", "Content-Type", "Transfer-Encoding", "Connection",
        "Expect", "Authorization",  "X-Amz-Target", "X-Amz-Date",        "X-Amz-Security-Token",
    };
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (ssmspec_view_eq_nocase(header, ssmspec_view_of(names[i]))) {
            return true;
        }
    }
    return false;
}

static bool takes_list(const struct ssmspec_role *role, const struct ssmspec_view *values,
                       size_t count, bool is_list, struct ssmspec_bytes *why) {
    if (is_list && count == role->count && !has_equals(values, count)) {
        return true;
    }
    ssmspec_bytes_printf(why, "%s takes a list of %zu different strings, or null", role->name,
                         role->count);
    return false;
}

static bool takes_pair(const struct ssmspec_role *role, const struct ssmspec_view *values,
                       size_t count, bool is_list, struct ssmspec_bytes *why) {
    const size_t key = is_list ? values[0].len : ssmspec_view_find(values[0], SSMSPEC_VIEW("="));
    const bool has_value = is_list ? count == 2 : key < values[0].len;
    return (key > 0 && has_value) ||
           refuse(role, "takes \"key=value\", a list of the two, or null", why);
}

static bool takes_header(const struct ssmspec_role *role, struct ssmspec_view value,
                         struct ssmspec_bytes *why) {
    if (!is_token(value)) {
        return refuse(role, "takes the name of a header, or null", why);
    }
    return !is_taken(value) || refuse(role, "names a header that requests have anyway", why);
}

/* What holds for every value, but for the second half of a pair: tags may be empty. */
static bool are_plain(const struct ssmspec_role *role, const struct ssmspec_view *values,
                      size_t count, struct ssmspec_bytes *why) {
    for (size_t i = 0; i < count; i++) {
        if (has_control(values[i])) {
            return refuse(role, "holds a control character", why);
        }
        if (values[i].len > VALUE_BYTES_MAX) {
            return refuse(role, "holds more than 8,192 bytes", why);
        }
        if (values[i].len == 0 && !(role->form == SSMSPEC_ROLE_PAIR && i == 1)) {
            return refuse(role, "holds an empty string; null unbinds", why);
        }
    }
    return count > 0 || refuse(role, "holds an empty list; null unbinds", why);
}

bool ssmspec_role_takes(const struct ssmspec_role *role, const struct ssmspec_view *values,
                        size_t count, bool is_list, struct ssmspec_bytes *why) {
    if (role->form == SSMSPEC_ROLE_OF_RUN) {
        return refuse(role, "gets its value from the run and cannot be bound", why);
    }
    if (!are_plain(role, values, count, why)) {
        return false;
    }
    if (role->form == SSMSPEC_ROLE_LIST) {
        return takes_list(role, values, count, is_list, why);
    }
    if (role->form == SSMSPEC_ROLE_PAIR) {
        return takes_pair(role, values, count, is_list, why);
    }
    if (is_list) {
        return refuse(role, "takes one string, or null, and no list", why);
    }
    return role->form == SSMSPEC_ROLE_TEXT || takes_header(role, values[0], why);
}
