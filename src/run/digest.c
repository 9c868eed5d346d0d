#include "src/run/digest.h"

#include "src/base/bytes.h"
#include "src/case/export.h"

/* Lengths go before texts, so that no two plans spell the same bytes. */
static void add_text(struct ssmspec_bytes *out, struct ssmspec_view text) {
    if (text.ptr == NULL) {
        ssmspec_bytes_add_text(out, "-:"); /* what is left out is not what is empty */
        return;
    }
    ssmspec_bytes_printf(out, "%zu:", text.len);
    ssmspec_bytes_add(out, text);
}

static void add_c_text(struct ssmspec_bytes *out, const char *text) {
    if (text == NULL) {
        ssmspec_bytes_add_text(out, "-");
        return;
    }
    add_text(out, ssmspec_view_of(text));
}

enum ssmspec_err ssmspec_digest(struct ssmspec_view bytes, char out[SSMSPEC_SIGNATURE_HEX]) {
    struct ssmspec_signer *signer = NULL;
    GUARD(ssmspec_signer_new(&signer));
    const enum ssmspec_err err = ssmspec_sha256_hex(signer, bytes, out);
    ssmspec_signer_free(signer);
    return err;
}

/* Of bytes that may have failed, and clears them. */
static enum ssmspec_err digest_all(struct ssmspec_bytes *all, char out[SSMSPEC_SIGNATURE_HEX]) {
    enum ssmspec_err err = ssmspec_bytes_status(all);
    if (err == SSMSPEC_OK) {
        err = ssmspec_digest(ssmspec_bytes_view(all), out);
    }
    ssmspec_bytes_clear(all);
    return err;
}

enum ssmspec_err ssmspec_suite_digest(const struct ssmspec_cases *cases,
                                      char out[SSMSPEC_SIGNATURE_HEX]) {
    struct ssmspec_bytes all = {0};
    const enum ssmspec_err err = ssmspec_export_cases(cases, &all);
    all.failed = all.failed || err != SSMSPEC_OK;
    return digest_all(&all, out);
}

enum ssmspec_err ssmspec_plan_digest(const struct ssmspec_plan *plan,
                                     char out[SSMSPEC_SIGNATURE_HEX]) {
    struct ssmspec_bytes all = {0};
    for (size_t i = 0; i < plan->cases->count; i++) {
        if (plan->is_chosen[i]) {
            add_text(&all, ssmspec_view_of(plan->cases->rows[i].id));
            add_text(&all, plan->blanks[i].effect);
            add_c_text(&all, plan->skip_reasons[i]);
        }
    }
    return digest_all(&all, out);
}
