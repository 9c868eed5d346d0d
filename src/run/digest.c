#include "src/run/digest.h"

#include "src/base/bytes.h"
#include "src/judge/claim.h"

/* Lengths go before texts, so that no two suites spell the same bytes. */
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

static void add_signing(struct ssmspec_bytes *out, const struct ssmspec_signing *how) {
    const char *const texts[] = {
        how->access_key_id, how->secret, how->session_token, how->region,       how->service,
        how->method,        how->target, how->content_type,  how->host,         how->leaves_out,
        how->signs_too,     how->date,   how->payload_hash,  how->authorization};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        add_c_text(out, texts[i]);
    }
    ssmspec_bytes_printf(out, "%ld,%d,%d;", how->ahead_seconds, how->other_body,
                         how->states_payload_hash);
}

static void add_wire(struct ssmspec_bytes *out, const struct ssmspec_wire_step *step) {
    for (; step != NULL && step->verb != SSMSPEC_WIRE_END; step++) {
        ssmspec_bytes_printf(out, "%d,%u,%u;", (int)step->verb, step->times, step->ms);
        add_text(out, step->text);
    }
}

static void add_request(struct ssmspec_bytes *out, const struct ssmspec_request *request) {
    add_text(out, request->method);
    add_text(out, request->path);
    add_text(out, request->target);
    add_text(out, request->content_type);
    for (size_t i = 0; i < request->header_count; i++) {
        add_text(out, request->headers[i].name);
        add_text(out, request->headers[i].value);
    }
    add_text(out, request->body);
    if (request->signing != NULL) {
        add_signing(out, request->signing);
    }
    add_wire(out, request->wire);
}

static void add_expectation(struct ssmspec_bytes *out, const struct ssmspec_expectation *expect) {
    ssmspec_bytes_printf(out, "%zu;", expect->count);
    for (size_t i = 0; i < expect->count; i++) {
        const struct ssmspec_outcome *outcome = &expect->outcomes[i];
        ssmspec_bytes_printf(out, "%d,%d,%d;", (int)outcome->kind, outcome->status,
                             (int)outcome->breaks);
        add_text(out, ssmspec_view_of(outcome->error));
    }
}

static void add_claims(struct ssmspec_bytes *out, const struct ssmspec_claims *claims) {
    for (size_t i = 0; i < claims->count; i++) {
        const struct ssmspec_claim *claim = &claims->rows[i];
        ssmspec_claim_words(claim, out);
        ssmspec_bytes_printf(out, ";%d,%d;", (int)claim->kind, (int)claim->breaks);
    }
}

static void add_step(struct ssmspec_bytes *out, const struct ssmspec_step *step) {
    add_text(out, ssmspec_view_of(step->operation));
    add_text(out, ssmspec_view_of(step->body));
    add_text(out, ssmspec_view_of(step->header_name));
    add_text(out, ssmspec_view_of(step->header_value));
    if (step->signing != NULL) {
        add_signing(out, step->signing);
    }
    add_wire(out, step->wire);
    struct ssmspec_expectation expect = {.count = step->outcome_count};
    for (size_t i = 0; i < step->outcome_count; i++) {
        expect.outcomes[i] = step->outcomes[i];
    }
    add_text(out, ssmspec_view_of(step->stretch_text));
    add_expectation(out, &expect);
    add_claims(out, &step->claims);
    add_claims(out, &step->always);
    for (size_t i = 0; i < step->capture_count; i++) {
        add_text(out, ssmspec_view_of(step->captures[i].path));
    }
    ssmspec_bytes_printf(out, "%u,%u,%u,%u,%d,%d;", step->stretch, step->after_ms, step->within_ms,
                         step->copies, (int)step->is_prerequisite, (int)step->is_provocation);
}

static void add_case(struct ssmspec_bytes *out, const struct ssmspec_case *row) {
    add_text(out, ssmspec_view_of(row->id));
    add_text(out, ssmspec_view_of(row->source));
    ssmspec_bytes_printf(out, "%d,%d,%d,%d;", (int)row->level, (int)row->effect, (int)row->check,
                         (int)row->control_kind);
    add_request(out, &row->request);
    add_expectation(out, &row->expect);
    add_request(out, &row->control);
    add_expectation(out, &row->control_expect);
    add_request(out, &row->foil);
    for (size_t i = 0; row->scenario != NULL && i < row->scenario->step_count; i++) {
        add_step(out, &row->scenario->steps[i]);
    }
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
    for (size_t i = 0; i < cases->count; i++) {
        add_case(&all, &cases->rows[i]);
    }
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
