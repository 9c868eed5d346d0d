#include "fuzz/request/checks.h"

#include "fuzz/oracle.h"
#include "src/base/utf8.h"

SSMSPEC_ORACLE_ID(request_outcome);
SSMSPEC_ORACLE_ID(request_malformed);
SSMSPEC_ORACLE_ID(request_mistyped);
SSMSPEC_ORACLE_ID(request_violating);
SSMSPEC_ORACLE_ID(request_conforming);
SSMSPEC_ORACLE_ID(request_message);

static void check_violations(const struct ssmspec_parsed *parsed, size_t size) {
    SSMSPEC_ORACLE(request_violating,
                   parsed->violation_count > 0 && parsed->violation_count <= SSMSPEC_VIOLATIONS_MAX,
                   "%zu violations", parsed->violation_count);
    for (size_t i = 0; i < parsed->violation_count; i++) {
        const struct ssmspec_violation *const row = &parsed->violations[i];
        SSMSPEC_ORACLE(request_violating, row->path.len > 0 && row->shape != NULL, "no path");
        SSMSPEC_ORACLE(request_violating, row->offset < size, "offset %zu", row->offset);
        SSMSPEC_ORACLE(request_violating, row->side != SSMSPEC_WITHIN, "nothing is broken");
        SSMSPEC_ORACLE(request_violating,
                       (row->kind == SSMSPEC_REQUIRED) == (row->constraint == NULL), "%.*s",
                       (int)row->path.len, row->path.ptr);
    }
}

void ssmspec_check_outcome(const struct ssmspec_parsed *parsed, size_t size) {
    switch (parsed->outcome) {
    case SSMSPEC_PARSED:
        SSMSPEC_ORACLE(request_conforming, parsed->root != NULL && parsed->violation_count == 0,
                       "%zu violations", parsed->violation_count);
        return;
    case SSMSPEC_MALFORMED:
        SSMSPEC_ORACLE(request_malformed, parsed->root == NULL && parsed->fault.reason != NULL,
                       "no reason");
        SSMSPEC_ORACLE(request_malformed,
                       parsed->offset <= size && parsed->offset == parsed->fault.offset,
                       "offsets %zu, %zu", parsed->offset, parsed->fault.offset);
        return;
    case SSMSPEC_MISTYPED:
        SSMSPEC_ORACLE(request_mistyped, parsed->mistyped.len > 0 && parsed->offset < size,
                       "offset %zu", parsed->offset);
        SSMSPEC_ORACLE(request_mistyped, parsed->type_text != NULL, "no text");
        return;
    case SSMSPEC_VIOLATING:
        check_violations(parsed, size);
        return;
    }
    SSMSPEC_ORACLE(request_outcome, false, "outcome %d", (int)parsed->outcome);
}

void ssmspec_describe_outcome(const struct ssmspec_parsed *parsed, struct ssmspec_bytes *out) {
    ssmspec_bytes_printf(out, "%d %zu %s ", (int)parsed->outcome, parsed->offset,
                         parsed->fault.reason == NULL ? "" : parsed->fault.reason);
    ssmspec_bytes_add(out, parsed->mistyped);
    for (size_t i = 0; i < parsed->violation_count; i++) {
        ssmspec_bytes_printf(out, " %zu:%d", parsed->violations[i].offset,
                             (int)parsed->violations[i].kind);
    }
    if (parsed->outcome == SSMSPEC_VIOLATING) {
        const size_t before = out->len;
        ssmspec_parsed_message(parsed, out);
        const struct ssmspec_view text =
            ssmspec_view_sub(ssmspec_bytes_view(out), before, out->len);
        size_t count = 0;
        size_t bad = 0;
        SSMSPEC_ORACLE(request_message, ssmspec_utf8_count(text, &count, &bad) == SSMSPEC_OK,
                       "no UTF-8 at %zu", bad);
        SSMSPEC_ORACLE(request_message, count > 0, "empty");
    }
    SSMSPEC_ORACLE(request_message, ssmspec_bytes_status(out) == SSMSPEC_OK, "not built");
}
