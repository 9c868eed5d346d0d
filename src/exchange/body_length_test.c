#include "src/exchange/body_length.h"

#include "src/base/testing.h"

static struct ssmspec_body_length read_all(const char *const *values) {
    struct ssmspec_body_length length = {0};
    for (; *values != NULL; values++) {
        ssmspec_body_length_add(&length, ssmspec_view_of(*values));
    }
    return length;
}

#define READ(...) read_all((const char *const[]){__VA_ARGS__, NULL})

static void reads_one(void **state) {
    (void)state;
    const struct ssmspec_body_length length = READ("42");
    assert_null(length.fault);
    assert_true(length.is_given);
    assert_int_equal(length.bytes, 42);
}

static void bears_the_same_one_again(void **state) {
    (void)state;
    const struct ssmspec_body_length rows[] = {READ("7", "7"), READ("7,7"), READ("7 ,\t7", "007"),
                                               READ("7, 7, 7")};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        assert_null(rows[i].fault);
        assert_int_equal(rows[i].bytes, 7);
    }
}

static void refuses_two_that_differ(void **state) {
    (void)state;
    assert_string_equal(READ("2", "3").fault, "there are two Content-Lengths");
    assert_string_equal(READ("3", "2", "3").fault, "there are two Content-Lengths");
    assert_string_equal(READ("2, 3").fault, "there are two Content-Lengths");
    assert_string_equal(READ("2", "2,3").fault, "there are two Content-Lengths");
}

static void what_no_machine_can_count_is_the_most(void **state) {
    (void)state;
    assert_true(READ("9999999999999999").bytes == 9999999999999999);
    assert_true(READ("99999999999999999999999999").bytes == SIZE_MAX);
    assert_true(READ("00000000000000000000000002").bytes == 2);
}

static void refuses_what_is_no_number(void **state) {
    (void)state;
    static const char *const values[] = {"",   "-2", "+2",   "two", "2b",  "2 2",  "0x2",
                                         "2,", ",2", "2,,2", ",",   "2;2", "2\t3", "2, x"};
    for (size_t i = 0; i < sizeof values / sizeof values[0]; i++) {
        const char *const fault = READ(values[i]).fault;
        if (fault == NULL || strcmp(fault, "the Content-Length is no number") != 0) {
            fail_msg("\"%s\": %s", values[i], fault == NULL ? "borne" : fault);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_one),
        cmocka_unit_test(bears_the_same_one_again),
        cmocka_unit_test(refuses_two_that_differ),
        cmocka_unit_test(what_no_machine_can_count_is_the_most),
        cmocka_unit_test(refuses_what_is_no_number),
    };
    return RUN_TESTS(tests);
}
