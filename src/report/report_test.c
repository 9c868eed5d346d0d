#include "src/report/report.h"

#include "src/base/testing.h"
#include "src/base/utf8.h"
#include "src/json/json.h"
#include "src/report/formats.h"
#include "src/run/journal.h"

static struct ssmspec_arena arena;

#define HOSTILE \
    "\x1b]0;pwned\x07\x1b[2J]]><script>alert(1)</script>&amp;'\"\\ \r\n\xff\xC3\xED\xA0\x80"

static const struct ssmspec_view words[] = {{"400 InvalidThing", 16}, {"any 4xx", 7}};

/* One result of each verdict, everything an endpoint can influence hostile. */
static struct ssmspec_run_record make_record(struct ssmspec_view message) {
    const size_t count = SSMSPEC_VERDICT_COUNT;
    struct ssmspec_result *results = ssmspec_arena_alloc(&arena, count * sizeof(*results));
    assert_non_null(results);
    for (size_t i = 0; i < count; i++) {
        results[i] = (struct ssmspec_result){
            .id = ssmspec_view_of(ssmspec_arena_printf(&arena, "do-thing/Id/length/probe-%zu", i)),
            .operation = i % 2 == 0 ? SSMSPEC_VIEW("DoThing") : (struct ssmspec_view){NULL, 0},
            .kind = SSMSPEC_VIEW("length"),
            .rule = SSMSPEC_VIEW("Id has at most 36 characters"),
            .case_source = SSMSPEC_VIEW("MODEL:Id"),
            .effect = SSMSPEC_VIEW("none"),
            .case_level = SSMSPEC_MUST,
            .verdict = {.verdict = (enum ssmspec_outcome_verdict)i,
                        .level = SSMSPEC_MUST,
                        .code = "some-code",
                        .text = message},
            .expected = words,
            .expected_count = 2,
            .actual = {i != 6, i == 6 ? 0 : 400, message, message},
            .has_control = i % 3 == 0,
            .control = {true, 200, {NULL, 0}, message},
            .seconds = 0.0123456 * (double)i,
        };
    }
    return (struct ssmspec_run_record){
        .tool_version = SSMSPEC_VIEW("0.1.0"),
        .suite_digest = SSMSPEC_VIEW("9f2c1234567890"),
        .url = SSMSPEC_VIEW("http://127.0.0.1:1/?a=<b>"),
        .region = SSMSPEC_VIEW("us-east-1"),
        .seed = 18446744073709551615ULL,
        .started = SSMSPEC_VIEW("2026-01-02T03:04:05Z"),
        .selected = count,
        .is_complete = false,
        .exit_code = 1,
        .seconds = 1.5,
        .stop_reason = HOSTILE,
        .results = results,
        .result_count = count,
    };
}

static struct ssmspec_view render(const char *format, const struct ssmspec_run_record *record) {
    const struct ssmspec_report_format *row = ssmspec_report_format(ssmspec_view_of(format));
    struct ssmspec_bytes out = {0};
    struct ssmspec_view copy = {0};
    assert_non_null(row);
    ASSERT_OK(row->write(record, &out));
    ASSERT_OK(ssmspec_arena_copy(&arena, ssmspec_bytes_view(&out), &copy));
    ssmspec_bytes_clear(&out);
    return copy;
}

static struct ssmspec_view long_message(void) {
    const size_t size = 1024u * 1024;
    char *text = ssmspec_arena_alloc(&arena, size);
    assert_non_null(text);
    for (size_t i = 0; i < size; i++) {
        text[i] = HOSTILE[i % (sizeof(HOSTILE) - 1)];
    }
    return (struct ssmspec_view){text, size};
}

static void assert_harmless(struct ssmspec_view text) {
    size_t count = 0;
    size_t bad = 0;
    ASSERT_OK(ssmspec_utf8_count(text, &count, &bad));
    for (size_t i = 0; i < text.len; i++) {
        const unsigned char c = (unsigned char)text.ptr[i];
        assert_true(c >= 0x20 || c == '\n');
        assert_int_not_equal(c, 0x7F);
    }
}

/* ---- a small check that XML is well-formed: balanced elements, quoted attributes, five entities
 */

static const char *after(const char *at, const char *text) {
    assert_true(strncmp(at, text, strlen(text)) == 0);
    return at + strlen(text);
}

