#include "src/run/journal.h"

#include "src/base/testing.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static struct ssmspec_arena arena;
static struct ssmspec_bytes why;

/* A view as a constant initializer. */
#define TEXT(literal) \
    { (literal), sizeof(literal) - 1 }

static const struct ssmspec_view words[] = {{"400 InvalidThing", 16}, {"any 4xx", 7}};
static const struct ssmspec_result results[] = {
    {.id = TEXT("do-thing/Id/length/above-max"),
     .operation = TEXT("DoThing"),
     .kind = TEXT("length"),
     .rule = TEXT("Id has at most 36 characters"),
     .case_source = TEXT("MODEL:Id"),
     .effect = TEXT("none"),
     .case_level = SSMSPEC_MUST,
     .verdict = {.verdict = SSMSPEC_DEVIATION,
                 .level = SSMSPEC_SHOULD,
                 .code = "tolerated",
                 .text = TEXT("It said \"no\" \\ grüß"),
                 .source = TEXT("OBS:V-68")},
     .expected = words,
     .expected_count = 2,
     .actual = {true, 400, TEXT("Foo"), TEXT("bar")},
     .has_control = true,
     .control = {false, 0, {NULL, 0}, TEXT("timed-out")},
     .seconds = 0.000123},
    {.id = TEXT("any/-/http/get"),
     .case_level = SSMSPEC_MAY,
     .verdict = {.verdict = SSMSPEC_SKIP, .level = SSMSPEC_MAY, .code = "unbound"}},
};
static const struct ssmspec_run_record run = {
    .tool_version = TEXT("0.1.0"),
    .suite_digest = TEXT("9f2c"),
    .url = TEXT("http://127.0.0.1:4566"),
    .region = TEXT("us-east-1"),
    .flags = TEXT("--effects none"),
    .plan_digest = TEXT("77aa"),
    .seed = 18446744073709551615ULL,
    .started = TEXT("2026-01-02T03:04:05Z"),
    .selected = 2,
    .is_complete = true,
    .exit_code = 1,
    .seconds = 3.25,
    .results = results,
    .result_count = 2,
};

static void write_journal(const struct ssmspec_run_record *record, struct ssmspec_bytes *out) {
    ssmspec_journal_write_start(record, out);
    for (size_t i = 0; i < record->result_count; i++) {
        ssmspec_journal_write_result(&record->results[i], out);
    }
    ssmspec_journal_write_end(record, out);
    ASSERT_OK(ssmspec_bytes_status(out));
}

static enum ssmspec_err read_text(struct ssmspec_view text, struct ssmspec_run_record *out) {
    struct ssmspec_journal_content content;
    ssmspec_bytes_reset(&why);
    GUARD(ssmspec_journal_read(text, &arena, &content, &why));
    *out = content.record;
    return SSMSPEC_OK;
}

static void gives_the_record_back(void **state) {
    (void)state;
    struct ssmspec_bytes first = {0};
    struct ssmspec_bytes second = {0};
    struct ssmspec_run_record back = {0};
    struct ssmspec_run_record given = run;
    given.known_digest = SSMSPEC_VIEW("88bb");
    given.expired = words;
    given.expired_count = 2;
    write_journal(&given, &first);
    ASSERT_OK(read_text(ssmspec_bytes_view(&first), &back));
    assert_true(back.seed == run.seed);
    assert_int_equal(back.result_count, 2);
    assert_int_equal(back.results[0].verdict.verdict, SSMSPEC_DEVIATION);
    ASSERT_VIEW(back.results[0].expected[1], "any 4xx");
    assert_null(back.results[0].control.error.ptr);
    assert_false(back.results[1].has_control);
    assert_null(back.results[1].operation.ptr);
    assert_int_equal(back.expired_count, 2);
    assert_true(back.is_complete);
    assert_null(back.stop_reason);
    write_journal(&back, &second);
    assert_true(ssmspec_view_eq(ssmspec_bytes_view(&first), ssmspec_bytes_view(&second)));
    ssmspec_bytes_clear(&first);
    ssmspec_bytes_clear(&second);
}

static void every_prefix_reads_or_is_refused(void **state) {
    (void)state;
    struct ssmspec_bytes whole = {0};
    write_journal(&run, &whole);
    for (size_t len = 0; len < whole.len; len++) {
        struct ssmspec_run_record back = {.is_complete = true};
        const enum ssmspec_err err =
            read_text(ssmspec_view_sub(ssmspec_bytes_view(&whole), 0, len), &back);
        if (err == SSMSPEC_OK) {
            assert_false(back.is_complete);
            assert_non_null(back.stop_reason);
        } else {
            assert_int_equal(err, SSMSPEC_ERR_CONFIG);
        }
    }
    ssmspec_bytes_clear(&whole);
}

