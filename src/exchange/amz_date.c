#include "src/exchange/amz_date.h"

#include "src/exchange/sigv4.h"

#define DAY_SECONDS 86400LL
#define FIRST_SECOND (-62167219200LL) /* 0000-01-01T00:00:00Z */
#define LAST_SECOND 253402300799LL    /* 9999-12-31T23:59:59Z */

struct moment {
    long long year;
    int month, day, hour, minute, second;
};

/* Days since 1970-01-01 of a date of the Gregorian calendar. Years are counted from March, so that
 * the leap day is the last day of its year; 400 years always hold 146,097 days. */
static long long days_of(long long year, int month, int day) {
    const long long march_year = month <= 2 ? year - 1 : year;
    const long long era = (march_year >= 0 ? march_year : march_year - 399) / 400;
    const long long year_of_era = march_year - era * 400;
    const long long day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    const long long day_of_era =
        year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

/* The inverse of days_of, for days of the years 0 to 9999. */
static void date_of(long long days, struct moment *out) {
    const long long shifted = days + 719468;
    const long long era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
    const long long day_of_era = shifted - era * 146097;
    const long long year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const long long day_of_year =
        day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const int march_month = (int)((5 * day_of_year + 2) / 153);
    out->day = (int)(day_of_year - (153 * march_month + 2) / 5) + 1;
    out->month = march_month < 10 ? march_month + 3 : march_month - 9;
    out->year = year_of_era + era * 400 + (out->month <= 2 ? 1 : 0);
}

static void write_digits(char *at, size_t digits, long long value) {
    for (size_t i = digits; i > 0; i--) {
        at[i - 1] = (char)('0' + value % 10);
        value /= 10;
    }
}

void ssmspec_amz_date(time_t when, char out[17]) {
    long long seconds = when;
    seconds = seconds < FIRST_SECOND ? FIRST_SECOND : seconds;
    seconds = seconds > LAST_SECOND ? LAST_SECOND : seconds;
    const long long days = (seconds - FIRST_SECOND) / DAY_SECONDS + FIRST_SECOND / DAY_SECONDS;
    const long long rest = seconds - days * DAY_SECONDS;
    struct moment moment;
    date_of(days, &moment);
    write_digits(out, 4, moment.year);
    write_digits(out + 4, 2, moment.month);
    write_digits(out + 6, 2, moment.day);
    out[8] = 'T';
    write_digits(out + 9, 2, rest / 3600);
    write_digits(out + 11, 2, rest / 60 % 60);
    write_digits(out + 13, 2, rest % 60);
    out[15] = 'Z';
    out[16] = '\0';
}

static bool read_digits(const char *at, size_t digits, int *out) {
    int value = 0;
    for (size_t i = 0; i < digits; i++) {
        if (at[i] < '0' || at[i] > '9') {
            return false;
        }
        value = value * 10 + (at[i] - '0');
    }
    *out = value;
    return true;
}

static bool is_leap(long long year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static bool to_time(const struct moment *m, time_t *out) {
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (m->month < 1 || m->month > 12 || m->hour > 23 || m->minute > 59 || m->second > 59) {
        return false;
    }
    const int length = lengths[m->month - 1] + (m->month == 2 && is_leap(m->year) ? 1 : 0);
    if (m->day < 1 || m->day > length) {
        return false;
    }
    *out = (time_t)(days_of(m->year, m->month, m->day) * DAY_SECONDS + m->hour * 3600LL +
                    m->minute * 60LL + m->second);
    return true;
}

bool ssmspec_amz_date_read(struct ssmspec_view text, time_t *out) {
    if (text.len != 16 || text.ptr[8] != 'T' || text.ptr[15] != 'Z') {
        return false;
    }
    int year = 0;
    struct moment moment = {0};
    const bool has_digits =
        read_digits(text.ptr, 4, &year) && read_digits(text.ptr + 4, 2, &moment.month) &&
        read_digits(text.ptr + 6, 2, &moment.day) && read_digits(text.ptr + 9, 2, &moment.hour) &&
        read_digits(text.ptr + 11, 2, &moment.minute) &&
        read_digits(text.ptr + 13, 2, &moment.second);
    moment.year = year;
    return has_digits && to_time(&moment, out);
}

/* 1 to 12, 0 when at is no month. */
static int month_of(const char *at) {
    static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
    for (int i = 0; i < 12; i++) {
        if (memcmp(months + (size_t)i * 3, at, 3) == 0) {
            return i + 1;
        }
    }
    return 0;
}

bool ssmspec_http_date_read(struct ssmspec_view text, time_t *out) {
    static const char form[] = "???, ?? ??? ???? ??:??:?? GMT";
    if (text.len != sizeof form - 1) {
        return false;
    }
    for (size_t i = 0; i < text.len; i++) {
        if (form[i] != '?' && form[i] != text.ptr[i]) {
            return false;
        }
    }
    int year = 0;
    struct moment moment = {.month = month_of(text.ptr + 8)};
    const bool has_digits = read_digits(text.ptr + 5, 2, &moment.day) &&
                            read_digits(text.ptr + 12, 4, &year) &&
                            read_digits(text.ptr + 17, 2, &moment.hour) &&
                            read_digits(text.ptr + 20, 2, &moment.minute) &&
                            read_digits(text.ptr + 23, 2, &moment.second);
    moment.year = year;
    return has_digits && to_time(&moment, out);
}
