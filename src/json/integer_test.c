/* Numbers as integers, whatever their spelling, in bounded time. */
#include "src/base/bytes.h"
#include "src/base/testing.h"
#include "src/json/json.h"

static bool convert(struct ssmspec_view text, int64_t *out) {
    const struct ssmspec_json number = {.type = SSMSPEC_JSON_NUMBER, .text = text};
    return ssmspec_json_to_int64(&number, out);
}

static void reads_integers_in_every_spelling(void **state) {
    (void)state;
    static const struct {
        const char *text;
        int64_t value;
    } ROWS[] = {
        {"0", 0},
        {"-0", 0},
        {"-0.000e-5", 0},
        {"0e999999999999999999999999", 0},
        {"60", 60},
        {"60.0", 60},
        {"6e1", 60},
        {"6E+1", 60},
        {"600e-1", 60},
        {"0.6e2", 60},
        {"0.00060e5", 60},
        {"-60.000e0", -60},
        {"1e18", 1000000000000000000},
        {"9223372036854775807", INT64_MAX},
        {"-9223372036854775808", INT64_MIN},
        {"9223372036854775807.0", INT64_MAX},
        {"9.223372036854775807e18", INT64_MAX},
        {"-9.223372036854775808e18", INT64_MIN},
        {"922337203685477580700e-2", INT64_MAX},
        {"9007199254740993", 9007199254740993},
        {"1000000000000000000000000e-24", 1},
        {"0.000000000000000000000000000001e30", 1},
        {"1e-0", 1},
        {"1e00000000000000000000000001", 10},
    };
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        int64_t value = 77;
        if (!convert(ssmspec_view_of(ROWS[i].text), &value) || value != ROWS[i].value) {
            fail_msg("%s gave %lld", ROWS[i].text, (long long)value);
        }
    }
}

static void refuses_fractions_and_what_does_not_fit(void **state) {
    (void)state;
    static const char *const ROWS[] = {
        "60.5",
        "0.1",
        "6e-1",
        "1e-1",
        "1e-999999999999999999999999",
        "1.00000000000000000000000000001",
        "1e19",
        "1e20",
        "1e400",
        "-1e400",
        "1e999999999999999999999999999",
        "9223372036854775808",
        "-9223372036854775809",
        "9.2233720368547758075e18",
        "18446744073709551615",
        "18446744073709551616",
        "99999999999999999999",
        "123456789012345678901234567890",
    };
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        int64_t value = 77;
        if (convert(ssmspec_view_of(ROWS[i]), &value)) {
            fail_msg("%s gave %lld", ROWS[i], (long long)value);
        }
        assert_true(value == 77);
    }
}

static void refuses_what_is_no_number(void **state) {
    (void)state;
    int64_t value = 77;
    assert_false(ssmspec_json_to_int64(NULL, &value));
    const struct ssmspec_json text = {.type = SSMSPEC_JSON_STRING, .text = SSMSPEC_VIEW("60")};
    assert_false(ssmspec_json_to_int64(&text, &value));
    assert_false(convert((struct ssmspec_view){NULL, 0}, &value));
    assert_false(convert(SSMSPEC_VIEW("6x"), &value));
    assert_false(convert(SSMSPEC_VIEW("6.0.0"), &value));
    assert_false(convert(SSMSPEC_VIEW("6e1x"), &value));
    assert_true(value == 77);
}

static void append_repeated(struct ssmspec_bytes *out, const char *text, unsigned count) {
    for (unsigned i = 0; i < count; i++) {
        ssmspec_bytes_add_text(out, text);
    }
}

/* A megabyte of digits is looked at once; a quadratic reading would outlast the test's time. */
static void absurd_lengths_take_linear_time(void **state) {
    (void)state;
    static const struct {
        const char *head, *run, *tail;
        bool is_integer;
        int64_t value;
    } ROWS[] = {
        {"", "9", "", false, 0},   {"1", "0", "", false, 0},   {"1", "0", "e-1048576", true, 1},
        {"1.", "0", "", true, 1},  {"0.", "0", "1", false, 0}, {"0.", "0", "7e1048577", true, 7},
        {"1e", "9", "", false, 0}, {"1e-", "9", "", false, 0}, {"1e", "0", "1", true, 10},
        {"0e", "9", "", true, 0},
    };
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        struct ssmspec_bytes text = {0};
        ssmspec_bytes_add_text(&text, ROWS[i].head);
        append_repeated(&text, ROWS[i].run, 1 << 20);
        ssmspec_bytes_add_text(&text, ROWS[i].tail);
        ASSERT_OK(ssmspec_bytes_status(&text));
        int64_t value = 0;
        assert_int_equal(convert(ssmspec_bytes_view(&text), &value), ROWS[i].is_integer);
        assert_true(value == ROWS[i].value);
        ssmspec_bytes_clear(&text);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_integers_in_every_spelling),
        cmocka_unit_test(refuses_fractions_and_what_does_not_fit),
        cmocka_unit_test(refuses_what_is_no_number),
        cmocka_unit_test(absurd_lengths_take_linear_time),
    };
    return RUN_TESTS(tests);
}
