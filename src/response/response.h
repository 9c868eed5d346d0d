/* Reading an answer: what kind it is, which error it names, whether it fits the operation's output.
 * Pure; the bytes may be hostile. */
#ifndef SSMSPEC_SRC_RESPONSE_RESPONSE_H
#define SSMSPEC_SRC_RESPONSE_RESPONSE_H

#include "src/exchange/exchange.h"
#include "src/json/json.h"
#include "src/rule/shape.h"

enum ssmspec_body_kind {
    SSMSPEC_BODY_EMPTY,
    SSMSPEC_BODY_OBJECT,
    SSMSPEC_BODY_OTHER_JSON, /* JSON, but no object */
    SSMSPEC_BODY_MARKUP,     /* starts with '<' */
    SSMSPEC_BODY_OTHER,      /* neither */
};

struct ssmspec_answer {
    int status;
    enum ssmspec_body_kind body_kind;
    const struct ssmspec_json *root; /* when the body is JSON */
    struct ssmspec_view type;        /* __type as sent, ptr NULL when absent or no string */
    struct ssmspec_view error;   /* bare name of it, else of an error's code or header: cut at the
                                    first ':', then after the first
                                    '#' (OBS:P-14) */
    struct ssmspec_view message; /* message or Message (OBS:P-19), ptr NULL when absent */
    struct ssmspec_view content_type; /* ptr NULL when absent */
    struct ssmspec_view request_id;
    struct ssmspec_view header_type; /* X-Amzn-Errortype */
};

/* Read the body's tree into arena, once for all who look at the response while that lives; what is
 * no JSON leaves root as it is. SSMSPEC_ERR_NOMEM only. */
enum ssmspec_err ssmspec_response_parse(struct ssmspec_response *response,
                                        struct ssmspec_arena *arena) SSMSPEC_MUST_USE;

/* Everything lives in response or arena. SSMSPEC_ERR_NOMEM only. */
enum ssmspec_err ssmspec_answer_read(const struct ssmspec_response *response,
                                     struct ssmspec_arena *arena,
                                     struct ssmspec_answer *out) SSMSPEC_MUST_USE;

/* An error type's bare name: cut at the first ':', then what follows the first '#' (OBS:P-14). */
struct ssmspec_view ssmspec_bare_type(struct ssmspec_view type);

/* An exchange with its answer, read once for all who look at it. */
struct ssmspec_reading {
    const struct ssmspec_exchange *exchange;
    struct ssmspec_answer answer; /* when it was delivered */
    bool is_success;              /* a 200 whose body fits the output */
    const char *misfit;           /* of a 200 that does not: why, never NULL then */
};

/* output may be NULL (frame cases): then any object or an empty body fits. Everything lives in
 * exchange or arena. SSMSPEC_ERR_NOMEM only. */
enum ssmspec_err ssmspec_reading_of(const struct ssmspec_exchange *exchange,
                                    const struct ssmspec_shape *output, struct ssmspec_arena *arena,
                                    struct ssmspec_reading *out) SSMSPEC_MUST_USE;

/* Whether a 200's body fits the operation's output: every member sent has its modelled JSON type,
 * enums hold modelled values, what is always sent is there; an output without members may be an
 * empty body or an object. Unknown members are ignored. Otherwise false and a sentence from arena
 * naming the member in *why. */
bool ssmspec_answer_fits(const struct ssmspec_answer *answer, const struct ssmspec_shape *output,
                         struct ssmspec_arena *arena, const char **why);

/* 8-4-4-4-12 hexadecimal digits, either case. */
bool ssmspec_is_uuid(struct ssmspec_view text);

#endif
