#include "runner/explain_signing.h"

#include "src/request/signing_words.h"

#include <stdio.h>

void ssmspec_explain_signing(const struct ssmspec_signing *signing, const char *margin) {
    struct ssmspec_bytes words = {0};
    ssmspec_signing_words(signing, &words);
    struct ssmspec_view rest = ssmspec_bytes_view(&words);
    for (const char *label = "signed"; rest.len > 0; label = "") {
        const size_t end = ssmspec_view_find(rest, SSMSPEC_VIEW("\n"));
        (void)printf("%s%-9s %.*s\n", margin, label, (int)end, rest.ptr);
        rest = ssmspec_view_sub(rest, end + 1, rest.len);
    }
    ssmspec_bytes_clear(&words);
}
