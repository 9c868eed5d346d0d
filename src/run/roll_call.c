#include "src/run/roll_call.h"

#include "src/case/template.h"
#include "src/judge/judge.h"
#include "src/response/plain.h"
#include "src/response/response.h"

#include <string.h>

#define BASES_MAX 32

struct sendable {
    const struct ssmspec_bindings *bindings;
    bool is_missing;
};

static bool check_role(void *context, struct ssmspec_view role) {
    struct sendable *sendable = context;
    sendable->is_missing = !ssmspec_view_is(role, SSMSPEC_ROLE_FRESH_ID) &&
                           ssmspec_bindings_get(sendable->bindings, role) == NULL;
    return !sendable->is_missing;
}

static bool can_send(const char *base, const struct ssmspec_bindings *bindings) {
    struct sendable sendable = {.bindings = bindings};
    ssmspec_template_roles(ssmspec_view_of(base), check_role, &sendable);
    return !sendable.is_missing;
}

static bool is_used(const struct ssmspec_case *row, const struct ssmspec_operation *operation) {
    const struct ssmspec_scenario *scenario = row->scenario;
    for (size_t i = 0; scenario != NULL && i < scenario->step_count; i++) {
        if (strcmp(scenario->steps[i].operation, operation->name) == 0) {
            return true;
        }
    }
    return row->model == operation;
}

static bool has_case(const struct ssmspec_plan *plan, const struct ssmspec_operation *operation) {
    for (size_t i = 0; i < plan->cases->count; i++) {
        if (plan->is_chosen[i] && plan->skip_reasons[i] == NULL &&
            is_used(&plan->cases->rows[i], operation)) {
            return true;
        }
    }
    return false;
}

static bool is_listed(const struct ssmspec_roll_call *out,
                      const struct ssmspec_operation *operation, const char *base) {
    for (size_t i = 0; i < out->count; i++) {
        if (out->called[i].operation == operation &&
            ssmspec_view_is(out->called[i].request.body, base)) {
            return true;
        }
    }
    return false;
}

static enum ssmspec_err add_base(const struct ssmspec_suite *suite,
                                 const struct ssmspec_operation *operation, const char *base,
                                 const struct ssmspec_bindings *bindings,
                                 struct ssmspec_arena *arena, struct ssmspec_roll_call *out) {
    if (base == NULL || out->count == BASES_MAX || is_listed(out, operation, base) ||
        !can_send(base, bindings)) {
        return SSMSPEC_OK;
    }
    const struct ssmspec_errand_row row = {.operation = operation->name, .body = base};
    struct ssmspec_called *called = &out->called[out->count];
    GUARD(ssmspec_flight_address(suite->service, &row, arena, &called->request));
    called->operation = operation;
    out->count++;
    return SSMSPEC_OK;
}

static enum ssmspec_err list_bases(const struct ssmspec_suite *suite,
                                   const struct ssmspec_plan *plan,
                                   const struct ssmspec_bindings *bindings,
                                   struct ssmspec_arena *arena, struct ssmspec_roll_call *out) {
    const struct ssmspec_operation *const *operation = suite->service->operations;
    for (; *operation != NULL; operation++) {
        if (!has_case(plan, *operation)) {
            continue;
        }
        GUARD(add_base(suite, *operation, (*operation)->base, bindings, arena, out));
        for (size_t i = 0; i < (*operation)->input->member_count; i++) {
            GUARD(add_base(suite, *operation, (*operation)->input->members[i].base, bindings, arena,
                           out));
        }
    }
    return SSMSPEC_OK;
}

struct calling {
    struct ssmspec_roll_call *out;
    const struct ssmspec_secrets *secrets;
    struct ssmspec_arena *arena;
};

static enum ssmspec_err note_answer(void *context, const struct ssmspec_carriage *carriage) {
    struct calling *calling = context;
    struct ssmspec_called *called = &calling->out->called[carriage->index];
    struct ssmspec_reading reading;
    called->is_asked = true;
    called->has_killed = carriage->has_killed;
    GUARD(ssmspec_look(carriage->exchange, called->operation->output, calling->secrets,
                       carriage->arena, &reading));
    return ssmspec_keep(&reading, calling->arena, &called->kept);
}

/* Whether an answer is no more than a refusal to be tested. */
static bool is_refusal(const struct ssmspec_service *service, const struct ssmspec_called *called) {
    const struct ssmspec_view error = called->kept.reading.answer.error;
    return called->kept.exchange.transport == SSMSPEC_UNREACHABLE ||
           ssmspec_view_among(error, service->credential_errors) ||
           ssmspec_view_among(error, service->throttle_errors);
}

