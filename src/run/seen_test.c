#include "src/run/seen.h"

#include "src/base/testing.h"
#include "src/run/seconds.h"

#include <stdlib.h>

static struct ssmspec_arena arena;

static struct ssmspec_seen seen_of(struct ssmspec_exchange exchange) {
    struct ssmspec_seen seen = {0};
    struct ssmspec_reading reading;
    ASSERT_OK(ssmspec_reading_of(&exchange, NULL, &arena, &reading));
    ASSERT_OK(ssmspec_seen_of(&reading, &arena, &seen));
    return seen;
}

static struct ssmspec_exchange answered(int status, const char *body) {
    return (struct ssmspec_exchange){
        .transport = SSMSPEC_DELIVERED,
        .response = {.status = status, .body = ssmspec_view_of(body)},
    };
}

static void assert_words(struct ssmspec_seen seen, const char *wanted) {
    struct ssmspec_bytes words = {0};
    ssmspec_seen_words(&seen, &words);
    ASSERT_VIEW(ssmspec_bytes_view(&words), wanted);
    ssmspec_bytes_clear(&words);
}

static void shows_status_error_and_message(void **state) {
    (void)state;
    const struct ssmspec_seen seen =
        seen_of(answered(400, "{\"__type\":\"a#Foo\",\"Message\":\"bad\\u001b[31m\\n\"}"));
    assert_true(seen.is_delivered);
    assert_int_equal(seen.status, 400);
    ASSERT_VIEW(seen.error, "Foo");
    assert_words(seen, "400 Foo: bad\xEF\xBF\xBD[31m ");
    assert_words(seen_of(answered(200, "{}")), "200");
    assert_words(seen_of(answered(502, "<html>")), "502 (the body is markup)");
}

static void says_why_there_is_no_answer(void **state) {
    (void)state;
    struct ssmspec_exchange exchange = {.transport = SSMSPEC_TIMED_OUT};
    assert_words(seen_of(exchange), "no answer: timed-out");
    exchange.detail = SSMSPEC_VIEW("after\x1b 5 s");
    assert_words(seen_of(exchange), "no answer: after\xEF\xBF\xBD 5 s");
}

static void nothing_sent_is_nothing_seen(void **state) {
    (void)state;
    struct ssmspec_seen seen = {.is_delivered = true};
    ASSERT_OK(ssmspec_seen_of(NULL, &arena, &seen));
    assert_false(seen.is_delivered);
    assert_null(seen.message.ptr);
    assert_words(seen, "nothing");
}

static void durations_are_whole_microseconds(void **state) {
    (void)state;
    const double nan = strtod("nan", NULL);
    assert_int_equal(ssmspec_microseconds(0.0061), 6100);
    assert_int_equal(ssmspec_microseconds(0.0000017), 2);
    assert_int_equal(ssmspec_microseconds(-1), 0);
    assert_int_equal(ssmspec_microseconds(nan), 0);
    assert_int_equal(ssmspec_microseconds(1e300), 1000000000000000);
    for (long long all = 1; all < 1000000000000; all = all * 7 + 3) {
        assert_int_equal(ssmspec_microseconds((double)all / 1e6), all);
    }
}

static int clear(void **state) {
    (void)state;
    ssmspec_arena_clear(&arena);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(shows_status_error_and_message, clear),
        cmocka_unit_test_teardown(says_why_there_is_no_answer, clear),
        cmocka_unit_test_teardown(nothing_sent_is_nothing_seen, clear),
        cmocka_unit_test(durations_are_whole_microseconds),
    };
    return RUN_TESTS(tests);
}
