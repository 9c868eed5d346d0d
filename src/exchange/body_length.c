#include "src/exchange/body_length.h"

#include "src/exchange/list.h"

#include <stdint.h>

/* What is beyond size_t is beyond any limit: it stays at the most. */
static bool read_number(struct ssmspec_view text, size_t *out) {
    size_t number = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9') {
            return false;
        }
        number = number > SIZE_MAX / 20 ? SIZE_MAX : number * 10 + (size_t)(text.ptr[i] - '0');
    }
    *out = number;
    return text.len > 0;
}

static const char *add_one(struct ssmspec_body_length *length, struct ssmspec_view text) {
    size_t bytes = 0;
    if (!read_number(text, &bytes)) {
        return "the Content-Length is no number";
    }
    if (length->is_given && bytes != length->bytes) {
        return "there are two Content-Lengths";
    }
    length->is_given = true;
    length->bytes = bytes;
    return NULL;
}

void ssmspec_body_length_add(struct ssmspec_body_length *length, struct ssmspec_view value) {
    for (struct ssmspec_view rest = value; rest.ptr != NULL && length->fault == NULL;) {
        length->fault = add_one(length, ssmspec_list_cut(&rest));
    }
}
