#include "src/judge/claim.h"

#include "src/base/testing.h"

#define NOW 1700000000.0

struct world {
    struct ssmspec_arena arena;
    struct ssmspec_memory memory;
    struct ssmspec_patterns *patterns;
};

static int set_up(void **state) {
    static struct world world;
    world = (struct world){0};
    world.memory.arena = &world.arena;
    ASSERT_OK(ssmspec_patterns_new(&world.patterns));
    *state = &world;
    return 0;
}

static int tear_down(void **state) {
    struct world *world = *state;
    ssmspec_patterns_free(world->patterns);
    ssmspec_arena_clear(&world->arena);
    return 0;
}

/* NULL when the claim holds of the text. */
static const char *broken(struct world *world, struct ssmspec_claim claim, const char *text) {
    const struct ssmspec_claiming claiming = {
        .patterns = world->patterns, .memory = &world->memory, .now = NOW, .arena = &world->arena};
    const struct ssmspec_json *root = NULL;
    const char *why = NULL;
    ASSERT_OK(ssmspec_json_read(ssmspec_view_of(text), NULL, &world->arena, &root, NULL));
    ASSERT_OK(ssmspec_claim_check(&claiming, &claim, root, &why));
    return why;
}

#define CLAIM(of, ...) \
    ((struct ssmspec_claim){.kind = SSMSPEC_CLAIM_##of, .path = "a", __VA_ARGS__})
#define HOLDS(claim, text) assert_null(broken(world, claim, text))
#define BREAKS(claim, text) assert_non_null(broken(world, claim, text))

static void presence(void **state) {
    struct world *world = *state;
    HOLDS(CLAIM(THERE, .text = NULL), "{\"a\":0}");
    BREAKS(CLAIM(THERE, .text = NULL), "{\"a\":null}");
    BREAKS(CLAIM(THERE, .text = NULL), "{}");
    HOLDS(CLAIM(ABSENT, .text = NULL), "{}");
    HOLDS(CLAIM(ABSENT, .text = NULL), "{\"a\":null}");
    BREAKS(CLAIM(ABSENT, .text = NULL), "{\"a\":\"\"}");
}

static void texts(void **state) {
    struct world *world = *state;
    HOLDS(CLAIM(IS, .text = "x"), "{\"a\":\"x\"}");
    BREAKS(CLAIM(IS, .text = "x"), "{\"a\":\"y\"}");
    BREAKS(CLAIM(IS, .text = "1"), "{\"a\":1}");
    BREAKS(CLAIM(IS, .text = "x"), "{}");
    HOLDS(CLAIM(IS_NOT, .text = "x"), "{\"a\":\"y\"}");
    BREAKS(CLAIM(IS_NOT, .text = "x"), "{\"a\":\"x\"}");
    BREAKS(CLAIM(IS_NOT, .text = "x"), "{}");
    HOLDS(CLAIM(ONE_OF, .texts = SSMSPEC_NAMES("x", "y")), "{\"a\":\"y\"}");
    BREAKS(CLAIM(ONE_OF, .texts = SSMSPEC_NAMES("x", "y")), "{\"a\":\"z\"}");
    HOLDS(CLAIM(MATCHES, .text = "[0-9]+"), "{\"a\":\"12\"}");
    BREAKS(CLAIM(MATCHES, .text = "[0-9]+"), "{\"a\":\"12x\"}");
    HOLDS(CLAIM(BRIEF, .max = 2), "{\"a\":\"\xc3\xa9x\"}");
    BREAKS(CLAIM(BRIEF, .max = 2), "{\"a\":\"xyz\"}");
}

static void numbers(void **state) {
    struct world *world = *state;
    HOLDS(CLAIM(NUMBER, .min = 3, .max = 3), "{\"a\":3.0}");
    BREAKS(CLAIM(NUMBER, .min = 3, .max = 3), "{\"a\":4}");
    BREAKS(CLAIM(NUMBER, .min = 3, .max = 3), "{\"a\":\"3\"}");
    HOLDS(CLAIM(NUMBER, .min = -1, .max = 1, .plus = "1.7E9"), "{\"a\":1700000001}");
    BREAKS(CLAIM(NUMBER, .min = -1, .max = 1, .plus = "1.7E9"), "{\"a\":1700000002}");
    BREAKS(CLAIM(NUMBER, .min = 0, .max = 9, .plus = "x"), "{\"a\":1}");
    HOLDS(CLAIM(RECENT, .text = NULL), "{\"a\":1.70000005E9}");
    BREAKS(CLAIM(RECENT, .text = NULL), "{\"a\":1700000000000}");
    BREAKS(CLAIM(RECENT, .text = NULL), "{\"a\":\"1700000000\"}");
}

static void counts(void **state) {
    struct world *world = *state;
    HOLDS(CLAIM(COUNT, .min = 1, .max = 2), "{\"a\":[1,2]}");
    BREAKS(CLAIM(COUNT, .min = 1, .max = 2), "{\"a\":[]}");
    BREAKS(CLAIM(COUNT, .min = 1, .max = 2), "{\"a\":[1,2,3]}");
    HOLDS(CLAIM(COUNT, .min = 1, .max = 1), "{\"a\":{\"b\":1}}");
    BREAKS(CLAIM(COUNT, .min = 1, .max = 9), "{\"a\":\"text\"}");
}

static void some_or_every_value_of_a_path(void **state) {
    struct world *world = *state;
    const struct ssmspec_claim some = {.kind = SSMSPEC_CLAIM_IS, .path = "a.*", .text = "x"};
    struct ssmspec_claim every = some;
    every.is_of_every = true;
    HOLDS(some, "{\"a\":[\"y\",\"x\"]}");
    BREAKS(some, "{\"a\":[\"y\"]}");
    BREAKS(some, "{\"a\":[]}");
    HOLDS(every, "{\"a\":[\"x\",\"x\"]}");
    BREAKS(every, "{\"a\":[\"x\",\"y\"]}");
    HOLDS(every, "{\"a\":[]}");
}

static void absence_may_be_as_good(void **state) {
    struct world *world = *state;
    HOLDS(CLAIM(IS, .text = "", .may_be_absent = true), "{}");
    BREAKS(CLAIM(IS, .text = "", .may_be_absent = true), "{\"a\":\"x\"}");
}

static void what_is_new_comes_once(void **state) {
    struct world *world = *state;
    HOLDS(CLAIM(NEW, .text = "id"), "{\"a\":\"x\"}");
    HOLDS(CLAIM(NEW, .text = "id"), "{\"a\":\"y\"}");
    HOLDS(CLAIM(NEW, .text = "other"), "{\"a\":\"x\"}");
    BREAKS(CLAIM(NEW, .text = "id"), "{\"a\":\"x\"}");
}

/* Nothing that long is kept, and nothing is blamed that was not compared. */
static void megabytes_count_as_new(void **state) {
    struct world *world = *state;
    static char body[20011] = "{\"a\":\"";
    memset(body + 6, 'x', 20000);
    memcpy(body + 20006, "\"}", 3);
    HOLDS(CLAIM(NEW, .text = "id"), body);
    HOLDS(CLAIM(NEW, .text = "id"), body);
}

static void what_rises_never_falls(void **state) {
    struct world *world = *state;
    const struct ssmspec_claim rises =
        CLAIM(RISES, .text = "s", .texts = SSMSPEC_NAMES("new", "on|late", "off"));
    HOLDS(rises, "{\"a\":\"on\"}");
    HOLDS(rises, "{\"a\":\"late\"}");
    HOLDS(rises, "{\"a\":\"off\"}");
    HOLDS(rises, "{\"a\":\"off\"}");
    BREAKS(rises, "{\"a\":\"on\"}");
    BREAKS(rises, "{\"a\":\"new\"}");
    BREAKS(rises, "{\"a\":\"strange\"}");
}

static void sentence_names_value_demand_and_what_is(void **state) {
    struct world *world = *state;
    assert_string_equal(broken(world, CLAIM(IS, .text = "x"), "{\"a\":\"y\\u001b\"}"),
                        "a should be \"x\", it is \"y\\u001b\"");
    assert_string_equal(broken(world, CLAIM(COUNT, .min = 1, .max = 2), "{\"a\":[]}"),
                        "a should have 1 to 2 entries, it is a list of 0");
    assert_string_equal(broken(world, CLAIM(NUMBER, .min = 7, .max = 7), "{}"),
                        "a should be the number 7, it is absent");
}

#define IN_WORLD(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_WORLD(presence),
        IN_WORLD(texts),
        IN_WORLD(numbers),
        IN_WORLD(counts),
        IN_WORLD(some_or_every_value_of_a_path),
        IN_WORLD(absence_may_be_as_good),
        IN_WORLD(what_is_new_comes_once),
        IN_WORLD(megabytes_count_as_new),
        IN_WORLD(what_rises_never_falls),
        IN_WORLD(sentence_names_value_demand_and_what_is),
    };
    return RUN_TESTS(tests);
}
