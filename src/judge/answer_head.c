/* Further looks at an answer's headers. */
#include "src/judge/judging.h"

static const struct ssmspec_finding nothing = {.code = NULL};

static struct ssmspec_view find(const struct ssmspec_judging *judging, const char *name,
                                size_t *count) {
    const struct ssmspec_response *response = &judging->exchange->response;
    struct ssmspec_view value = {NULL, 0};
    *count = 0;
    for (size_t i = 0; i < response->header_count; i++) {
        if (ssmspec_view_eq_nocase(response->headers[i].name, ssmspec_view_of(name))) {
            value = response->headers[i].value;
            (*count)++;
        }
    }
    return value;
}

/* Headers whose value is no list of values. */
static struct ssmspec_finding look_at_repeats(const struct ssmspec_judging *judging) {
    static const char *const names[] = {"Content-Type", "Content-Length",    "Date",
                                        "Server",       "x-amzn-RequestId",  "X-Amzn-Errortype",
                                        "x-amz-crc32",  "x-amzn-query-error"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        size_t count;
        (void)find(judging, names[i], &count);
        if (count > 1) {
            return (struct ssmspec_finding){
                .code = "header-repeated",
                .text =
                    ssmspec_arena_printf(judging->arena, "%s stands %zu times.", names[i], count)};
        }
    }
    return nothing;
}

/* That of zlib and Ethernet: ISO 3309, reflected. */
static uint32_t crc32_of(struct ssmspec_view bytes) {
    uint32_t crc = UINT32_MAX;
    for (size_t i = 0; i < bytes.len; i++) {
        crc ^= (unsigned char)bytes.ptr[i];
        for (int bit = 0; bit < 8; bit++) {
            crc = (crc >> 1) ^ ((crc & 1) != 0 ? UINT32_C(0xedb88320) : 0);
        }
    }
    return ~crc;
}

static struct ssmspec_finding look_at_crc32(const struct ssmspec_judging *judging) {
    size_t count;
    long long said = -1;
    const struct ssmspec_view value = find(judging, "x-amz-crc32", &count);
    const bool is_right =
        count == 0 || (ssmspec_view_to_int64(ssmspec_view_trim(value), &said) &&
                       said == (long long)crc32_of(judging->exchange->response.body));
    return is_right ? nothing
                    : (struct ssmspec_finding){.code = "crc32",
                                               .text = "x-amz-crc32 is not that of the body."};
}

static struct ssmspec_finding look_at_cors(const struct ssmspec_judging *judging) {
    size_t count;
    (void)find(judging, "Access-Control-Allow-Origin", &count);
    return count == 0 ? nothing
                      : (struct ssmspec_finding){
                            .code = "cors-unasked",
                            .text = "Access-Control-Allow-Origin is sent though no Origin asked."};
}

/* Codings that clients decode. Coded text is no document any more, and begins with the coding's own
 * mark where it has one. Source: RFC9110:8.4.1, RFC1952:2.3.1. */
struct coding {
    const char *name;
    const char *begins;
};

static const struct coding codings[] = {
    {"gzip", "\x1f\x8b"},
    {"x-gzip", "\x1f\x8b"},
    {"compress", "\x1f\x9d"},
    {"x-compress", "\x1f\x9d"},
    {"deflate", ""},
    {"br", ""},
    {"zstd", ""},
    {NULL, NULL},
};

/* Of several codings the last was applied last. */
static struct ssmspec_view last_coding(struct ssmspec_view list) {
    for (size_t i = list.len; i > 0; i--) {
        if (list.ptr[i - 1] == ',') {
            return ssmspec_view_trim(ssmspec_view_sub(list, i, list.len));
        }
    }
    return ssmspec_view_trim(list);
}

static bool is_coded(const struct ssmspec_judging *judging, const struct coding *coding) {
    const enum ssmspec_body_kind kind = judging->answer.body_kind;
    return kind == SSMSPEC_BODY_OTHER &&
           ssmspec_view_starts(judging->exchange->response.body, ssmspec_view_of(coding->begins));
}

/* An empty body breaks no client, and neither does a coding that none of them knows. */
static struct ssmspec_finding look_at_coding(const struct ssmspec_judging *judging) {
    size_t count;
    const struct ssmspec_view said = last_coding(find(judging, "Content-Encoding", &count));
    const struct coding *coding = codings;
    while (coding->name != NULL && !ssmspec_view_eq_nocase(said, ssmspec_view_of(coding->name))) {
        coding++;
    }
    if (coding->name == NULL || judging->answer.body_kind == SSMSPEC_BODY_EMPTY ||
        is_coded(judging, coding)) {
        return nothing;
    }
    return (struct ssmspec_finding){
        .code = "coding-false",
        .text = ssmspec_arena_printf(judging->arena,
                                     "Content-Encoding says %s, but the body is not coded so.",
                                     coding->name)};
}

struct ssmspec_finding ssmspec_head_look(const struct ssmspec_judging *judging) {
    switch (judging->the_case->check) {
    case SSMSPEC_CHECK_SINGLE_HEADERS:
        return look_at_repeats(judging);
    case SSMSPEC_CHECK_CRC32:
        return look_at_crc32(judging);
    case SSMSPEC_CHECK_NO_CORS:
        return look_at_cors(judging);
    case SSMSPEC_CHECK_TRUE_CODING:
        return look_at_coding(judging);
    default:
        return nothing;
    }
}
