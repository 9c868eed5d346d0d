/* An example of include/ssmspec_parser.h that is right and small, and owes nothing to the rest of
 * ssmspec: CancelCommand alone, every other operation is unknown to it. First the whole body is
 * read as RFC 8259 has it, noting where the last value of each known member begins; then those
 * values are read again for their types, and then for their rules. */
#include <ssmspec_parser.h>

#include <stdbool.h>
#include <string.h>

#define DEPTH_MAX 600 /* any document within the limits of others fits */
#define IDS_MAX 50
#define ID_BYTES 36 /* of the longest valid string */

struct reader {
    const unsigned char *at, *end;
    int depth;
};

/* A string as it means, as far as a valid one could reach: of a longer one only its size counts. */
struct text {
    unsigned char bytes[ID_BYTES];
    size_t size;
};

struct request {
    const unsigned char *id, *nodes; /* where their values begin; NULL: absent */
};

static bool read_value(struct reader *in, struct request *top);

static bool take(struct reader *in, unsigned char mark) {
    if (in->at == in->end || *in->at != mark) {
        return false;
    }
    in->at++;
    return true;
}

static bool take_word(struct reader *in, const char *word) {
    while (*word != '\0' && take(in, (unsigned char)*word)) {
        word++;
    }
    return *word == '\0';
}

static void skip_blanks(struct reader *in) {
    while (take(in, ' ') || take(in, '\t') || take(in, '\n') || take(in, '\r')) {
    }
}

static size_t skip_digits(struct reader *in) {
    const unsigned char *const from = in->at;
    while (in->at < in->end && *in->at >= '0' && *in->at <= '9') {
        in->at++;
    }
    return (size_t)(in->at - from);
}

static bool read_number(struct reader *in) {
    take(in, '-');
    if (!take(in, '0') && skip_digits(in) == 0) {
        return false;
    }
    if (take(in, '.') && skip_digits(in) == 0) {
        return false;
    }
    if (take(in, 'e') || take(in, 'E')) {
        if (!take(in, '+')) {
            take(in, '-');
        }
        return skip_digits(in) > 0;
    }
    return true;
}

static void put(struct text *text, unsigned code) {
    if (text->size < ID_BYTES) {
        text->bytes[text->size] = (unsigned char)code;
    }
    text->size++;
}

static void put_code_point(struct text *text, unsigned code) {
    if (code < 0x80) {
        put(text, code);
    } else if (code < 0x800) {
        put(text, 0xc0 | code >> 6);
        put(text, 0x80 | (code & 0x3f));
    } else if (code < 0x10000) {
        put(text, 0xe0 | code >> 12);
        put(text, 0x80 | (code >> 6 & 0x3f));
        put(text, 0x80 | (code & 0x3f));
    } else {
        put(text, 0xf0 | code >> 18);
        put(text, 0x80 | (code >> 12 & 0x3f));
        put(text, 0x80 | (code >> 6 & 0x3f));
        put(text, 0x80 | (code & 0x3f));
    }
}

static bool read_unit(struct reader *in, unsigned *unit) {
    *unit = 0;
    for (int i = 0; i < 4; i++, in->at++) {
        static const char digits[] = "0123456789abcdef0123456789ABCDEF";
        const char *const digit =
            in->at == in->end || *in->at == 0 ? NULL : strchr(digits, *in->at);
        if (digit == NULL) {
            return false;
        }
        *unit = *unit << 4 | (unsigned)((digit - digits) & 15);
    }
    return true;
}

static bool read_escape(struct reader *in, struct text *text) {
    static const char letters[] = "\"\\/bfnrt", meanings[] = "\"\\/\b\f\n\r\t";
    const char *const letter = in->at == in->end || *in->at == 0 ? NULL : strchr(letters, *in->at);
    unsigned unit = 0, low = 0;
    if (letter != NULL) {
        put(text, (unsigned char)meanings[letter - letters]);
        in->at++;
        return true;
    }
    if (!take(in, 'u') || !read_unit(in, &unit) || (unit >= 0xdc00 && unit < 0xe000)) {
        return false;
    }
    if (unit >= 0xd800 && unit < 0xdc00) {
        if (!take_word(in, "\\u") || !read_unit(in, &low) || low < 0xdc00 || low >= 0xe000) {
            return false;
        }
        unit = 0x10000 + ((unit & 0x3ff) << 10) + (low & 0x3ff);
    }
    put_code_point(text, unit);
    return true;
}

