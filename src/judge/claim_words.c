#include "src/judge/claim.h"

static void add_words(const char *const *texts, struct ssmspec_bytes *out) {
    for (size_t i = 0; texts[i] != NULL; i++) {
        ssmspec_bytes_printf(out, "%s%s", i == 0 ? "" : ", ", texts[i]);
    }
}

static void add_bounds(const struct ssmspec_claim *claim, const char *unit,
                       struct ssmspec_bytes *out) {
    ssmspec_bytes_printf(out, "%.15g", claim->min);
    if (claim->max > claim->min) {
        ssmspec_bytes_printf(out, " to %.15g", claim->max);
    }
    ssmspec_bytes_add_text(out, unit);
    if (claim->plus != NULL) {
        ssmspec_bytes_printf(out, " more than %s", claim->plus);
    }
}

static void add_demand(const struct ssmspec_claim *claim, struct ssmspec_bytes *out) {
    switch (claim->kind) {
    case SSMSPEC_CLAIM_THERE:
        ssmspec_bytes_add_text(out, "be there");
        return;
    case SSMSPEC_CLAIM_ABSENT:
        ssmspec_bytes_add_text(out, "be absent");
        return;
    case SSMSPEC_CLAIM_IS:
        ssmspec_bytes_printf(out, "be \"%s\"", claim->text);
        return;
    case SSMSPEC_CLAIM_IS_NOT:
        ssmspec_bytes_printf(out, "not be \"%s\"", claim->text);
        return;
    case SSMSPEC_CLAIM_ONE_OF:
        ssmspec_bytes_add_text(out, "be one of ");
        add_words(claim->texts, out);
        return;
    case SSMSPEC_CLAIM_MATCHES:
        ssmspec_bytes_printf(out, "match %s", claim->text);
        return;
    case SSMSPEC_CLAIM_BRIEF:
        ssmspec_bytes_printf(out, "be at most %.15g characters long", claim->max);
        return;
    case SSMSPEC_CLAIM_NUMBER:
        ssmspec_bytes_add_text(out, "be the number ");
        add_bounds(claim, "", out);
        return;
    case SSMSPEC_CLAIM_RECENT:
        ssmspec_bytes_add_text(out, "be a time of today in seconds since 1970");
        return;
    case SSMSPEC_CLAIM_COUNT:
        ssmspec_bytes_add_text(out, "have ");
        add_bounds(claim, " entries", out);
        return;
    case SSMSPEC_CLAIM_NEW:
        ssmspec_bytes_add_text(out, "not come twice");
        return;
    case SSMSPEC_CLAIM_RISES:
        ssmspec_bytes_add_text(out, "only move on through ");
        add_words(claim->texts, out);
        return;
    }
}

void ssmspec_claim_words(const struct ssmspec_claim *claim, struct ssmspec_bytes *out) {
    ssmspec_bytes_printf(out, "%s%s should ", claim->is_of_every ? "every " : "", claim->path);
    add_demand(claim, out);
    if (claim->may_be_absent) {
        ssmspec_bytes_add_text(out, " or be absent");
    }
}
