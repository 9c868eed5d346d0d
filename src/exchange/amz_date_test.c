#include "src/exchange/amz_date.h"

#include "src/base/testing.h"
#include "src/exchange/sigv4.h"

static void assert_written(time_t when, const char *text) {
    char out[17];
    ssmspec_amz_date(when, out);
    assert_string_equal(out, text);
}

static void writes_times_of_every_kind_of_day(void **state) {
    (void)state;
    assert_written(0, "19700101T000000Z");
    assert_written(-1, "19691231T235959Z");
    assert_written(1440938160, "20150830T123600Z");
    assert_written(951782400, "20000229T000000Z");
    assert_written(4107542400, "21000301T000000Z");
    assert_written((time_t)1 << 60, "99991231T235959Z");
}

/* Every day of eight centuries, and one second before each. */
static void reads_what_it_writes(void **state) {
    (void)state;
    for (long long day = -150000; day < 150000; day++) {
        const time_t when = (time_t)(day * 86400 - 1);
        char text[17];
        time_t back = 0;
        ssmspec_amz_date(when, text);
        assert_true(ssmspec_amz_date_read(ssmspec_view_of(text), &back));
        assert_int_equal(back, when);
    }
}

static void refuses_what_is_no_basic_date(void **state) {
    (void)state;
    static const char *const texts[] = {
        "",
        "2015-08-30T12:36:00Z",
        "20150830T123600",
        "20150830t123600Z",
        "20150830T123600+",
        "20151330T123600Z",
        "20150230T123600Z",
        "20150229T123600Z",
        "21000229T123600Z",
        "20150830T243600Z",
        "20150830T126000Z",
        "20150830T123660Z",
        "2015083xT123600Z",
        "20150800T123600Z",
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        time_t when = 7;
        assert_false(ssmspec_amz_date_read(ssmspec_view_of(texts[i]), &when));
        assert_int_equal(when, 7);
    }
}

static void reads_the_date_of_http(void **state) {
    (void)state;
    time_t when = 0;
    assert_true(ssmspec_http_date_read(SSMSPEC_VIEW("Sun, 30 Aug 2015 12:36:00 GMT"), &when));
    assert_int_equal(when, 1440938160);
}

static void refuses_other_dates_of_http(void **state) {
    (void)state;
    static const char *const texts[] = {
        "Sunday, 30-Aug-15 12:36:00 GMT", "Sun Aug 30 12:36:00 2015",
        "Sun, 30 aug 2015 12:36:00 GMT",  "Sun, 30 Aug 2015 12:36:00 UTC",
        "Sun, 31 Sep 2015 12:36:00 GMT",  "",
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        time_t when = 0;
        assert_false(ssmspec_http_date_read(ssmspec_view_of(texts[i]), &when));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes_times_of_every_kind_of_day),
        cmocka_unit_test(reads_what_it_writes),
        cmocka_unit_test(refuses_what_is_no_basic_date),
        cmocka_unit_test(reads_the_date_of_http),
        cmocka_unit_test(refuses_other_dates_of_http),
    };
    return RUN_TESTS(tests);
}
