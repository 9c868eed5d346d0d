#include "src/base/utf8.h"
#include "src/rule/bounds.h"
#include "src/rule/probing.h"

#define TWO_BYTE_LETTER "\xC3\xA9"         /* U+00E9 */
#define ASTRAL_LETTER "\xF0\x9D\x92\x9C"   /* U+1D49C, two UTF-16 units */
#define FAR_LEAST 4096                     /* code points */
#define TEXT_BYTES_MAX ((int64_t)64 << 10) /* of a text far beyond its bound */
#define BOUND_MAX ((int64_t)1 << 20)       /* bounds beyond this are not probed */

static enum ssmspec_side check(const struct ssmspec_constraint *constraint,
                               const struct ssmspec_shape *shape, const struct ssmspec_json *value,
                               struct ssmspec_patterns *patterns) {
    (void)shape;
    (void)patterns;
    if (value->type != SSMSPEC_JSON_STRING) {
        return SSMSPEC_WITHIN;
    }
    /* A code point takes one to four bytes, which settles most texts without counting. */
    const int64_t bytes = (int64_t)value->text.len;
    if (bytes <= constraint->max && (bytes + 3) / 4 >= constraint->min) {
        return SSMSPEC_WITHIN;
    }
    return ssmspec_bounds_side(constraint, (int64_t)ssmspec_utf8_length(value->text));
}

/* unit repeated and cut to so many code points, as a JSON string. */
static enum ssmspec_err send_text(const struct ssmspec_probing *probing, const char *name,
                                  const char *unit, int64_t code_points, enum ssmspec_stance stance,
                                  const char *source) {
    struct ssmspec_bytes text = {0};
    const struct ssmspec_view whole = ssmspec_view_of(unit);
    struct ssmspec_view rest = {NULL, 0};
    for (int64_t i = 0; i < code_points; i++) {
        rest = rest.len == 0 ? whole : rest;
        const size_t taken = ssmspec_utf8_decode(rest, NULL);
        if (taken == 0) {
            ssmspec_bytes_clear(&text);
            return SSMSPEC_ERR_TABLE;
        }
        ssmspec_bytes_add(&text, ssmspec_view_sub(rest, 0, taken));
        rest = ssmspec_view_sub(rest, taken, rest.len);
    }
    enum ssmspec_err err = ssmspec_bytes_status(&text);
    if (err == SSMSPEC_OK) {
        const struct ssmspec_probe probe = {.name = name, .stance = stance, .source = source};
        err = ssmspec_probing_send_text(probing, probe, ssmspec_bytes_view(&text));
    }
    ssmspec_bytes_clear(&text);
    return err;
}

static int64_t far_above(int64_t max, const char *unit) {
    const struct ssmspec_view text = ssmspec_view_of(unit);
    const size_t unit_length = ssmspec_utf8_length(text);
    const int64_t width = (int64_t)((text.len + unit_length - 1) / unit_length);
    const int64_t wanted = max * 10 > FAR_LEAST ? max * 10 : FAR_LEAST;
    const int64_t most = TEXT_BYTES_MAX / width;
    return wanted < most ? wanted : most;
}

static enum ssmspec_err probe_bounds(const struct ssmspec_probing *probing, const char *unit) {
    const struct ssmspec_constraint *constraint = probing->site->constraint;
    if (constraint->min >= 2) {
        GUARD(send_text(probing, "empty", unit, 0, SSMSPEC_REJECT, NULL));
    }
    if (constraint->min == SSMSPEC_NO_MIN) {
        GUARD(send_text(probing, "empty", unit, 0,
                        constraint->is_min_unsettled ? SSMSPEC_UNSETTLED : SSMSPEC_ACCEPT, NULL));
    }
    struct ssmspec_bound rows[SSMSPEC_BOUNDS_MAX];
    const size_t count = ssmspec_bounds_plan(constraint, true, rows);
    for (size_t i = 0; i < count; i++) {
        if (rows[i].value <= BOUND_MAX) {
            GUARD(send_text(probing, rows[i].name, unit, rows[i].value, rows[i].stance, NULL));
        }
    }
    if (constraint->max > BOUND_MAX || far_above(constraint->max, unit) <= constraint->max + 1) {
        return SSMSPEC_OK;
    }
    return send_text(probing, "far-above", unit, far_above(constraint->max, unit), SSMSPEC_REJECT,
                     NULL);
}

/* What tells a server that counts code points from one that counts bytes or UTF-16 units. */
static enum ssmspec_err probe_units(const struct ssmspec_probing *probing) {
    const int64_t min = probing->site->constraint->min;
    const int64_t max = probing->site->constraint->max;
    if (max < 1 || max > BOUND_MAX) {
        return SSMSPEC_OK;
    }
    GUARD(send_text(probing, "multibyte-at-max", TWO_BYTE_LETTER, max, SSMSPEC_ACCEPT, NULL));
    GUARD(
        send_text(probing, "multibyte-above-max", TWO_BYTE_LETTER, max + 1, SSMSPEC_REJECT, NULL));
    GUARD(send_text(probing, "astral-at-limit", ASTRAL_LETTER, max, SSMSPEC_UNSETTLED, "OBS:V-71"));
    if (max / 2 < 1 || max / 2 < min) {
        return SSMSPEC_OK;
    }
    return send_text(probing, "astral-half", ASTRAL_LETTER, max / 2, SSMSPEC_ACCEPT, NULL);
}

/* As many bytes as an exact length asks for, but half the characters. */
static enum ssmspec_err probe_exact(const struct ssmspec_probing *probing) {
    const int64_t length = probing->site->constraint->max;
    if (probing->site->constraint->min != length || length % 2 != 0 || length > BOUND_MAX) {
        return SSMSPEC_OK;
    }
    return send_text(probing, "bytes-not-characters", TWO_BYTE_LETTER, length / 2, SSMSPEC_REJECT,
                     NULL);
}

static enum ssmspec_err probe(const struct ssmspec_site *site, struct ssmspec_arena *arena,
                              ssmspec_probe_fn sink, void *context) {
    (void)arena;
    const struct ssmspec_probing probing = {site, sink, context};
    const char *fill = site->constraint->fill;
    GUARD(probe_bounds(&probing, fill == NULL || fill[0] == '\0' ? "a" : fill));
    GUARD(probe_exact(&probing));
    return site->constraint->is_ascii_only ? SSMSPEC_OK : probe_units(&probing);
}

static void describe(const struct ssmspec_constraint *constraint, const struct ssmspec_shape *shape,
                     enum ssmspec_side side, struct ssmspec_bytes *out) {
    (void)shape;
    ssmspec_bounds_describe(constraint, "length", side, out);
}

const struct ssmspec_constraint_kind ssmspec_length_kind = {
    .kind = SSMSPEC_LENGTH, .check = check, .probe = probe, .describe = describe};
