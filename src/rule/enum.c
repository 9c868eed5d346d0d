#include "src/rule/probing.h"

#define NAME_BYTES_MAX 128

static enum ssmspec_side check(const struct ssmspec_constraint *constraint,
                               const struct ssmspec_shape *shape, const struct ssmspec_json *value,
                               struct ssmspec_patterns *patterns) {
    (void)shape;
    (void)patterns;
    if (value->type != SSMSPEC_JSON_STRING || ssmspec_view_among(value->text, constraint->values)) {
        return SSMSPEC_WITHIN;
    }
    return SSMSPEC_OFF;
}

static char to_lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static char to_upper(char c) {
    return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
}

/* Only what a case id may hold. */
static char to_id(char c) {
    const char lower = to_lower(c);
    const bool is_plain = (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9') || c == '.' ||
                          c == '_' || c == '-';
    return is_plain ? c : '-';
}

static void add_mapped(struct ssmspec_bytes *out, const char *text, char (*map)(char)) {
    for (; *text != '\0'; text++) {
        ssmspec_bytes_add_char(out, map(*text));
    }
}

/* The hand-written word about a member, NULL when there is none: then it must be accepted. */
static const struct ssmspec_sample *sample_of(const struct ssmspec_constraint *constraint,
                                              const char *value) {
    const struct ssmspec_sample *sample = constraint->accepts;
    for (; sample != NULL && sample->name != NULL; sample++) {
        if (strcmp(sample->name, value) == 0) {
            return sample;
        }
    }
    return NULL;
}

static enum ssmspec_err send_member(const struct ssmspec_probing *probing, const char *value) {
    const struct ssmspec_sample *sample = sample_of(probing->site->constraint, value);
    const bool is_settled = sample == NULL || !sample->is_unsettled;
    struct ssmspec_bytes name = {.limit = NAME_BYTES_MAX};
    ssmspec_bytes_add_text(&name, "value-");
    add_mapped(&name, value, to_id);
    enum ssmspec_err err = ssmspec_bytes_status(&name);
    if (err == SSMSPEC_OK) {
        const struct ssmspec_probe probe = {.name = ssmspec_bytes_view(&name).ptr,
                                            .stance =
                                                is_settled ? SSMSPEC_ACCEPT : SSMSPEC_UNSETTLED,
                                            .source = sample == NULL ? NULL : sample->source};
        err = ssmspec_probing_send_text(probing, probe, ssmspec_view_of(value));
    }
    ssmspec_bytes_clear(&name);
    return err;
}

/* Rejected, unless the set happens to hold it. */
static enum ssmspec_err send_stranger(const struct ssmspec_probing *probing, const char *name,
                                      struct ssmspec_view text) {
    if (ssmspec_view_among(text, probing->site->constraint->values)) {
        return SSMSPEC_OK;
    }
    const struct ssmspec_probe probe = {.name = name, .stance = SSMSPEC_REJECT};
    return ssmspec_probing_send_text(probing, probe, text);
}

static char same(char c) {
    return c;
}

/* The first value of the set, spelled differently. */
static enum ssmspec_err send_variant(const struct ssmspec_probing *probing, const char *name,
                                     char (*map)(char), const char *tail) {
    struct ssmspec_bytes text = {0};
    add_mapped(&text, probing->site->constraint->values[0], map);
    ssmspec_bytes_add_text(&text, tail);
    enum ssmspec_err err = ssmspec_bytes_status(&text);
    if (err == SSMSPEC_OK) {
        err = send_stranger(probing, name, ssmspec_bytes_view(&text));
    }
    ssmspec_bytes_clear(&text);
    return err;
}

static enum ssmspec_err probe(const struct ssmspec_site *site, struct ssmspec_arena *arena,
                              ssmspec_probe_fn sink, void *context) {
    (void)arena;
    const struct ssmspec_probing probing = {site, sink, context};
    const char *const *values = site->constraint->values;
    ENSURE(values != NULL && values[0] != NULL, SSMSPEC_ERR_TABLE);
    for (size_t i = 0; values[i] != NULL; i++) {
        GUARD(send_member(&probing, values[i]));
    }
    GUARD(send_stranger(&probing, "unknown", SSMSPEC_VIEW("ssmspec-unknown")));
    GUARD(send_variant(&probing, "lower-case", to_lower, ""));
    GUARD(send_variant(&probing, "upper-case", to_upper, ""));
    GUARD(send_stranger(&probing, "empty", SSMSPEC_VIEW("")));
    GUARD(send_variant(&probing, "trailing-space", same, " "));
    return send_variant(&probing, "trailing-newline", same, "\n");
}

static void describe(const struct ssmspec_constraint *constraint, const struct ssmspec_shape *shape,
                     enum ssmspec_side side, struct ssmspec_bytes *out) {
    (void)shape;
    (void)side;
    ssmspec_bytes_add_text(out, "Member must satisfy enum value set: [");
    for (size_t i = 0; constraint->values[i] != NULL; i++) {
        ssmspec_bytes_printf(out, "%s%s", i == 0 ? "" : ", ", constraint->values[i]);
    }
    ssmspec_bytes_add_char(out, ']');
}

const struct ssmspec_constraint_kind ssmspec_enum_kind = {
    .kind = SSMSPEC_ENUM, .check = check, .probe = probe, .describe = describe};
