/* What a flag's text means. */
#include "runner/options.h"

#include <stdio.h>

struct ssmspec_view ssmspec_option(const struct ssmspec_options *options, enum ssmspec_flag flag) {
    const struct ssmspec_views *values = &options->values[flag];
    return values->count == 0 ? (struct ssmspec_view){0} : values->items[values->count - 1];
}

bool ssmspec_is_given(const struct ssmspec_options *options, enum ssmspec_flag flag) {
    return options->values[flag].count > 0;
}

void ssmspec_option_spell(const struct ssmspec_options *options, enum ssmspec_flag flag,
                          struct ssmspec_bytes *out) {
    if (options->twins[flag] != NULL) {
        ssmspec_bytes_add_text(out, options->twins[flag]);
        return;
    }
    ssmspec_bytes_printf(out, "--%s", ssmspec_flags[flag].name);
}

static enum ssmspec_err refuse(const struct ssmspec_options *options, enum ssmspec_flag flag,
                               const char *wanted, struct ssmspec_bytes *why) {
    const struct ssmspec_view value = ssmspec_option(options, flag);
    ssmspec_option_spell(options, flag, why);
    ssmspec_bytes_printf(why, " takes %s, not \"%.*s\"", wanted, (int)value.len, value.ptr);
    return SSMSPEC_ERR_USAGE;
}

enum ssmspec_err ssmspec_option_number(const struct ssmspec_options *options,
                                       enum ssmspec_flag flag, long long least, long long most,
                                       long long fallback, long long *out,
                                       struct ssmspec_bytes *why) {
    *out = fallback;
    if (!ssmspec_is_given(options, flag)) {
        return SSMSPEC_OK;
    }
    const struct ssmspec_view value = ssmspec_option(options, flag);
    long long number = 0;
    if (ssmspec_view_to_int64(value, &number) && number >= least && number <= most) {
        *out = number;
        return SSMSPEC_OK;
    }
    char wanted[96];
    (void)snprintf(wanted, sizeof wanted, "a whole number from %lld to %lld", least, most);
    return refuse(options, flag, wanted, why);
}

/* "12", "0.25": thousandths, -1 when it is anything else. */
static long long to_thousandths(struct ssmspec_view text) {
    const size_t dot = ssmspec_view_find(text, SSMSPEC_VIEW("."));
    const struct ssmspec_view decimals = ssmspec_view_sub(text, dot + 1, text.len);
    long long whole = 0;
    long long part = 0;
    if (text.len > 12 || text.len == 0 || text.ptr[0] == '-' ||
        !ssmspec_view_to_int64(ssmspec_view_sub(text, 0, dot), &whole)) {
        return -1;
    }
    if (dot == text.len) {
        return whole * 1000;
    }
    if (decimals.len == 0 || decimals.len > 3 || decimals.ptr[0] == '-' ||
        !ssmspec_view_to_int64(decimals, &part)) {
        return -1;
    }
    for (size_t i = decimals.len; i < 3; i++) {
        part *= 10;
    }
    return whole * 1000 + part;
}

enum ssmspec_err ssmspec_option_seconds(const struct ssmspec_options *options,
                                        enum ssmspec_flag flag, double fallback, double *out,
                                        struct ssmspec_bytes *why) {
    *out = fallback;
    if (!ssmspec_is_given(options, flag)) {
        return SSMSPEC_OK;
    }
    const struct ssmspec_view value = ssmspec_option(options, flag);
    const long long thousandths = to_thousandths(value);
    if (thousandths <= 0 || thousandths > 86400LL * 1000) {
        return refuse(options, flag, "seconds above 0 and up to 86400", why);
    }
    *out = (double)thousandths / 1000;
    return SSMSPEC_OK;
}

enum ssmspec_err ssmspec_option_word(const struct ssmspec_options *options, enum ssmspec_flag flag,
                                     const char *const *words, int fallback, int *out,
                                     struct ssmspec_bytes *why) {
    *out = fallback;
    if (!ssmspec_is_given(options, flag)) {
        return SSMSPEC_OK;
    }
    const struct ssmspec_view value = ssmspec_option(options, flag);
    struct ssmspec_bytes wanted = {0};
    for (int i = 0; words[i] != NULL; i++) {
        if (ssmspec_view_is(value, words[i])) {
            *out = i;
            ssmspec_bytes_clear(&wanted);
            return SSMSPEC_OK;
        }
        ssmspec_bytes_printf(&wanted, "%s%s", i == 0 ? "one of " : ", ", words[i]);
    }
    const enum ssmspec_err err = refuse(options, flag, ssmspec_bytes_view(&wanted).ptr, why);
    ssmspec_bytes_clear(&wanted);
    return err;
}
