/* Harnesses that must fail: each row of fuzz/negative/NAME.c is a lie told by something that the
 * harness NAME relies on, and the oracle that must speak then. */
#ifndef SSMSPEC_FUZZ_NEGATIVE_NEGATIVE_H
#define SSMSPEC_FUZZ_NEGATIVE_NEGATIVE_H

#include "src/base/view.h"

/* The linker puts __wrap_function, where the lies are, in the function's place; the true one is
 * __real_function. The build finds these lines by itself. */
#define SSMSPEC_WRAPPED(function) extern __typeof__(function) __real_##function, __wrap_##function

struct ssmspec_negative {
    const char *speaks;        /* the oracle's id, or what a sanitizer says: a text with a blank */
    struct ssmspec_view input; /* on which the harness is content as long as nobody lies */
    bool is_at_start;          /* the lie is told while the harness starts, not later */
};

#define SSMSPEC_LIE(id, bytes) \
    { .speaks = (id), .input = SSMSPEC_VIEW_INIT(bytes) }
#define SSMSPEC_LIE_AT_START(id, bytes) \
    { .speaks = (id), .input = SSMSPEC_VIEW_INIT(bytes), .is_at_start = true }

/* Of one harness; ends with a NULL speaks. */
extern const struct ssmspec_negative ssmspec_negatives[];

/* The row's oracle whose lie is being told; "" while nobody lies. */
const char *ssmspec_lie(void);

/* Whether it is this one. */
bool ssmspec_lies(const char *speaks);

/* How often it was asked that of the lie being told, this time included: some lie only later. */
size_t ssmspec_lies_count(void);

/* The input at hand. */
struct ssmspec_view ssmspec_lies_input(void);

#endif
