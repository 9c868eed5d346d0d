/* The request of a pinned case, byte for byte. */
#include "src/case/base64.h"
#include "src/case/case_reading.h"
#include "src/case/template.h"

static const char *const keys[] = {"method", "path",        "signed", "headers",
                                   "body",   "body_base64", NULL};

static const struct ssmspec_signing unsigned_request = {.authorization = ""};

static enum ssmspec_err refuse(const struct ssmspec_case_reading *reading,
                               const struct ssmspec_json *value, const char *what) {
    return ssmspec_document_wrong(&reading->document, value->offset, what, value->text);
}

static enum ssmspec_err check_roles(const struct ssmspec_case_reading *reading,
                                    const struct ssmspec_json *value, struct ssmspec_view text) {
    const struct ssmspec_view unknown = ssmspec_template_unknown(text, reading->suite->roles);
    return unknown.ptr == NULL ? SSMSPEC_OK
                               : ssmspec_document_wrong(&reading->document, value->offset,
                                                        "this names the unknown role", unknown);
}

static enum ssmspec_err decode(const struct ssmspec_case_reading *reading,
                               const struct ssmspec_json *value, bool is_base64,
                               struct ssmspec_view *out) {
    if (value->type != SSMSPEC_JSON_STRING) {
        return ssmspec_document_wrong(&reading->document, value->offset,
                                      "must be a text:", value->name);
    }
    if (!is_base64) {
        return ssmspec_arena_copy(reading->document.arena, value->text, out);
    }
    const enum ssmspec_err err = ssmspec_base64_read(value->text, reading->document.arena, out);
    return err == SSMSPEC_ERR_SYNTAX ? refuse(reading, value, "this is no base64:") : err;
}

enum ssmspec_err ssmspec_case_body(const struct ssmspec_case_reading *reading,
                                   const struct ssmspec_json *object, struct ssmspec_view *out) {
    const struct ssmspec_json *const text = ssmspec_json_member(object, "body");
    const struct ssmspec_json *const base64 = ssmspec_json_member(object, "body_base64");
    if ((text == NULL) == (base64 == NULL)) {
        return ssmspec_document_wrong(&reading->document, object->offset,
                                      "\"body\" or \"body_base64\" is wanted, and one of them",
                                      (struct ssmspec_view){0});
    }
    GUARD(decode(reading, text != NULL ? text : base64, text == NULL, out));
    return check_roles(reading, text != NULL ? text : base64, *out);
}

static bool is_token_char(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           (c != '\0' && strchr("!#$%&'*+-.^_`|~", c) != NULL);
}

/* RFC9110:5.6.2; braces besides, for roles. */
static bool is_token(struct ssmspec_view text, bool has_roles) {
    for (size_t i = 0; i < text.len; i++) {
        const bool is_brace = text.ptr[i] == '{' || text.ptr[i] == '}';
        if (!is_token_char(text.ptr[i]) && !(has_roles && is_brace)) {
            return false;
        }
    }
    return text.len > 0;
}

static bool has_control(struct ssmspec_view text) {
    for (size_t i = 0; i < text.len; i++) {
        if (((unsigned char)text.ptr[i] < ' ' && text.ptr[i] != '\t') || text.ptr[i] == '\x7f') {
            return true;
        }
    }
    return false;
}

/* What frames a request is nobody's but the sender's. */
static bool is_framing(struct ssmspec_view name) {
    return ssmspec_view_eq_nocase(name, SSMSPEC_VIEW("Content-Length")) ||
           ssmspec_view_eq_nocase(name, SSMSPEC_VIEW("Transfer-Encoding")) ||
           ssmspec_view_eq_nocase(name, SSMSPEC_VIEW("Host"));
}

