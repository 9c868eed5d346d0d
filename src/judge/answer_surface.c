/* Further looks at an answer: what clients trip over, whatever it says. */
#include "src/judge/judging.h"
#include "src/response/casing.h"

#define NAME_SHOWN 80

static struct ssmspec_finding found(const char *code, const char *text) {
    return (struct ssmspec_finding){.code = code, .text = text};
}

static struct ssmspec_finding nothing(void) {
    return found(NULL, NULL);
}

static struct ssmspec_finding look_at_typed(const struct ssmspec_judging *judging) {
    return judging->answer.type.len > 0
               ? nothing()
               : found("type-not-in-body", "The error has no text in __type.");
}

static size_t count_headers(const struct ssmspec_response *response, const char *name) {
    size_t count = 0;
    for (size_t i = 0; i < response->header_count; i++) {
        count += ssmspec_view_eq_nocase(response->headers[i].name, ssmspec_view_of(name));
    }
    return count;
}

static struct ssmspec_finding look_at_query_error(const struct ssmspec_judging *judging) {
    return count_headers(&judging->exchange->response, "x-amzn-query-error") == 0
               ? nothing()
               : found("query-error", "x-amzn-query-error is sent, which overrules __type.");
}

static struct ssmspec_finding look_at_success(const struct ssmspec_judging *judging) {
    const bool is_error = judging->answer.status == 200 &&
                          ssmspec_json_member(judging->answer.root, "__type") != NULL;
    return is_error
               ? found("error-in-success", "A 200 holds __type: clients take it for a success.")
               : nothing();
}

static struct ssmspec_finding look_at_message(const struct ssmspec_judging *judging) {
    static const char *const names[] = {"message", "Message"};
    for (size_t i = 0; i < 2; i++) {
        const struct ssmspec_json *value = ssmspec_json_member(judging->answer.root, names[i]);
        const bool is_text =
            value == NULL || value->type == SSMSPEC_JSON_STRING || value->type == SSMSPEC_JSON_NULL;
        if (!is_text) {
            return found("message-no-text", "The error's message is no text.");
        }
    }
    return nothing();
}

static struct ssmspec_finding look_at_casing(const struct ssmspec_judging *judging) {
    const struct ssmspec_json *member =
        ssmspec_miscased_member(judging->answer.root, judging->the_case->output);
    if (member == NULL) {
        return nothing();
    }
    const int shown = member->name.len < NAME_SHOWN ? (int)member->name.len : NAME_SHOWN;
    return found("miscased", ssmspec_arena_printf(
                                 judging->arena, "'%.*s' is a member of the model in another case.",
                                 shown, member->name.ptr));
}

/* What the traces of common languages have in them, and nothing that AWS says. */
static struct ssmspec_finding look_at_trace(const struct ssmspec_judging *judging) {
    static const char *const marks[] = {"Traceback (most recent call last)",
                                        "goroutine ",
                                        "panicked at",
                                        "stack backtrace:",
                                        "Exception in thread",
                                        ".java:",
                                        "\\n    at ",
                                        "\\n\\tat "};
    const struct ssmspec_view body = judging->exchange->response.body;
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        if (ssmspec_view_find(body, ssmspec_view_of(marks[i])) < body.len) {
            return found("stack-trace", "The answer shows the inside of the server.");
        }
    }
    return nothing();
}

static struct ssmspec_finding look_at_injection(const struct ssmspec_judging *judging) {
    const bool is_there = count_headers(&judging->exchange->response, SSMSPEC_INJECTED) > 0 ||
                          ssmspec_view_is(judging->answer.error, SSMSPEC_INJECTED);
    return is_there ? found("injected", "What was sent came back as part of the answer's frame.")
                    : nothing();
}

static struct ssmspec_finding look_at_own_id(const struct ssmspec_judging *judging) {
    const struct ssmspec_view own = judging->answer.request_id;
    const bool is_shared = own.len > 0 && judging->control != NULL &&
                           judging->control->exchange->transport == SSMSPEC_DELIVERED &&
                           ssmspec_view_eq(own, judging->control->answer.request_id);
    return is_shared ? found("request-id-shared", "Another request got the same x-amzn-RequestId.")
                     : nothing();
}

/* An answer without either ends with the connection, which HTTP allows. */
static struct ssmspec_finding look_at_framing(const struct ssmspec_judging *judging) {
    const struct ssmspec_response *response = &judging->exchange->response;
    const size_t lengths = count_headers(response, "Content-Length");
    if (lengths > 1) {
        return found("framing", "There is more than one Content-Length.");
    }
    if (lengths == 1 && count_headers(response, "Transfer-Encoding") > 0) {
        return found("framing", "There are both Content-Length and Transfer-Encoding.");
    }
    const struct ssmspec_view said =
        ssmspec_headers_find(response->headers, response->header_count, "Content-Length");
    long long bytes = 0;
    const bool is_wrong =
        lengths == 1 && (!ssmspec_view_to_int64(ssmspec_view_trim(said), &bytes) || bytes < 0 ||
                         (unsigned long long)bytes != response->body.len);
    return is_wrong ? found("framing", "Content-Length is not the length of the body.") : nothing();
}

struct ssmspec_finding ssmspec_surface_look(const struct ssmspec_judging *judging) {
    static struct ssmspec_finding (*const looks[])(const struct ssmspec_judging *) = {
        [SSMSPEC_CHECK_TYPED] = look_at_typed,
        [SSMSPEC_CHECK_NO_QUERY_ERROR] = look_at_query_error,
        [SSMSPEC_CHECK_NO_ERROR_IN_SUCCESS] = look_at_success,
        [SSMSPEC_CHECK_MESSAGE_TEXT] = look_at_message,
        [SSMSPEC_CHECK_CASING] = look_at_casing,
        [SSMSPEC_CHECK_NO_TRACE] = look_at_trace,
        [SSMSPEC_CHECK_NO_INJECTION] = look_at_injection,
        [SSMSPEC_CHECK_OWN_REQUEST_ID] = look_at_own_id,
        [SSMSPEC_CHECK_FRAMING] = look_at_framing,
    };
    const size_t check = (size_t)judging->the_case->check;
    const bool is_listed = check < sizeof looks / sizeof looks[0] && looks[check] != NULL;
    return is_listed ? looks[check](judging) : ssmspec_head_look(judging);
}
