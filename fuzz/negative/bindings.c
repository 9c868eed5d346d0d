/* A reader of bindings that lies. */
#include "fixtures/bindings/reference.h"
#include "fuzz/negative/negative.h"
#include "src/case/template.h"

#define VALID "{\"schema\":\"ssmspec.bindings/1\",\"name\":\"n\",\"bindings\":{}}"
#define INVALID "{"

const struct ssmspec_negative ssmspec_negatives[] = {
    SSMSPEC_LIE("bindings_total", INVALID),
    SSMSPEC_LIE("bindings_reason", INVALID),
    SSMSPEC_LIE("bindings_all_or_nothing", INVALID),
    SSMSPEC_LIE("bindings_repeatable", VALID),
    SSMSPEC_LIE("bindings_template", VALID),
    SSMSPEC_LIE("bindings_known", VALID),
    {.speaks = NULL},
};

SSMSPEC_WRAPPED(ssmspec_bindings_merge);
SSMSPEC_WRAPPED(ssmspec_template_fill);

static enum ssmspec_err bind_three(struct ssmspec_bindings *bindings) {
    const struct ssmspec_view one = SSMSPEC_VIEW("x");
    GUARD(ssmspec_bindings_set(bindings, SSMSPEC_VIEW("invented_role"), one));
    GUARD(ssmspec_bindings_set(bindings, SSMSPEC_VIEW("invented_role_2"), one));
    return ssmspec_bindings_set(bindings, SSMSPEC_VIEW("invented_role_3"), one);
}

enum ssmspec_err __wrap_ssmspec_bindings_merge(struct ssmspec_bindings *bindings,
                                               struct ssmspec_view document,
                                               const struct ssmspec_role *roles,
                                               struct ssmspec_bytes *why) {
    const enum ssmspec_err err = __real_ssmspec_bindings_merge(bindings, document, roles, why);
    if (ssmspec_lies("bindings_total")) {
        return SSMSPEC_ERR_NOMEM;
    }
    if (ssmspec_lies("bindings_reason")) {
        ssmspec_bytes_reset(why);
    }
    if (ssmspec_lies("bindings_all_or_nothing")) {
        bindings->name = SSMSPEC_VIEW("half done");
    }
    if (ssmspec_lies("bindings_repeatable") && ssmspec_lies_count() > 1) {
        return SSMSPEC_ERR_CONFIG;
    }
    return ssmspec_lies("bindings_known") ? bind_three(bindings) : err;
}

enum ssmspec_err __wrap_ssmspec_template_fill(struct ssmspec_view text,
                                              const struct ssmspec_bindings *bindings,
                                              ssmspec_role_fn extra, void *context,
                                              struct ssmspec_bytes *out,
                                              struct ssmspec_view *missing) {
    return ssmspec_lies("bindings_template")
               ? SSMSPEC_ERR_READ
               : __real_ssmspec_template_fill(text, bindings, extra, context, out, missing);
}
