/* Prints a libFuzzer dictionary made from the tables: what a request of the service is spelled
 * with. AFL++ reads the same format. */
#include "src/base/arena.h"
#include "src/base/bytes.h"
#include "src/json/write.h"
#include "suites/roles.h"
#include "suites/service.h"

#include <stdio.h>

#define ENTRY_MAX 60 /* bytes: the engine passes over words beyond 64 */
#define SHAPES_MAX 256
#define ENTRIES_MAX 2048

struct dictionary {
    const struct ssmspec_shape *shapes[SHAPES_MAX]; /* met so far */
    size_t shape_count, printed;                    /* of shapes */
    struct ssmspec_view entries[ENTRIES_MAX];
    size_t entry_count;
    struct ssmspec_arena arena;
    bool failed;
};

static bool is_known(const struct dictionary *dictionary, struct ssmspec_view entry) {
    for (size_t i = 0; i < dictionary->entry_count; i++) {
        if (ssmspec_view_eq(dictionary->entries[i], entry)) {
            return true;
        }
    }
    return false;
}

static void print_entry(struct ssmspec_view entry) {
    putchar('"');
    for (size_t i = 0; i < entry.len; i++) {
        const unsigned char c = (unsigned char)entry.ptr[i];
        if (c == '"' || c == '\\') {
            printf("\\%c", c);
        } else if (c >= 0x20 && c < 0x7f) {
            putchar(c);
        } else {
            printf("\\x%02X", c);
        }
    }
    puts("\"");
}

static void add(struct dictionary *dictionary, struct ssmspec_view entry) {
    if (entry.len == 0 || entry.len > ENTRY_MAX || is_known(dictionary, entry)) {
        return;
    }
    struct ssmspec_view kept = {NULL, 0};
    if (dictionary->entry_count == ENTRIES_MAX ||
        ssmspec_arena_copy(&dictionary->arena, entry, &kept) != SSMSPEC_OK) {
        dictionary->failed = true;
        return;
    }
    dictionary->entries[dictionary->entry_count++] = kept;
    print_entry(kept);
}

/* As a JSON string, with its quotes. */
static void add_quoted(struct dictionary *dictionary, const char *text) {
    struct ssmspec_bytes quoted = {0};
    ssmspec_json_write_string(&quoted, ssmspec_view_of(text));
    add(dictionary, ssmspec_bytes_view(&quoted));
    dictionary->failed = dictionary->failed || quoted.failed;
    ssmspec_bytes_clear(&quoted);
}

static void add_around(struct dictionary *dictionary, int64_t limit) {
    if (limit == SSMSPEC_NO_MIN || limit == SSMSPEC_NO_MAX) {
        return;
    }
    for (int64_t number = limit - 1; number <= limit + 1; number++) {
        struct ssmspec_bytes text = {0};
        ssmspec_bytes_printf(&text, "%lld", (long long)number);
        add(dictionary, ssmspec_bytes_view(&text));
        dictionary->failed = dictionary->failed || text.failed;
        ssmspec_bytes_clear(&text);
    }
}

static void add_samples(struct dictionary *dictionary, const struct ssmspec_sample *sample) {
    for (; sample != NULL && sample->name != NULL; sample++) {
        if (sample->repeat <= 1) {
            add_quoted(dictionary, sample->text);
        }
    }
}

static void add_row(struct dictionary *dictionary, const struct ssmspec_constraint *row) {
    if (row->kind == SSMSPEC_RANGE) {
        add_around(dictionary, row->min);
        add_around(dictionary, row->max);
    }
    for (size_t i = 0; row->kind == SSMSPEC_ENUM && row->values[i] != NULL; i++) {
        add_quoted(dictionary, row->values[i]);
    }
    if (row->kind == SSMSPEC_PATTERN) {
        add_samples(dictionary, row->accepts);
        add_samples(dictionary, row->rejects);
    }
}

static void meet(struct dictionary *dictionary, const struct ssmspec_shape *shape) {
    for (size_t i = 0; i < dictionary->shape_count; i++) {
        if (dictionary->shapes[i] == shape) {
            return;
        }
    }
    if (shape == NULL || dictionary->shape_count == SHAPES_MAX) {
        dictionary->failed = dictionary->failed || shape != NULL;
        return;
    }
    dictionary->shapes[dictionary->shape_count++] = shape;
}

static void add_shape(struct dictionary *dictionary, const struct ssmspec_shape *shape) {
    for (size_t i = 0; i < shape->member_count; i++) {
        add_quoted(dictionary, shape->members[i].name);
        meet(dictionary, shape->members[i].shape);
    }
    meet(dictionary, shape->element);
    meet(dictionary, shape->key);
    if (shape->example != NULL) {
        add(dictionary, ssmspec_view_of(shape->example));
    }
    for (size_t i = 0; i < shape->constraint_count; i++) {
        add_row(dictionary, &shape->constraints[i]);
    }
}

