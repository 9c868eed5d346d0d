/* Whether signatures are verified, asked of invented endpoints. */
#include "src/run/verifying.h"

#include "src/base/testing.h"

/* A service of one operation, and a transporter that answers everything alike. */
static const struct ssmspec_service service = {
    .target_prefix = "Studio",
    .content_type = "application/x-amz-json-1.1",
    .credential_errors = SSMSPEC_NAMES("UnrecognizedClientException"),
};
static const struct ssmspec_suite suite = {
    .service = &service,
    .sentinel = {.operation = "Paint", .body = "{}"},
};

struct world {
    struct ssmspec_arena arena;
    struct ssmspec_bindings bindings;
    struct ssmspec_response response;
    enum ssmspec_transport transport;
    enum ssmspec_err err; /* of waiting */
    size_t requests;
    void *tag;
    const char *said;
};

static enum ssmspec_err submit(void *self, const struct ssmspec_request *request,
                               struct ssmspec_arena *arena, struct ssmspec_exchange *result,
                               void *tag) {
    struct world *world = self;
    (void)arena;
    assert_non_null(request->signing);
    *result = (struct ssmspec_exchange){.transport = world->transport, .response = world->response};
    world->requests++;
    world->tag = tag;
    return SSMSPEC_OK;
}

static enum ssmspec_err next(void *self, int wait_ms, void **tag) {
    struct world *world = self;
    (void)wait_ms;
    *tag = world->err == SSMSPEC_OK ? world->tag : NULL;
    return world->err;
}

static int set_up(void **state) {
    static struct world world;
    world = (struct world){.said = NULL};
    ssmspec_bindings_init(&world.bindings, &world.arena);
    *state = &world;
    return 0;
}

static int tear_down(void **state) {
    struct world *world = *state;
    ssmspec_arena_clear(&world->arena);
    return 0;
}

static void probe(struct world *world, int status, const char *body) {
    const struct ssmspec_transporter transporter = {
        .self = world, .capacity = 1, .submit = submit, .next = next};
    world->response = (struct ssmspec_response){.status = status, .body = ssmspec_view_of(body)};
    const struct ssmspec_view items[] = {SSMSPEC_VIEW("Confidential")};
    const struct ssmspec_secrets secrets = {items, 1};
    ASSERT_OK(ssmspec_verifying_probe(&suite, &transporter, &secrets, &world->bindings,
                                      &world->arena, &world->said));
    assert_non_null(world->said);
    assert_int_equal(world->requests, 1);
}

static void a_refusal_means_that_signatures_are_verified(void **state) {
    struct world *world = *state;
    probe(world, 400, "{\"__type\":\"UnrecognizedClientException\"}");
    assert_int_equal(world->bindings.sigv4, SSMSPEC_PRESENT);
}

static void so_does_a_status_that_says_nothing_else(void **state) {
    struct world *world = *state;
    probe(world, 403, "<html>");
    assert_int_equal(world->bindings.sigv4, SSMSPEC_PRESENT);
}

static void an_ordinary_answer_means_that_they_are_not(void **state) {
    struct world *world = *state;
    probe(world, 200, "{}");
    assert_int_equal(world->bindings.sigv4, SSMSPEC_ABSENT);
    const struct ssmspec_view reason = ssmspec_view_of(world->bindings.no_sigv4_reason);
    assert_true(ssmspec_view_find(reason, SSMSPEC_VIEW("answered 200")) < reason.len);
}

static void another_rejection_means_so_too(void **state) {
    struct world *world = *state;
    probe(world, 400, "{\"__type\":\"ValidationException\"}");
    assert_int_equal(world->bindings.sigv4, SSMSPEC_ABSENT);
}

static void what_it_says_gives_no_secret_away(void **state) {
    struct world *world = *state;
    probe(world, 400, "{\"__type\":\"Confidential\"}");
    const struct ssmspec_view said = ssmspec_view_of(world->said);
    assert_true(ssmspec_view_find(said, SSMSPEC_VIEW("400 ************")) < said.len);
}

static void silence_leaves_it_open(void **state) {
    struct world *world = *state;
    world->transport = SSMSPEC_CLOSED;
    probe(world, 0, "");
    assert_int_equal(world->bindings.sigv4, SSMSPEC_UNDECLARED);
}

/* The run that follows notices the signal itself and writes its reports. */
static void an_interruption_leaves_it_open(void **state) {
    struct world *world = *state;
    world->err = SSMSPEC_ERR_INTERRUPTED;
    probe(world, 200, "{}");
    assert_int_equal(world->bindings.sigv4, SSMSPEC_UNDECLARED);
}

#define IN_WORLD(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_WORLD(a_refusal_means_that_signatures_are_verified),
        IN_WORLD(so_does_a_status_that_says_nothing_else),
        IN_WORLD(an_ordinary_answer_means_that_they_are_not),
        IN_WORLD(another_rejection_means_so_too),
        IN_WORLD(what_it_says_gives_no_secret_away),
        IN_WORLD(silence_leaves_it_open),
        IN_WORLD(an_interruption_leaves_it_open),
    };
    return RUN_TESTS(tests);
}