static const char *skip_entity(const char *at) {
    static const char *const entities[] = {"&amp;", "&lt;", "&gt;", "&quot;", "&apos;"};
    for (size_t i = 0; i < sizeof(entities) / sizeof(entities[0]); i++) {
        if (strncmp(at, entities[i], strlen(entities[i])) == 0) {
            return at + strlen(entities[i]);
        }
    }
    fail_msg("a bare ampersand at %.20s", at);
    return at;
}

static const char *skip_until(const char *at, char end) {
    while (*at != end) {
        assert_true(*at != '\0' && *at != '<' && *at != '>');
        at = *at == '&' ? skip_entity(at) : at + 1;
    }
    return at;
}

static const char *skip_name(const char *at) {
    const char *start = at;
    while ((*at >= 'a' && *at <= 'z') || *at == '-') {
        at++;
    }
    assert_true(at > start);
    return at;
}

/* Behind the tag at `at`; keeps open elements' names on a stack. */
static const char *skip_tag(const char *at, struct ssmspec_view *open, size_t *depth) {
    const bool is_end = at[1] == '/';
    const char *name = at + (is_end ? 2 : 1);
    const char *end = skip_name(name);
    const struct ssmspec_view element = {name, (size_t)(end - name)};
    if (is_end) {
        assert_true(*depth > 0);
        assert_true(ssmspec_view_eq(open[--*depth], element));
        return after(end, ">");
    }
    while (*end == ' ') {
        end = after(skip_name(end + 1), "=\"");
        end = skip_until(end, '"') + 1;
    }
    if (*end == '/') {
        return after(end, "/>");
    }
    assert_true(*depth < 8);
    open[(*depth)++] = element;
    return after(end, ">");
}

static void assert_well_formed(struct ssmspec_view xml) {
    struct ssmspec_view open[8];
    size_t depth = 0;
    const char *at = after(xml.ptr, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    do {
        at = skip_tag(at, open, &depth);
        at = depth > 0 ? skip_until(at, '<') : at;
    } while (depth > 0);
    assert_string_equal(at, "\n");
}

static size_t count_of(struct ssmspec_view text, const char *needle) {
    size_t count = 0;
    for (const char *at = text.ptr; (at = strstr(at, needle)) != NULL; at++) {
        count++;
    }
    return count;
}

static const struct ssmspec_json *read_json(struct ssmspec_view text) {
    const struct ssmspec_json *root = NULL;
    struct ssmspec_json_fault fault = {0};
    if (ssmspec_json_read(text, &ssmspec_json_default_limits, &arena, &root, &fault) !=
        SSMSPEC_OK) {
        fail_msg("%zu:%zu: %s", fault.line, fault.column, fault.reason);
    }
    return root;
}

static int64_t number_of(const struct ssmspec_json *object, const char *name) {
    int64_t number = -1;
    const struct ssmspec_json *member = ssmspec_json_member(object, name);
    assert_non_null(member);
    assert_true(ssmspec_json_to_int64(member, &number));
    return number;
}

static void hostile_answers_stay_dead_in_every_format(void **state) {
    (void)state;
    const struct ssmspec_view messages[] = {SSMSPEC_VIEW(HOSTILE), long_message()};
    for (size_t i = 0; i < 2; i++) {
        const struct ssmspec_run_record record = make_record(messages[i]);
        const struct ssmspec_view json = render("json", &record);
        const struct ssmspec_view junit = render("junit", &record);
        assert_harmless(json);
        assert_harmless(junit);
        assert_harmless(render("text", &record));
        assert_int_equal(read_json(json)->type, SSMSPEC_JSON_OBJECT);
        assert_well_formed(junit);
        assert_true(json.len < 256u * 1024 && junit.len < 256u * 1024);
    }
}

static void json_has_the_documented_shape(void **state) {
    (void)state;
    const struct ssmspec_run_record record = make_record(SSMSPEC_VIEW("m"));
    const struct ssmspec_json *root = read_json(render("json", &record));
    ASSERT_VIEW(ssmspec_json_member_text(root, "schema"), "ssmspec.report/1");
    ASSERT_VIEW(ssmspec_json_member(root, "seed")->text, "18446744073709551615");
    assert_false(ssmspec_json_member(root, "complete")->truth);
    const struct ssmspec_json *summary = ssmspec_json_member(root, "summary");
    static const char *const keys[] = {"pass", "fail",         "deviation",
                                       "info", "inconclusive", "not_implemented",
                                       "skip", "known",        "fixed"};
    for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
        assert_int_equal(number_of(summary, keys[i]), 1);
    }
    assert_int_equal(number_of(summary, "selected"), 9);
    assert_int_equal(number_of(summary, "run"), 8);
    assert_int_equal(number_of(root, "exit_code"), 1);
    const struct ssmspec_json *results = ssmspec_json_member(root, "results");
    assert_int_equal(results->count, 9);
    const struct ssmspec_json *first = results->first;
    ASSERT_VIEW(ssmspec_json_member_text(first, "level"), "must");
    ASSERT_VIEW(ssmspec_json_member_text(first, "source"), "MODEL:Id");
    ASSERT_VIEW(ssmspec_json_member_text(first, "verdict"), "pass");
    ASSERT_VIEW(ssmspec_json_member_text(ssmspec_json_member(first, "reason"), "text"), "m");
    assert_int_equal(number_of(ssmspec_json_member(first, "actual"), "status"), 400);
    assert_int_equal(number_of(ssmspec_json_member(first, "control"), "status"), 200);
    assert_int_equal(ssmspec_json_member(first->next, "control")->type, SSMSPEC_JSON_NULL);
    ASSERT_VIEW(ssmspec_json_member_text(first->next, "operation"), "any");
}

