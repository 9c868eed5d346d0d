#include "fuzz/mutator/mutator_testing.h"

#include "fuzz/mutator/spell.h"

#define SEEDS 3000U

static bool is_equal(const struct ssmspec_json *a, const struct ssmspec_json *b, unsigned depth);

static bool has_equal_members(const struct ssmspec_json *a, const struct ssmspec_json *b,
                              unsigned depth) {
    for (const struct ssmspec_json *at = a->first; at != NULL; at = at->next) {
        const struct ssmspec_json *other = b->first;
        while (other != NULL && !ssmspec_view_eq(at->name, other->name)) {
            other = other->next;
        }
        if (other == NULL || !is_equal(at, other, depth)) {
            return false;
        }
    }
    return true;
}

static bool has_equal_elements(const struct ssmspec_json *a, const struct ssmspec_json *b,
                               unsigned depth) {
    const struct ssmspec_json *other = b->first;
    for (const struct ssmspec_json *at = a->first; at != NULL; at = at->next, other = other->next) {
        if (!is_equal(at, other, depth)) {
            return false;
        }
    }
    return true;
}

static bool is_equal_number(const struct ssmspec_json *a, const struct ssmspec_json *b) {
    int64_t first = 0;
    int64_t second = 0;
    if (!ssmspec_json_to_int64(a, &first) || !ssmspec_json_to_int64(b, &second)) {
        return ssmspec_view_eq(a->text, b->text);
    }
    return first == second;
}

/* As values, whatever the order of members; names are unique here. */
static bool is_equal(const struct ssmspec_json *a, const struct ssmspec_json *b, unsigned depth) {
    assert_true(depth < 16);
    if (a->type != b->type || a->count != b->count) {
        return false;
    }
    switch (a->type) {
    case SSMSPEC_JSON_OBJECT:
        return has_equal_members(a, b, depth + 1);
    case SSMSPEC_JSON_LIST:
        return has_equal_elements(a, b, depth + 1);
    case SSMSPEC_JSON_NUMBER:
        return is_equal_number(a, b);
    case SSMSPEC_JSON_STRING:
        return ssmspec_view_eq(a->text, b->text);
    default:
        return a->truth == b->truth;
    }
}

#define STRANGE                                                                              \
    "{\"a\":[0,10,-60,-0,1.5,100,7],\"b/\":\"\xf0\x9f\x98\x80 \\u0000\\\"\\\\ \xc3\xa9\x7f " \
    "/\",\"\":null,\"c\":{\"d\":true,\"e\":[[],{},[{}]]}}"

/* The same document in another spelling; the bytes written, 0 when it is not JSON or has no room.
 */
static size_t respell(const uint8_t *data, size_t size, uint8_t *out, size_t max_out, unsigned ways,
                      uint32_t seed) {
    struct ssmspec_arena arena = {0};
    struct ssmspec_tree tree = {.arena = &arena};
    struct ssmspec_dice dice = ssmspec_dice_of(seed);
    struct ssmspec_bytes bytes = {.limit = max_out};
    size_t written = 0;
    tree.root = max_out == 0
                    ? NULL
                    : ssmspec_tree_read(&tree, (struct ssmspec_view){(const char *)data, size});
    if (tree.root != NULL) {
        ssmspec_spell_write(tree.root, ways, &dice, &bytes);
    }
    if (!bytes.failed && bytes.len > 0) {
        written = bytes.len;
        memcpy(out, bytes.ptr, written);
    }
    ssmspec_bytes_clear(&bytes);
    ssmspec_arena_clear(&arena);
    return written;
}

static void assert_respelled_equal(struct ssmspec_view text) {
    struct reading one = reading_new();
    struct reading other = reading_new();
    const struct ssmspec_json *const before = read_json(&one, (const uint8_t *)text.ptr, text.len);
    uint8_t out[ROOM];
    unsigned same = 0;
    for (uint32_t seed = 0; seed < SEEDS; seed++) {
        const size_t size =
            respell((const uint8_t *)text.ptr, text.len, out, ROOM, SSMSPEC_SPELL_ALL, seed);
        const struct ssmspec_json *const after = read_json(&other, out, size);
        if (after == NULL || !is_equal(before, after, 0)) {
            fail_msg("seed %u: %.*s", seed, (int)size, (const char *)out);
        }
        same += size == text.len && memcmp(out, text.ptr, size) == 0;
    }
    assert_true(same < SEEDS / 100);
    reading_clear(&one);
    reading_clear(&other);
}

static void respells_into_an_equal_document(void **state) {
    (void)state;
    assert_respelled_equal(SSMSPEC_VIEW(RICH_SEED));
    assert_respelled_equal(SSMSPEC_VIEW(STRANGE));
}

static void keeps_the_verdict_of_a_respelled_request(void **state) {
    (void)state;
    struct reading reading = reading_new();
    uint8_t out[ROOM];
    for (uint32_t seed = 0; seed < SEEDS; seed++) {
        const size_t size = respell((const uint8_t *)RICH_SEED, sizeof RICH_SEED - 1, out, ROOM,
                                    SSMSPEC_SPELL_ALL, seed);
        assert_int_equal(read_request(&reading, "SendCommand", out, size).outcome, SSMSPEC_PARSED);
    }
    reading_clear(&reading);
}

/* The last of duplicates counts. */
static void keeps_the_order_of_duplicates(void **state) {
    (void)state;
    static const char text[] = "{\"a\":1,\"b\":2,\"a\":3,\"\\u0061\":4}";
    struct reading reading = reading_new();
    uint8_t out[ROOM];
    for (uint32_t seed = 0; seed < SEEDS; seed++) {
        const size_t size = respell((const uint8_t *)text, sizeof text - 1, out, ROOM,
                                    SSMSPEC_SPELL_ALL & ~SSMSPEC_SPELL_NUMBERS, seed);
        ASSERT_VIEW(ssmspec_json_member(read_json(&reading, out, size), "a")->text, "4");
    }
    reading_clear(&reading);
}

static void does_each_way_alone(void **state) {
    (void)state;
    static const char text[] = "{\"a\":10,\"b\":\"c\"}";
    uint8_t out[ROOM];
    for (unsigned way = SSMSPEC_SPELL_BLANKS; way <= SSMSPEC_SPELL_ORDER; way *= 2) {
        unsigned changed = 0;
        for (uint32_t seed = 0; seed < 100; seed++) {
            const size_t size =
                respell((const uint8_t *)text, sizeof text - 1, out, ROOM, way, seed);
            changed += size != sizeof text - 1 || memcmp(out, text, size) != 0;
        }
        assert_true(changed > 20);
    }
}

static void respells_nothing_that_is_no_json_or_has_no_room(void **state) {
    (void)state;
    uint8_t out[ROOM];
    const uint8_t *const text = (const uint8_t *)"{\"a\":1}";
    assert_int_equal(respell(text, 6, out, ROOM, SSMSPEC_SPELL_ALL, 1), 0);
    assert_int_equal(respell(text, 7, out, 6, 0, 1), 0);
    assert_int_equal(respell(text, 7, out, 0, 0, 1), 0);
    assert_int_equal(respell(text, 7, out, 7, 0, 1), 7);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(respells_into_an_equal_document),
        cmocka_unit_test(keeps_the_verdict_of_a_respelled_request),
        cmocka_unit_test(keeps_the_order_of_duplicates),
        cmocka_unit_test(does_each_way_alone),
        cmocka_unit_test(respells_nothing_that_is_no_json_or_has_no_room),
    };
    return RUN_TESTS(tests);
}
