/* An invented service and invented endpoints of it, for the run loop's tests. */
#ifndef SSMSPEC_SRC_RUN_STUDIO_TESTING_H
#define SSMSPEC_SRC_RUN_STUDIO_TESTING_H

#include "src/base/testing.h"
#include "src/exchange/exchange.h"
#include "src/run/run.h"

/* One operation, Paint, that takes a Size from 2 to 9. */
static const struct ssmspec_shape size = {
    .name = "Size",
    .type = SSMSPEC_INTEGER,
    .example = "5",
    SSMSPEC_CONSTRAINTS({.kind = SSMSPEC_RANGE, .min = 2, .max = 9, .source = "MODEL:Size"}),
};
static const struct ssmspec_shape input = {
    .name = "PaintRequest",
    .type = SSMSPEC_STRUCTURE,
    SSMSPEC_MEMBERS(
        {.name = "Size", .shape = &size, .is_required = true, .source = "MODEL:PaintRequest"}),
};
static const struct ssmspec_shape output = {
    .name = "PaintResult",
    .type = SSMSPEC_STRUCTURE,
    SSMSPEC_MEMBERS(
        {.name = "Size", .shape = &size, .is_always_sent = true, .source = "MODEL:PaintResult"}),
};
static const struct ssmspec_error modelled[] = {{.name = NULL}};
static const struct ssmspec_operation paint = {
    .name = "Paint",
    .slug = "paint",
    .input = &input,
    .output = &output,
    .base = "{\"Size\":5}",
    .foil = "{}",
    .modelled = modelled,
    .source = "MODEL:Paint",
};
static const struct ssmspec_service service = {
    .name = "studio",
    .target_prefix = "Studio",
    .content_type = "application/x-amz-json-1.1",
    .operations = (const struct ssmspec_operation *const[]){&paint, NULL},
    .common_errors = SSMSPEC_NAMES("ValidationException", "SerializationException"),
    .credential_errors = SSMSPEC_NAMES("UnrecognizedClientException"),
    .throttle_errors = SSMSPEC_NAMES("ThrottlingException"),
};
static const struct ssmspec_row rows[] = {
    {.operation = "Paint",
     .kind = "http",
     .probe = "implemented",
     .rule = "the operation is there",
     .level = SSMSPEC_MUST,
     .source = "OBS:P-02",
     SSMSPEC_EXPECT({.kind = SSMSPEC_SUCCESS})},
    {.operation = "Paint",
     .kind = "error-map",
     .probe = "live",
     .rule = "a live one is painted",
     .level = SSMSPEC_MUST,
     .source = "OBS:S-24",
     .effect = SSMSPEC_EFFECT_EXECUTE,
     .body = "{\"Size\":4,\"Id\":\"${live_command}\"}",
     SSMSPEC_EXPECT({.kind = SSMSPEC_SUCCESS})},
    {.kind = "http",
     .probe = "frame",
     .rule = "the sentinel is answered",
     .level = SSMSPEC_MUST,
     .source = "OBS:P-01",
     .is_valid = true,
     .control_kind = SSMSPEC_CONTROL_ACCEPTED},
    {.kind = "http",
     .probe = "wire",
     .rule = "the sentinel's bytes are answered",
     .level = SSMSPEC_MUST,
     .source = "OBS:P-01",
     .wire = (const struct ssmspec_wire_step[]){{.verb = SSMSPEC_WIRE_ANSWER},
                                                {.verb = SSMSPEC_WIRE_END}},
     .is_valid = true},
    {.kind = NULL},
};
static const struct ssmspec_suite suite = {
    .service = &service,
    .tables = (const struct ssmspec_row *const[]){rows, NULL},
    .roles =
        (const struct ssmspec_role[]){
            {SSMSPEC_ROLE_LIVE, SSMSPEC_ROLE_OF_RUN, 0, SSMSPEC_ROLE_FREE, NULL}, {.name = NULL}},
    .start = {.operation = "Paint", .body = "{\"Size\":3}", .capture = "Id"},
    .cleanup = {.operation = "Paint", .body = "{\"Size\":8,\"End\":\"${live_command}\"}"},
    .sentinel = {.operation = "Paint", .body = "{\"Size\":7}"},
};

/* An endpoint: how it answers a body, and what it has seen. */
struct studio {
    const struct ssmspec_response *(*answer)(struct studio *studio, struct ssmspec_view body);
    bool is_dead;
    bool is_spoilt;
    bool has_answered_killer;
    size_t requests, ended;
    struct ssmspec_response response;
};

static const struct ssmspec_header json_type[] = {
    {SSMSPEC_VIEW_INIT("Content-Type"), SSMSPEC_VIEW_INIT("application/x-amz-json-1.1")}};

static inline const struct ssmspec_response *answer_with(int status, struct ssmspec_view body,
                                                         struct studio *studio) {
    studio->response = (struct ssmspec_response){
        .status = status, .headers = json_type, .header_count = 1, .body = body};
    return &studio->response;
}

#define ANSWER(code, text) answer_with((code), SSMSPEC_VIEW(text), studio)

/* In process there is no connection to break; this transporter breaks one where the studio dies. */
struct line {
    struct studio *studio;
    void *done[8];
    size_t done_count;
};