static void junit_counts_what_it_holds(void **state) {
    (void)state;
    const struct ssmspec_run_record record = make_record(SSMSPEC_VIEW("m"));
    const struct ssmspec_view junit = render("junit", &record);
    assert_well_formed(junit);
    assert_int_equal(count_of(junit, "<testcase "), 9);
    assert_int_equal(count_of(junit, "<failure "), 3);
    assert_int_equal(count_of(junit, "<error "), 1);
    assert_int_equal(count_of(junit, "<skipped "), 2);
    assert_int_equal(count_of(junit, "<system-out>"), 2);
    assert_int_equal(count_of(junit, "tests=\"9\" failures=\"3\" errors=\"1\" skipped=\"2\""), 1);
    assert_int_equal(count_of(junit, "timestamp=\"2026-01-02T03:04:05\""), 3);
    assert_int_equal(count_of(junit, "classname=\"ssmspec.DoThing.length\""), 5);
}

static void text_ends_with_the_line_that_says_how_many(void **state) {
    (void)state;
    const struct ssmspec_run_record record = make_record(SSMSPEC_VIEW("m"));
    const struct ssmspec_view text = render("text", &record);
    const char *last = "\nran 8 of 8: 1 pass, 1 fail, 1 deviation, 1 info, 1 inconclusive, "
                       "1 not-implemented, 1 skip, 1 known, 1 fixed (exit 1)\n";
    assert_true(text.len > strlen(last));
    assert_string_equal(text.ptr + text.len - strlen(last), last);
    assert_int_equal(count_of(text, "\nFAIL  do-thing/Id/length/probe-1  MUST\n"), 1);
    assert_int_equal(count_of(text, "ssmspec run do-thing/Id/length/probe-1\n"), 1);
    assert_int_equal(count_of(text, "expected 400 InvalidThing\n"), 4);
}

static void colours_only_when_asked_for(void **state) {
    (void)state;
    const struct ssmspec_run_record record = make_record(SSMSPEC_VIEW("m\x1b[5m"));
    struct ssmspec_bytes out = {0};
    ASSERT_OK(ssmspec_text_write(&record, true, &out));
    assert_int_equal(count_of(ssmspec_bytes_view(&out), "\x1b[1;31mFAIL\x1b[0m"), 1);
    assert_int_equal(count_of(ssmspec_bytes_view(&out), "\x1b[5m"), 0);
    ssmspec_bytes_clear(&out);
}

static void a_journal_renders_to_the_same_bytes(void **state) {
    (void)state;
    static const char *const formats[] = {"json", "junit", "text"};
    const struct ssmspec_view messages[] = {SSMSPEC_VIEW(HOSTILE), long_message()};
    for (size_t i = 0; i < 6; i++) {
        const struct ssmspec_run_record record = make_record(messages[i / 3]);
        struct ssmspec_bytes journal = {0};
        struct ssmspec_bytes why = {0};
        struct ssmspec_journal_content back = {.bytes = 0};
        ssmspec_journal_write_start(&record, &journal);
        for (size_t at = 0; at < record.result_count; at++) {
            ssmspec_journal_write_result(&record.results[at], &journal);
        }
        ssmspec_journal_write_end(&record, &journal);
        ASSERT_OK(ssmspec_journal_read(ssmspec_bytes_view(&journal), &arena, &back, &why));
        assert_string_equal(render(formats[i % 3], &back.record).ptr,
                            render(formats[i % 3], &record).ptr);
        ssmspec_bytes_clear(&journal);
        ssmspec_bytes_clear(&why);
    }
}

