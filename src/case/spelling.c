#include "src/case/spelling.h"

#include "src/base/bytes.h"

static struct ssmspec_view inside(struct ssmspec_view object) {
    return ssmspec_view_sub(object, 1, object.len < 2 ? 0 : object.len - 2);
}

/* The word that rest starts with and what it stands for; a length of 0: none. */
static size_t read_word(const struct ssmspec_spelling *spelling, struct ssmspec_view rest,
                        struct ssmspec_view *meaning) {
    const struct {
        struct ssmspec_view word;
        struct ssmspec_view meaning;
    } words[] = {
        {SSMSPEC_VIEW("{base}"), spelling->base},
        {SSMSPEC_VIEW("{members}"), inside(spelling->base)},
        {SSMSPEC_VIEW("{service}"), spelling->service},
        {SSMSPEC_VIEW("{operation}"), spelling->operation},
    };
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (ssmspec_view_starts(rest, words[i].word)) {
            *meaning = words[i].meaning;
            return words[i].word.len;
        }
    }
    return 0;
}

static void add_stretch(struct ssmspec_bytes *out, const struct ssmspec_stretch *stretch) {
    for (unsigned i = 0; i < stretch->times; i++) {
        ssmspec_bytes_add_text(out, stretch->text);
    }
}

static void put_in(const struct ssmspec_spelling *spelling, struct ssmspec_view text,
                   struct ssmspec_bytes *out) {
    size_t stretched = 0;
    for (size_t at = 0; at < text.len;) {
        const struct ssmspec_view rest = ssmspec_view_sub(text, at, text.len);
        struct ssmspec_view meaning = {NULL, 0};
        const size_t word = rest.ptr[0] == '{' ? read_word(spelling, rest, &meaning) : 0;
        if (word > 0) {
            ssmspec_bytes_add(out, meaning);
            at += word;
            continue;
        }
        if (rest.ptr[0] == '#' && stretched < spelling->stretch_count &&
            spelling->stretch[stretched].text != NULL) {
            add_stretch(out, &spelling->stretch[stretched++]);
        } else {
            ssmspec_bytes_add_char(out, rest.ptr[0]);
        }
        at++;
    }
}

enum ssmspec_err ssmspec_spell(const struct ssmspec_spelling *spelling, struct ssmspec_view text,
                               struct ssmspec_arena *arena, struct ssmspec_view *out) {
    if (ssmspec_view_find(text, SSMSPEC_VIEW("{")) == text.len &&
        ssmspec_view_find(text, SSMSPEC_VIEW("#")) == text.len) {
        *out = text;
        return SSMSPEC_OK;
    }
    struct ssmspec_bytes spelled = {0};
    put_in(spelling, text, &spelled);
    enum ssmspec_err err = ssmspec_bytes_status(&spelled);
    if (err == SSMSPEC_OK) {
        err = ssmspec_arena_copy(arena, ssmspec_bytes_view(&spelled), out);
    }
    ssmspec_bytes_clear(&spelled);
    return err;
}
