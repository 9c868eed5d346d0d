#include "src/case/expect.h"

enum ssmspec_err ssmspec_expect_add(struct ssmspec_expectation *expect,
                                    struct ssmspec_outcome outcome) {
    ENSURE(expect->count < SSMSPEC_OUTCOMES_MAX, SSMSPEC_ERR_TABLE);
    expect->outcomes[expect->count++] = outcome;
    return SSMSPEC_OK;
}

static int status_of(const struct ssmspec_operation *operation, const char *error) {
    const struct ssmspec_error *row = ssmspec_operation_error(operation, ssmspec_view_of(error));
    return row == NULL ? 400 : row->status;
}

static enum ssmspec_err add_errors(const struct ssmspec_operation *operation,
                                   const char *const *errors, enum ssmspec_level breaks,
                                   struct ssmspec_expectation *expect) {
    for (; errors != NULL && *errors != NULL; errors++) {
        if (ssmspec_expects_error(expect, ssmspec_view_of(*errors))) {
            continue;
        }
        GUARD(ssmspec_expect_add(expect,
                                 (struct ssmspec_outcome){.kind = SSMSPEC_ERROR,
                                                          .status = status_of(operation, *errors),
                                                          .error = *errors,
                                                          .breaks = breaks}));
    }
    return SSMSPEC_OK;
}

enum ssmspec_err ssmspec_expect_accepted(const struct ssmspec_operation *operation, bool is_live,
                                         const struct ssmspec_place *place,
                                         enum ssmspec_level breaks,
                                         struct ssmspec_expectation *expect) {
    GUARD(ssmspec_expect_add(expect,
                             (struct ssmspec_outcome){.kind = SSMSPEC_SUCCESS, .breaks = breaks}));
    if (!is_live) {
        GUARD(add_errors(operation, operation->errors, breaks, expect));
    }
    for (; place != NULL; place = place->parent) {
        if (place->member != NULL) {
            GUARD(add_errors(operation, place->member->errors, breaks, expect));
        }
        GUARD(add_errors(operation, place->shape->errors, breaks, expect));
    }
    return SSMSPEC_OK;
}

static enum ssmspec_err add_rejection(const char *error, struct ssmspec_expectation *expect) {
    return ssmspec_expect_add(
        expect, (struct ssmspec_outcome){.kind = SSMSPEC_ERROR, .status = 400, .error = error});
}

static enum ssmspec_err tolerate_any_rejection(const char *source,
                                               struct ssmspec_expectation *expect) {
    return ssmspec_expect_add(expect, (struct ssmspec_outcome){.kind = SSMSPEC_CLIENT_ERROR,
                                                               .breaks = SSMSPEC_SHOULD,
                                                               .source = source});
}

static bool is_identifier(const struct ssmspec_place *place) {
    const struct ssmspec_shape *element = place->shape->element;
    return place->shape->is_identifier || (element != NULL && element->is_identifier);
}

static enum ssmspec_err expect_rejection(const struct ssmspec_constraint *constraint,
                                         const struct ssmspec_probe *probe,
                                         struct ssmspec_expectation *expect) {
    GUARD(add_rejection(constraint->kind == SSMSPEC_TYPE ? "SerializationException"
                                                         : "ValidationException",
                        expect));
    return probe->also == NULL ? SSMSPEC_OK : add_rejection(probe->also, expect);
}

/* Where only a SHOULD names the error. Types were observed on other services only, a missing
 * member's error nowhere; constraints were observed on SSM itself, but on malformed ids sources
 * disagree (OBSERVATIONS.md, disagreement 4 and 23). NULL: the error's name binds. */
static const char *name_source(const struct ssmspec_place *place,
                               const struct ssmspec_constraint *constraint,
                               const struct ssmspec_probe *probe) {
    if (probe->also != NULL) {
        return "OBS:F-59";
    }
    if (constraint->kind == SSMSPEC_TYPE) {
        return "OBS:F-66";
    }
    if (constraint->kind == SSMSPEC_REQUIRED) {
        return "OBS:P-31";
    }
    return is_identifier(place) ? "OBS:V-68" : NULL;
}

static enum ssmspec_err expect_anything(const struct ssmspec_operation *operation, bool is_live,
                                        const struct ssmspec_place *place,
                                        struct ssmspec_expectation *expect) {
    GUARD(ssmspec_expect_accepted(operation, is_live, place, SSMSPEC_MAY, expect));
    return ssmspec_expect_add(
        expect, (struct ssmspec_outcome){.kind = SSMSPEC_CLIENT_ERROR, .breaks = SSMSPEC_MAY});
}

/* An enum's own errors name the same fault in other words (OBS:V-66). */
static const char *const *synonyms(const struct ssmspec_place *place,
                                   const struct ssmspec_constraint *constraint) {
    return constraint->kind == SSMSPEC_ENUM ? place->shape->errors : NULL;
}

enum ssmspec_err ssmspec_expect_probe(const struct ssmspec_operation *operation, bool is_live,
                                      const struct ssmspec_place *place,
                                      const struct ssmspec_constraint *constraint,
                                      const struct ssmspec_probe *probe,
                                      struct ssmspec_expectation *expect) {
    switch (probe->stance) {
    case SSMSPEC_ACCEPT:
        return ssmspec_expect_accepted(operation, is_live, place, SSMSPEC_NONE, expect);
    case SSMSPEC_UNSETTLED:
        return expect_anything(operation, is_live, place, expect);
    case SSMSPEC_REJECT:
        break;
    }
    GUARD(expect_rejection(constraint, probe, expect));
    GUARD(add_errors(operation, synonyms(place, constraint), SSMSPEC_NONE, expect));
    if (constraint->is_hidden) {
        GUARD(ssmspec_expect_accepted(operation, is_live, place, SSMSPEC_NONE, expect));
    }
    const char *source = name_source(place, constraint, probe);
    return source == NULL ? SSMSPEC_OK : tolerate_any_rejection(source, expect);
}
