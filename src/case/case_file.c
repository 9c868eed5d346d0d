#include "src/case/case_file.h"

#include "src/case/case_reading.h"
#include "src/case/catalogue.h"
#include "src/case/kinds.h"
#include "src/case/reach.h"

static const char *const file_keys[] = {"schema", "cases", NULL};
static const char *const case_keys[] = {"id",      "rule",     "level",     "source",  "effect",
                                        "request", "accepted", "tolerated", "control", NULL};
static const char *const control_keys[] = {"must_be", "body", "body_base64", "accepted", NULL};

#define SEGMENTS 4

static bool is_id_char(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           (c != '\0' && strchr("._-", c) != NULL);
}

static bool is_segment(struct ssmspec_view text) {
    for (size_t i = 0; i < text.len; i++) {
        if (!is_id_char(text.ptr[i])) {
            return false;
        }
    }
    return text.len > 0;
}

/* false: not four sound segments, the third of them "pinned". */
static bool split_id(struct ssmspec_view id, struct ssmspec_view out[SEGMENTS]) {
    for (size_t i = 0; i < SEGMENTS; i++) {
        const size_t slash = ssmspec_view_find(id, SSMSPEC_VIEW("/"));
        if ((slash < id.len) != (i + 1 < SEGMENTS)) {
            return false;
        }
        out[i] = ssmspec_view_sub(id, 0, slash);
        id = ssmspec_view_sub(id, slash + 1, id.len);
        if (!is_segment(out[i])) {
            return false;
        }
    }
    return ssmspec_view_is(out[2], SSMSPEC_KIND_PINNED);
}

static enum ssmspec_err find_operation(const struct ssmspec_case_reading *reading,
                                       const struct ssmspec_json *id, struct ssmspec_view slug,
                                       const struct ssmspec_operation **out) {
    *out = NULL;
    if (ssmspec_view_is(slug, "any")) {
        return SSMSPEC_OK;
    }
    const struct ssmspec_operation *const *operation = reading->suite->service->operations;
    while (*operation != NULL && !ssmspec_view_is(slug, (*operation)->slug)) {
        operation++;
    }
    *out = *operation;
    return *out != NULL
               ? SSMSPEC_OK
               : ssmspec_document_wrong(&reading->document, id->offset,
                                        "an id begins with an operation's slug or any:", slug);
}

static enum ssmspec_err read_id(const struct ssmspec_case_reading *reading,
                                const struct ssmspec_json *value,
                                struct ssmspec_catalogue *catalogue, struct ssmspec_case *out) {
    const struct ssmspec_json *id;
    struct ssmspec_view parts[SEGMENTS];
    const struct ssmspec_operation *operation;
    GUARD(ssmspec_case_member(reading, value, "id", &id));
    if (id->type != SSMSPEC_JSON_STRING || !split_id(id->text, parts)) {
        return ssmspec_document_wrong(&reading->document, id->offset,
                                      "an id is SLUG/PATH/pinned/PROBE:", id->text);
    }
    GUARD(find_operation(reading, id, parts[0], &operation));
    GUARD(ssmspec_catalogue_address(catalogue, operation, out));
    out->kind = SSMSPEC_KIND_PINNED;
    out->path = ssmspec_arena_text(reading->document.arena, parts[1]);
    out->probe = ssmspec_arena_text(reading->document.arena, parts[3]);
    return out->path == NULL || out->probe == NULL ? SSMSPEC_ERR_NOMEM : SSMSPEC_OK;
}

static enum ssmspec_err read_words(const struct ssmspec_case_reading *reading,
                                   const struct ssmspec_json *value, struct ssmspec_case *out) {
    int level;
    int effect;
    GUARD(ssmspec_case_text(reading, value, "rule", &out->rule));
    GUARD(ssmspec_case_text(reading, value, "source", &out->source));
    GUARD(ssmspec_case_word(reading, value, "level", ssmspec_level_words + SSMSPEC_MAY, &level));
    GUARD(ssmspec_case_word(reading, value, "effect", ssmspec_effect_words, &effect));
    out->level = (enum ssmspec_level)(SSMSPEC_MAY + level);
    out->effect = (enum ssmspec_effect)effect;
    return SSMSPEC_OK;
}

