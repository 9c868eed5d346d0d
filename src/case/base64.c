#include "src/case/base64.h"

#include <openssl/evp.h>

#define TEXT_MAX ((size_t)1 << 26)

static size_t padding_of(struct ssmspec_view text) {
    size_t count = 0;
    while (count < 2 && count < text.len && text.ptr[text.len - 1 - count] == '=') {
        count++;
    }
    return count;
}

/* The library forgives blanks and stray bits: only what it would spell the same way is right. */
static bool is_spelled(struct ssmspec_view text, const unsigned char *bytes, size_t len,
                       unsigned char *again) {
    const int spelled = EVP_EncodeBlock(again, bytes, (int)len);
    return ssmspec_view_eq(text, (struct ssmspec_view){(const char *)again, (size_t)spelled});
}

enum ssmspec_err ssmspec_base64_read(struct ssmspec_view text, struct ssmspec_arena *arena,
                                     struct ssmspec_view *out) {
    ENSURE(text.len % 4 == 0 && text.len <= TEXT_MAX, SSMSPEC_ERR_SYNTAX);
    unsigned char *const bytes = ssmspec_arena_raw(arena, text.len + 1);
    unsigned char *const again = ssmspec_arena_raw(arena, text.len + 1);
    ENSURE(bytes != NULL && again != NULL, SSMSPEC_ERR_NOMEM);
    const int decoded = EVP_DecodeBlock(bytes, (const unsigned char *)text.ptr, (int)text.len);
    ENSURE(decoded >= 0 && (size_t)decoded >= padding_of(text), SSMSPEC_ERR_SYNTAX);
    const size_t len = (size_t)decoded - padding_of(text);
    ENSURE(is_spelled(text, bytes, len, again), SSMSPEC_ERR_SYNTAX);
    *out = (struct ssmspec_view){(const char *)bytes, len};
    return SSMSPEC_OK;
}
