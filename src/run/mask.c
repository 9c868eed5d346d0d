#include "src/run/mask.h"

#define SIGNATURE_DIGITS 64
#define SECRET_LEAST 4 /* shorter ones are words that any message may hold */
#define BEGIN_LEAST 12 /* so much of a secret's beginning gives it away, however it is spelled */

static bool is_hex(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/* Where the next run of at least 64 hexadecimal digits begins, and its length; text.len: nowhere. A
 * run that long covers every 64th place, so that only those are looked at. */
static size_t find_signature(struct ssmspec_view text, size_t from, size_t *len) {
    for (size_t probe = from + SIGNATURE_DIGITS - 1; probe < text.len; probe += SIGNATURE_DIGITS) {
        size_t start = probe;
        size_t end = probe;
        while (start > from && is_hex(text.ptr[start - 1])) {
            start--;
        }
        while (end < text.len && is_hex(text.ptr[end])) {
            end++;
        }
        if (is_hex(text.ptr[probe]) && end - start >= SIGNATURE_DIGITS) {
            *len = end - start;
            return start;
        }
    }
    return text.len;
}

/* A text that is copied at its first change only. */
struct masking {
    struct ssmspec_arena *arena;
    struct ssmspec_view text;
    char *copy; /* NULL: nothing changed yet */
};

static enum ssmspec_err blot(struct masking *masking, size_t at, size_t len) {
    if (masking->copy == NULL) {
        masking->copy = ssmspec_arena_text(masking->arena, masking->text);
        ENSURE(masking->copy != NULL, SSMSPEC_ERR_NOMEM);
        masking->text.ptr = masking->copy;
    }
    memset(masking->copy + at, '*', len);
    return SSMSPEC_OK;
}

static char fold(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool is_escape_of(struct ssmspec_view text, char c) {
    static const char digits[] = "0123456789abcdef";
    const unsigned char byte = (unsigned char)c;
    return text.len >= 3 && text.ptr[0] == '%' && fold(text.ptr[1]) == digits[byte >> 4] &&
           fold(text.ptr[2]) == digits[byte & 15];
}

/* How many bytes of text spell how many characters of the secret's beginning: in either case, each
 * as it is or percent-encoded. */
static size_t spelled(struct ssmspec_view text, struct ssmspec_view secret, size_t *bytes) {
    size_t at = 0;
    size_t count = 0;
    for (; count < secret.len && at < text.len; count++) {
        const struct ssmspec_view rest = ssmspec_view_sub(text, at, text.len);
        const bool is_raw = fold(rest.ptr[0]) == fold(secret.ptr[count]);
        if (!is_raw && !is_escape_of(rest, secret.ptr[count])) {
            break;
        }
        at += is_raw ? 1 : 3;
    }
    *bytes = at;
    return count;
}

/* Endpoints cut, fold and encode what they echo. */
static enum ssmspec_err blot_spellings(struct masking *masking, struct ssmspec_view secret) {
    const char first = fold(secret.ptr[0]);
    for (size_t at = 0; at < masking->text.len;) {
        const char c = masking->text.ptr[at];
        if (c != '%' && fold(c) != first) { /* most bytes of most messages */
            at++;
            continue;
        }
        const struct ssmspec_view rest = ssmspec_view_sub(masking->text, at, masking->text.len);
        size_t bytes = 0;
        if (spelled(rest, secret, &bytes) < BEGIN_LEAST) {
            at++;
            continue;
        }
        GUARD(blot(masking, at, bytes));
        at += bytes;
    }
    return SSMSPEC_OK;
}

/* Of a short secret only all of it, as it is: less may be in any message. */
static enum ssmspec_err blot_word(struct masking *masking, struct ssmspec_view secret) {
    size_t from = 0;
    for (;;) {
        const struct ssmspec_view rest = ssmspec_view_sub(masking->text, from, masking->text.len);
        const size_t at = ssmspec_view_find(rest, secret);
        if (at == rest.len) {
            return SSMSPEC_OK;
        }
        GUARD(blot(masking, from + at, secret.len));
        from += at + secret.len;
    }
}

static enum ssmspec_err blot_secret(struct masking *masking, struct ssmspec_view secret) {
    if (secret.len < SECRET_LEAST) {
        return SSMSPEC_OK;
    }
    return secret.len < BEGIN_LEAST ? blot_word(masking, secret) : blot_spellings(masking, secret);
}

static enum ssmspec_err blot_signatures(struct masking *masking) {
    size_t len = 0;
    size_t at = find_signature(masking->text, 0, &len);
    while (at < masking->text.len) {
        GUARD(blot(masking, at, len));
        at = find_signature(masking->text, at + len, &len);
    }
    return SSMSPEC_OK;
}

enum ssmspec_err ssmspec_mask(const struct ssmspec_secrets *secrets, struct ssmspec_arena *arena,
                              struct ssmspec_view *text) {
    struct masking masking = {.arena = arena, .text = *text};
    for (size_t i = 0; i < secrets->count && text->len > 0; i++) {
        GUARD(blot_secret(&masking, secrets->items[i]));
    }
    GUARD(blot_signatures(&masking));
    *text = masking.text;
    return SSMSPEC_OK;
}

enum ssmspec_err ssmspec_mask_reading(const struct ssmspec_secrets *secrets,
                                      struct ssmspec_arena *arena,
                                      struct ssmspec_reading *reading) {
    GUARD(ssmspec_mask(secrets, arena, &reading->answer.message));
    GUARD(ssmspec_mask(secrets, arena, &reading->answer.error));
    if (reading->misfit != NULL) {
        struct ssmspec_view misfit = ssmspec_view_of(reading->misfit);
        GUARD(ssmspec_mask(secrets, arena, &misfit));
        reading->misfit = misfit.ptr;
    }
    return SSMSPEC_OK;
}

enum ssmspec_err ssmspec_mask_result(const struct ssmspec_secrets *secrets,
                                     struct ssmspec_arena *arena, struct ssmspec_result *result) {
    struct ssmspec_view *const texts[] = {&result->verdict.text, &result->actual.error,
                                          &result->actual.message, &result->control.error,
                                          &result->control.message};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        GUARD(ssmspec_mask(secrets, arena, texts[i]));
    }
    return SSMSPEC_OK;
}
