#include "src/request/value_text.h"

#define BYTES_MAX 200
#define DEPTH_MAX 16

struct printer {
    struct ssmspec_bytes *out;
    size_t left; /* bytes; nothing is printed once it is used up */
};

static void print_value(struct printer *printer, const struct ssmspec_shape *shape,
                        const struct ssmspec_json *value, unsigned depth);

static bool is_inside_sequence(struct ssmspec_view text, size_t at) {
    return ((unsigned char)text.ptr[at] & 0xC0) == 0x80;
}

static void print(struct printer *printer, struct ssmspec_view text) {
    if (printer->left == 0) {
        return;
    }
    if (text.len <= printer->left) {
        ssmspec_bytes_add(printer->out, text);
        printer->left -= text.len;
        return;
    }
    size_t len = printer->left;
    while (len > 0 && is_inside_sequence(text, len)) {
        len--;
    }
    ssmspec_bytes_add(printer->out, ssmspec_view_sub(text, 0, len));
    ssmspec_bytes_add_text(printer->out, "...");
    printer->left = 0;
}

static void print_text(struct printer *printer, const char *text) {
    print(printer, ssmspec_view_of(text));
}

static void print_list(struct printer *printer, const struct ssmspec_shape *shape,
                       const struct ssmspec_json *list, unsigned depth) {
    print_text(printer, "[");
    const struct ssmspec_json *element = list->first;
    for (; element != NULL && printer->left > 0; element = element->next) {
        print_text(printer, element == list->first ? "" : ", ");
        print_value(printer, shape->element, element, depth + 1);
    }
    print_text(printer, "]");
}

static void print_map(struct printer *printer, const struct ssmspec_shape *shape,
                      const struct ssmspec_json *map, unsigned depth) {
    print_text(printer, "{");
    const struct ssmspec_json *entry = map->first;
    for (; entry != NULL && printer->left > 0; entry = entry->next) {
        print_text(printer, entry == map->first ? "" : ", ");
        print(printer, entry->name);
        print_text(printer, "=");
        print_value(printer, shape->element, entry, depth + 1);
    }
    print_text(printer, "}");
}

static void print_name(struct printer *printer, const char *name) {
    const char first = name[0] >= 'A' && name[0] <= 'Z' ? (char)(name[0] - 'A' + 'a') : name[0];
    print(printer, (struct ssmspec_view){&first, first == '\0' ? 0 : 1});
    print_text(printer, first == '\0' ? "" : name + 1);
    print_text(printer, "=");
}

/* In the table's order, which is the one that generated code prints. */
static void print_structure(struct printer *printer, const struct ssmspec_shape *shape,
                            const struct ssmspec_json *object, unsigned depth) {
    bool is_first = true;
    print_text(printer, shape->name);
    print_text(printer, "(");
    for (size_t i = 0; i < shape->member_count && printer->left > 0; i++) {
        const struct ssmspec_member *member = &shape->members[i];
        const struct ssmspec_json *value = ssmspec_json_member(object, member->name);
        if (value == NULL) {
            continue;
        }
        print_text(printer, is_first ? "" : ", ");
        is_first = false;
        print_name(printer, member->name);
        print_value(printer, member->shape, value, depth + 1);
    }
    print_text(printer, ")");
}

static void print_container(struct printer *printer, const struct ssmspec_shape *shape,
                            const struct ssmspec_json *value, unsigned depth) {
    if (shape->type == SSMSPEC_LIST && value->type == SSMSPEC_JSON_LIST) {
        print_list(printer, shape, value, depth);
    } else if (shape->type == SSMSPEC_MAP && value->type == SSMSPEC_JSON_OBJECT) {
        print_map(printer, shape, value, depth);
    } else if (shape->type == SSMSPEC_STRUCTURE && value->type == SSMSPEC_JSON_OBJECT) {
        print_structure(printer, shape, value, depth);
    }
}

static void print_value(struct printer *printer, const struct ssmspec_shape *shape,
                        const struct ssmspec_json *value, unsigned depth) {
    if (shape->is_sensitive) {
        print_text(printer, "***");
        return;
    }
    if (depth == DEPTH_MAX) {
        print_text(printer, "...");
        return;
    }
    switch (value->type) {
    case SSMSPEC_JSON_NULL:
        print_text(printer, "null");
        return;
    case SSMSPEC_JSON_BOOLEAN:
        print_text(printer, value->truth ? "true" : "false");
        return;
    case SSMSPEC_JSON_NUMBER:
    case SSMSPEC_JSON_STRING:
        print(printer, value->text);
        return;
    default:
        print_container(printer, shape, value, depth);
    }
}

void ssmspec_value_text(const struct ssmspec_shape *shape, const struct ssmspec_json *value,
                        struct ssmspec_bytes *out) {
    struct printer printer = {.out = out, .left = BYTES_MAX};
    print_value(&printer, shape, value, 0);
}
