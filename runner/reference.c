#include "runner/reference.h"

#include "fixtures/endpoint/front/front.h"

#include <stdlib.h>

struct ssmspec_reference {
    struct ssmspec_speaker speaker;
    struct ssmspec_mutated mutated; /* instead, where a mutant is served */
    struct ssmspec_front *front;
};

static enum ssmspec_err start(const struct ssmspec_reference_options *options,
                              struct ssmspec_reference *reference) {
    struct ssmspec_endpoint_options endpoint = {.verify = options->verify,
                                                .region = options->region};
    struct ssmspec_front_options front = {.port = (uint16_t)options->port};
    if (options->mutant != NULL) {
        endpoint.verify = options->verify && !options->mutant->takes_unsigned;
        GUARD(ssmspec_mutated_open(options->mutant, &endpoint, &reference->mutated));
        front.subject = ssmspec_mutated_answer;
        front.context = &reference->mutated;
        if (options->mutant->habits != NULL) {
            front.habits = *options->mutant->habits;
        }
        return ssmspec_front_start(&front, &reference->front);
    }
    if (options->dialect != NULL) {
        endpoint.manners = options->dialect->manners;
        front.habits = options->dialect->habits;
    }
    reference->speaker.dialect = options->dialect;
    GUARD(ssmspec_endpoint_new(&endpoint, &reference->speaker.endpoint));
    front.subject = ssmspec_speaker_answer;
    front.context = &reference->speaker;
    return ssmspec_front_start(&front, &reference->front);
}

enum ssmspec_err ssmspec_reference_start(const struct ssmspec_reference_options *options,
                                         struct ssmspec_reference **out,
                                         struct ssmspec_bytes *why) {
    struct ssmspec_reference *reference = calloc(1, sizeof *reference);
    ENSURE(reference != NULL, SSMSPEC_ERR_NOMEM);
    const enum ssmspec_err err = start(options, reference);
    if (err != SSMSPEC_OK) {
        ssmspec_bytes_printf(why, "the reference endpoint cannot listen on 127.0.0.1, port %u",
                             options->port);
        ssmspec_reference_stop(reference);
        return err;
    }
    *out = reference;
    return SSMSPEC_OK;
}

unsigned ssmspec_reference_port(const struct ssmspec_reference *reference) {
    return ssmspec_front_port(reference->front);
}

void ssmspec_reference_stop(struct ssmspec_reference *reference) {
    if (reference == NULL) {
        return;
    }
    ssmspec_front_stop(reference->front);
    ssmspec_endpoint_free(reference->speaker.endpoint);
    ssmspec_mutated_close(&reference->mutated);
    free(reference);
}
