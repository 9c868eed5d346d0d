/* Of an export. That it says enough is tested where cases can be run: fixtures/export. */
#include "src/case/export.h"

#include "src/base/testing.h"

static const struct ssmspec_header absent_date[] = {{SSMSPEC_VIEW_INIT("X-Amz-Date"), {NULL, 0}}};

static struct ssmspec_case a_case(void) {
    return (struct ssmspec_case){
        .id = "paint/Size/length/empty",
        .operation = "Paint",
        .path = "Size",
        .kind = "length",
        .probe = "empty",
        .rule = "a size is not empty",
        .level = SSMSPEC_MUST,
        .source = "MODEL:Size",
        .request = {.method = SSMSPEC_VIEW("POST"),
                    .path = SSMSPEC_VIEW("/"),
                    .target = SSMSPEC_VIEW("Studio.Paint"),
                    .headers = absent_date,
                    .header_count = 1,
                    .body = SSMSPEC_VIEW("{\"Size\":\"\xff\"}")},
        .expect = {.outcomes = {{.kind = SSMSPEC_ERROR, .status = 400, .error = "No"},
                                {.kind = SSMSPEC_STATUS, .status = 404, .breaks = SSMSPEC_SHOULD}},
                   .count = 2},
    };
}

static void assert_export(const struct ssmspec_case *row, const char *wanted) {
    struct ssmspec_bytes out = {0};
    ASSERT_OK(ssmspec_export_cases(&(struct ssmspec_cases){row, 1}, &out));
    ASSERT_VIEW(ssmspec_bytes_view(&out), wanted);
    ssmspec_bytes_clear(&out);
}

static void a_case_is_one_line(void **state) {
    (void)state;
    const struct ssmspec_case row = a_case();
    assert_export(
        &row, "{\"schema\":\"ssmspec.export/1\",\"cases\":[\n"
              "{\"id\":\"paint/Size/length/empty\",\"operation\":\"Paint\",\"path\":\"Size\","
              "\"kind\":\"length\",\"probe\":\"empty\",\"rule\":\"a size is not empty\","
              "\"level\":\"must\",\"source\":\"MODEL:Size\",\"effect\":\"none\",\"request\":{"
              "\"method\":\"POST\",\"path\":\"/\",\"headers\":[[\"X-Amz-Target\",\"Studio.Paint\"],"
              "[\"X-Amz-Date\",null]],\"body_base64\":\"eyJTaXplIjoi/yJ9\"},"
              "\"accepted\":[{\"answer\":\"error\",\"status\":400,\"error\":\"No\"}],"
              "\"tolerated\":[{\"answer\":\"status\",\"status\":404,\"breaks\":\"should\"}]}\n"
              "]}\n");
}

static bool is_said(const struct ssmspec_case *row) {
    const struct ssmspec_case plain = a_case();
    struct ssmspec_bytes before = {0};
    struct ssmspec_bytes after = {0};
    ASSERT_OK(ssmspec_export_cases(&(struct ssmspec_cases){&plain, 1}, &before));
    ASSERT_OK(ssmspec_export_cases(&(struct ssmspec_cases){row, 1}, &after));
    const bool differs = !ssmspec_view_eq(ssmspec_bytes_view(&before), ssmspec_bytes_view(&after));
    ssmspec_bytes_clear(&before);
    ssmspec_bytes_clear(&after);
    return differs;
}

/* One change of a case at a time: what is left out of an export would leave its reader no chance.
 */
#define SAYS(change)                     \
    do {                                 \
        struct ssmspec_case row = plain; \
        change;                          \
        assert_true(is_said(&row));      \
    } while (0)

static void everything_about_a_case_is_said(void **state) {
    (void)state;
    const struct ssmspec_case plain = a_case();
    SAYS(row.id = "other");
    SAYS(row.operation = NULL);
    SAYS(row.path = "-");
    SAYS(row.kind = "count");
    SAYS(row.probe = "other");
    SAYS(row.rule = "other");
    SAYS(row.level = SSMSPEC_MAY);
    SAYS(row.source = "OBS:A-01");
    SAYS(row.effect = SSMSPEC_EFFECT_CREATE);
    SAYS(row.check = SSMSPEC_CHECK_FRAMING);
    SAYS(row.check = SSMSPEC_CHECK_SINGLE_HEADERS);
    SAYS(row.check = SSMSPEC_CHECK_CRC32);
    SAYS(row.check = SSMSPEC_CHECK_NO_CORS);
    SAYS(row.check = SSMSPEC_CHECK_TRUE_CODING);
    SAYS(row.needs_verifier = true);
    SAYS(row.expect.member = "size");
    SAYS(row.expect.phrase = "empty");
    SAYS(row.expect.outcomes[1].source = "OBS:A-01");
    SAYS(row.control_kind = SSMSPEC_CONTROL_TWIN);
    SAYS(row.foil.body = SSMSPEC_VIEW(""));
    SAYS(row.request.content_type = SSMSPEC_VIEW(""));
    SAYS(row.request.header_count = 0);
}

