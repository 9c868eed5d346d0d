#include "src/request/parse.h"

#include "src/request/value_text.h"

static void add_value(const struct ssmspec_violation *violation, struct ssmspec_bytes *out) {
    if (violation->value == NULL || violation->value->type == SSMSPEC_JSON_NULL) {
        ssmspec_bytes_add_text(out, "null ");
        return;
    }
    if (violation->place->is_sensitive || violation->shape->is_sensitive) {
        return;
    }
    ssmspec_bytes_add_char(out, '\'');
    ssmspec_value_text(violation->place, violation->value, out);
    ssmspec_bytes_add_text(out, "' ");
}

static void describe(const struct ssmspec_constraint *constraint, const struct ssmspec_shape *shape,
                     enum ssmspec_side side, struct ssmspec_bytes *out) {
    ssmspec_constraint_kind(constraint->kind)->describe(constraint, shape, side, out);
}

static bool has_two_sides(const struct ssmspec_constraint *constraint) {
    switch (constraint->kind) {
    case SSMSPEC_LENGTH:
    case SSMSPEC_RANGE:
    case SSMSPEC_COUNT:
        return constraint->min != SSMSPEC_NO_MIN && constraint->max != SSMSPEC_NO_MAX;
    default:
        return false;
    }
}

/* Every constraint of the shape, broken or not, a min and a max being two: what a real service says
 * of an element. */
static void describe_all(const struct ssmspec_shape *shape, struct ssmspec_bytes *out) {
    for (size_t i = 0; i < shape->constraint_count; i++) {
        const struct ssmspec_constraint *constraint = &shape->constraints[i];
        ssmspec_bytes_add_text(out, i == 0 ? "" : ", ");
        if (has_two_sides(constraint)) {
            describe(constraint, shape, SSMSPEC_ABOVE, out);
            ssmspec_bytes_add_text(out, ", ");
            describe(constraint, shape, SSMSPEC_BELOW, out);
            continue;
        }
        describe(constraint, shape, SSMSPEC_WITHIN, out);
    }
}

static const char *element_words(const struct ssmspec_violation *violation) {
    if (violation->is_key) {
        return "Map keys";
    }
    return violation->place->type == SSMSPEC_MAP ? "Map value" : "Member";
}

static void add_phrase(const struct ssmspec_violation *violation, struct ssmspec_bytes *out) {
    if (violation->kind == SSMSPEC_REQUIRED) {
        ssmspec_required_kind.describe(NULL, violation->shape, violation->side, out);
        return;
    }
    if (!violation->is_element) {
        describe(violation->constraint, violation->shape, violation->side, out);
        return;
    }
    ssmspec_bytes_printf(out, "%s must satisfy constraint: [", element_words(violation));
    describe_all(violation->shape, out);
    ssmspec_bytes_add_char(out, ']');
}

void ssmspec_parsed_message(const struct ssmspec_parsed *parsed, struct ssmspec_bytes *out) {
    ssmspec_bytes_printf(out, "%zu validation error%s detected: ", parsed->violation_count,
                         parsed->violation_count == 1 ? "" : "s");
    for (size_t i = 0; i < parsed->violation_count; i++) {
        const struct ssmspec_violation *violation = &parsed->violations[i];
        ssmspec_bytes_add_text(out, i == 0 ? "Value " : "; Value ");
        add_value(violation, out);
        ssmspec_bytes_add_text(out, "at '");
        ssmspec_bytes_add(out, violation->path);
        ssmspec_bytes_add_text(out, "' failed to satisfy constraint: ");
        add_phrase(violation, out);
    }
}
