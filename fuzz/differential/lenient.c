#include "fuzz/differential/lenient.h"

#include "fuzz/oracle.h"

SSMSPEC_ORACLE_ID(lenient_grammar);
SSMSPEC_ORACLE_ID(lenient_number);
SSMSPEC_ORACLE_ID(lenient_literal);
SSMSPEC_ORACLE_ID(lenient_escape);
SSMSPEC_ORACLE_ID(lenient_control);
SSMSPEC_ORACLE_ID(lenient_between);
SSMSPEC_ORACLE_ID(lenient_behind);
SSMSPEC_ORACLE_ID(lenient_unclosed);
SSMSPEC_ORACLE_ID(lenient_top);
SSMSPEC_ORACLE_ID(lenient_type);
SSMSPEC_ORACLE_ID(lenient_integer);
SSMSPEC_ORACLE_ID(lenient_required);
SSMSPEC_ORACLE_ID(lenient_length);
SSMSPEC_ORACLE_ID(lenient_range);
SSMSPEC_ORACLE_ID(lenient_pattern);
SSMSPEC_ORACLE_ID(lenient_count);
SSMSPEC_ORACLE_ID(lenient_enum);

typedef void (*finding_fn)(const char *format, ...);

/* Reasons of src/json that have an oracle of their own, by how they begin. */
static const struct {
    const char *reason;
    finding_fn finding; /* NULL: free */
} faults[] = {
    /* Undecided by RFC 8259 (sections 8.1, 8.2, 9) or by sources (P-24, an empty body). */
    {"unexpected byte order mark", NULL},
    {"lone surrogate", NULL},
    {"invalid UTF-8", NULL},
    {"empty document", NULL},
    {"a number begins", ssmspec_oracle_lenient_number},
    {"digit expected", ssmspec_oracle_lenient_number},
    {"leading zero", ssmspec_oracle_lenient_number},
    {"unknown literal", ssmspec_oracle_lenient_literal},
    {"invalid escape", ssmspec_oracle_lenient_escape},
    {"invalid \\u escape", ssmspec_oracle_lenient_escape},
    {"control character in string", ssmspec_oracle_lenient_control},
    {"trailing garbage", ssmspec_oracle_lenient_behind},
    {"unterminated", ssmspec_oracle_lenient_unclosed},
    {"the document is not an object", ssmspec_oracle_lenient_top},
    {"", ssmspec_oracle_lenient_grammar},
};

static const finding_fn rules[SSMSPEC_KIND_COUNT] = {
    [SSMSPEC_REQUIRED] = ssmspec_oracle_lenient_required,
    [SSMSPEC_TYPE] = ssmspec_oracle_lenient_type,
    [SSMSPEC_LENGTH] = ssmspec_oracle_lenient_length,
    [SSMSPEC_RANGE] = ssmspec_oracle_lenient_range,
    [SSMSPEC_PATTERN] = ssmspec_oracle_lenient_pattern,
    [SSMSPEC_COUNT] = ssmspec_oracle_lenient_count,
    [SSMSPEC_ENUM] = ssmspec_oracle_lenient_enum,
};

/* UTF-16 and UTF-32 may be understood (RFC 8259, section 8.1). */
static bool is_wide(struct ssmspec_view body) {
    return ssmspec_view_starts(body, SSMSPEC_VIEW("\xfe\xff")) ||
           ssmspec_view_starts(body, SSMSPEC_VIEW("\xff\xfe")) ||
           (body.len >= 2 && (body.ptr[0] == '\0' || body.ptr[1] == '\0'));
}

/* What stands where a token should is told by the byte: reasons say which token was missed. */
static bool is_between(struct ssmspec_view body, const struct ssmspec_parsed *ours) {
    return ours->offset < body.len && (unsigned char)body.ptr[ours->offset] < ' ' &&
           strstr(ours->fault.reason, "in string") == NULL;
}

static finding_fn syntax_finding(struct ssmspec_view body, const struct ssmspec_parsed *ours) {
    const struct ssmspec_view reason = ssmspec_view_of(ours->fault.reason);
    size_t row = 0;
    if (ours->fault.is_limit || is_wide(body)) {
        return NULL;
    }
    if (is_between(body, ours)) {
        return ssmspec_oracle_lenient_between;
    }
    while (!ssmspec_view_starts(reason, ssmspec_view_of(faults[row].reason))) {
        row++;
    }
    return faults[row].finding;
}

/* Whether the number at the head of text goes on behind its first digits. */
static bool is_decimal(struct ssmspec_view text) {
    size_t i = text.len > 0 && text.ptr[0] == '-' ? 1 : 0;
    while (i < text.len && text.ptr[i] >= '0' && text.ptr[i] <= '9') {
        i++;
    }
    return i < text.len && text.ptr[i] != '\0' && strchr(".eE", text.ptr[i]) != NULL;
}

/* A null in a list or map is free (P-33, P-34), and so is a decimal for an integer (disagreement 8
 * of OBSERVATIONS.md); an integer beyond its type is not. */
static finding_fn type_finding(struct ssmspec_view body, const struct ssmspec_parsed *ours) {
    const struct ssmspec_view value = ssmspec_view_sub(body, ours->offset, body.len);
    const bool is_number = value.ptr[0] == '-' || (value.ptr[0] >= '0' && value.ptr[0] <= '9');
    if (value.ptr[0] == 'n') {
        return NULL;
    }
    if (!is_number || strstr(ours->type_text, "an Integer") == NULL) {
        return ssmspec_oracle_lenient_type;
    }
    return is_decimal(value) ? NULL : ssmspec_oracle_lenient_integer;
}

/* The first violation that counts: a hidden rule may be let pass, for the public model does not
 * have it. NULL when there is none. */
static const struct ssmspec_violation *certain_violation(const struct ssmspec_parsed *ours) {
    for (size_t i = 0; i < ours->violation_count; i++) {
        const struct ssmspec_violation *const row = &ours->violations[i];
        if (row->constraint == NULL || !row->constraint->is_hidden) {
            return row;
        }
    }
    return NULL;
}

bool ssmspec_is_rejection_free(struct ssmspec_view body, const struct ssmspec_parsed *ours) {
    switch (ours->outcome) {
    case SSMSPEC_MALFORMED:
        return syntax_finding(body, ours) == NULL;
    case SSMSPEC_MISTYPED:
        return type_finding(body, ours) == NULL;
    case SSMSPEC_VIOLATING:
        return certain_violation(ours) == NULL;
    case SSMSPEC_PARSED:
        break;
    }
    return true;
}

#define TOOK "operation=%s ours=reject plugged=accept: "

void ssmspec_report_lenient(const struct ssmspec_operation *operation, struct ssmspec_view body,
                            const struct ssmspec_parsed *ours) {
    const struct ssmspec_violation *const row = certain_violation(ours);
    if (ours->outcome == SSMSPEC_MALFORMED) {
        syntax_finding(body, ours)(TOOK "%s at %zu", operation->name, ours->fault.reason,
                                   ours->offset);
    } else if (ours->outcome == SSMSPEC_MISTYPED) {
        type_finding(body, ours)(TOOK "%.*s: %s", operation->name, (int)ours->mistyped.len,
                                 ours->mistyped.ptr, ours->type_text);
    } else if (row != NULL) {
        rules[row->kind](TOOK "%.*s: %s", operation->name, (int)row->path.len, row->path.ptr,
                         ssmspec_kind_name(row->kind));
    }
}
