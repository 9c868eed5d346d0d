#include "src/judge/judging.h"

static struct ssmspec_finding found(const char *code, const char *text) {
    return (struct ssmspec_finding){.code = code, .text = text};
}

static struct ssmspec_finding nothing(void) {
    return found(NULL, NULL);
}

static struct ssmspec_finding look_at_content_type(const struct ssmspec_judging *judging) {
    const struct ssmspec_view sent = judging->answer.content_type;
    const char *wanted = judging->service->content_type;
    const size_t semicolon = ssmspec_view_find(sent, SSMSPEC_VIEW(";"));
    const struct ssmspec_view media = ssmspec_view_trim(ssmspec_view_sub(sent, 0, semicolon));
    if (ssmspec_view_eq_nocase(media, ssmspec_view_of(wanted))) {
        return nothing();
    }
    const int shown = media.len < 80 ? (int)media.len : 80;
    return found("content-type",
                 media.len == 0
                     ? ssmspec_arena_printf(judging->arena, "The answer has no Content-Type.")
                     : ssmspec_arena_printf(judging->arena, "Content-Type is '%.*s', not '%s'.",
                                            shown, media.ptr, wanted));
}

static struct ssmspec_finding look_at_request_id(const struct ssmspec_judging *judging) {
    if (ssmspec_is_uuid(judging->answer.request_id)) {
        return nothing();
    }
    const bool is_absent = judging->answer.request_id.ptr == NULL;
    return found("request-id", is_absent ? "The answer has no x-amzn-RequestId."
                                         : "The answer's x-amzn-RequestId is no UUID.");
}

static struct ssmspec_finding look_at_bare_type(const struct ssmspec_judging *judging) {
    if (ssmspec_view_eq(judging->answer.type, judging->answer.error)) {
        return nothing();
    }
    return found("type-not-bare", "__type is not the error's bare name.");
}

/* A frame case speaks to no operation in particular, so any of the service's may answer. */
static bool is_modelled_anywhere(const struct ssmspec_service *service, struct ssmspec_view error) {
    const struct ssmspec_operation *const *operation = service->operations;
    for (; operation != NULL && *operation != NULL; operation++) {
        if (ssmspec_operation_error(*operation, error) != NULL) {
            return true;
        }
    }
    return false;
}

static struct ssmspec_finding look_at_known_type(const struct ssmspec_judging *judging) {
    const struct ssmspec_view error = judging->answer.error;
    const struct ssmspec_operation *model = judging->the_case->model;
    const bool is_known = error.len == 0 ||
                          ssmspec_view_among(error, judging->service->common_errors) ||
                          (model == NULL ? is_modelled_anywhere(judging->service, error)
                                         : ssmspec_operation_error(model, error) != NULL);
    if (is_known) {
        return nothing();
    }
    const int shown = error.len < 80 ? (int)error.len : 80;
    return found("type-unknown",
                 ssmspec_arena_printf(judging->arena,
                                      "'%.*s' is an error neither of the operation nor common.",
                                      shown, error.ptr));
}

static struct ssmspec_finding look_at_header_type(const struct ssmspec_judging *judging) {
    const struct ssmspec_view header = judging->answer.header_type;
    const struct ssmspec_view bare = ssmspec_bare_type(ssmspec_view_trim(header));
    if (header.ptr == NULL || ssmspec_view_eq(bare, judging->answer.error)) {
        return nothing();
    }
    return found("header-type-differs", "X-Amzn-Errortype names another error than __type.");
}

/* The next value of the document in order, without recursion: the parent of each level is kept in
 * a stack as deep as the reader admits. */
#define DEPTH_MAX 128

static const struct ssmspec_json *find_null_member(const struct ssmspec_json *root) {
    const struct ssmspec_json *parents[DEPTH_MAX];
    size_t depth = 0;
    const struct ssmspec_json *value = root;
    while (value != NULL) {
        if (value->type == SSMSPEC_JSON_NULL && value->name.ptr != NULL) {
            return value;
        }
        if (value->first != NULL && depth < DEPTH_MAX) {
            parents[depth++] = value;
            value = value->first;
            continue;
        }
        while (value->next == NULL && depth > 0) {
            value = parents[--depth];
        }
        value = value->next;
    }
    return NULL;
}

static struct ssmspec_finding look_at_nulls(const struct ssmspec_judging *judging) {
    const bool is_success = judging->answer.status == 200;
    const struct ssmspec_json *null = is_success ? find_null_member(judging->answer.root) : NULL;
    if (null == NULL) {
        return nothing();
    }
    const int shown = null->name.len < 80 ? (int)null->name.len : 80;
    return found("null-member",
                 ssmspec_arena_printf(judging->arena, "'%.*s' is null instead of left out.", shown,
                                      null->name.ptr));
}

/* What followed the request, or stood in it, was taken for another. */
static struct ssmspec_finding look_at_count(const struct ssmspec_judging *judging) {
    const size_t count = judging->exchange->answers;
    if (count <= 1) {
        return nothing();
    }
    return found("second-answer",
                 ssmspec_arena_printf(judging->arena, "%zu answers came to one request.", count));
}

static struct ssmspec_finding look_at_close(const struct ssmspec_judging *judging) {
    return judging->exchange->is_hushed
               ? found("closed-unsaid", "The connection was closed behind an answer that did not "
                                        "say so.")
               : nothing();
}

struct ssmspec_finding ssmspec_answer_look(const struct ssmspec_judging *judging) {
    switch (judging->the_case->check) {
    case SSMSPEC_CHECK_CONTENT_TYPE:
        return look_at_content_type(judging);
    case SSMSPEC_CHECK_REQUEST_ID:
        return look_at_request_id(judging);
    case SSMSPEC_CHECK_BARE_TYPE:
        return look_at_bare_type(judging);
    case SSMSPEC_CHECK_KNOWN_TYPE:
        return look_at_known_type(judging);
    case SSMSPEC_CHECK_HEADER_TYPE:
        return look_at_header_type(judging);
    case SSMSPEC_CHECK_NO_NULLS:
        return look_at_nulls(judging);
    case SSMSPEC_CHECK_CLOSE_SAID:
        return look_at_close(judging);
    case SSMSPEC_CHECK_ONE_ANSWER:
        return look_at_count(judging);
    default:
        break;
    }
    return ssmspec_surface_look(judging);
}
