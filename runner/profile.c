#include "runner/profile.h"

static struct ssmspec_view next_line(struct ssmspec_view *rest) {
    const size_t end = ssmspec_view_find(*rest, SSMSPEC_VIEW("\n"));
    struct ssmspec_view line = ssmspec_view_sub(*rest, 0, end);
    *rest = ssmspec_view_sub(*rest, end + 1, rest->len);
    if (line.len > 0 && line.ptr[line.len - 1] == '\r') {
        line.len--;
    }
    return line;
}

/* "[name]" -> name, ptr NULL for any other line. */
static struct ssmspec_view section_name(struct ssmspec_view line) {
    const size_t close = ssmspec_view_find(line, SSMSPEC_VIEW("]"));
    if (line.len == 0 || line.ptr[0] != '[' || close == line.len) {
        return (struct ssmspec_view){0};
    }
    return ssmspec_view_trim(ssmspec_view_sub(line, 1, close - 1));
}

static bool is_comment(struct ssmspec_view line) {
    return line.len == 0 || line.ptr[0] == '#' || line.ptr[0] == ';' || line.ptr[0] == ' ' ||
           line.ptr[0] == '\t';
}

/* The value when the line sets key; ptr NULL otherwise. */
static struct ssmspec_view value_of(struct ssmspec_view line, const char *key) {
    const size_t equals = ssmspec_view_find(line, SSMSPEC_VIEW("="));
    if (is_comment(line) || equals == line.len ||
        !ssmspec_view_is(ssmspec_view_trim(ssmspec_view_sub(line, 0, equals)), key)) {
        return (struct ssmspec_view){0};
    }
    return ssmspec_view_trim(ssmspec_view_sub(line, equals + 1, line.len));
}

struct ssmspec_view ssmspec_profile_value(struct ssmspec_view text, struct ssmspec_view section,
                                          const char *key) {
    struct ssmspec_view found = {0};
    bool is_inside = false;
    while (text.len > 0) {
        const struct ssmspec_view line = next_line(&text);
        const struct ssmspec_view name = section_name(line);
        if (name.ptr != NULL) {
            is_inside = ssmspec_view_eq(name, section);
            continue;
        }
        const struct ssmspec_view value = is_inside ? value_of(line, key) : name;
        if (value.ptr != NULL) {
            found = value;
        }
    }
    return found;
}

bool ssmspec_profile_exists(struct ssmspec_view text, struct ssmspec_view section) {
    while (text.len > 0) {
        const struct ssmspec_view name = section_name(next_line(&text));
        if (name.ptr != NULL && ssmspec_view_eq(name, section)) {
            return true;
        }
    }
    return false;
}
