/* A reader and a writer of JSON that lie. */
#include "fuzz/harness.h"
#include "fuzz/negative/negative.h"
#include "src/json/write.h"

#include <limits.h>

#define OBJECT "{\"a\":[1,\"b\"]}"
#define OPEN "[1"

const struct ssmspec_negative ssmspec_negatives[] = {
    SSMSPEC_LIE("json_total", OPEN),
    SSMSPEC_LIE("json_fault_placed", OPEN),
    SSMSPEC_LIE("json_round_trip", OBJECT),
    SSMSPEC_LIE("json_fixed_point", OBJECT),
    SSMSPEC_LIE("json_extent", OBJECT),
    SSMSPEC_LIE("json_limits", OBJECT),
    SSMSPEC_LIE("json_end", "12"),
    SSMSPEC_LIE("AddressSanitizer: heap-buffer-overflow", OBJECT),
    SSMSPEC_LIE("runtime error: signed integer overflow", OBJECT),
    SSMSPEC_LIE("LeakSanitizer: detected memory leaks", OBJECT),
    {.speaks = NULL},
};

SSMSPEC_WRAPPED(ssmspec_json_read);
SSMSPEC_WRAPPED(ssmspec_json_write);

/* What no oracle needs to notice. */
static void misbehave(struct ssmspec_view bytes) {
    static volatile int sink = INT_MAX;
    static void *volatile lost;
    if (ssmspec_lies("AddressSanitizer: heap-buffer-overflow")) {
        sink = (unsigned char)bytes.ptr[bytes.len];
    }
    if (ssmspec_lies("runtime error: signed integer overflow")) {
        sink = sink + 1;
    }
    if (ssmspec_lies("LeakSanitizer: detected memory leaks")) {
        lost = malloc(1);
        lost = lost == NULL ? lost : NULL;
    }
}

enum ssmspec_err __wrap_ssmspec_json_read(struct ssmspec_view bytes,
                                          const struct ssmspec_json_limits *limits,
                                          struct ssmspec_arena *arena,
                                          const struct ssmspec_json **root,
                                          struct ssmspec_json_fault *fault) {
    const enum ssmspec_err err = __real_ssmspec_json_read(bytes, limits, arena, root, fault);
    misbehave(bytes);
    if (ssmspec_lies("json_total")) {
        return SSMSPEC_ERR_NOMEM;
    }
    if (ssmspec_lies("json_fault_placed") && fault != NULL) {
        fault->offset = bytes.len + 1;
    }
    if (err == SSMSPEC_OK && ssmspec_lies("json_extent")) {
        ((struct ssmspec_json *)*root)->end--;
    }
    if (limits != NULL && ssmspec_lies("json_limits")) {
        return SSMSPEC_ERR_SYNTAX;
    }
    /* Reads on where a number might. */
    if (ssmspec_lies("json_end") && bytes.ptr[bytes.len] == '0') {
        return SSMSPEC_ERR_SYNTAX;
    }
    return err;
}

void __wrap_ssmspec_json_write(struct ssmspec_bytes *out, const struct ssmspec_json *value) {
    if (ssmspec_lies("json_round_trip")) {
        ssmspec_bytes_add_text(out, "[]");
        return;
    }
    __real_ssmspec_json_write(out, value);
    if (ssmspec_lies("json_fixed_point") && ssmspec_lies_count() > 1) {
        ssmspec_bytes_add_char(out, ' ');
    }
}