static void add_operation(struct dictionary *dictionary,
                          const struct ssmspec_operation *operation) {
    add(dictionary, ssmspec_view_of(operation->name));
    for (const struct ssmspec_error *error = operation->modelled; error->name != NULL; error++) {
        add(dictionary, ssmspec_view_of(error->name));
    }
    meet(dictionary, operation->input);
    while (dictionary->printed < dictionary->shape_count) {
        add_shape(dictionary, dictionary->shapes[dictionary->printed++]);
    }
}

static void add_service(struct dictionary *dictionary) {
    const struct ssmspec_service *const service = &ssmspec_run_command;
    puts("# Made from the tables: print it again, do not edit it.");
    add(dictionary, ssmspec_view_of(service->target_prefix));
    add(dictionary, ssmspec_view_of(service->content_type));
    for (size_t i = 0; service->operations[i] != NULL; i++) {
        add_operation(dictionary, service->operations[i]);
    }
    for (size_t i = 0; service->common_errors[i] != NULL; i++) {
        add(dictionary, ssmspec_view_of(service->common_errors[i]));
    }
    for (const struct ssmspec_role *role = ssmspec_run_command_roles; role->name != NULL; role++) {
        add(dictionary, ssmspec_view_of(role->name));
    }
}

/* What belongs to JSON and to UTF-8 rather than to a table. */
static void add_spellings(struct dictionary *dictionary) {
    static const struct ssmspec_view words[] = {SSMSPEC_VIEW_INIT("\":"),
                                                SSMSPEC_VIEW_INIT(",\""),
                                                SSMSPEC_VIEW_INIT("{\""),
                                                SSMSPEC_VIEW_INIT("[\""),
                                                SSMSPEC_VIEW_INIT("\"]"),
                                                SSMSPEC_VIEW_INIT("\"}"),
                                                SSMSPEC_VIEW_INIT("[["),
                                                SSMSPEC_VIEW_INIT("{}"),
                                                SSMSPEC_VIEW_INIT("[]"),
                                                SSMSPEC_VIEW_INIT("null"),
                                                SSMSPEC_VIEW_INIT("true"),
                                                SSMSPEC_VIEW_INIT("false"),
                                                SSMSPEC_VIEW_INIT("\"\""),
                                                SSMSPEC_VIEW_INIT("\\u0000"),
                                                SSMSPEC_VIEW_INIT("\\u0041"),
                                                SSMSPEC_VIEW_INIT("\\ud800"),
                                                SSMSPEC_VIEW_INIT("\\udc00"),
                                                SSMSPEC_VIEW_INIT("\\ud83d\\ude00"),
                                                SSMSPEC_VIEW_INIT("\\uD83D"),
                                                SSMSPEC_VIEW_INIT("\\\""),
                                                SSMSPEC_VIEW_INIT("\\\\"),
                                                SSMSPEC_VIEW_INIT("\\/"),
                                                SSMSPEC_VIEW_INIT("\\b"),
                                                SSMSPEC_VIEW_INIT("\\f"),
                                                SSMSPEC_VIEW_INIT("\\n"),
                                                SSMSPEC_VIEW_INIT("\\r"),
                                                SSMSPEC_VIEW_INIT("\\t"),
                                                SSMSPEC_VIEW_INIT("\xef\xbb\xbf"),
                                                SSMSPEC_VIEW_INIT("\xc0\x80"),
                                                SSMSPEC_VIEW_INIT("\xed\xa0\x80"),
                                                SSMSPEC_VIEW_INIT("\xf4\x90\x80\x80"),
                                                SSMSPEC_VIEW_INIT("\xf0\x9f\x98\x80"),
                                                SSMSPEC_VIEW_INIT("-0"),
                                                SSMSPEC_VIEW_INIT("1e400"),
                                                SSMSPEC_VIEW_INIT("2147483647"),
                                                SSMSPEC_VIEW_INIT("2147483648"),
                                                SSMSPEC_VIEW_INIT("9223372036854775807"),
                                                SSMSPEC_VIEW_INIT("9223372036854775808"),
                                                SSMSPEC_VIEW_INIT("9007199254740993"),
                                                SSMSPEC_VIEW_INIT("0.5")};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        add(dictionary, words[i]);
    }
}

int main(void) {
    struct dictionary dictionary = {.shape_count = 0};
    add_service(&dictionary);
    add_spellings(&dictionary);
    ssmspec_arena_clear(&dictionary.arena);
    return dictionary.failed || fflush(stdout) != 0 || ferror(stdout) ? 1 : 0;
}
