/* Prints the tables as JSON lines, one shape or operation a line, so that they can be compared with
 * the service model they were transcribed from: suites/model_test.py. */
#include "src/json/write.h"
#include "suites/service.h"

#include <stdio.h>

#define SHAPES_MAX 256

struct dump {
    struct ssmspec_bytes out;
    const struct ssmspec_shape *seen[SHAPES_MAX];
    size_t count;
};

static void add_text(struct ssmspec_bytes *out, const char *name, const char *text) {
    ssmspec_bytes_printf(out, ",\"%s\":", name);
    ssmspec_json_write_string(out, ssmspec_view_of(text));
}

static void add_bound(struct ssmspec_bytes *out, const char *name, int64_t bound, int64_t none) {
    if (bound != none) {
        ssmspec_bytes_printf(out, ",\"%s\":%lld", name, (long long)bound);
    }
}

static void add_values(struct ssmspec_bytes *out, const char *const *values) {
    ssmspec_bytes_add_text(out, ",\"values\":[");
    for (const char *const *value = values; *value != NULL; value++) {
        ssmspec_bytes_add_text(out, value == values ? "" : ",");
        ssmspec_json_write_string(out, ssmspec_view_of(*value));
    }
    ssmspec_bytes_add_char(out, ']');
}

static void add_constraint(struct ssmspec_bytes *out, const struct ssmspec_constraint *row) {
    ssmspec_bytes_printf(out, "{\"kind\":\"%s\",\"hidden\":%s", ssmspec_kind_name(row->kind),
                         row->is_hidden ? "true" : "false");
    if (row->kind == SSMSPEC_PATTERN) {
        add_text(out, "pattern", row->pattern);
    } else if (row->kind == SSMSPEC_ENUM) {
        add_values(out, row->values);
    } else {
        add_bound(out, "min", row->min, SSMSPEC_NO_MIN);
        add_bound(out, "max", row->max, SSMSPEC_NO_MAX);
    }
    ssmspec_bytes_add_char(out, '}');
}

static void add_member(struct ssmspec_bytes *out, const struct ssmspec_member *member) {
    ssmspec_bytes_printf(out, "{\"name\":\"%s\",\"shape\":\"%s\",\"required\":%s}", member->name,
                         member->shape->name, member->is_required ? "true" : "false");
}

static void add_shape(struct ssmspec_bytes *out, const struct ssmspec_shape *shape) {
    ssmspec_bytes_printf(out, "{\"shape\":\"%s\",\"type\":\"%s\",\"sensitive\":%s", shape->name,
                         ssmspec_type_name(shape->type), shape->is_sensitive ? "true" : "false");
    if (shape->element != NULL) {
        add_text(out, "element", shape->element->name);
    }
    if (shape->key != NULL) {
        add_text(out, "key", shape->key->name);
    }
    ssmspec_bytes_add_text(out, ",\"constraints\":[");
    for (size_t i = 0; i < shape->constraint_count; i++) {
        ssmspec_bytes_add_text(out, i == 0 ? "" : ",");
        add_constraint(out, &shape->constraints[i]);
    }
    ssmspec_bytes_add_text(out, "],\"members\":[");
    for (size_t i = 0; i < shape->member_count; i++) {
        ssmspec_bytes_add_text(out, i == 0 ? "" : ",");
        add_member(out, &shape->members[i]);
    }
    ssmspec_bytes_add_text(out, "]}\n");
}

/* Queue a shape once; the queue is also the list of what was seen. */
static bool queue(struct dump *dump, const struct ssmspec_shape *shape) {
    if (shape == NULL) {
        return true;
    }
    for (size_t i = 0; i < dump->count; i++) {
        if (dump->seen[i] == shape) {
            return true;
        }
    }
    if (dump->count == SHAPES_MAX) {
        return false;
    }
    dump->seen[dump->count++] = shape;
    return true;
}

static bool queue_parts(struct dump *dump, const struct ssmspec_shape *shape) {
    bool fits = queue(dump, shape->element) && queue(dump, shape->key);
    for (size_t i = 0; i < shape->member_count; i++) {
        fits = queue(dump, shape->members[i].shape) && fits;
    }
    return fits;
}

static void add_operation(struct ssmspec_bytes *out, const struct ssmspec_operation *operation) {
    ssmspec_bytes_printf(out, "{\"operation\":\"%s\",\"input\":\"%s\",\"output\":\"%s\"",
                         operation->name, operation->input->name, operation->output->name);
    ssmspec_bytes_add_text(out, ",\"errors\":[");
    for (const struct ssmspec_error *error = operation->modelled; error->name != NULL; error++) {
        ssmspec_bytes_printf(out, "%s{\"name\":\"%s\",\"status\":%d}",
                             error == operation->modelled ? "" : ",", error->name, error->status);
    }
    ssmspec_bytes_add_text(out, "]}\n");
}

static void add_service(struct ssmspec_bytes *out, const struct ssmspec_service *service) {
    ssmspec_bytes_printf(out,
                         "{\"service\":\"%s\",\"target_prefix\":\"%s\",\"version\":\"%s\","
                         "\"content_type\":\"%s\"}\n",
                         service->name, service->target_prefix, service->version,
                         service->content_type);
}

static bool dump_all(struct dump *dump) {
    bool fits = true;
    add_service(&dump->out, &ssmspec_run_command);
    for (size_t i = 0; ssmspec_run_command.operations[i] != NULL; i++) {
        const struct ssmspec_operation *operation = ssmspec_run_command.operations[i];
        add_operation(&dump->out, operation);
        fits = queue(dump, operation->input) && queue(dump, operation->output) && fits;
    }
    for (size_t i = 0; i < dump->count; i++) {
        add_shape(&dump->out, dump->seen[i]);
        fits = queue_parts(dump, dump->seen[i]) && fits;
    }
    return fits && ssmspec_bytes_status(&dump->out) == SSMSPEC_OK;
}

int main(void) {
    struct dump dump = {0};
    const bool is_whole = dump_all(&dump);
    const struct ssmspec_view text = ssmspec_bytes_view(&dump.out);
    const bool is_written = is_whole && fwrite(text.ptr, 1, text.len, stdout) == text.len;
    ssmspec_bytes_clear(&dump.out);
    return is_written && fflush(stdout) == 0 ? 0 : 1;
}
