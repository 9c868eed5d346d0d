#include "src/case/template.h"

#include "src/json/write.h"

enum half { WHOLE, KEY, VALUE };

/* One piece of a template: literal bytes, then perhaps a role. */
struct piece {
    struct ssmspec_view literal;
    struct ssmspec_view role; /* ptr NULL: none, the template ends here */
    bool is_whole_list;       /* ${role...} */
    long long index;          /* ${role[N]}, else -1 */
    enum half half;           /* ${role.key}, ${role.value} */
};

#define OPENING SSMSPEC_VIEW("${")

static struct ssmspec_view behind(struct ssmspec_view text, size_t at) {
    return ssmspec_view_sub(text, at, text.len);
}

/* Take suffix off the role's name if it stands there. */
static bool strip(struct piece *piece, struct ssmspec_view suffix) {
    const struct ssmspec_view name = piece->role;
    if (name.len <= suffix.len || !ssmspec_view_eq(behind(name, name.len - suffix.len), suffix)) {
        return false;
    }
    piece->role = ssmspec_view_sub(name, 0, name.len - suffix.len);
    return true;
}

static void read_suffix(struct piece *piece, struct ssmspec_view name) {
    piece->role = name;
    if (strip(piece, SSMSPEC_VIEW("..."))) {
        piece->is_whole_list = true;
        return;
    }
    if (strip(piece, SSMSPEC_VIEW(".key"))) {
        piece->half = KEY;
        return;
    }
    if (strip(piece, SSMSPEC_VIEW(".value"))) {
        piece->half = VALUE;
        return;
    }
    const size_t bracket = ssmspec_view_find(name, SSMSPEC_VIEW("["));
    if (bracket < name.len && name.ptr[name.len - 1] == ']' &&
        ssmspec_view_to_int64(ssmspec_view_sub(name, bracket + 1, name.len - bracket - 2),
                              &piece->index)) {
        piece->role = ssmspec_view_sub(name, 0, bracket);
    }
}

/* Cut the next piece off *rest. `$${` stands for a literal `${`: it ends its literal behind the
 * first `$`... and the brace pair is taken as text. */
static struct piece next_piece(struct ssmspec_view *rest) {
    struct piece piece = {.index = -1};
    const size_t at = ssmspec_view_find(*rest, OPENING);
    if (at == rest->len) {
        piece.literal = *rest;
        *rest = behind(*rest, rest->len);
        return piece;
    }
    if (at > 0 && rest->ptr[at - 1] == '$') {
        piece.literal = ssmspec_view_sub(*rest, 0, at - 1);
        piece.role = SSMSPEC_VIEW("$");
        *rest = behind(*rest, at + OPENING.len);
        return piece;
    }
    const struct ssmspec_view tail = behind(*rest, at + OPENING.len);
    const size_t close = ssmspec_view_find(tail, SSMSPEC_VIEW("}"));
    if (close == tail.len) {
        piece.literal = *rest;
        *rest = behind(*rest, rest->len);
        return piece;
    }
    piece.literal = ssmspec_view_sub(*rest, 0, at);
    read_suffix(&piece, ssmspec_view_sub(tail, 0, close));
    *rest = behind(tail, close + 1);
    return piece;
}

static bool is_escape(const struct piece *piece) {
    return ssmspec_view_is(piece->role, "$");
}

/* Roles stand between quotes in bodies: values go in as the inside of a JSON string. */
static void add_list(struct ssmspec_bytes *out, const struct ssmspec_binding *binding) {
    for (size_t i = 0; i < binding->value_count; i++) {
        if (i > 0) {
            ssmspec_bytes_add_text(out, "\",\"");
        }
        ssmspec_json_write_text(out, binding->values[i]);
    }
}

/* "key=value" at its first equals sign, or a list of the two. */
static bool add_half(struct ssmspec_bytes *out, const struct ssmspec_binding *binding,
                     enum half half) {
    if (binding->is_list) {
        const size_t index = half == KEY ? 0 : 1;
        if (index >= binding->value_count) {
            return false;
        }
        ssmspec_json_write_text(out, binding->values[index]);
        return true;
    }
    const struct ssmspec_view value = binding->values[0];
    const size_t equals = ssmspec_view_find(value, SSMSPEC_VIEW("="));
    if (equals == value.len) {
        return false;
    }
    ssmspec_json_write_text(out, half == KEY ? ssmspec_view_sub(value, 0, equals)
                                             : behind(value, equals + 1));
    return true;
}

static bool add_binding(struct ssmspec_bytes *out, const struct ssmspec_binding *binding,
                        const struct piece *piece) {
    if (binding == NULL || binding->value_count == 0) {
        return false;
    }
    if (piece->is_whole_list) {
        add_list(out, binding);
        return true;
    }
    if (piece->half != WHOLE) {
        return add_half(out, binding, piece->half);
    }
    const size_t index = piece->index < 0 ? 0 : (size_t)piece->index;
    if (index >= binding->value_count) {
        return false;
    }
    ssmspec_json_write_text(out, binding->values[index]);
    return true;
}

enum ssmspec_err ssmspec_template_fill(struct ssmspec_view text,
                                       const struct ssmspec_bindings *bindings,
                                       ssmspec_role_fn extra, void *context,
                                       struct ssmspec_bytes *out, struct ssmspec_view *missing) {
    struct ssmspec_view rest = text;
    while (rest.len > 0) {
        const struct piece piece = next_piece(&rest);
        ssmspec_bytes_add(out, piece.literal);
        if (piece.role.ptr == NULL) {
            break;
        }
        if (is_escape(&piece)) {
            ssmspec_bytes_add(out, OPENING);
            continue;
        }
        struct ssmspec_view value = {0};
        if (extra != NULL) {
            value = extra(context, piece.role);
        }
        if (value.ptr != NULL) {
            ssmspec_json_write_text(out, value);
            continue;
        }
        if (!add_binding(out, ssmspec_bindings_get(bindings, piece.role), &piece)) {
            if (missing != NULL) {
                *missing = piece.role;
            }
            return SSMSPEC_ERR_UNBOUND;
        }
    }
    return ssmspec_bytes_status(out);
}

void ssmspec_template_roles(struct ssmspec_view text,
                            bool (*visit)(void *context, struct ssmspec_view role), void *context) {
    struct ssmspec_view rest = text;
    while (rest.len > 0) {
        const struct piece piece = next_piece(&rest);
        if (piece.role.ptr == NULL) {
            return;
        }
        if (!is_escape(&piece) && !visit(context, piece.role)) {
            return;
        }
    }
}

/* The first role that is not among the known ones. */
struct role_search {
    const struct ssmspec_role *known;
    struct ssmspec_view unknown;
};

static bool is_known_role(void *context, struct ssmspec_view role) {
    struct role_search *search = context;
    if (ssmspec_role_find(search->known, role) != NULL) {
        return true;
    }
    search->unknown = role;
    return false;
}

struct ssmspec_view ssmspec_template_unknown(struct ssmspec_view text,
                                             const struct ssmspec_role *roles) {
    struct role_search search = {.known = roles};
    ssmspec_template_roles(text, is_known_role, &search);
    return search.unknown;
}

struct wanted {
    const char *role;
    bool is_found;
};

static bool is_other(void *context, struct ssmspec_view role) {
    struct wanted *wanted = context;
    wanted->is_found = ssmspec_view_is(role, wanted->role);
    return !wanted->is_found;
}

bool ssmspec_template_names(struct ssmspec_view text, const char *role) {
    struct wanted wanted = {.role = role};
    ssmspec_template_roles(text, is_other, &wanted);
    return wanted.is_found;
}