static void everything_about_a_signature_is_said(void **state) {
    (void)state;
    const struct ssmspec_signing ways[] = {{.access_key_id = ""},
                                           {.secret = ""},
                                           {.session_token = ""},
                                           {.region = ""},
                                           {.service = ""},
                                           {.ahead_seconds = -60},
                                           {.sent_ahead_seconds = 60},
                                           {.other_body = true},
                                           {.method = ""},
                                           {.target = ""},
                                           {.content_type = ""},
                                           {.host = ""},
                                           {.leaves_out = ""},
                                           {.signs_too = ""},
                                           {.date = ""},
                                           {.states_payload_hash = true},
                                           {.payload_hash = ""},
                                           {.authorization = ""}};
    static const struct ssmspec_signing right = {0};
    struct ssmspec_bytes without = {0};
    struct ssmspec_case row = a_case();
    row.request.signing = &right;
    ASSERT_OK(ssmspec_export_cases(&(struct ssmspec_cases){&row, 1}, &without));
    for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
        struct ssmspec_bytes with = {0};
        row.request.signing = &ways[i];
        ASSERT_OK(ssmspec_export_cases(&(struct ssmspec_cases){&row, 1}, &with));
        assert_true(with.len > without.len);
        ssmspec_bytes_clear(&with);
    }
    ssmspec_bytes_clear(&without);
}

static const struct ssmspec_outcome success = {.kind = SSMSPEC_SUCCESS};
static const struct ssmspec_claim claim = {.kind = SSMSPEC_CLAIM_THERE, .path = "Size"};
static const struct ssmspec_capture_row capture = {.role = "size", .path = "Size"};
static const struct ssmspec_wire_step wire[] = {{.verb = SSMSPEC_WIRE_CLOSE},
                                                {.verb = SSMSPEC_WIRE_END}};
static const struct ssmspec_signing signing = {.region = "moon"};

static const struct ssmspec_pages pages = {"Next", "{}", 2};

static bool is_step_said(const struct ssmspec_step *step) {
    const struct ssmspec_step plain = {.name = "one", .operation = "Paint", .body = "{#}"};
    const struct ssmspec_scenario scenario = {.steps = &plain, .step_count = 1};
    const struct ssmspec_scenario other = {.steps = step, .step_count = 1};
    struct ssmspec_case left = {.scenario = &scenario};
    struct ssmspec_case right = {.scenario = &other};
    struct ssmspec_bytes before = {0};
    struct ssmspec_bytes after = {0};
    ASSERT_OK(ssmspec_export_cases(&(struct ssmspec_cases){&left, 1}, &before));
    ASSERT_OK(ssmspec_export_cases(&(struct ssmspec_cases){&right, 1}, &after));
    const bool differs = !ssmspec_view_eq(ssmspec_bytes_view(&before), ssmspec_bytes_view(&after));
    ssmspec_bytes_clear(&before);
    ssmspec_bytes_clear(&after);
    return differs;
}

#define STEP_SAYS(...)        \
    assert_true(is_step_said( \
        &(struct ssmspec_step){.name = "one", .operation = "Paint", .body = "{#}", __VA_ARGS__}))

static void everything_about_a_step_is_said(void **state) {
    (void)state;
    STEP_SAYS(.stretch = 2);
    STEP_SAYS(.header_name = "a", .header_value = "b");
    STEP_SAYS(.signing = &signing);
    STEP_SAYS(.wire = wire);
    STEP_SAYS(.outcomes = &success, .outcome_count = 1);
    STEP_SAYS(.claims = {&claim, 1});
    STEP_SAYS(.always = {&claim, 1});
    STEP_SAYS(.captures = &capture, .capture_count = 1);
    STEP_SAYS(.after_ms = 1);
    STEP_SAYS(.within_ms = 1);
    STEP_SAYS(.copies = 2);
    STEP_SAYS(.pages = &pages);
    STEP_SAYS(.is_prerequisite = true);
    STEP_SAYS(.is_provocation = true);
    assert_false(
        is_step_said(&(struct ssmspec_step){.name = "one", .operation = "Paint", .body = "{#}"}));
}

static void a_header_that_is_no_text_is_base64(void **state) {
    (void)state;
    const struct ssmspec_header header = {SSMSPEC_VIEW("X-A"), SSMSPEC_VIEW("\xff")};
    struct ssmspec_bytes out = {0};
    struct ssmspec_case row = a_case();
    row.request.headers = &header;
    ASSERT_OK(ssmspec_export_cases(&(struct ssmspec_cases){&row, 1}, &out));
    const struct ssmspec_view wanted = SSMSPEC_VIEW("[\"X-A\",{\"base64\":\"/w==\"}]");
    assert_true(ssmspec_view_find(ssmspec_bytes_view(&out), wanted) < out.len);
    ssmspec_bytes_clear(&out);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_case_is_one_line),
        cmocka_unit_test(everything_about_a_case_is_said),
        cmocka_unit_test(everything_about_a_signature_is_said),
        cmocka_unit_test(everything_about_a_step_is_said),
        cmocka_unit_test(a_header_that_is_no_text_is_base64),
    };
    return RUN_TESTS(tests);
}