/* One character beyond ASCII, well formed as RFC 3629 has it. */
static bool read_utf8(struct reader *in, struct text *text) {
    const unsigned first = *in->at++;
    const int more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1;
    unsigned code = first & (0x3fu >> more);
    if (first < 0xc2 || first > 0xf4) {
        return false;
    }
    for (int i = 0; i < more; i++, in->at++) {
        if (in->at == in->end || (*in->at & 0xc0) != 0x80) {
            return false;
        }
        code = code << 6 | (*in->at & 0x3fu);
    }
    put_code_point(text, code);
    return more == 1 || (more == 2 && code >= 0x800 && (code < 0xd800 || code > 0xdfff)) ||
           (more == 3 && code >= 0x10000 && code <= 0x10ffff);
}

static bool read_string(struct reader *in, struct text *text) {
    text->size = 0;
    if (!take(in, '"')) {
        return false;
    }
    while (in->at < in->end && *in->at != '"') {
        if (*in->at < 0x20) {
            return false;
        }
        if (*in->at >= 0x80) {
            if (!read_utf8(in, text)) {
                return false;
            }
        } else if (take(in, '\\')) {
            if (!read_escape(in, text)) {
                return false;
            }
        } else {
            put(text, *in->at++);
        }
    }
    return take(in, '"');
}

static bool is_named(const struct text *text, const char *name) {
    return text->size == strlen(name) && memcmp(text->bytes, name, text->size) == 0;
}

static bool read_member(struct reader *in, struct request *top) {
    struct text name;
    if (!read_string(in, &name)) {
        return false;
    }
    skip_blanks(in);
    if (!take(in, ':')) {
        return false;
    }
    skip_blanks(in);
    if (top != NULL && is_named(&name, "CommandId")) {
        top->id = in->at;
    }
    if (top != NULL && is_named(&name, "InstanceIds")) {
        top->nodes = in->at;
    }
    return read_value(in, NULL);
}

static bool read_container(struct reader *in, unsigned char end, struct request *top) {
    skip_blanks(in);
    if (take(in, end)) {
        return true;
    }
    do {
        skip_blanks(in);
        if (end == '}' ? !read_member(in, top) : !read_value(in, NULL)) {
            return false;
        }
        skip_blanks(in);
    } while (take(in, ','));
    return take(in, end);
}

static bool read_value(struct reader *in, struct request *top) {
    struct text ignored;
    if (in->at == in->end || ++in->depth > DEPTH_MAX) {
        return false;
    }
    bool is_fine = false;
    switch (*in->at) {
    case '{':
    case '[':
        is_fine = read_container(in, *in->at++ == '{' ? '}' : ']', top);
        break;
    case '"':
        is_fine = read_string(in, &ignored);
        break;
    case 't':
        is_fine = take_word(in, "true");
        break;
    case 'f':
        is_fine = take_word(in, "false");
        break;
    case 'n':
        is_fine = take_word(in, "null");
        break;
    default:
        is_fine = read_number(in);
    }
    in->depth--;
    return is_fine;
}

/* The whole body is one object. */
static bool read_document(const unsigned char *body, size_t length, struct request *request) {
    struct reader in = {body, body + length, 0};
    skip_blanks(&in);
    if (in.at == in.end || *in.at != '{' || !read_value(&in, request)) {
        return false;
    }
    skip_blanks(&in);
    return in.at == in.end;
}

