/* Reading a bindings document: checked as a whole first, merged only when all of it is right. */
#include "src/case/bindings.h"

#include "src/json/document.h"

struct reading {
    struct ssmspec_document document;
    const struct ssmspec_role *roles;
    const struct ssmspec_bindings *bindings; /* that it is merged over */
};

static enum ssmspec_err complain(const struct reading *reading, size_t offset, const char *what,
                                 struct ssmspec_view name) {
    return ssmspec_document_wrong(&reading->document, offset, what, name);
}

static enum ssmspec_err check_once(const struct reading *reading, const struct ssmspec_json *object,
                                   const struct ssmspec_json *item) {
    return ssmspec_document_once(&reading->document, object, item);
}

static enum ssmspec_err check_type(const struct reading *reading,
                                   const struct ssmspec_json *value) {
    if (value->type == SSMSPEC_JSON_STRING || value->type == SSMSPEC_JSON_NULL) {
        return SSMSPEC_OK;
    }
    if (value->type != SSMSPEC_JSON_LIST) {
        return complain(reading, value->offset,
                        "a role takes a string, a list of strings or null:", value->name);
    }
    for (const struct ssmspec_json *item = value->first; item != NULL; item = item->next) {
        if (item->type != SSMSPEC_JSON_STRING) {
            return complain(reading, item->offset, "only strings may stand in the list of",
                            value->name);
        }
    }
    return SSMSPEC_OK;
}

/* One text or a list's texts, as borrowed views. */
static enum ssmspec_err take_values(struct ssmspec_arena *arena, const struct ssmspec_json *value,
                                    struct ssmspec_binding *out) {
    const bool is_list = value->type == SSMSPEC_JSON_LIST;
    struct ssmspec_view *items =
        ssmspec_arena_alloc(arena, (is_list ? value->count + 1 : 1) * sizeof *items);
    ENSURE(items != NULL, SSMSPEC_ERR_NOMEM);
    size_t count = 0;
    for (const struct ssmspec_json *item = is_list ? value->first : value; item != NULL;
         item = is_list ? item->next : NULL) {
        items[count++] = item->text;
    }
    *out = (struct ssmspec_binding){value->name, items, count, is_list};
    return SSMSPEC_OK;
}

static enum ssmspec_err check_fit(const struct reading *reading, const struct ssmspec_role *role,
                                  const struct ssmspec_json *value) {
    struct ssmspec_binding taken;
    GUARD(take_values(reading->document.arena, value, &taken));
    struct ssmspec_bytes fault = {0};
    const bool fits =
        ssmspec_role_takes(role, taken.values, taken.value_count, taken.is_list, &fault);
    const enum ssmspec_err err =
        fits ? SSMSPEC_OK
             : complain(reading, value->offset, ssmspec_bytes_view(&fault).ptr,
                        (struct ssmspec_view){0});
    ssmspec_bytes_clear(&fault);
    return err;
}

static enum ssmspec_err check_value(const struct reading *reading,
                                    const struct ssmspec_json *value) {
    const struct ssmspec_role *role = ssmspec_role_find(reading->roles, value->name);
    if (role == NULL) {
        return complain(reading, value->offset, "unknown role", value->name);
    }
    GUARD(check_type(reading, value));
    const bool is_unbound = value->type == SSMSPEC_JSON_NULL && role->form != SSMSPEC_ROLE_OF_RUN;
    return is_unbound ? SSMSPEC_OK : check_fit(reading, role, value);
}

static enum ssmspec_err check_roles(const struct reading *reading,
                                    const struct ssmspec_json *roles) {
    if (roles == NULL) {
        return SSMSPEC_OK;
    }
    if (roles->type != SSMSPEC_JSON_OBJECT) {
        return complain(reading, roles->offset, "must be an object:", roles->name);
    }
    for (const struct ssmspec_json *value = roles->first; value != NULL; value = value->next) {
        GUARD(check_value(reading, value));
        GUARD(check_once(reading, roles, value));
    }
    return SSMSPEC_OK;
}

/* What a role will be bound to: by the document, or else what it has already. */
static enum ssmspec_err find_binding(const struct reading *reading,
                                     const struct ssmspec_json *roles,
                                     const struct ssmspec_role *role, struct ssmspec_binding *out) {
    const struct ssmspec_json *const value = ssmspec_json_member(roles, role->name);
    *out = (struct ssmspec_binding){0};
    if (value != NULL) {
        return value->type == SSMSPEC_JSON_NULL ? SSMSPEC_OK
                                                : take_values(reading->document.arena, value, out);
    }
    const struct ssmspec_binding *const had =
        ssmspec_bindings_get(reading->bindings, ssmspec_view_of(role->name));
    *out = had != NULL ? *had : *out;
    return SSMSPEC_OK;
}

static bool have_common(const struct ssmspec_binding *one, const struct ssmspec_binding *other) {
    for (size_t i = 0; i < one->value_count * other->value_count; i++) {
        if (ssmspec_view_eq(one->values[i / other->value_count],
                            other->values[i % other->value_count])) {
            return true;
        }
    }
    return false;
}