static inline enum ssmspec_err submit(void *self, const struct ssmspec_request *request,
                                      struct ssmspec_arena *arena, struct ssmspec_exchange *result,
                                      void *tag) {
    struct line *line = self;
    (void)arena;
    line->studio->requests++;
    *result = (struct ssmspec_exchange){.transport = SSMSPEC_UNREACHABLE};
    if (!line->studio->is_dead) {
        const struct ssmspec_response *response = line->studio->answer(line->studio, request->body);
        result->transport = response == NULL ? SSMSPEC_CLOSED : SSMSPEC_DELIVERED;
        if (response != NULL) {
            result->response = *response;
        }
    }
    line->done[line->done_count++] = tag;
    return SSMSPEC_OK;
}

static inline enum ssmspec_err next(void *self, int wait_ms, void **tag) {
    struct line *line = self;
    (void)wait_ms;
    assert_true(line->done_count > 0);
    *tag = line->done[0];
    line->done_count--;
    memmove(line->done, line->done + 1, line->done_count * sizeof line->done[0]);
    return SSMSPEC_OK;
}

static inline bool says(struct ssmspec_view body, const char *text) {
    return ssmspec_view_find(body, ssmspec_view_of(text)) < body.len;
}

static inline const struct ssmspec_response *answer_well(struct studio *studio,
                                                         struct ssmspec_view body) {
    if (says(body, "End")) {
        studio->ended++;
    }
    for (const char *good = "23456789"; *good != '\0'; good++) {
        const char sound[] = {'"', 'S', 'i', 'z', 'e', '"', ':', *good, '\0'};
        const size_t at = ssmspec_view_find(body, ssmspec_view_of(sound));
        if (at < body.len && (body.ptr[at + 8] == '}' || body.ptr[at + 8] == ',')) {
            return ANSWER(200, "{\"Size\":5,\"Id\":\"live-1\"}");
        }
    }
    const bool is_number = says(body, ":1") || says(body, ":0") || says(body, ":-") ||
                           says(body, "2147") || says(body, "9223") || says(body, "{}") ||
                           says(body, "null");
    return is_number ? ANSWER(400, "{\"__type\":\"ValidationException\"}")
                     : ANSWER(400, "{\"__type\":\"SerializationException\"}");
}

static inline const struct ssmspec_response *refuse_all(struct studio *studio,
                                                        struct ssmspec_view body) {
    (void)body;
    return ANSWER(400, "{\"__type\":\"ValidationException\"}");
}

static inline const struct ssmspec_response *accept_all(struct studio *studio,
                                                        struct ssmspec_view body) {
    (void)body;
    return ANSWER(200, "{}");
}

static inline const struct ssmspec_response *miss_operation(struct studio *studio,
                                                            struct ssmspec_view body) {
    (void)body;
    return ANSWER(400, "{\"__type\":\"UnknownOperationException\"}");
}

static inline const struct ssmspec_response *know_nobody(struct studio *studio,
                                                         struct ssmspec_view body) {
    (void)body;
    return ANSWER(400, "{\"__type\":\"UnrecognizedClientException\"}");
}

static inline const struct ssmspec_response *die_of_lists(struct studio *studio,
                                                          struct ssmspec_view body) {
    if (says(body, "[")) {
        studio->is_dead = true;
        return NULL;
    }
    return answer_well(studio, body);
}

/* Answers the killer, and is gone before the next one. */
static inline const struct ssmspec_response *die_after_lists(struct studio *studio,
                                                             struct ssmspec_view body) {
    if (says(body, "[")) {
        studio->is_dead = true;
        studio->has_answered_killer = true;
    }
    return answer_well(studio, body);
}

static inline const struct ssmspec_response *die_of_bases(struct studio *studio,
                                                          struct ssmspec_view body) {
    if (says(body, "{\"Size\":5}")) {
        studio->is_dead = true;
        return NULL;
    }
    return answer_well(studio, body);
}

/* Controls lean on the base with Size 5; the foil has none. */
static inline const struct ssmspec_response *die_of_foils(struct studio *studio,
                                                          struct ssmspec_view body) {
    if (ssmspec_view_is(body, "{}") && !studio->is_dead) {
        studio->is_dead = true;
        return NULL;
    }
    return answer_well(studio, body);
}

/* Stores what it should have rejected, and answers nothing well from then on. */
static inline const struct ssmspec_response *spoil_of_foils(struct studio *studio,
                                                            struct ssmspec_view body) {
    studio->is_spoilt |= ssmspec_view_is(body, "{}");
    return studio->is_spoilt ? ANSWER(200, "{\"Size\":[]}") : answer_well(studio, body);
}

static inline const struct ssmspec_response *echo_secrets(struct studio *studio,
                                                          struct ssmspec_view body) {
    (void)body;
    return ANSWER(400, "{\"__type\":\"InvalidThing\",\"message\":\"you sent TOPSECRET\"}");
}

static inline const struct ssmspec_response *hang_up_on_lists(struct studio *studio,
                                                              struct ssmspec_view body) {
    return says(body, "[") ? NULL : answer_well(studio, body);
}

#endif