static enum ssmspec_err read_expectation(const struct ssmspec_case_reading *reading,
                                         const struct ssmspec_json *value,
                                         struct ssmspec_expectation *out) {
    const struct ssmspec_json *accepted;
    GUARD(ssmspec_case_member(reading, value, "accepted", &accepted));
    GUARD(ssmspec_case_outcomes(reading, accepted, false, out));
    const struct ssmspec_json *const tolerated = ssmspec_json_member(value, "tolerated");
    return tolerated == NULL ? SSMSPEC_OK : ssmspec_case_outcomes(reading, tolerated, true, out);
}

static enum ssmspec_err expect_control(const struct ssmspec_case_reading *reading,
                                       const struct ssmspec_json *value, struct ssmspec_case *out) {
    const struct ssmspec_json *const accepted = ssmspec_json_member(value, "accepted");
    if (out->control_kind != SSMSPEC_CONTROL_ACCEPTED && accepted != NULL) {
        return ssmspec_document_wrong(
            &reading->document, accepted->offset,
            "only a control that must be accepted has this:", accepted->name);
    }
    if (out->control_kind == SSMSPEC_CONTROL_FOIL) {
        return SSMSPEC_OK;
    }
    out->foil.body = ssmspec_view_of(out->model == NULL ? NULL : out->model->foil);
    if (out->control_kind == SSMSPEC_CONTROL_TWIN) {
        out->control_expect = out->expect;
        return SSMSPEC_OK;
    }
    if (accepted == NULL) {
        out->control_expect = (struct ssmspec_expectation){{{.kind = SSMSPEC_SUCCESS}}, .count = 1};
        return SSMSPEC_OK;
    }
    return ssmspec_case_outcomes(reading, accepted, false, &out->control_expect);
}

static enum ssmspec_err read_control(const struct ssmspec_case_reading *reading,
                                     const struct ssmspec_json *value, struct ssmspec_case *out) {
    int kind;
    if (value == NULL) {
        return SSMSPEC_OK;
    }
    GUARD(ssmspec_case_keys(reading, value, control_keys));
    GUARD(ssmspec_case_word(reading, value, "must_be",
                            ssmspec_control_kinds + SSMSPEC_CONTROL_ACCEPTED, &kind));
    out->control_kind = (enum ssmspec_control_kind)(SSMSPEC_CONTROL_ACCEPTED + kind);
    GUARD(ssmspec_case_body(reading, value, &out->control.body));
    return expect_control(reading, value, out);
}

/* A limit on effects holds only as far as cases are true about theirs. */
static enum ssmspec_err check_effect(const struct ssmspec_case_reading *reading,
                                     const struct ssmspec_json *value,
                                     const struct ssmspec_case *made) {
    const struct ssmspec_json *const effect = ssmspec_json_member(value, "effect");
    const struct ssmspec_view role = ssmspec_reach_role(reading->suite, made);
    return role.ptr == NULL || made->effect == SSMSPEC_EFFECT_EXECUTE
               ? SSMSPEC_OK
               : ssmspec_document_wrong(&reading->document, effect->offset,
                                        "\"effect\" must be execute, for text may run by way of",
                                        role);
}

static enum ssmspec_err check_new(const struct ssmspec_case_reading *reading,
                                  const struct ssmspec_json *value,
                                  const struct ssmspec_catalogue *catalogue) {
    const struct ssmspec_json *const id = ssmspec_json_member(value, "id");
    for (size_t i = 0; i < catalogue->count; i++) {
        if (ssmspec_view_is(id->text, catalogue->rows[i].id)) {
            return ssmspec_document_wrong(&reading->document, id->offset,
                                          "another case has this id:", id->text);
        }
    }
    return SSMSPEC_OK;
}

