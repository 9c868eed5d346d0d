#include "fuzz/response/input.h"

static struct ssmspec_view take(struct ssmspec_view *rest, const char *until) {
    const struct ssmspec_view mark = ssmspec_view_of(until);
    const size_t at = ssmspec_view_find(*rest, mark);
    const struct ssmspec_view taken = ssmspec_view_sub(*rest, 0, at);
    *rest = ssmspec_view_sub(*rest, at + mark.len, rest->len);
    return taken;
}

size_t ssmspec_input_read(struct ssmspec_view rest,
                          struct ssmspec_header headers[SSMSPEC_INPUT_HEADERS_MAX],
                          struct ssmspec_response *out) {
    long long status = 200;
    long long number = 0;
    struct ssmspec_view first = take(&rest, "\n");
    const bool has_status = ssmspec_view_to_int64(take(&first, " "), &status);
    const bool has_number = ssmspec_view_to_int64(first, &number) && number >= 0;
    *out = (struct ssmspec_response){.status = has_status ? (int)(status % 1000) : 200,
                                     .headers = headers};
    struct ssmspec_view line = take(&rest, "\n");
    while (line.len > 0 && out->header_count < SSMSPEC_INPUT_HEADERS_MAX) {
        headers[out->header_count].name = take(&line, ": ");
        headers[out->header_count++].value = line;
        line = take(&rest, "\n");
    }
    out->body = rest;
    return has_number ? (size_t)number : 0;
}
