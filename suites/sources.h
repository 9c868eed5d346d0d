/* What a source looks like, for the tests of tables. */
#ifndef SSMSPEC_SUITES_SOURCES_H
#define SSMSPEC_SUITES_SOURCES_H

#include "src/base/testing.h"

static inline bool is_known_form(struct ssmspec_view word) {
    static const char *const forms[] = {
        "API:", "NET:", "MODEL:", "SMITHY:", "RFC8259:", "RFC9110:", "RFC9112:", "OBS:", "CLIENT:"};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        const struct ssmspec_view form = ssmspec_view_of(forms[i]);
        if (ssmspec_view_starts(word, form) && word.len > form.len) {
            return true;
        }
    }
    return false;
}

/* Fails unless source is one or more words of a known form, joined with blanks. */
static inline void check_source(const char *where, const char *source) {
    if (source == NULL) {
        fail_msg("%s has no source", where);
    }
    struct ssmspec_view rest = ssmspec_view_of(source);
    do {
        const size_t at = ssmspec_view_find(rest, SSMSPEC_VIEW(" "));
        const struct ssmspec_view word = ssmspec_view_sub(rest, 0, at);
        if (!is_known_form(word)) {
            fail_msg("%s has a source of no known form: %s", where, source);
        }
        rest = ssmspec_view_sub(rest, at + 1, rest.len);
    } while (rest.len > 0);
}

#endif