static void what_has_expired_is_said_in_every_format(void **state) {
    (void)state;
    const struct ssmspec_view expired[] = {SSMSPEC_VIEW(HOSTILE), SSMSPEC_VIEW("a/b expired")};
    struct ssmspec_run_record record = make_record(SSMSPEC_VIEW("m"));
    const size_t suites = count_of(render("junit", &record), "<testsuite ");
    record.known_digest = SSMSPEC_VIEW("9f2c");
    record.expired = expired;
    record.expired_count = 2;
    const struct ssmspec_json *known =
        ssmspec_json_member(read_json(render("json", &record)), "known");
    assert_int_equal(ssmspec_json_member(known, "expired")->count, 2);
    assert_well_formed(render("junit", &record));
    assert_int_equal(count_of(render("junit", &record), "<testsuite "), suites + 1);
    assert_int_equal(count_of(render("junit", &record), "<failure message=\"a/b expired\"/>"), 1);
    assert_int_equal(count_of(render("text", &record), "EXPIRED  a/b expired\n"), 1);
    assert_int_equal(ssmspec_exit_code(&record, false, false), 1);
}

static void an_empty_run_renders(void **state) {
    (void)state;
    const struct ssmspec_run_record record = {.exit_code = 4};
    assert_int_equal(ssmspec_json_member(read_json(render("json", &record)), "results")->count, 0);
    assert_well_formed(render("junit", &record));
    assert_int_equal(count_of(render("text", &record), "ran 0 of 0: 0 pass"), 1);
}

static void lists_cases_before_a_run(void **state) {
    (void)state;
    const struct ssmspec_case rows[] = {
        {.id = "do-thing/Id/length/at-max",
         .operation = "DoThing",
         .kind = "length",
         .rule = "Id has at most 36 characters",
         .level = SSMSPEC_MUST,
         .source = "MODEL:Id",
         .effect = SSMSPEC_EFFECT_CREATE,
         .expect = {.outcomes = {{.kind = SSMSPEC_SUCCESS}}, .count = 1}},
        {.id = "any/-/http/get", .kind = "http"}};
    const struct ssmspec_cases cases = {rows, 2};
    struct ssmspec_bytes out = {0};
    ASSERT_OK(ssmspec_report_cases_json(&cases, &out));
    const struct ssmspec_json *list = read_json(ssmspec_bytes_view(&out));
    assert_int_equal(list->count, 2);
    ASSERT_VIEW(ssmspec_json_member_text(list->first, "id"), "do-thing/Id/length/at-max");
    ASSERT_VIEW(ssmspec_json_member_text(list->first, "effect"), "create");
    ASSERT_VIEW(ssmspec_json_member(list->first, "expected")->first->text,
                "200 with a well-formed answer");
    ASSERT_VIEW(ssmspec_json_member_text(list->first->next, "operation"), "any");
    ssmspec_bytes_clear(&out);
}

static void knows_its_formats_by_name(void **state) {
    (void)state;
    assert_string_equal(ssmspec_report_format(SSMSPEC_VIEW("junit"))->name, "junit");
    assert_null(ssmspec_report_format(SSMSPEC_VIEW("jun")));
    assert_null(ssmspec_report_format(SSMSPEC_VIEW("")));
}

static int clear(void **state) {
    (void)state;
    ssmspec_arena_clear(&arena);
    return 0;
}

#define TEST(name) cmocka_unit_test_teardown(name, clear)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(hostile_answers_stay_dead_in_every_format),
        TEST(json_has_the_documented_shape),
        TEST(junit_counts_what_it_holds),
        TEST(text_ends_with_the_line_that_says_how_many),
        TEST(colours_only_when_asked_for),
        TEST(a_journal_renders_to_the_same_bytes),
        TEST(what_has_expired_is_said_in_every_format),
        TEST(an_empty_run_renders),
        TEST(lists_cases_before_a_run),
        TEST(knows_its_formats_by_name),
    };
    return RUN_TESTS(tests);
}