/* Whether nothing can be tested: every request was refused. */
static enum ssmspec_err find_unusable(const struct ssmspec_service *service,
                                      struct ssmspec_arena *arena, struct ssmspec_roll_call *out) {
    const struct ssmspec_called *last = NULL;
    for (size_t i = 0; i < out->count; i++) {
        if (out->called[i].is_asked) {
            last = &out->called[i];
            ENSURE(is_refusal(service, last), SSMSPEC_OK);
        }
    }
    ENSURE(last != NULL, SSMSPEC_OK);
    const struct ssmspec_view error = last->kept.reading.answer.error;
    const char *detail = ssmspec_plain_text(error.ptr != NULL ? error : last->kept.exchange.detail,
                                            SSMSPEC_PLAIN_MOST, arena);
    ENSURE(detail != NULL, SSMSPEC_ERR_NOMEM);
    out->unusable =
        ssmspec_arena_printf(arena,
                             error.ptr != NULL ? "the endpoint answers everything with %s"
                                               : "the endpoint cannot be reached: %s",
                             detail);
    return out->unusable == NULL ? SSMSPEC_ERR_NOMEM : SSMSPEC_OK;
}

enum ssmspec_err ssmspec_roll_call(const struct ssmspec_suite *suite,
                                   const struct ssmspec_plan *plan,
                                   const struct ssmspec_bindings *bindings,
                                   struct ssmspec_carrier *carrier,
                                   const struct ssmspec_secrets *secrets,
                                   struct ssmspec_arena *arena, struct ssmspec_roll_call *out) {
    *out = (struct ssmspec_roll_call){0};
    out->called = ssmspec_arena_alloc(arena, BASES_MAX * sizeof *out->called);
    ENSURE(out->called != NULL, SSMSPEC_ERR_NOMEM);
    GUARD(list_bases(suite, plan, bindings, arena, out));
    struct ssmspec_errand errands[BASES_MAX];
    for (size_t i = 0; i < out->count; i++) {
        errands[i] = (struct ssmspec_errand){.request = &out->called[i].request, .index = i};
    }
    struct calling calling = {out, secrets, arena};
    enum ssmspec_carried carried;
    GUARD(ssmspec_carry(carrier, errands, out->count, note_answer, &calling, &carried));
    return find_unusable(suite->service, arena, out);
}

enum ssmspec_presence ssmspec_presence_of(const struct ssmspec_roll_call *roll_call,
                                          const struct ssmspec_operation *operation) {
    enum ssmspec_presence presence = SSMSPEC_NOT_ASKED;
    for (size_t i = 0; i < roll_call->count; i++) {
        const struct ssmspec_called *called = &roll_call->called[i];
        if (called->operation != operation || !called->is_asked) {
            continue;
        }
        if (!ssmspec_says_not_implemented(&called->kept.reading)) {
            return SSMSPEC_IMPLEMENTED;
        }
        presence = SSMSPEC_MISSING;
    }
    return presence;
}

const char *ssmspec_roll_call_needed(const struct ssmspec_roll_call *roll_call,
                                     const struct ssmspec_service *service,
                                     const struct ssmspec_case *row) {
    for (size_t i = 0; row->scenario != NULL && i < row->scenario->step_count; i++) {
        const char *name = row->scenario->steps[i].operation;
        if (ssmspec_presence_of(roll_call, ssmspec_service_operation(service, name)) ==
            SSMSPEC_MISSING) {
            return name;
        }
    }
    return NULL;
}

const struct ssmspec_reading *ssmspec_roll_call_answer(const struct ssmspec_roll_call *roll_call,
                                                       const struct ssmspec_operation *operation) {
    for (size_t i = 0; i < roll_call->count; i++) {
        if (roll_call->called[i].operation == operation && roll_call->called[i].is_asked) {
            return &roll_call->called[i].kept.reading;
        }
    }
    return NULL;
}

const struct ssmspec_operation *ssmspec_roll_call_killer(
    const struct ssmspec_roll_call *roll_call) {
    for (size_t i = 0; i < roll_call->count; i++) {
        if (roll_call->called[i].has_killed) {
            return roll_call->called[i].operation;
        }
    }
    return NULL;
}

bool ssmspec_roll_call_is_asked_by(const struct ssmspec_case *row) {
    return strcmp(row->kind, SSMSPEC_KIND_HTTP) == 0 &&
           strcmp(row->probe, SSMSPEC_PROBE_IMPLEMENTED) == 0;
}
