#include "src/rule/probing.h"

static const enum ssmspec_json_type json_types[SSMSPEC_TYPE_COUNT] = {
    [SSMSPEC_STRING] = SSMSPEC_JSON_STRING,    [SSMSPEC_INTEGER] = SSMSPEC_JSON_NUMBER,
    [SSMSPEC_BOOLEAN] = SSMSPEC_JSON_BOOLEAN,  [SSMSPEC_TIMESTAMP] = SSMSPEC_JSON_NUMBER,
    [SSMSPEC_LIST] = SSMSPEC_JSON_LIST,        [SSMSPEC_MAP] = SSMSPEC_JSON_OBJECT,
    [SSMSPEC_STRUCTURE] = SSMSPEC_JSON_OBJECT,
};

static bool has_range(const struct ssmspec_shape *shape) {
    for (size_t i = 0; i < shape->constraint_count; i++) {
        if (shape->constraints[i].kind == SSMSPEC_RANGE) {
            return true;
        }
    }
    return false;
}

/* An integer is 32 bits wide; where a range says so too, the overflow is the range's affair. */
static bool is_integer(const struct ssmspec_shape *shape, const struct ssmspec_json *value) {
    int64_t number = 0;
    if (!ssmspec_json_to_int64(value, &number)) {
        return false;
    }
    return (number >= INT32_MIN && number <= INT32_MAX) || has_range(shape);
}

static enum ssmspec_side check(const struct ssmspec_constraint *constraint,
                               const struct ssmspec_shape *shape, const struct ssmspec_json *value,
                               struct ssmspec_patterns *patterns) {
    (void)constraint;
    (void)patterns;
    if (value->type != json_types[shape->type]) {
        return SSMSPEC_OFF;
    }
    if (shape->type == SSMSPEC_INTEGER && !is_integer(shape, value)) {
        return SSMSPEC_OFF;
    }
    return SSMSPEC_WITHIN;
}

/* The valid value in quotes, as clients that coerce would send it. */
static enum ssmspec_err send_quoted(const struct ssmspec_probing *probing,
                                    struct ssmspec_view example, enum ssmspec_stance stance,
                                    const char *source) {
    const struct ssmspec_probe probe = {.name = "string", .stance = stance, .source = source};
    return ssmspec_probing_send_text(probing, probe, example);
}

static bool is_digits(struct ssmspec_view text) {
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9') {
            return false;
        }
    }
    return text.len > 0;
}

/* 60 as 6e1, 7 as 7e0. */
static enum ssmspec_err send_exponent(const struct ssmspec_probing *probing,
                                      struct ssmspec_view digits) {
    size_t zeros = 0;
    while (zeros + 1 < digits.len && digits.ptr[digits.len - 1 - zeros] == '0') {
        zeros++;
    }
    struct ssmspec_bytes value = {0};
    ssmspec_bytes_add(&value, ssmspec_view_sub(digits, 0, digits.len - zeros));
    ssmspec_bytes_printf(&value, "e%zu", zeros);
    const struct ssmspec_probe probe = {
        .name = "exponent", .stance = SSMSPEC_UNSETTLED, .source = "OBS:F-60"};
    return ssmspec_probing_send_bytes(probing, probe, &value);
}

static enum ssmspec_err send_decimal(const struct ssmspec_probing *probing,
                                     struct ssmspec_view digits) {
    struct ssmspec_bytes value = {0};
    ssmspec_bytes_add(&value, digits);
    ssmspec_bytes_add_text(&value, ".5");
    const struct ssmspec_probe probe = {
        .name = "decimal", .stance = SSMSPEC_UNSETTLED, .source = "OBS:F-58"};
    return ssmspec_probing_send_bytes(probing, probe, &value);
}

static enum ssmspec_err send_numbers(const struct ssmspec_probing *probing,
                                     struct ssmspec_view example) {
    if (is_digits(example)) {
        GUARD(send_decimal(probing, example));
        GUARD(send_exponent(probing, example));
    }
    return ssmspec_probing_send(probing, "infinite", "1e400", SSMSPEC_REJECT, NULL,
                                "ValidationException");
}

/* A string where a list belongs is the classic: the one element without its brackets. */
static enum ssmspec_err send_bare_element(const struct ssmspec_probing *probing) {
    const struct ssmspec_shape *element = probing->site->shape->element;
    if (element->type != SSMSPEC_STRING) {
        return ssmspec_probing_send(probing, "string", "\"x\"", SSMSPEC_REJECT, NULL, NULL);
    }
    struct ssmspec_bytes value = {0};
    const enum ssmspec_err err = ssmspec_shape_example(element, &value);
    if (err != SSMSPEC_OK) {
        ssmspec_bytes_clear(&value);
        return err;
    }
    const struct ssmspec_probe probe = {.name = "string", .stance = SSMSPEC_REJECT};
    return ssmspec_probing_send_bytes(probing, probe, &value);
}

