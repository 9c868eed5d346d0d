/* Requests in an export. */
#include "src/base/utf8.h"
#include "src/case/exporting.h"
#include "src/case/kinds.h"

static bool is_utf8(struct ssmspec_view text) {
    size_t count;
    size_t bad;
    return ssmspec_utf8_count(text, &count, &bad) == SSMSPEC_OK;
}

/* An element of a pair: a text, or {"base64": TEXT} where it is no UTF-8. */
static void add_part(struct ssmspec_pen *pen, struct ssmspec_view part) {
    if (is_utf8(part)) {
        ssmspec_pen_text(pen, NULL, part);
        return;
    }
    ssmspec_pen_open(pen, NULL, '{');
    ssmspec_pen_base64(pen, "base64", part);
    ssmspec_pen_close(pen, '}');
}

void ssmspec_export_header(struct ssmspec_pen *pen, const char *name,
                           struct ssmspec_header header) {
    ssmspec_pen_open(pen, name, '[');
    add_part(pen, header.name);
    if (header.value.ptr == NULL) {
        ssmspec_pen_null(pen, NULL);
    } else {
        add_part(pen, header.value);
    }
    ssmspec_pen_close(pen, ']');
}

static void add_usual(struct ssmspec_pen *pen, struct ssmspec_view name,
                      struct ssmspec_view value) {
    if (value.ptr != NULL) {
        ssmspec_export_header(pen, NULL, (struct ssmspec_header){name, value});
    }
}

static void add_headers(struct ssmspec_pen *pen, const struct ssmspec_request *request) {
    ssmspec_pen_open(pen, "headers", '[');
    add_usual(pen, SSMSPEC_VIEW("Content-Type"), request->content_type);
    add_usual(pen, SSMSPEC_VIEW("X-Amz-Target"), request->target);
    for (size_t i = 0; i < request->header_count; i++) {
        ssmspec_export_header(pen, NULL, request->headers[i]);
    }
    ssmspec_pen_close(pen, ']');
}

static void add_signing(struct ssmspec_pen *pen, const struct ssmspec_signing *how) {
    const struct {
        const char *name;
        const char *text;
    } texts[] = {
        {"access_key_id", how->access_key_id},
        {"secret", how->secret},
        {"session_token", how->session_token},
        {"region", how->region},
        {"service", how->service},
        {"method", how->method},
        {"target", how->target},
        {"content_type", how->content_type},
        {"host", how->host},
        {"leaves_out", how->leaves_out},
        {"signs_too", how->signs_too},
        {"date", how->date},
        {"payload_hash", how->payload_hash},
        {"authorization", how->authorization},
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        ssmspec_pen_text(pen, texts[i].name, ssmspec_view_of(texts[i].text));
    }
    if (how->ahead_seconds != 0) {
        ssmspec_pen_number(pen, "ahead_seconds", (double)how->ahead_seconds);
    }
    if (how->sent_ahead_seconds != 0) {
        ssmspec_pen_number(pen, "sent_ahead_seconds", (double)how->sent_ahead_seconds);
    }
    ssmspec_pen_flag(pen, "other_body", how->other_body);
    ssmspec_pen_flag(pen, "states_payload_hash", how->states_payload_hash);
}

void ssmspec_export_signing(struct ssmspec_pen *pen, const struct ssmspec_signing *signing) {
    if (signing != NULL) {
        ssmspec_pen_open(pen, "signing", '{');
        add_signing(pen, signing);
        ssmspec_pen_close(pen, '}');
    }
}

static void add_wire_step(struct ssmspec_pen *pen, const struct ssmspec_wire_step *step) {
    ssmspec_pen_open(pen, NULL, '{');
    ssmspec_pen_text(pen, "do", ssmspec_view_of(ssmspec_wire_verbs[step->verb]));
    ssmspec_pen_base64(pen, "text_base64", step->text);
    if (step->times != 0) {
        ssmspec_pen_number(pen, "times", step->times);
    }
    if (step->ms != 0) {
        ssmspec_pen_number(pen, "ms", step->ms);
    }
    ssmspec_pen_close(pen, '}');
}

void ssmspec_export_wire(struct ssmspec_pen *pen, const struct ssmspec_wire_step *step) {
    if (step == NULL) {
        return;
    }
    ssmspec_pen_open(pen, "wire", '[');
    for (; step->verb != SSMSPEC_WIRE_END; step++) {
        add_wire_step(pen, step);
    }
    ssmspec_pen_close(pen, ']');
}

void ssmspec_export_request(struct ssmspec_pen *pen, const char *name,
                            const struct ssmspec_request *request) {
    ssmspec_pen_open(pen, name, '{');
    ssmspec_pen_text(pen, "method", request->method);
    ssmspec_pen_text(pen, "path", request->path);
    add_headers(pen, request);
    ssmspec_pen_base64(pen, "body_base64", request->body);
    ssmspec_export_signing(pen, request->signing);
    ssmspec_export_wire(pen, request->wire);
    ssmspec_pen_close(pen, '}');
}
