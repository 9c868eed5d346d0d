#include "runner/options.h"

const struct ssmspec_flag_row ssmspec_flags[SSMSPEC_FLAG_COUNT] = {
#define FLAG(id, name, value, is_repeatable, verbs, help) \
    [SSMSPEC_FLAG_##id] = {name, value, is_repeatable, verbs, help},
#include "runner/flags.def"
#undef FLAG
};

/* Reading the arguments one after the other. */
struct reading {
    const char *verb;
    int argc;
    char *const *argv;
    int next;
    struct ssmspec_arena *arena;
    struct ssmspec_options *out;
    struct ssmspec_bytes *why;
};

bool ssmspec_flag_serves(const struct ssmspec_flag_row *row, struct ssmspec_view verb) {
    struct ssmspec_view rest = ssmspec_view_of(row->verbs);
    while (rest.len > 0) {
        const size_t blank = ssmspec_view_find(rest, SSMSPEC_VIEW(" "));
        if (ssmspec_view_eq(ssmspec_view_sub(rest, 0, blank), verb)) {
            return true;
        }
        rest = ssmspec_view_sub(rest, blank + 1, rest.len);
    }
    return false;
}

static int find_flag(struct ssmspec_view name) {
    for (int flag = 0; flag < SSMSPEC_FLAG_COUNT; flag++) {
        if (ssmspec_view_is(name, ssmspec_flags[flag].name)) {
            return flag;
        }
    }
    return -1;
}

static enum ssmspec_err add_view(struct reading *reading, struct ssmspec_views *views,
                                 struct ssmspec_view value) {
    struct ssmspec_view *items =
        ssmspec_arena_alloc(reading->arena, (views->count + 1) * sizeof *items);
    ENSURE(items != NULL, SSMSPEC_ERR_NOMEM);
    if (views->count > 0) {
        memcpy(items, views->items, views->count * sizeof *items);
    }
    items[views->count] = value;
    *views = (struct ssmspec_views){items, views->count + 1};
    return SSMSPEC_OK;
}

static enum ssmspec_err complain(const struct reading *reading, const char *what,
                                 struct ssmspec_view name) {
    ssmspec_bytes_printf(reading->why, "%s --%.*s", what, (int)name.len, name.ptr);
    return SSMSPEC_ERR_USAGE;
}

/* The value behind `=`, else the next argument. */
static enum ssmspec_err take_value(struct reading *reading, struct ssmspec_view name,
                                   struct ssmspec_view behind_equals, struct ssmspec_view *value) {
    *value = behind_equals;
    if (value->ptr == NULL && reading->next < reading->argc) {
        *value = ssmspec_view_of(reading->argv[reading->next++]);
    }
    return value->len > 0 ? SSMSPEC_OK : complain(reading, "a value is missing behind", name);
}

static enum ssmspec_err take_flag(struct reading *reading, struct ssmspec_view text) {
    const size_t equals = ssmspec_view_find(text, SSMSPEC_VIEW("="));
    const struct ssmspec_view name = ssmspec_view_sub(text, 0, equals);
    struct ssmspec_view value = {0};
    if (equals < text.len) {
        value = ssmspec_view_sub(text, equals + 1, text.len);
    }
    const int flag = find_flag(name);
    if (flag < 0) {
        return complain(reading, "unknown flag", name);
    }
    const struct ssmspec_flag_row *row = &ssmspec_flags[flag];
    if (!ssmspec_flag_serves(row, ssmspec_view_of(reading->verb))) {
        ssmspec_bytes_printf(reading->why, "%s does not take", reading->verb);
        return complain(reading, "", name);
    }
    if (row->value == NULL && value.ptr != NULL) {
        return complain(reading, "no value may stand behind the switch", name);
    }
    if (row->value == NULL) {
        value = SSMSPEC_VIEW("");
    } else {
        GUARD(take_value(reading, name, value, &value));
    }
    struct ssmspec_views *values = &reading->out->values[flag];
    if (!row->is_repeatable && values->count > 0) {
        return complain(reading, "given twice:", name);
    }
    return add_view(reading, values, value);
}

static enum ssmspec_err take_arguments(struct reading *reading) {
    bool only_words = false;
    while (reading->next < reading->argc) {
        const struct ssmspec_view text = ssmspec_view_of(reading->argv[reading->next++]);
        if (!only_words && ssmspec_view_is(text, "--")) {
            only_words = true;
            continue;
        }
        if (only_words || !ssmspec_view_starts(text, SSMSPEC_VIEW("-")) || text.len == 1) {
            GUARD(add_view(reading, &reading->out->words, text));
            continue;
        }
        if (!ssmspec_view_starts(text, SSMSPEC_VIEW("--"))) {
            ssmspec_bytes_printf(reading->why, "unknown flag %.*s", (int)text.len, text.ptr);
            return SSMSPEC_ERR_USAGE;
        }
        GUARD(take_flag(reading, ssmspec_view_sub(text, 2, text.len)));
    }
    return SSMSPEC_OK;
}

/* "endpoint-url" -> "SSMSPEC_ENDPOINT_URL" */
static const char *twin_name(struct ssmspec_arena *arena, const char *flag) {
    char *name = ssmspec_arena_printf(arena, "SSMSPEC_%s", flag);
    for (char *c = name; c != NULL && *c != '\0'; c++) {
        if (*c >= 'a' && *c <= 'z') {
            *c = (char)(*c - 'a' + 'A');
        } else if (*c == '-') {
            *c = '_';
        }
    }
    return name;
}

/* A switch has no value on the command line: in the environment it is on or off. */
static enum ssmspec_err take_switch(struct reading *reading, struct ssmspec_views *values,
                                    const char *name, struct ssmspec_view value) {
    static const char *const on[] = {"1", "true", "yes", NULL};
    static const char *const off[] = {"0", "false", "no", NULL};
    if (ssmspec_view_among(value, off)) {
        return SSMSPEC_OK;
    }
    if (ssmspec_view_among(value, on)) {
        return add_view(reading, values, SSMSPEC_VIEW(""));
    }
    ssmspec_bytes_printf(reading->why, "%s takes one of 1, true, yes, 0, false, no, not \"%.*s\"",
                         name, (int)value.len, value.ptr);
    return SSMSPEC_ERR_USAGE;
}

static enum ssmspec_err take_twin(struct reading *reading, int flag, ssmspec_env_fn env) {
    const struct ssmspec_flag_row *row = &ssmspec_flags[flag];
    struct ssmspec_views *values = &reading->out->values[flag];
    if (row->is_repeatable || values->count > 0 ||
        !ssmspec_flag_serves(row, ssmspec_view_of(reading->verb))) {
        return SSMSPEC_OK;
    }
    const char *name = twin_name(reading->arena, row->name);
    ENSURE(name != NULL, SSMSPEC_ERR_NOMEM);
    const struct ssmspec_view value = ssmspec_view_of(env(name));
    if (value.len == 0) {
        return SSMSPEC_OK;
    }
    reading->out->twins[flag] = name;
    return row->value != NULL ? add_view(reading, values, value)
                              : take_switch(reading, values, name, value);
}

enum ssmspec_err ssmspec_options_parse(const char *verb, int argc, char *const argv[],
                                       ssmspec_env_fn env, struct ssmspec_arena *arena,
                                       struct ssmspec_options *out, struct ssmspec_bytes *why) {
    *out = (struct ssmspec_options){.verb = verb};
    struct reading reading = {verb, argc, argv, 0, arena, out, why};
    GUARD(take_arguments(&reading));
    for (int flag = 0; flag < SSMSPEC_FLAG_COUNT; flag++) {
        GUARD(take_twin(&reading, flag, env));
    }
    return SSMSPEC_OK;
}
