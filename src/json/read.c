#include "src/json/json.h"

#include "src/json/reader.h"

#define NODES_FIRST_MIN 4U
#define NODES_FIRST_MAX 64U
#define NODES_STEP_MAX 1024U
#define BYTES_PER_NODE 20U /* of a typical request; only a first guess */

const struct ssmspec_json_limits ssmspec_json_default_limits = {
    .bytes = (size_t)16 << 20,
    .depth = 512,
    .nodes = 1000000,
};

bool ssmspec_json_reader_fault(struct ssmspec_json_reader *reader, enum ssmspec_err err,
                               const char *at, const char *reason) {
    reader->err = err;
    reader->fault_at = at;
    reader->reason = reason;
    return false;
}

static bool syntax(struct ssmspec_json_reader *r, const char *at, const char *reason) {
    return ssmspec_json_reader_fault(r, SSMSPEC_ERR_SYNTAX, at, reason);
}

static inline void skip_blanks(struct ssmspec_json_reader *r) {
    const char *at = r->at;
    while (at < r->end && (*at == ' ' || *at == '\n' || *at == '\r' || *at == '\t')) {
        at++;
    }
    r->at = at;
}

/* Nodes come in runs, so that the common case is one comparison. */
static bool refill(struct ssmspec_json_reader *r) {
    const uint32_t left = r->limits->nodes - r->nodes;
    if (left == 0) {
        return ssmspec_json_reader_fault(r, SSMSPEC_ERR_LIMIT, r->at, "node limit");
    }
    uint32_t count = r->nodes < NODES_STEP_MAX ? r->nodes : NODES_STEP_MAX;
    if (r->nodes == 0) {
        const size_t guess = (size_t)(r->end - r->start) / BYTES_PER_NODE + NODES_FIRST_MIN;
        count = guess < NODES_FIRST_MAX ? (uint32_t)guess : NODES_FIRST_MAX;
    }
    count = count < left ? count : left;
    r->spare = ssmspec_arena_raw(r->arena, count * sizeof *r->spare);
    if (r->spare == NULL) {
        return ssmspec_json_reader_fault(r, SSMSPEC_ERR_NOMEM, r->at, "out of memory");
    }
    r->spare_end = r->spare + count;
    r->nodes += count;
    return true;
}

static void append(struct ssmspec_json_reader *r, struct ssmspec_json *node) {
    if (r->container == NULL) {
        r->root = node;
        return;
    }
    r->container->count++;
    if (r->last == NULL) {
        r->container->first = node;
    } else {
        r->last->next = node;
    }
    r->last = node;
}

/* A fresh node for the value to come, already in its place in the tree. It is filled member by
 * member where each is read: copying a struct that was just written stalls the processor, which
 * took a third of all time. */
static inline bool begin_node(struct ssmspec_json_reader *r) {
    if (r->depth >= r->limits->depth) {
        return ssmspec_json_reader_fault(r, SSMSPEC_ERR_LIMIT, r->at, "depth limit");
    }
    if (r->spare == r->spare_end && !refill(r)) {
        return false;
    }
    r->node = r->spare++;
    memset(r->node, 0, sizeof *r->node);
    append(r, r->node);
    return true;
}

static bool read_word(struct ssmspec_json_reader *r, struct ssmspec_json *node,
                      struct ssmspec_view word, enum ssmspec_json_type type) {
    const struct ssmspec_view rest = {r->at, (size_t)(r->end - r->at)};
    if (!ssmspec_view_starts(rest, word)) {
        return syntax(r, r->at, "unknown literal");
    }
    node->type = type;
    node->truth = word.ptr[0] == 't';
    r->at += word.len;
    return true;
}

/* An open container keeps its parent where its next sibling will be: that is the whole stack. */
static bool open_container(struct ssmspec_json_reader *r, struct ssmspec_json *node,
                           enum ssmspec_json_type type) {
    node->type = type;
    node->next = r->container;
    r->container = node;
    r->last = NULL;
    r->depth++;
    r->at++;
    return true;
}

static void close_container(struct ssmspec_json_reader *r) {
    struct ssmspec_json *const closed = r->container;
    r->at++;
    closed->end = (uint32_t)(r->at - r->start);
    /* Its parent is a node of this reader, const only for those who read the finished tree. */
    r->container = (struct ssmspec_json *)closed->next;
    closed->next = NULL;
    r->last = closed;
    r->depth--;
}

static bool unexpected(struct ssmspec_json_reader *r) {
    switch (*r->at) {
    case ',':
    case ':':
    case ']':
    case '}':
        return syntax(r, r->at, "value expected");
    case '+':
    case '.':
        return syntax(r, r->at, "a number begins with a digit or a minus sign");
    case '\'':
        return syntax(r, r->at, "single quote");
    case '/':
    case '#':
        return syntax(r, r->at, "comment");
    default:
        return syntax(r, r->at, "unexpected character");
    }
}

static bool read_kind(struct ssmspec_json_reader *r, struct ssmspec_json *node) {
    switch (*r->at) {
    case '{':
        return open_container(r, node, SSMSPEC_JSON_OBJECT);
    case '[':
        return open_container(r, node, SSMSPEC_JSON_LIST);
    case '"':
        node->type = SSMSPEC_JSON_STRING;
        return ssmspec_json_read_string(r, &node->text);
    case 't':
        return read_word(r, node, SSMSPEC_VIEW("true"), SSMSPEC_JSON_BOOLEAN);
    case 'f':
        return read_word(r, node, SSMSPEC_VIEW("false"), SSMSPEC_JSON_BOOLEAN);
    case 'n':
        return read_word(r, node, SSMSPEC_VIEW("null"), SSMSPEC_JSON_NULL);
    default:
        if (*r->at != '-' && (*r->at < '0' || *r->at > '9')) {
            return unexpected(r);
        }
        node->type = SSMSPEC_JSON_NUMBER;
        return ssmspec_json_read_number(r, &node->text);
    }
}

