#include "src/rule/probing.h"

static enum ssmspec_side check(const struct ssmspec_constraint *constraint,
                               const struct ssmspec_shape *shape, const struct ssmspec_json *value,
                               struct ssmspec_patterns *patterns) {
    (void)constraint;
    (void)shape;
    (void)patterns;
    return value == NULL || value->type == SSMSPEC_JSON_NULL ? SSMSPEC_OFF : SSMSPEC_WITHIN;
}

static enum ssmspec_err probe(const struct ssmspec_site *site, struct ssmspec_arena *arena,
                              ssmspec_probe_fn sink, void *context) {
    (void)arena;
    const struct ssmspec_probing probing = {site, sink, context};
    GUARD(ssmspec_probing_send(&probing, "absent", NULL, SSMSPEC_REJECT, NULL, NULL));
    GUARD(ssmspec_probing_send(&probing, "null", "null", SSMSPEC_REJECT, NULL, NULL));
    struct ssmspec_bytes example = {0};
    const enum ssmspec_err err = ssmspec_shape_example(site->shape, &example);
    if (err != SSMSPEC_OK) {
        ssmspec_bytes_clear(&example);
        return err;
    }
    const struct ssmspec_probe present = {.name = "present", .stance = SSMSPEC_ACCEPT};
    return ssmspec_probing_send_bytes(&probing, present, &example);
}

static void describe(const struct ssmspec_constraint *constraint, const struct ssmspec_shape *shape,
                     enum ssmspec_side side, struct ssmspec_bytes *out) {
    (void)constraint;
    (void)shape;
    (void)side;
    ssmspec_bytes_add_text(out, "Member must not be null");
}

const struct ssmspec_constraint_kind ssmspec_required_kind = {
    .kind = SSMSPEC_REQUIRED, .check = check, .probe = probe, .describe = describe};
