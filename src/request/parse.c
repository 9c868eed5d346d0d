#include "src/request/parse.h"

#include "src/request/walk.h"

/* Line and column of an offset, as the reader reports them. */
static void place_fault(struct ssmspec_view body, struct ssmspec_json_fault *fault) {
    const struct ssmspec_view before = ssmspec_view_sub(body, 0, fault->offset);
    size_t line_start = 0;
    fault->line = 1;
    for (size_t i = 0; i < before.len; i++) {
        if (before.ptr[i] == '\n') {
            fault->line++;
            line_start = i + 1;
        }
    }
    fault->column = before.len - line_start + 1;
}

static enum ssmspec_err malformed(struct ssmspec_view body, struct ssmspec_parsed *out) {
    out->outcome = SSMSPEC_MALFORMED;
    out->root = NULL;
    out->fault.offset = out->offset;
    place_fault(body, &out->fault);
    return SSMSPEC_OK;
}

static enum ssmspec_err no_object(struct ssmspec_view body, struct ssmspec_parsed *out) {
    out->offset = out->root->offset;
    out->fault.reason = "the document is not an object";
    if (out->root->type == SSMSPEC_JSON_LIST) {
        out->type_text = ssmspec_walk_type_text(SSMSPEC_STRUCTURE, out->root);
    }
    return malformed(body, out);
}

/* The violations are left as they are: violation_count says that there are none yet, and clearing
 * them costs more than reading a small request. */
static void start(struct ssmspec_parsed *out) {
    out->outcome = SSMSPEC_PARSED;
    out->root = NULL;
    out->fault = (struct ssmspec_json_fault){.reason = NULL};
    out->mistyped = (struct ssmspec_view){NULL, 0};
    out->offset = 0;
    out->type_text = NULL;
    out->violation_count = 0;
}

enum ssmspec_err ssmspec_request_check(const struct ssmspec_operation *operation,
                                       struct ssmspec_view body, const struct ssmspec_json *root,
                                       struct ssmspec_patterns *patterns,
                                       struct ssmspec_arena *arena, struct ssmspec_parsed *out) {
    start(out);
    out->root = root;
    if (out->root->type != SSMSPEC_JSON_OBJECT) {
        return no_object(body, out);
    }
    struct ssmspec_walk walk;
    walk.patterns = patterns;
    walk.arena = arena;
    walk.out = out;
    walk.err = SSMSPEC_OK;
    walk.depth = 0;
    ssmspec_patterns_trust(patterns, true);
    const enum ssmspec_err walked = ssmspec_walk_document(&walk, operation->input);
    ssmspec_patterns_trust(patterns, false);
    GUARD(walked);
    const bool is_too_deep = out->outcome == SSMSPEC_MALFORMED;
    return is_too_deep ? malformed(body, out) : SSMSPEC_OK;
}

enum ssmspec_err ssmspec_request_parse(const struct ssmspec_operation *operation,
                                       struct ssmspec_view body,
                                       const struct ssmspec_json_limits *limits,
                                       struct ssmspec_patterns *patterns,
                                       struct ssmspec_arena *arena, struct ssmspec_parsed *out) {
    start(out);
    const enum ssmspec_err err = ssmspec_json_read(body, limits, arena, &out->root, &out->fault);
    if (err == SSMSPEC_ERR_SYNTAX || err == SSMSPEC_ERR_LIMIT) {
        out->offset = out->fault.offset;
        out->outcome = SSMSPEC_MALFORMED;
        out->root = NULL;
        return SSMSPEC_OK;
    }
    GUARD(err);
    return ssmspec_request_check(operation, body, out->root, patterns, arena, out);
}