static enum ssmspec_err add_case(const struct ssmspec_case_reading *reading,
                                 const struct ssmspec_json *value,
                                 struct ssmspec_catalogue *catalogue) {
    const struct ssmspec_json *request;
    struct ssmspec_case made = {0};
    GUARD(ssmspec_case_keys(reading, value, case_keys));
    GUARD(read_id(reading, value, catalogue, &made));
    GUARD(check_new(reading, value, catalogue));
    GUARD(read_words(reading, value, &made));
    GUARD(ssmspec_case_member(reading, value, "request", &request));
    GUARD(ssmspec_case_request(reading, request, &made.request));
    GUARD(read_expectation(reading, value, &made.expect));
    GUARD(read_control(reading, ssmspec_json_member(value, "control"), &made));
    GUARD(check_effect(reading, value, &made));
    return ssmspec_catalogue_add(catalogue, &made);
}

static enum ssmspec_err add_all(const struct ssmspec_case_reading *reading,
                                const struct ssmspec_json *root,
                                struct ssmspec_catalogue *catalogue) {
    const struct ssmspec_json *list;
    GUARD(ssmspec_case_keys(reading, root, file_keys));
    if (!ssmspec_view_is(ssmspec_json_member_text(root, "schema"), SSMSPEC_CASES_SCHEMA)) {
        return ssmspec_document_wrong(&reading->document, root->offset,
                                      "\"schema\" must be \"" SSMSPEC_CASES_SCHEMA "\"",
                                      (struct ssmspec_view){0});
    }
    GUARD(ssmspec_case_member(reading, root, "cases", &list));
    if (list->type != SSMSPEC_JSON_LIST || list->count == 0) {
        return ssmspec_document_wrong(&reading->document, list->offset,
                                      "must be a list that is not empty:", list->name);
    }
    for (const struct ssmspec_json *value = list->first; value != NULL; value = value->next) {
        GUARD(add_case(reading, value, catalogue));
    }
    return SSMSPEC_OK;
}

static enum ssmspec_err read_file(const struct ssmspec_case_reading *reading,
                                  struct ssmspec_catalogue *catalogue) {
    static const struct ssmspec_json_limits limits = {
        .bytes = 1 << 24, .depth = 16, .nodes = 200000};
    const struct ssmspec_json *root = NULL;
    GUARD(ssmspec_document_read(&reading->document, &limits, &root));
    return add_all(reading, root, catalogue);
}

enum ssmspec_err ssmspec_case_file_add(struct ssmspec_catalogue *catalogue,
                                       const struct ssmspec_case_file *file) {
    struct ssmspec_bytes fault = {0};
    const struct ssmspec_case_reading reading = {{file->text, catalogue->arena, &fault},
                                                 catalogue->suite};
    const enum ssmspec_err err = read_file(&reading, catalogue);
    if (err == SSMSPEC_ERR_CONFIG) {
        ssmspec_bytes_printf(catalogue->why, "%s:", file->name);
        ssmspec_bytes_add(catalogue->why, ssmspec_bytes_view(&fault));
    }
    ssmspec_bytes_clear(&fault);
    return err;
}

enum ssmspec_err ssmspec_case_file_read(const struct ssmspec_suite *suite,
                                        const struct ssmspec_case_file *file,
                                        struct ssmspec_arena *arena, struct ssmspec_cases *out,
                                        struct ssmspec_bytes *why) {
    struct ssmspec_catalogue catalogue = {.suite = suite, .arena = arena, .why = why};
    GUARD(ssmspec_case_file_add(&catalogue, file));
    *out = (struct ssmspec_cases){catalogue.rows, catalogue.count};
    return SSMSPEC_OK;
}
