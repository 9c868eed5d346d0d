#include "src/rule/probing.h"

static enum ssmspec_side check(const struct ssmspec_constraint *constraint,
                               const struct ssmspec_shape *shape, const struct ssmspec_json *value,
                               struct ssmspec_patterns *patterns) {
    (void)shape;
    if (value->type != SSMSPEC_JSON_STRING) {
        return SSMSPEC_WITHIN;
    }
    return ssmspec_patterns_match(patterns, constraint->pattern, value->text) ? SSMSPEC_WITHIN
                                                                              : SSMSPEC_OFF;
}

static enum ssmspec_err send_sample(const struct ssmspec_probing *probing,
                                    const struct ssmspec_sample *sample,
                                    enum ssmspec_stance stance) {
    struct ssmspec_bytes text = {0};
    const unsigned times = sample->repeat == 0 ? 1 : sample->repeat;
    for (unsigned i = 0; i < times; i++) {
        ssmspec_bytes_add_text(&text, sample->text);
    }
    enum ssmspec_err err = ssmspec_bytes_status(&text);
    if (err == SSMSPEC_OK) {
        const struct ssmspec_probe probe = {.name = sample->name,
                                            .stance =
                                                sample->is_unsettled ? SSMSPEC_UNSETTLED : stance,
                                            .source = sample->source};
        err = ssmspec_probing_send_text(probing, probe, ssmspec_bytes_view(&text));
    }
    ssmspec_bytes_clear(&text);
    return err;
}

static enum ssmspec_err send_samples(const struct ssmspec_probing *probing,
                                     const struct ssmspec_sample *sample,
                                     enum ssmspec_stance stance) {
    for (; sample != NULL && sample->name != NULL; sample++) {
        GUARD(send_sample(probing, sample, stance));
    }
    return SSMSPEC_OK;
}

static enum ssmspec_err probe(const struct ssmspec_site *site, struct ssmspec_arena *arena,
                              ssmspec_probe_fn sink, void *context) {
    (void)arena;
    const struct ssmspec_probing probing = {site, sink, context};
    GUARD(send_samples(&probing, site->constraint->accepts, SSMSPEC_ACCEPT));
    return send_samples(&probing, site->constraint->rejects, SSMSPEC_REJECT);
}

static void describe(const struct ssmspec_constraint *constraint, const struct ssmspec_shape *shape,
                     enum ssmspec_side side, struct ssmspec_bytes *out) {
    (void)shape;
    (void)side;
    ssmspec_bytes_add_text(out, "Member must satisfy regular expression pattern: ");
    ssmspec_bytes_add_text(out, constraint->pattern);
}

const struct ssmspec_constraint_kind ssmspec_pattern_kind = {
    .kind = SSMSPEC_PATTERN, .check = check, .probe = probe, .describe = describe};