static enum ssmspec_err read_header(const struct ssmspec_case_reading *reading,
                                    const struct ssmspec_json *pair, struct ssmspec_header *out) {
    const struct ssmspec_json *const name = pair->first;
    const struct ssmspec_json *const value = name == NULL ? NULL : name->next;
    if (pair->type != SSMSPEC_JSON_LIST || pair->count != 2 || name->type != SSMSPEC_JSON_STRING ||
        value->type != SSMSPEC_JSON_STRING) {
        return refuse(reading, pair, "a header is a list of its name and its value");
    }
    if (!is_token(name->text, true)) {
        return refuse(reading, name, "this is no header's name:");
    }
    if (is_framing(name->text)) {
        return refuse(reading, name, "the sender gives this header itself:");
    }
    if (has_control(value->text)) {
        return refuse(reading, value, "a header's value is one line:");
    }
    GUARD(check_roles(reading, name, name->text));
    GUARD(check_roles(reading, value, value->text));
    GUARD(ssmspec_arena_copy(reading->document.arena, name->text, &out->name));
    return ssmspec_arena_copy(reading->document.arena, value->text, &out->value);
}

/* The two that requests have in fields of their own, where they are spelled as usual. */
static bool take_field(struct ssmspec_request *request, const struct ssmspec_header *header) {
    if (ssmspec_view_is(header->name, "Content-Type") && request->content_type.ptr == NULL) {
        request->content_type = header->value;
        return true;
    }
    if (ssmspec_view_is(header->name, "X-Amz-Target") && request->target.ptr == NULL) {
        request->target = header->value;
        return true;
    }
    return false;
}

static enum ssmspec_err read_headers(const struct ssmspec_case_reading *reading,
                                     const struct ssmspec_json *list, struct ssmspec_request *out) {
    if (list->type != SSMSPEC_JSON_LIST) {
        return refuse(reading, list, "\"headers\" is a list of pairs");
    }
    struct ssmspec_header *const headers =
        ssmspec_arena_alloc(reading->document.arena, (list->count + (size_t)1) * sizeof *headers);
    ENSURE(headers != NULL, SSMSPEC_ERR_NOMEM);
    out->content_type = out->target = (struct ssmspec_view){0};
    out->headers = headers;
    for (const struct ssmspec_json *pair = list->first; pair != NULL; pair = pair->next) {
        struct ssmspec_header *const header = &headers[out->header_count];
        GUARD(read_header(reading, pair, header));
        out->header_count += take_field(out, header) ? 0 : 1;
    }
    return SSMSPEC_OK;
}

static bool is_path(struct ssmspec_view text) {
    return text.len > 0 && (text.ptr[0] == '/' || ssmspec_view_is(text, "*")) &&
           !has_control(text) && memchr(text.ptr, ' ', text.len) == NULL &&
           memchr(text.ptr, '\t', text.len) == NULL;
}

static enum ssmspec_err read_start(const struct ssmspec_case_reading *reading,
                                   const struct ssmspec_json *value, struct ssmspec_request *out) {
    const struct ssmspec_json *const method = ssmspec_json_member(value, "method");
    const struct ssmspec_json *const path = ssmspec_json_member(value, "path");
    if (method != NULL && (method->type != SSMSPEC_JSON_STRING || !is_token(method->text, false))) {
        return refuse(reading, method, "this is no method:");
    }
    if (path != NULL && (path->type != SSMSPEC_JSON_STRING || !is_path(path->text))) {
        return refuse(reading, path, "this is no path:");
    }
    if (method != NULL) {
        GUARD(ssmspec_arena_copy(reading->document.arena, method->text, &out->method));
    }
    return path == NULL ? SSMSPEC_OK
                        : ssmspec_arena_copy(reading->document.arena, path->text, &out->path);
}

enum ssmspec_err ssmspec_case_request(const struct ssmspec_case_reading *reading,
                                      const struct ssmspec_json *value,
                                      struct ssmspec_request *out) {
    const struct ssmspec_json *headers;
    GUARD(ssmspec_case_keys(reading, value, keys));
    GUARD(read_start(reading, value, out));
    GUARD(ssmspec_case_member(reading, value, "headers", &headers));
    GUARD(read_headers(reading, headers, out));
    const struct ssmspec_json *const is_signed = ssmspec_json_member(value, "signed");
    if (is_signed != NULL && is_signed->type != SSMSPEC_JSON_BOOLEAN) {
        return refuse(reading, is_signed, "\"signed\" is true or false");
    }
    out->signing = is_signed == NULL || is_signed->truth ? NULL : &unsigned_request;
    return ssmspec_case_body(reading, value, &out->body);
}
