#include "runner/kill_matrix.h"

#include "runner/files.h"
#include "src/report/report.h"

#define MATRIX_LIMIT ((size_t)4 << 20)
#define KILLERS_KEPT 3

/* What stands before the first such character; text goes on behind it. */
static struct ssmspec_view cut(struct ssmspec_view *text, const char *at) {
    const size_t end = ssmspec_view_find(*text, ssmspec_view_of(at));
    const struct ssmspec_view part = ssmspec_view_sub(*text, 0, end);
    *text = ssmspec_view_sub(*text, end + 1, text->len);
    return part;
}

static enum ssmspec_err read_line(struct ssmspec_view line, struct ssmspec_arena *arena,
                                  struct ssmspec_kill_row *out) {
    struct ssmspec_view *const killers = ssmspec_arena_alloc(arena, KILLERS_KEPT * sizeof *killers);
    ENSURE(killers != NULL, SSMSPEC_ERR_NOMEM);
    out->name = cut(&line, "\t");
    (void)cut(&line, "\t"); /* how many there were */
    size_t count = 0;
    while (line.len > 0 && count < KILLERS_KEPT) {
        killers[count++] = cut(&line, " ");
    }
    out->killers = (struct ssmspec_views){killers, count};
    return out->name.len > 0 && count > 0 ? SSMSPEC_OK : SSMSPEC_ERR_CONFIG;
}

static size_t count_lines(struct ssmspec_view text) {
    size_t lines = 1;
    for (size_t i = 0; i < text.len; i++) {
        lines += text.ptr[i] == '\n';
    }
    return lines;
}

enum ssmspec_err ssmspec_kill_matrix_read(struct ssmspec_view path, struct ssmspec_arena *arena,
                                          struct ssmspec_kill_matrix *out,
                                          struct ssmspec_bytes *why) {
    struct ssmspec_view text;
    const char *const name = ssmspec_arena_text(arena, path);
    ENSURE(name != NULL, SSMSPEC_ERR_NOMEM);
    GUARD(ssmspec_file_read(name, MATRIX_LIMIT, arena, &text, why));
    *out = (struct ssmspec_kill_matrix){0};
    out->rows = ssmspec_arena_alloc(arena, count_lines(text) * sizeof *out->rows);
    ENSURE(out->rows != NULL, SSMSPEC_ERR_NOMEM);
    while (text.len > 0) {
        const enum ssmspec_err err = read_line(cut(&text, "\n"), arena, &out->rows[out->count]);
        if (err == SSMSPEC_ERR_CONFIG) {
            ssmspec_bytes_printf(why, "%s:%zu: neither a mutant nor its killers", name,
                                 out->count + 1);
        }
        GUARD(err);
        out->count++;
    }
    if (out->count == 0) {
        ssmspec_bytes_printf(why, "%s: no mutant is recorded", name);
        return SSMSPEC_ERR_CONFIG;
    }
    return SSMSPEC_OK;
}

struct ssmspec_views ssmspec_kill_matrix_find(const struct ssmspec_kill_matrix *matrix,
                                              const char *name) {
    static const struct ssmspec_view nothing[] = {SSMSPEC_VIEW_INIT("none/none/none/none")};
    for (size_t i = 0; i < matrix->count; i++) {
        if (ssmspec_view_is(matrix->rows[i].name, name)) {
            return matrix->rows[i].killers;
        }
    }
    return (struct ssmspec_views){nothing, 1};
}

enum ssmspec_err ssmspec_kill_matrix_write(struct ssmspec_view path,
                                           const struct ssmspec_score_row *rows, size_t count,
                                           struct ssmspec_arena *arena, struct ssmspec_bytes *why) {
    struct ssmspec_bytes text = {0};
    for (size_t i = 0; i < count; i++) {
        const struct ssmspec_trial *const trial = &rows[i].trial;
        if (trial->killer_count == 0) {
            continue;
        }
        ssmspec_bytes_printf(&text, "%s\t%zu\t", rows[i].mutant->name, trial->killer_count);
        for (size_t k = 0; k < trial->killer_count && k < KILLERS_KEPT; k++) {
            ssmspec_bytes_printf(&text, "%s%s", k == 0 ? "" : " ", trial->killers[k]);
        }
        ssmspec_bytes_add_char(&text, '\n');
    }
    enum ssmspec_err err = ssmspec_bytes_status(&text);
    const char *const name = ssmspec_arena_text(arena, path);
    if (err == SSMSPEC_OK) {
        err = name == NULL ? SSMSPEC_ERR_NOMEM
                           : ssmspec_file_write(name, ssmspec_bytes_view(&text), why);
    }
    ssmspec_bytes_clear(&text);
    return err;
}
