#include "fuzz/planted/planted.h"

#include "src/request/canonical.h"

const char *ssmspec_planted_class_name(enum ssmspec_planted_class class) {
    static const char *const names[] = {"lexical", "limits", "cross-field", "sequence"};
    return names[class];
}

static struct ssmspec_view splice(const struct ssmspec_scene *scene,
                                  const struct ssmspec_misreading *misreading) {
    const size_t kept = scene->body.len - (misreading->to - misreading->from);
    char *const text = ssmspec_arena_alloc(scene->arena, kept + misreading->as.len + 1);
    if (text == NULL) {
        return (struct ssmspec_view){NULL, 0};
    }
    char *to = text;
    memcpy(to, scene->body.ptr, misreading->from);
    to += misreading->from;
    if (misreading->as.len > 0) {
        memcpy(to, misreading->as.ptr, misreading->as.len);
    }
    to += misreading->as.len;
    memcpy(to, scene->body.ptr + misreading->to, scene->body.len - misreading->to);
    return (struct ssmspec_view){text, kept + misreading->as.len};
}

const struct ssmspec_parsed *ssmspec_planted_reparse(const struct ssmspec_scene *scene,
                                                     const struct ssmspec_misreading *misreading) {
    const struct ssmspec_view body = splice(scene, misreading);
    struct ssmspec_parsed *const parsed = ssmspec_arena_alloc(scene->arena, sizeof(*parsed));
    if (body.ptr == NULL || parsed == NULL) {
        return NULL;
    }
    const enum ssmspec_err err =
        ssmspec_request_parse(scene->operation, body, &ssmspec_json_default_limits, scene->patterns,
                              scene->arena, parsed);
    return err == SSMSPEC_OK ? parsed : NULL;
}

static void tell(const struct ssmspec_scene *scene, const struct ssmspec_parsed *parsed,
                 struct ssmspec_bytes *out) {
    ssmspec_bytes_printf(out, "%d ", (int)parsed->outcome);
    if (parsed->outcome == SSMSPEC_VIOLATING) {
        ssmspec_parsed_message(parsed, out);
    }
    if (parsed->outcome == SSMSPEC_PARSED &&
        ssmspec_request_canonical(scene->operation, parsed->root, scene->arena, out) !=
            SSMSPEC_OK) {
        out->failed = true;
    }
}

bool ssmspec_planted_shows(const struct ssmspec_scene *scene,
                           const struct ssmspec_misreading *misreading) {
    if (misreading->is_fatal) {
        return true;
    }
    const struct ssmspec_parsed *const misread = ssmspec_planted_reparse(scene, misreading);
    if (misread == NULL) {
        return false;
    }
    struct ssmspec_bytes right = {0};
    struct ssmspec_bytes wrong = {0};
    tell(scene, scene->parsed, &right);
    tell(scene, misread, &wrong);
    const bool is_different =
        !right.failed && !wrong.failed &&
        !ssmspec_view_eq(ssmspec_bytes_view(&right), ssmspec_bytes_view(&wrong));
    ssmspec_bytes_clear(&right);
    ssmspec_bytes_clear(&wrong);
    return is_different;
}
