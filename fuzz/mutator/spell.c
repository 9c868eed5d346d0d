#include "fuzz/mutator/spell.h"

#include "src/base/utf8.h"
#include "src/json/write.h"

/* One writing at work. */
struct pen {
    struct ssmspec_bytes *out;
    struct ssmspec_dice *dice;
    unsigned ways;
};

static void blanks(const struct pen *pen) {
    static const char marks[] = {' ', '\t', '\n', '\r'};
    if ((pen->ways & SSMSPEC_SPELL_BLANKS) == 0 || !ssmspec_dice_once_in(pen->dice, 4)) {
        return;
    }
    for (size_t left = 1 + ssmspec_dice_below(pen->dice, 3); left > 0; left--) {
        ssmspec_bytes_add_char(pen->out, marks[ssmspec_dice_below(pen->dice, sizeof marks)]);
    }
}

static void token(const struct pen *pen, char mark) {
    blanks(pen);
    ssmspec_bytes_add_char(pen->out, mark);
    blanks(pen);
}

static void unit_escape(const struct pen *pen, uint32_t unit) {
    const char *const digits =
        ssmspec_dice_once_in(pen->dice, 2) ? "0123456789abcdef" : "0123456789ABCDEF";
    const char spelled[] = {'\\',
                            'u',
                            digits[unit >> 12 & 0xf],
                            digits[unit >> 8 & 0xf],
                            digits[unit >> 4 & 0xf],
                            digits[unit & 0xf]};
    ssmspec_bytes_add(pen->out, (struct ssmspec_view){spelled, sizeof spelled});
}

/* One character as \u, in two of them beyond the basic plane. */
static void full_escape(const struct pen *pen, uint32_t code_point) {
    if (code_point < 0x10000) {
        unit_escape(pen, code_point);
        return;
    }
    unit_escape(pen, 0xd800 + ((code_point - 0x10000) >> 10));
    unit_escape(pen, 0xdc00 + ((code_point - 0x10000) & 0x3ff));
}

/* A character as the compact spelling has it, without the quotes. */
static void plain(const struct pen *pen, struct ssmspec_view character) {
    if (character.ptr[0] == '/' && ssmspec_dice_once_in(pen->dice, 2)) {
        ssmspec_bytes_add_text(pen->out, "\\/");
        return;
    }
    ssmspec_json_write_text(pen->out, character);
}

static bool is_ordinary(unsigned char c) {
    return c >= 0x20 && c < 0x7f && c != '"' && c != '\\' && c != '/';
}

/* Each text has its own share of escapes, from none to all. */
static void escaped_text(const struct pen *pen, struct ssmspec_view text) {
    const size_t rarity = 1 + ssmspec_dice_below(pen->dice, 8);
    ssmspec_bytes_add_char(pen->out, '"');
    for (size_t at = 0; at < text.len && !pen->out->failed;) {
        uint32_t code_point = 0;
        const size_t bytes = ssmspec_utf8_decode(ssmspec_view_sub(text, at, 4), &code_point);
        const struct ssmspec_view character = ssmspec_view_sub(text, at, bytes == 0 ? 1 : bytes);
        if (bytes > 0 && ssmspec_dice_once_in(pen->dice, rarity)) {
            full_escape(pen, code_point);
        } else if (is_ordinary((unsigned char)character.ptr[0])) {
            ssmspec_bytes_add(pen->out, character);
        } else {
            plain(pen, character);
        }
        at += character.len;
    }
    ssmspec_bytes_add_char(pen->out, '"');
}

static bool is_integer(struct ssmspec_view text) {
    const size_t from = text.len > 0 && text.ptr[0] == '-' ? 1 : 0;
    for (size_t i = from; i < text.len; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9') {
            return false;
        }
    }
    return text.len > from;
}

/* The same integer; what is no plain integer stays as it is. */
static void number(const struct pen *pen, struct ssmspec_view text) {
    const size_t way = ssmspec_dice_below(pen->dice, 6);
    if (!is_integer(text) || way == 0) {
        ssmspec_bytes_add(pen->out, text);
        return;
    }
    if (way == 1 && text.ptr[text.len - 1] == '0' &&
        is_integer(ssmspec_view_sub(text, 0, text.len - 1))) {
        ssmspec_bytes_add(pen->out, ssmspec_view_sub(text, 0, text.len - 1));
        ssmspec_bytes_add_text(pen->out, ssmspec_dice_once_in(pen->dice, 2) ? "e1" : "E+01");
        return;
    }
    static const char *const tails[] = {".0", ".000", "e0", "E+0", "0e-1", ".0e00"};
    const bool is_zero = text.ptr[text.len - 1] == '0' && text.len < 3;
    const char *const tail = tails[ssmspec_dice_below(pen->dice, sizeof tails / sizeof *tails)];
    ssmspec_bytes_add(pen->out, text);
    ssmspec_bytes_add_text(pen->out, is_zero && tail[0] == '0' ? "e0" : tail);
}

static void string(const struct pen *pen, struct ssmspec_view text) {
    if ((pen->ways & SSMSPEC_SPELL_ESCAPES) != 0) {
        escaped_text(pen, text);
        return;
    }
    ssmspec_json_write_string(pen->out, text);
}