static void a_killed_run_keeps_its_whole_lines(void **state) {
    (void)state;
    struct ssmspec_bytes bytes = {0};
    struct ssmspec_run_record back = {0};
    ssmspec_journal_write_start(&run, &bytes);
    ssmspec_journal_write_result(&results[0], &bytes);
    ssmspec_bytes_add_text(&bytes, "{\"id\":\"half");
    ASSERT_OK(read_text(ssmspec_bytes_view(&bytes), &back));
    assert_int_equal(back.result_count, 1);
    assert_false(back.is_complete);
    assert_int_equal(back.exit_code, 4);
    ssmspec_bytes_clear(&bytes);
}

static void assert_refused(const char *text, const char *sentence) {
    struct ssmspec_run_record back = {0};
    struct ssmspec_bytes bytes = {0};
    ssmspec_journal_write_start(&run, &bytes);
    ssmspec_bytes_add_text(&bytes, text);
    assert_int_equal(read_text(ssmspec_bytes_view(&bytes), &back), SSMSPEC_ERR_CONFIG);
    ASSERT_VIEW(ssmspec_bytes_view(&why), sentence);
    ssmspec_bytes_clear(&bytes);
}

#define RESULT(id)                                                                   \
    "{\"id\":\"" id "\",\"level\":\"may\",\"verdict\":{\"name\":\"pass\",\"level\":" \
    "\"may\"},\"expected\":[],\"actual\":{\"delivered\":false,\"status\":0},\"microseconds\":1}\n"

static void says_line_and_column_of_what_is_wrong(void **state) {
    (void)state;
    assert_refused("[]\n", "2:1: not an object");
    assert_refused(RESULT("a") "{}\n", "3:1: 'id' is missing or wrong");
    assert_refused("{\"id\":\"a\",\"level\":\"much\"}\n", "2:1: 'level' is missing or wrong");
    assert_refused("{\"complete\":true,\"exit_code\":-1}\n",
                   "2:30: 'exit_code' is missing or wrong");
    assert_refused("{\"complete\":true,\"exit_code\":0,\"microseconds\":0}\n{}\n",
                   "3:1: nothing may follow the tail line");
    assert_refused(RESULT("a") RESULT("b") RESULT("a"),
                   "4:1: line 2 holds a result of the same case already");
}

static void refuses_what_is_no_journal(void **state) {
    (void)state;
    struct ssmspec_run_record back = {0};
    assert_int_equal(read_text(SSMSPEC_VIEW(""), &back), SSMSPEC_ERR_CONFIG);
    assert_int_equal(read_text(SSMSPEC_VIEW("\n\n\n"), &back), SSMSPEC_ERR_CONFIG);
    assert_int_equal(read_text(SSMSPEC_VIEW("{\"schema\":\"other/1\"}\n"), &back),
                     SSMSPEC_ERR_CONFIG);
    ASSERT_VIEW(ssmspec_bytes_view(&why), "1:1: not a journal of schema ssmspec.journal/1");
}

static void the_file_holds_each_line_at_once(void **state) {
    (void)state;
    char path[] = "/tmp/ssmspec-journal-XXXXXX";
    const int made = mkstemp(path);
    assert_true(made >= 0);
    close(made);
    struct ssmspec_journal *journal = NULL;
    ASSERT_OK(ssmspec_journal_open(path, &journal, &why));
    ASSERT_OK(ssmspec_journal_start(journal, &run));
    ASSERT_OK(ssmspec_journal_add(journal, &results[0]));
    char buffer[8192];
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    const struct ssmspec_view text = {buffer, fread(buffer, 1, sizeof(buffer), file)};
    fclose(file);
    struct ssmspec_run_record back = {0};
    ASSERT_OK(read_text(text, &back));
    assert_int_equal(back.result_count, 1);
    ASSERT_OK(ssmspec_journal_end(journal, &run));
    ASSERT_OK(ssmspec_journal_close(journal));
    unlink(path);
}

static void put(const char *path, struct ssmspec_view text) {
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(text.ptr, 1, text.len, file), text.len);
    assert_int_equal(fclose(file), 0);
}

static struct ssmspec_view get(const char *path, char *buffer, size_t room) {
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    const struct ssmspec_view text = {buffer, fread(buffer, 1, room, file)};
    fclose(file);
    return text;
}

/* What stands in the file after a run of the second result went on with what stood in it. */
static struct ssmspec_view go_on(const char *path, struct ssmspec_view text,
                                 struct ssmspec_journal_content *content, char *buffer,
                                 size_t room) {
    struct ssmspec_journal *journal = NULL;
    put(path, text);
    ASSERT_OK(ssmspec_journal_reopen(path, &arena, &journal, content, &why));
    ASSERT_OK(ssmspec_journal_resume(journal, content, SSMSPEC_VIEW("2026-01-03T00:00:00Z")));
    ASSERT_OK(ssmspec_journal_add(journal, &results[1]));
    ASSERT_OK(ssmspec_journal_end(journal, &run));
    ASSERT_OK(ssmspec_journal_close(journal));
    return get(path, buffer, room);
}

