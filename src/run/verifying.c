#include "src/run/verifying.h"

#include "src/judge/words.h"
#include "src/response/response.h"
#include "src/run/flight.h"
#include "src/run/keep.h"

#define WAIT_MS 200
#define WAITS_MAX 300

static const struct ssmspec_signing altered = {
    .authorization = "AWS4-HMAC-SHA256 Credential=${key}/${day}/${region}/${service}/aws4_request, "
                     "SignedHeaders=${names}, Signature=${altered}",
};

bool ssmspec_plan_needs_verifier(const struct ssmspec_plan *plan) {
    for (size_t i = 0; i < plan->cases->count; i++) {
        if (plan->is_chosen[i] && plan->cases->rows[i].needs_verifier) {
            return true;
        }
    }
    return false;
}

static enum ssmspec_err exchange(const struct ssmspec_transporter *transporter,
                                 const struct ssmspec_request *request, struct ssmspec_arena *arena,
                                 struct ssmspec_exchange *out) {
    void *tag = NULL;
    *out = (struct ssmspec_exchange){.transport = SSMSPEC_TIMED_OUT};
    GUARD(transporter->submit(transporter->self, request, arena, out, out));
    for (unsigned waits = 0; tag == NULL && waits < WAITS_MAX; waits++) {
        GUARD(transporter->next(transporter->self, WAIT_MS, &tag));
    }
    return SSMSPEC_OK;
}

static bool refuses_signature(const struct ssmspec_service *service,
                              const struct ssmspec_answer *answer) {
    const bool is_client_fault = answer->status >= 400 && answer->status < 500;
    return answer->status == 401 || answer->status == 403 ||
           (is_client_fault && ssmspec_view_among(answer->error, service->credential_errors));
}

static enum ssmspec_err note_absence(const struct ssmspec_answer *answer,
                                     struct ssmspec_bindings *bindings, struct ssmspec_arena *arena,
                                     const char **said) {
    const char *const words = ssmspec_answer_words(answer, arena);
    ENSURE(words != NULL, SSMSPEC_ERR_NOMEM);
    *said = ssmspec_arena_printf(
        arena, "the endpoint does not verify signatures: a wrong one was answered %s", words);
    ENSURE(*said != NULL, SSMSPEC_ERR_NOMEM);
    bindings->sigv4 = SSMSPEC_ABSENT;
    bindings->no_sigv4_reason = *said;
    return SSMSPEC_OK;
}

enum ssmspec_err ssmspec_verifying_probe(const struct ssmspec_suite *suite,
                                         const struct ssmspec_transporter *transporter,
                                         const struct ssmspec_secrets *secrets,
                                         struct ssmspec_bindings *bindings,
                                         struct ssmspec_arena *arena, const char **said) {
    struct ssmspec_request request;
    struct ssmspec_exchange came;
    struct ssmspec_reading reading;
    GUARD(ssmspec_flight_address(suite->service, &suite->sentinel, arena, &request));
    request.signing = &altered;
    const enum ssmspec_err err = exchange(transporter, &request, arena, &came);
    if (err == SSMSPEC_ERR_INTERRUPTED) {
        came.transport = SSMSPEC_TIMED_OUT; /* the run notices too, and says so */
    } else {
        GUARD(err);
    }
    GUARD(ssmspec_look(&came, NULL, secrets, arena, &reading));
    if (came.transport != SSMSPEC_DELIVERED) {
        *said = "a request with a wrong signature was not answered";
        return SSMSPEC_OK;
    }
    if (!refuses_signature(suite->service, &reading.answer)) {
        return note_absence(&reading.answer, bindings, arena, said);
    }
    bindings->sigv4 = SSMSPEC_PRESENT;
    *said = "the endpoint verifies signatures: it refused a wrong one";
    return SSMSPEC_OK;
}