static bool is_hexadecimal(unsigned char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

static bool is_word(unsigned char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

/* 8-4-4-4-12 hexadecimal digits. */
static bool is_command_id(const struct text *text) {
    if (text->size != 36) {
        return false;
    }
    for (size_t i = 0; i < 36; i++) {
        const bool is_hyphen = i == 8 || i == 13 || i == 18 || i == 23;
        if (is_hyphen ? text->bytes[i] != '-' : !is_hexadecimal(text->bytes[i])) {
            return false;
        }
    }
    return true;
}

/* (^i-(\w{8}|\w{17})$)|(^mi-\w{17}$) */
static bool is_node_id(const struct text *text) {
    const bool is_hybrid = text->size == 20 && text->bytes[0] == 'm';
    const size_t prefix = is_hybrid ? 3 : 2;
    if (text->size != 20 && text->size != 19 && text->size != 10) {
        return false;
    }
    if (memcmp(text->bytes, is_hybrid ? "mi-" : "i-", prefix) != 0 ||
        (text->size == 20 && !is_hybrid)) {
        return false;
    }
    for (size_t i = prefix; i < text->size; i++) {
        if (!is_word(text->bytes[i])) {
            return false;
        }
    }
    return true;
}

/* What the members come to. */
struct findings {
    bool is_mistyped, is_violating;
    size_t used;
    char canonical[128 + IDS_MAX * (ID_BYTES + 3)];
};

static void append(struct findings *findings, const void *bytes, size_t size) {
    if (!findings->is_violating && size <= sizeof findings->canonical - findings->used) {
        memcpy(findings->canonical + findings->used, bytes, size);
        findings->used += size;
    }
}

static void append_quoted(struct findings *findings, const struct text *text) {
    append(findings, "\"", 1);
    append(findings, text->bytes, text->size > ID_BYTES ? 0 : text->size);
    append(findings, "\"", 1);
}

static void check_id(struct reader in, struct findings *findings) {
    struct text id;
    if (!read_string(&in, &id)) {
        findings->is_mistyped = true;
        return;
    }
    findings->is_violating = findings->is_violating || !is_command_id(&id);
    append(findings, "\"CommandId\":", 12);
    append_quoted(findings, &id);
}

static void check_nodes(struct reader in, struct findings *findings) {
    size_t count = 0;
    findings->is_mistyped = findings->is_mistyped || !take(&in, '[');
    append(findings, ",\"InstanceIds\":[", 16);
    skip_blanks(&in);
    while (!findings->is_mistyped && !take(&in, ']')) {
        struct text id;
        if (!read_string(&in, &id)) {
            findings->is_mistyped = true;
            return;
        }
        count++;
        findings->is_violating = findings->is_violating || !is_node_id(&id) || count > IDS_MAX;
        append(findings, ",", count > 1);
        append_quoted(findings, &id);
        skip_blanks(&in);
        take(&in, ',');
        skip_blanks(&in);
    }
    append(findings, "]", 1);
}

static void check(const struct request *request, const unsigned char *end,
                  struct findings *findings) {
    const bool has_id = request->id != NULL && *request->id != 'n';
    append(findings, "{", 1);
    findings->is_violating = !has_id;
    if (has_id) {
        check_id((struct reader){request->id, end, 0}, findings);
    }
    if (request->nodes != NULL && *request->nodes != 'n') {
        check_nodes((struct reader){request->nodes, end, 0}, findings);
    }
    append(findings, "}", 1);
}

static void parse(const char *operation, const unsigned char *body, size_t length,
                  struct ssmspec_parser_result *result) {
    static struct findings findings;
    struct request request = {NULL, NULL};
    if (strcmp(operation, "CancelCommand") != 0) {
        return;
    }
    findings.is_mistyped = findings.is_violating = false;
    findings.used = 0;
    result->verdict = SSMSPEC_PARSER_REJECT;
    result->error = "SerializationException";
    if (!read_document(body, length, &request)) {
        return;
    }
    check(&request, body + length, &findings);
    if (findings.is_mistyped) {
        return;
    }
    result->error = "ValidationException";
    if (findings.is_violating) {
        return;
    }
    *result = (struct ssmspec_parser_result){.verdict = SSMSPEC_PARSER_ACCEPT,
                                             .canonical = findings.canonical,
                                             .canonical_length = findings.used};
}

const struct ssmspec_parser *ssmspec_parser(void) {
    static const struct ssmspec_parser parser = {
        .abi = SSMSPEC_PARSER_ABI, .name = "CancelCommand alone", .parse = parse};
    return &parser;
}
