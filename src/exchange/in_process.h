/* Exchanges without a network: the subject is a function. */
#ifndef SSMSPEC_SRC_EXCHANGE_IN_PROCESS_H
#define SSMSPEC_SRC_EXCHANGE_IN_PROCESS_H

#include "src/exchange/exchange.h"

/* Answers one request; everything in *response lives in arena, request or static memory. */
typedef enum ssmspec_err (*ssmspec_subject_fn)(void *context, const struct ssmspec_request *request,
                                               struct ssmspec_arena *arena,
                                               struct ssmspec_response *response);

enum ssmspec_err ssmspec_in_process_new(ssmspec_subject_fn subject, void *context,
                                        struct ssmspec_transporter *out) SSMSPEC_MUST_USE;

#endif