/* A node cannot be there and not be there: such bindings would make an endpoint fail. */
static enum ssmspec_err check_contradiction(const struct reading *reading,
                                            const struct ssmspec_json *roles,
                                            const struct ssmspec_json *value) {
    const struct ssmspec_role *const role = ssmspec_role_find(reading->roles, value->name);
    struct ssmspec_binding binding;
    GUARD(find_binding(reading, roles, role, &binding));
    for (const struct ssmspec_role *other = reading->roles; other->name != NULL; other++) {
        struct ssmspec_binding others = {0};
        if (ssmspec_role_differs(role, other)) {
            GUARD(find_binding(reading, roles, other, &others));
        }
        if (have_common(&binding, &others)) {
            const char *const what = ssmspec_arena_printf(
                reading->document.arena, "has a value of %s, which it contradicts:", other->name);
            ENSURE(what != NULL, SSMSPEC_ERR_NOMEM);
            return complain(reading, value->offset, what, value->name);
        }
    }
    return SSMSPEC_OK;
}

static enum ssmspec_err check_contradictions(const struct reading *reading,
                                             const struct ssmspec_json *roles) {
    const struct ssmspec_json *value = roles == NULL ? NULL : roles->first;
    for (; value != NULL; value = value->next) {
        GUARD(check_contradiction(reading, roles, value));
    }
    return SSMSPEC_OK;
}

static enum ssmspec_err check_capabilities(const struct reading *reading,
                                           const struct ssmspec_json *capabilities) {
    if (capabilities == NULL) {
        return SSMSPEC_OK;
    }
    if (capabilities->type != SSMSPEC_JSON_OBJECT) {
        return complain(reading, capabilities->offset, "must be an object:", capabilities->name);
    }
    for (const struct ssmspec_json *item = capabilities->first; item != NULL; item = item->next) {
        if (!ssmspec_view_is(item->name, "sigv4")) {
            return complain(reading, item->offset, "unknown capability", item->name);
        }
        GUARD(check_once(reading, capabilities, item));
        if (item->type != SSMSPEC_JSON_BOOLEAN) {
            return complain(reading, item->offset, "must be true or false:", item->name);
        }
    }
    return SSMSPEC_OK;
}

static bool is_expected_key(struct ssmspec_view name) {
    return ssmspec_view_is(name, "schema") || ssmspec_view_is(name, "name") ||
           ssmspec_view_is(name, "bindings") || ssmspec_view_is(name, "capabilities");
}

static enum ssmspec_err check(const struct reading *reading, const struct ssmspec_json *root) {
    const struct ssmspec_view none = {0};
    if (root->type != SSMSPEC_JSON_OBJECT) {
        return complain(reading, root->offset, "a bindings file holds one JSON object", none);
    }
    for (const struct ssmspec_json *item = root->first; item != NULL; item = item->next) {
        if (!is_expected_key(item->name)) {
            return complain(reading, item->offset, "unknown key", item->name);
        }
        GUARD(check_once(reading, root, item));
    }
    if (!ssmspec_view_is(ssmspec_json_member_text(root, "schema"), SSMSPEC_BINDINGS_SCHEMA)) {
        return complain(reading, root->offset, "\"schema\" must be \"" SSMSPEC_BINDINGS_SCHEMA "\"",
                        none);
    }
    const struct ssmspec_json *name = ssmspec_json_member(root, "name");
    if (name != NULL && name->type != SSMSPEC_JSON_STRING) {
        return complain(reading, name->offset, "must be a string:", name->name);
    }
    GUARD(check_roles(reading, ssmspec_json_member(root, "bindings")));
    GUARD(check_contradictions(reading, ssmspec_json_member(root, "bindings")));
    return check_capabilities(reading, ssmspec_json_member(root, "capabilities"));
}

static enum ssmspec_err merge_list(struct ssmspec_bindings *bindings,
                                   const struct ssmspec_json *list) {
    struct ssmspec_binding taken;
    GUARD(take_values(bindings->arena, list, &taken));
    return ssmspec_bindings_set_list(bindings, taken.role, taken.values, taken.value_count);
}

static enum ssmspec_err merge(struct ssmspec_bindings *bindings, const struct ssmspec_json *root) {
    const struct ssmspec_json *roles = ssmspec_json_member(root, "bindings");
    const struct ssmspec_json *value = roles == NULL ? NULL : roles->first;
    for (; value != NULL; value = value->next) {
        if (value->type == SSMSPEC_JSON_LIST) {
            GUARD(merge_list(bindings, value));
            continue;
        }
        GUARD(ssmspec_bindings_set(bindings, value->name,
                                   value->type == SSMSPEC_JSON_NULL ? (struct ssmspec_view){0}
                                                                    : value->text));
    }
    const struct ssmspec_json *sigv4 =
        ssmspec_json_member(ssmspec_json_member(root, "capabilities"), "sigv4");
    if (sigv4 != NULL) {
        bindings->sigv4 = sigv4->truth ? SSMSPEC_PRESENT : SSMSPEC_ABSENT;
    }
    const struct ssmspec_view name = ssmspec_json_member_text(root, "name");
    return name.ptr == NULL ? SSMSPEC_OK
                            : ssmspec_arena_copy(bindings->arena, name, &bindings->name);
}

enum ssmspec_err ssmspec_bindings_merge(struct ssmspec_bindings *bindings,
                                        struct ssmspec_view document,
                                        const struct ssmspec_role *roles,
                                        struct ssmspec_bytes *why) {
    const struct reading reading = {{document, bindings->arena, why}, roles, bindings};
    const struct ssmspec_json_limits limits = {.bytes = 1 << 20, .depth = 16, .nodes = 20000};
    const struct ssmspec_json *root = NULL;
    GUARD(ssmspec_document_read(&reading.document, &limits, &root));
    GUARD(check(&reading, root));
    return merge(bindings, root);
}
