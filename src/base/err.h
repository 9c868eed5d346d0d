/* The suite's own failures: no memory, a bad flag, a full disk. What the *subject* does wrong (an
 * invalid request, a wrong response) is data, never one of these. */
#ifndef SSMSPEC_SRC_BASE_ERR_H
#define SSMSPEC_SRC_BASE_ERR_H

enum ssmspec_err {
#define X(name, sentence) SSMSPEC_ERR_##name,
#include "src/base/err.def"
#undef X
    SSMSPEC_ERR_COUNT
};
#define SSMSPEC_OK SSMSPEC_ERR_OK

#define SSMSPEC_MUST_USE __attribute__((warn_unused_result))
#define SSMSPEC_PRINTF(format_at, args_at) __attribute__((format(printf, format_at, args_at)))

/* A static sentence, never NULL, also for values outside the list. */
const char *ssmspec_err_text(enum ssmspec_err err);

/* Leave the function early with err unless cond holds. */
#define ENSURE(cond, err) \
    do {                  \
        if (!(cond)) {    \
            return (err); \
        }                 \
    } while (0)

/* Leave the function early with the call's error, if any. */
#define GUARD(call)                           \
    do {                                      \
        enum ssmspec_err guard_err_ = (call); \
        if (guard_err_ != SSMSPEC_OK) {       \
            return guard_err_;                \
        }                                     \
    } while (0)

#endif