static enum ssmspec_err send_string(const struct ssmspec_probing *probing,
                                    struct ssmspec_view example) {
    switch (probing->site->shape->type) {
    case SSMSPEC_STRING:
        return SSMSPEC_OK;
    case SSMSPEC_BOOLEAN:
        return send_quoted(probing, example, SSMSPEC_UNSETTLED, "OBS:F-64");
    case SSMSPEC_INTEGER:
    case SSMSPEC_TIMESTAMP:
        return send_quoted(probing, example, SSMSPEC_REJECT, NULL);
    case SSMSPEC_LIST:
        return send_bare_element(probing);
    default:
        return ssmspec_probing_send(probing, "string", "\"x\"", SSMSPEC_REJECT, NULL, NULL);
    }
}

static enum ssmspec_err send_other_types(const struct ssmspec_probing *probing) {
    static const struct {
        const char *name, *json;
        enum ssmspec_json_type type;
    } rows[] = {
        {"number", "1", SSMSPEC_JSON_NUMBER},
        {"boolean", "true", SSMSPEC_JSON_BOOLEAN},
        {"list", "[]", SSMSPEC_JSON_LIST},
        {"object", "{}", SSMSPEC_JSON_OBJECT},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        if (rows[i].type != json_types[probing->site->shape->type]) {
            GUARD(ssmspec_probing_send(probing, rows[i].name, rows[i].json, SSMSPEC_REJECT, NULL,
                                       NULL));
        }
    }
    return SSMSPEC_OK;
}

/* null is absent for a member that may be absent; inside lists and maps nobody is sure. */
static enum ssmspec_err send_null(const struct ssmspec_probing *probing) {
    const struct ssmspec_site *site = probing->site;
    if (site->is_element) {
        return ssmspec_probing_send(probing, "null", "null", SSMSPEC_UNSETTLED, "OBS:P-33 OBS:P-34",
                                    NULL);
    }
    if (site->member == NULL || site->member->is_required) {
        return SSMSPEC_OK;
    }
    /* Nobody recorded what a structure without an optional member means to the operation. */
    return ssmspec_probing_send(probing, "null", "null",
                                site->is_nested ? SSMSPEC_UNSETTLED : SSMSPEC_ACCEPT, "OBS:P-30",
                                NULL);
}

static enum ssmspec_err send_all(const struct ssmspec_probing *probing,
                                 struct ssmspec_view example) {
    GUARD(send_string(probing, example));
    GUARD(send_other_types(probing));
    if (probing->site->shape->type == SSMSPEC_INTEGER) {
        GUARD(send_numbers(probing, example));
    }
    return send_null(probing);
}

static enum ssmspec_err probe(const struct ssmspec_site *site, struct ssmspec_arena *arena,
                              ssmspec_probe_fn sink, void *context) {
    (void)arena;
    const bool is_key = site->member == NULL && !site->is_element;
    if (is_key) {
        return SSMSPEC_OK; /* JSON has no other keys than strings */
    }
    const struct ssmspec_probing probing = {site, sink, context};
    struct ssmspec_bytes example = {0};
    enum ssmspec_err err = ssmspec_shape_example(site->shape, &example);
    if (err == SSMSPEC_OK) {
        err = send_all(&probing, ssmspec_bytes_view(&example));
    }
    ssmspec_bytes_clear(&example);
    return err;
}

static void describe(const struct ssmspec_constraint *constraint, const struct ssmspec_shape *shape,
                     enum ssmspec_side side, struct ssmspec_bytes *out) {
    static const char *const phrases[SSMSPEC_TYPE_COUNT] = {
        [SSMSPEC_STRING] = "a JSON string",
        [SSMSPEC_INTEGER] = "a JSON number without a fraction",
        [SSMSPEC_BOOLEAN] = "a JSON boolean",
        [SSMSPEC_TIMESTAMP] = "a JSON number",
        [SSMSPEC_LIST] = "a JSON array",
        [SSMSPEC_MAP] = "a JSON object",
        [SSMSPEC_STRUCTURE] = "a JSON object",
    };
    (void)constraint;
    (void)side;
    ssmspec_bytes_printf(out, "must be %s", phrases[shape->type]);
}

const struct ssmspec_constraint_kind ssmspec_type_kind = {
    .kind = SSMSPEC_TYPE, .check = check, .probe = probe, .describe = describe};
