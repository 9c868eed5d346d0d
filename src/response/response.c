#include "src/response/response.h"

/* Far above what a conforming answer needs, far below what hurts us. */
static const struct ssmspec_json_limits answer_limits = {
    .bytes = 16u * 1024 * 1024, .depth = 128, .nodes = 50000};

static bool is_markup(struct ssmspec_view body) {
    size_t at = 0;
    while (at < body.len && strchr(" \t\r\n", body.ptr[at]) != NULL && body.ptr[at] != '\0') {
        at++;
    }
    return at < body.len && body.ptr[at] == '<';
}

static enum ssmspec_err read_tree(struct ssmspec_view body, struct ssmspec_arena *arena,
                                  const struct ssmspec_json **root) {
    const enum ssmspec_err err = ssmspec_json_read(body, &answer_limits, arena, root, NULL);
    if (err != SSMSPEC_OK) {
        *root = NULL;
    }
    return err == SSMSPEC_ERR_NOMEM ? err : SSMSPEC_OK;
}

enum ssmspec_err ssmspec_response_parse(struct ssmspec_response *response,
                                        struct ssmspec_arena *arena) {
    return response->root != NULL ? SSMSPEC_OK : read_tree(response->body, arena, &response->root);
}

static enum ssmspec_err read_body(const struct ssmspec_response *response,
                                  struct ssmspec_arena *arena, struct ssmspec_answer *out) {
    if (response->body.len == 0) {
        out->body_kind = SSMSPEC_BODY_EMPTY;
        return SSMSPEC_OK;
    }
    if (is_markup(response->body)) {
        out->body_kind = SSMSPEC_BODY_MARKUP;
        return SSMSPEC_OK;
    }
    out->root = response->root;
    if (out->root == NULL) {
        GUARD(read_tree(response->body, arena, &out->root));
    }
    if (out->root == NULL) {
        out->body_kind = SSMSPEC_BODY_OTHER;
        return SSMSPEC_OK;
    }
    const bool is_object = out->root->type == SSMSPEC_JSON_OBJECT;
    out->body_kind = is_object ? SSMSPEC_BODY_OBJECT : SSMSPEC_BODY_OTHER_JSON;
    return SSMSPEC_OK;
}

struct ssmspec_view ssmspec_bare_type(struct ssmspec_view type) {
    const size_t colon = ssmspec_view_find(type, SSMSPEC_VIEW(":"));
    const struct ssmspec_view cut = ssmspec_view_sub(type, 0, colon);
    const size_t hash = ssmspec_view_find(cut, SSMSPEC_VIEW("#"));
    return hash == cut.len ? cut : ssmspec_view_sub(cut, hash + 1, cut.len);
}

/* A type may stand in __type, in code or in a header; new servers SHOULD use __type
 * (OBSERVATIONS.md, errors on the wire), which is why it goes first and its absence is another
 * look's affair. */
static struct ssmspec_view named_error(const struct ssmspec_answer *answer) {
    if (answer->type.ptr != NULL || answer->status < 400) {
        return answer->type;
    }
    const struct ssmspec_view code = ssmspec_json_member_text(answer->root, "code");
    return code.ptr != NULL ? code : answer->header_type;
}

static void read_error(struct ssmspec_answer *out) {
    out->type = ssmspec_json_member_text(out->root, "__type");
    out->error = ssmspec_bare_type(ssmspec_view_trim(named_error(out)));
    out->message = ssmspec_json_member_text(out->root, "message");
    if (out->message.ptr == NULL) {
        out->message = ssmspec_json_member_text(out->root, "Message");
    }
}

enum ssmspec_err ssmspec_answer_read(const struct ssmspec_response *response,
                                     struct ssmspec_arena *arena, struct ssmspec_answer *out) {
    const struct ssmspec_header *headers = response->headers;
    const size_t count = response->header_count;
    struct ssmspec_answer answer = {
        .status = response->status,
        .content_type = ssmspec_headers_find(headers, count, "Content-Type"),
        .request_id = ssmspec_headers_find(headers, count, "x-amzn-RequestId"),
        .header_type = ssmspec_headers_find(headers, count, "X-Amzn-Errortype"),
    };
    GUARD(read_body(response, arena, &answer));
    read_error(&answer);
    *out = answer;
    return SSMSPEC_OK;
}

static bool is_hex(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool ssmspec_is_uuid(struct ssmspec_view text) {
    static const char form[] = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
    if (text.len != sizeof(form) - 1) {
        return false;
    }
    for (size_t at = 0; at < text.len; at++) {
        const bool is_right = form[at] == '-' ? text.ptr[at] == '-' : is_hex(text.ptr[at]);
        if (!is_right) {
            return false;
        }
    }
    return true;
}

enum ssmspec_err ssmspec_reading_of(const struct ssmspec_exchange *exchange,
                                    const struct ssmspec_shape *output, struct ssmspec_arena *arena,
                                    struct ssmspec_reading *out) {
    *out = (struct ssmspec_reading){.exchange = exchange};
    if (exchange->transport != SSMSPEC_DELIVERED) {
        return SSMSPEC_OK;
    }
    GUARD(ssmspec_answer_read(&exchange->response, arena, &out->answer));
    if (out->answer.status != 200) {
        return SSMSPEC_OK;
    }
    out->is_success = ssmspec_answer_fits(&out->answer, output, arena, &out->misfit);
    if (!out->is_success && out->misfit == NULL) {
        out->misfit = "the answer does not fit the model";
    }
    return SSMSPEC_OK;
}