/* A whole scalar, or a container's opening bracket. */
static bool read_value(struct ssmspec_json_reader *r) {
    if (r->at == r->end) {
        return syntax(r, r->at, "value expected");
    }
    struct ssmspec_json *const node = r->node;
    node->offset = (uint32_t)(r->at - r->start);
    if (!read_kind(r, node)) {
        return false;
    }
    node->end = (uint32_t)(r->at - r->start);
    return true;
}

/* In an object: the member's name and its colon. */
static bool read_name(struct ssmspec_json_reader *r) {
    if (*r->at != '"') {
        return syntax(r, r->at, "member name expected");
    }
    if (!ssmspec_json_read_string(r, &r->node->name)) {
        return false;
    }
    skip_blanks(r);
    if (r->at == r->end || *r->at != ':') {
        return syntax(r, r->at, "colon expected");
    }
    r->at++;
    skip_blanks(r);
    return true;
}

/* To the first byte of an element's value, past the name it may have; some byte is left. */
static bool begin_element(struct ssmspec_json_reader *r) {
    const bool is_member = r->container->type == SSMSPEC_JSON_OBJECT;
    return begin_node(r) && (!is_member || read_name(r));
}

static bool unterminated(struct ssmspec_json_reader *r) {
    const bool is_list = r->container->type == SSMSPEC_JSON_LIST;
    return syntax(r, r->start + r->container->offset,
                  is_list ? "unterminated list" : "unterminated object");
}

/* After a comma. */
static bool next_element(struct ssmspec_json_reader *r) {
    const char *const comma = r->at++;
    skip_blanks(r);
    if (r->at < r->end && (*r->at == ']' || *r->at == '}')) {
        return syntax(r, comma, "trailing comma");
    }
    if (r->at == r->end) {
        return unterminated(r);
    }
    return begin_element(r);
}

/* From the end of a value, or from behind an opening bracket, to the first byte of the next value;
 * to the end of the document when no container is open any more. */
static bool advance(struct ssmspec_json_reader *r) {
    while (r->container != NULL) {
        skip_blanks(r);
        if (r->at == r->end) {
            return unterminated(r);
        }
        const bool is_list = r->container->type == SSMSPEC_JSON_LIST;
        if (*r->at == (is_list ? ']' : '}')) {
            close_container(r);
            continue;
        }
        if (r->last == NULL) {
            return begin_element(r);
        }
        if (*r->at == ',') {
            return next_element(r);
        }
        if (*r->at == ']' || *r->at == '}') {
            return syntax(r, r->at, "mismatched bracket");
        }
        return syntax(r, r->at, "comma or closing bracket expected");
    }
    return true;
}

static bool read_document(struct ssmspec_json_reader *r) {
    const struct ssmspec_view whole = {r->start, (size_t)(r->end - r->start)};
    if (ssmspec_view_starts(whole, SSMSPEC_VIEW("\xef\xbb\xbf"))) {
        return syntax(r, r->start, "unexpected byte order mark");
    }
    skip_blanks(r);
    if (r->at == r->end) {
        return syntax(r, r->at, "empty document");
    }
    if (!begin_node(r)) {
        return false;
    }
    do {
        if (!read_value(r) || !advance(r)) {
            return false;
        }
    } while (r->container != NULL);
    skip_blanks(r);
    if (r->at < r->end) {
        return syntax(r, r->at, "trailing garbage");
    }
    return true;
}

/* Lines and columns are counted only here, when somebody wants to know. */
static void describe(const struct ssmspec_json_reader *r, struct ssmspec_json_fault *fault) {
    size_t line = 1;
    const char *line_start = r->start;
    for (const char *at = r->start; at < r->fault_at; at++) {
        if (*at == '\n') {
            line++;
            line_start = at + 1;
        }
    }
    *fault = (struct ssmspec_json_fault){
        .reason = r->reason,
        .offset = (size_t)(r->fault_at - r->start),
        .line = line,
        .column = (size_t)(r->fault_at - line_start) + 1,
        .is_limit = r->err == SSMSPEC_ERR_LIMIT,
    };
}

enum ssmspec_err ssmspec_json_read(struct ssmspec_view bytes,
                                   const struct ssmspec_json_limits *limits,
                                   struct ssmspec_arena *arena, const struct ssmspec_json **root,
                                   struct ssmspec_json_fault *fault) {
    /* The absent view has no address to count from. */
    const char *const start = bytes.ptr == NULL ? "" : bytes.ptr;
    struct ssmspec_json_reader r = {
        .start = start,
        .at = start,
        .end = start + bytes.len,
        .arena = arena,
        .limits = limits == NULL ? &ssmspec_json_default_limits : limits,
    };
    const bool is_too_long = bytes.len > r.limits->bytes || bytes.len > UINT32_MAX;
    if (is_too_long) {
        const size_t most = r.limits->bytes < UINT32_MAX ? r.limits->bytes : UINT32_MAX;
        ssmspec_json_reader_fault(&r, SSMSPEC_ERR_LIMIT, start + most, "size limit");
    }
    if (!is_too_long && read_document(&r)) {
        *root = r.root;
        return SSMSPEC_OK;
    }
    if (fault != NULL) {
        describe(&r, fault);
    }
    return r.err;
}