static void a_run_goes_on_behind_the_last_whole_line(void **state) {
    (void)state;
    static const char *const ends[] = {
        "", "{\"id\":\"torn", "{\"complete\":false,\"exit_code\":130,\"microseconds\":1}\n",
        "{\"resumed\":\"2026-01-02T00:00:00Z\"}\n"};
    char path[] = "/tmp/ssmspec-journal-XXXXXX";
    char buffer[8192];
    const int made = mkstemp(path);
    assert_true(made >= 0);
    close(made);
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
        struct ssmspec_bytes bytes = {0};
        struct ssmspec_journal_content content;
        struct ssmspec_run_record back = {0};
        ssmspec_journal_write_start(&run, &bytes);
        ssmspec_journal_write_result(&results[0], &bytes);
        ssmspec_bytes_add_text(&bytes, ends[i]);
        const struct ssmspec_view after =
            go_on(path, ssmspec_bytes_view(&bytes), &content, buffer, sizeof buffer);
        assert_int_equal(content.record.result_count, 1);
        assert_int_equal(content.lines[0], 2);
        assert_int_equal(content.resumed, i == 3 ? 1 : 0);
        ASSERT_OK(read_text(after, &back));
        assert_true(back.is_complete);
        assert_int_equal(back.result_count, 2);
        ssmspec_bytes_clear(&bytes);
    }
    unlink(path);
}

static void reopening_changes_nothing_and_takes_only_journals(void **state) {
    (void)state;
    static const struct {
        const char *text;
        enum ssmspec_err err;
    } rows[] = {
        {"", SSMSPEC_OK},
        {"{\"schema\":\"ssm", SSMSPEC_OK},
        {"{\"schema\":\"ssmspec.journal/1\",\"tool", SSMSPEC_OK},
        {"{\"schema\":\"ssmspec.report/1\",\"tool", SSMSPEC_ERR_CONFIG},
        {"my diary", SSMSPEC_ERR_CONFIG},
        {"\n", SSMSPEC_ERR_CONFIG},
    };
    char path[] = "/tmp/ssmspec-journal-XXXXXX";
    char buffer[8192];
    const int made = mkstemp(path);
    assert_true(made >= 0);
    close(made);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct ssmspec_journal *journal = NULL;
        struct ssmspec_journal_content content = {.bytes = 99};
        put(path, ssmspec_view_of(rows[i].text));
        assert_int_equal(ssmspec_journal_reopen(path, &arena, &journal, &content, &why),
                         rows[i].err);
        assert_int_equal(content.bytes, rows[i].err == SSMSPEC_OK ? 0 : 99);
        ASSERT_OK(ssmspec_journal_close(journal));
        ASSERT_VIEW(get(path, buffer, sizeof buffer), rows[i].text);
    }
    unlink(path);
    struct ssmspec_journal *journal = NULL;
    struct ssmspec_journal_content content;
    assert_int_equal(ssmspec_journal_reopen(path, &arena, &journal, &content, &why),
                     SSMSPEC_ERR_READ);
}

static void says_when_it_cannot_write(void **state) {
    (void)state;
    struct ssmspec_journal *journal = NULL;
    ssmspec_bytes_reset(&why);
    assert_int_equal(ssmspec_journal_open("/nonexistent/x", &journal, &why), SSMSPEC_ERR_WRITE);
    assert_true(why.len > 0);
    if (access("/dev/full", W_OK) == 0) {
        ASSERT_OK(ssmspec_journal_open("/dev/full", &journal, &why));
        assert_int_equal(ssmspec_journal_start(journal, &run), SSMSPEC_ERR_WRITE);
        assert_int_equal(ssmspec_journal_close(journal), SSMSPEC_ERR_WRITE);
    }
}

static int clear(void **state) {
    (void)state;
    ssmspec_arena_clear(&arena);
    ssmspec_bytes_clear(&why);
    return 0;
}

#define TEST(name) cmocka_unit_test_teardown(name, clear)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(gives_the_record_back),
        TEST(every_prefix_reads_or_is_refused),
        TEST(a_killed_run_keeps_its_whole_lines),
        TEST(says_line_and_column_of_what_is_wrong),
        TEST(refuses_what_is_no_journal),
        TEST(the_file_holds_each_line_at_once),
        TEST(a_run_goes_on_behind_the_last_whole_line),
        TEST(reopening_changes_nothing_and_takes_only_journals),
        TEST(says_when_it_cannot_write),
    };
    return RUN_TESTS(tests);
}