static bool keeps_spelling(const struct pen *pen, const struct ssmspec_node *node) {
    return node->spelling.ptr != NULL && (node->is_raw || (pen->ways & SSMSPEC_SPELL_ESCAPES) == 0);
}

static void scalar(const struct pen *pen, const struct ssmspec_node *node) {
    if (keeps_spelling(pen, node)) {
        ssmspec_bytes_add(pen->out, node->spelling);
        return;
    }
    switch (node->type) {
    case SSMSPEC_JSON_STRING:
        string(pen, node->text);
        return;
    case SSMSPEC_JSON_NUMBER:
        if ((pen->ways & SSMSPEC_SPELL_NUMBERS) != 0) {
            number(pen, node->text);
            return;
        }
        ssmspec_bytes_add(pen->out, node->text);
        return;
    case SSMSPEC_JSON_BOOLEAN:
        ssmspec_bytes_add_text(pen->out, node->truth ? "true" : "false");
        return;
    default:
        ssmspec_bytes_add_text(pen->out, "null");
        return;
    }
}

static void name(const struct pen *pen, const struct ssmspec_node *node) {
    if (node->name_spelling.ptr != NULL) {
        ssmspec_bytes_add(pen->out, node->name_spelling);
        return;
    }
    string(pen, node->name);
}

static bool has_same_name_before(const struct ssmspec_node *node) {
    for (const struct ssmspec_node *at = node->prev; at != NULL; at = at->prev) {
        if (ssmspec_view_eq(at->name, node->name)) {
            return true;
        }
    }
    return false;
}

/* Objects with many members keep their order, since looking for duplicates is quadratic. */
#define SHUFFLED_MAX 64

static bool has_duplicates(const struct ssmspec_node *object) {
    for (const struct ssmspec_node *at = object->first; at != NULL; at = at->next) {
        if (at->name_spelling.ptr != NULL || has_same_name_before(at)) {
            return true;
        }
    }
    return false;
}

static void shuffle(const struct pen *pen, struct ssmspec_node *node) {
    if ((pen->ways & SSMSPEC_SPELL_ORDER) == 0 || node->type != SSMSPEC_JSON_OBJECT ||
        node->count > SHUFFLED_MAX || has_duplicates(node)) {
        return;
    }
    for (uint32_t i = 0; i + 1 < node->count; i++) {
        struct ssmspec_node *const a = ssmspec_node_child(node, i);
        struct ssmspec_node *const b =
            ssmspec_node_child(node, i + ssmspec_dice_below(pen->dice, node->count - i));
        ssmspec_node_swap(a, b);
    }
}

static void stray(const struct pen *pen, const struct ssmspec_node *node,
                  enum ssmspec_stray_place place) {
    if (node->stray.ptr != NULL && node->stray_place == place) {
        ssmspec_bytes_add(pen->out, node->stray);
    }
}

static void start(const struct pen *pen, struct ssmspec_node *node,
                  const struct ssmspec_node *root) {
    if (node != root && node->parent->type == SSMSPEC_JSON_OBJECT) {
        name(pen, node);
        stray(pen, node, SSMSPEC_STRAY_BEHIND_NAME);
        token(pen, ':');
    }
    stray(pen, node, SSMSPEC_STRAY_BEFORE);
    if (!ssmspec_node_is_container(node)) {
        scalar(pen, node);
        return;
    }
    shuffle(pen, node);
    ssmspec_bytes_add_char(pen->out, node->type == SSMSPEC_JSON_LIST ? '[' : '{');
    stray(pen, node, SSMSPEC_STRAY_INSIDE_FIRST);
    blanks(pen);
}

static void end(const struct pen *pen, const struct ssmspec_node *node) {
    if (ssmspec_node_is_container(node)) {
        blanks(pen);
        stray(pen, node, SSMSPEC_STRAY_INSIDE_LAST);
        ssmspec_bytes_add_char(pen->out, node->type == SSMSPEC_JSON_LIST ? ']' : '}');
    }
    stray(pen, node, SSMSPEC_STRAY_BEHIND);
}

void ssmspec_spell_write(struct ssmspec_node *root, unsigned ways, struct ssmspec_dice *dice,
                         struct ssmspec_bytes *out) {
    const struct pen pen = {out, dice, ways};
    struct ssmspec_node *at = root;
    blanks(&pen);
    while (at != NULL && !out->failed) {
        start(&pen, at, root);
        if (at->first != NULL) {
            at = at->first;
            continue;
        }
        end(&pen, at);
        while (at != root && at->next == NULL) {
            at = at->parent;
            end(&pen, at);
        }
        if (at != root) {
            token(&pen, ',');
        }
        at = at == root ? NULL : at->next;
    }
    blanks(&pen);
}

void ssmspec_spell_scalar(const struct ssmspec_node *node, struct ssmspec_bytes *out) {
    scalar(&(struct pen){.out = out}, node);
}

void ssmspec_spell_name(const struct ssmspec_node *node, struct ssmspec_bytes *out) {
    name(&(struct pen){.out = out}, node);
}
