#include "fuzz/mutator/raw.h"

#define PIECE_MAX 32

static const struct ssmspec_view pieces[] = {
    /* legal */
    SSMSPEC_VIEW_INIT("\\u0000"),
    SSMSPEC_VIEW_INIT("\\u0041"),
    SSMSPEC_VIEW_INIT("\\ud83d\\ude00"),
    SSMSPEC_VIEW_INIT("\xf0\x9f\x98\x80"),
    SSMSPEC_VIEW_INIT("\xc3\xa9"),
    SSMSPEC_VIEW_INIT("\x7f"),
    SSMSPEC_VIEW_INIT("\xef\xbb\xbf"),
    SSMSPEC_VIEW_INIT("\xe2\x80\xa8"),
    SSMSPEC_VIEW_INIT("\\/"),
    SSMSPEC_VIEW_INIT("\\n"),
    SSMSPEC_VIEW_INIT("\\\""),
    SSMSPEC_VIEW_INIT("\\\\"),
    SSMSPEC_VIEW_INIT("\\u000A"),
    SSMSPEC_VIEW_INIT("\xf4\x8f\xbf\xbf"),
    SSMSPEC_VIEW_INIT("\xef\xbf\xbf"),
    /* surrogates that are alone or reversed */
    SSMSPEC_VIEW_INIT("\\ud800"),
    SSMSPEC_VIEW_INIT("\\udc00"),
    SSMSPEC_VIEW_INIT("\\udbff\\u0041"),
    SSMSPEC_VIEW_INIT("\\ude00\\ud83d"),
    SSMSPEC_VIEW_INIT("\\ud83d\\ud83d"),
    SSMSPEC_VIEW_INIT("\\ud83d\\"),
    SSMSPEC_VIEW_INIT("\\ud83dx"),
    /* escapes that are none */
    SSMSPEC_VIEW_INIT("\\x41"),
    SSMSPEC_VIEW_INIT("\\u12"),
    SSMSPEC_VIEW_INIT("\\uZZZZ"),
    SSMSPEC_VIEW_INIT("\\u+123"),
    SSMSPEC_VIEW_INIT("\\U0041"),
    SSMSPEC_VIEW_INIT("\\a"),
    SSMSPEC_VIEW_INIT("\\'"),
    SSMSPEC_VIEW_INIT("\\"),
    SSMSPEC_VIEW_INIT("\\0"),
    /* control characters */
    SSMSPEC_VIEW_INIT("\0"),
    SSMSPEC_VIEW_INIT("\n"),
    SSMSPEC_VIEW_INIT("\t"),
    SSMSPEC_VIEW_INIT("\x1f"),
    SSMSPEC_VIEW_INIT("\x01"),
    /* no UTF-8 */
    SSMSPEC_VIEW_INIT("\xff"),
    SSMSPEC_VIEW_INIT("\x80"),
    SSMSPEC_VIEW_INIT("\xc0\x80"),
    SSMSPEC_VIEW_INIT("\xc1\xbf"),
    SSMSPEC_VIEW_INIT("\xe0\x9f\xbf"),
    SSMSPEC_VIEW_INIT("\xed\xa0\x80"),
    SSMSPEC_VIEW_INIT("\xf0\x8f\xbf\xbf"),
    SSMSPEC_VIEW_INIT("\xf4\x90\x80\x80"),
    SSMSPEC_VIEW_INIT("\xf5\x80\x80\x80"),
    SSMSPEC_VIEW_INIT("\xe2\x82"),
    SSMSPEC_VIEW_INIT("\xf0\x9f\x98"),
    SSMSPEC_VIEW_INIT("\xc3"),
    /* an end too early */
    SSMSPEC_VIEW_INIT("\""),
};

struct ssmspec_view ssmspec_raw_piece(struct ssmspec_dice *dice) {
    return pieces[ssmspec_dice_below(dice, sizeof pieces / sizeof *pieces)];
}

/* Bytes from another place or none, in front of `at`, as far as there is room. */
static size_t insert(uint8_t *data, size_t size, size_t max, size_t at, struct ssmspec_view bytes) {
    const size_t room = max - size;
    const size_t len = bytes.len < room ? bytes.len : room;
    memmove(data + at + len, data + at, size - at);
    if (len > 0) {
        memcpy(data + at, bytes.ptr, len);
    }
    return size + len;
}

/* Leaves one byte at least. */
static size_t erase(uint8_t *data, size_t size, size_t at, size_t len) {
    if (len > size - at) {
        len = size - at;
    }
    if (len >= size) {
        len = size - 1;
    }
    memmove(data + at, data + at + len, size - at - len);
    return size - len;
}

static size_t flip_bit(uint8_t *data, size_t size, size_t max, struct ssmspec_dice *dice) {
    (void)max;
    data[ssmspec_dice_below(dice, size)] ^= (uint8_t)(1U << ssmspec_dice_below(dice, 8));
    return size;
}

static size_t set_byte(uint8_t *data, size_t size, size_t max, struct ssmspec_dice *dice) {
    static const char marks[] =
        "{}[]:,\"\\ \t\n\r0123456789-+.eEntfu/\x00\x01\x0b\x0c\x1f\x7f\x80\xff";
    (void)max;
    const size_t at = ssmspec_dice_below(dice, size);
    data[at] = ssmspec_dice_once_in(dice, 4)
                   ? (uint8_t)ssmspec_dice_below(dice, 256)
                   : (uint8_t)marks[ssmspec_dice_below(dice, sizeof marks - 1)];
    return size;
}

static size_t insert_piece(uint8_t *data, size_t size, size_t max, struct ssmspec_dice *dice) {
    return insert(data, size, max, ssmspec_dice_below(dice, size + 1), ssmspec_raw_piece(dice));
}

static size_t erase_part(uint8_t *data, size_t size, size_t max, struct ssmspec_dice *dice) {
    (void)max;
    return erase(data, size, ssmspec_dice_below(dice, size), 1 + ssmspec_dice_below(dice, 8));
}

/* A part again, somewhere else. */
static size_t copy_part(uint8_t *data, size_t size, size_t max, struct ssmspec_dice *dice) {
    uint8_t part[PIECE_MAX];
    const size_t from = ssmspec_dice_below(dice, size);
    const size_t longest = size - from < sizeof part ? size - from : sizeof part;
    const size_t len = 1 + ssmspec_dice_below(dice, longest);
    memcpy(part, data + from, len);
    return insert(data, size, max, ssmspec_dice_below(dice, size + 1),
                  (struct ssmspec_view){(const char *)part, len});
}

static size_t swap_bytes(uint8_t *data, size_t size, size_t max, struct ssmspec_dice *dice) {
    (void)max;
    const size_t a = ssmspec_dice_below(dice, size);
    const size_t b = ssmspec_dice_below(dice, size);
    const uint8_t kept = data[a];
    data[a] = data[b];
    data[b] = kept;
    return size;
}

static bool is_token(uint8_t byte) {
    return byte != '\0' && strchr("{}[]:,\"", byte) != NULL;
}

/* The first token at or behind a random place, or that place. */
static size_t find_token(const uint8_t *data, size_t size, struct ssmspec_dice *dice) {
    const size_t from = ssmspec_dice_below(dice, size);
    for (size_t at = from; at < size; at++) {
        if (is_token(data[at])) {
            return at;
        }
    }
    return from;
}

/* A brace, bracket, colon, comma or quote that is missing, doubled, or another one. */
static size_t break_token(uint8_t *data, size_t size, size_t max, struct ssmspec_dice *dice) {
    static const char tokens[] = "{}[]:,\"'/;=";
    const size_t at = find_token(data, size, dice);
    switch (ssmspec_dice_below(dice, 3)) {
    case 0:
        return erase(data, size, at, 1);
    case 1: {
        const char again = (char)data[at];
        return insert(data, size, max, at, (struct ssmspec_view){&again, 1});
    }
    default:
        data[at] = (uint8_t)tokens[ssmspec_dice_below(dice, sizeof tokens - 1)];
        return size;
    }
}

static size_t blank_or_comment(uint8_t *data, size_t size, size_t max, struct ssmspec_dice *dice) {
    static const struct ssmspec_view blanks[] = {SSMSPEC_VIEW_INIT(" "),
                                                 SSMSPEC_VIEW_INIT("\x0b"),
                                                 SSMSPEC_VIEW_INIT("\x0c"),
                                                 SSMSPEC_VIEW_INIT("\0"),
                                                 SSMSPEC_VIEW_INIT("\xc2\xa0"),
                                                 SSMSPEC_VIEW_INIT("/**/"),
                                                 SSMSPEC_VIEW_INIT("//\n"),
                                                 SSMSPEC_VIEW_INIT("#\n"),
                                                 SSMSPEC_VIEW_INIT("\x01"),
                                                 SSMSPEC_VIEW_INIT("\r\n\t "),
                                                 SSMSPEC_VIEW_INIT("\xef\xbb\xbf"),
                                                 SSMSPEC_VIEW_INIT("\xe2\x80\x83")};
    const size_t at = find_token(data, size, dice) + ssmspec_dice_below(dice, 2);
    return insert(data, size, max, at,
                  blanks[ssmspec_dice_below(dice, sizeof blanks / sizeof *blanks)]);
}

static size_t truncate_end(uint8_t *data, size_t size, size_t max, struct ssmspec_dice *dice) {
    (void)data;
    (void)max;
    return size == 1 ? 1 : 1 + ssmspec_dice_below(dice, size - 1);
}

static size_t trailing_garbage(uint8_t *data, size_t size, size_t max, struct ssmspec_dice *dice) {
    static const struct ssmspec_view tails[] = {
        SSMSPEC_VIEW_INIT("x"),    SSMSPEC_VIEW_INIT("{}"), SSMSPEC_VIEW_INIT("}"),
        SSMSPEC_VIEW_INIT("]"),    SSMSPEC_VIEW_INIT(","),  SSMSPEC_VIEW_INIT("\0"),
        SSMSPEC_VIEW_INIT("\0x"),  SSMSPEC_VIEW_INIT("//"), SSMSPEC_VIEW_INIT("null"),
        SSMSPEC_VIEW_INIT("\n{}"), SSMSPEC_VIEW_INIT("\""), SSMSPEC_VIEW_INIT("\xff")};
    return insert(data, size, max, size,
                  tails[ssmspec_dice_below(dice, sizeof tails / sizeof *tails)]);
}

static size_t leading_garbage(uint8_t *data, size_t size, size_t max, struct ssmspec_dice *dice) {
    static const struct ssmspec_view heads[] = {
        SSMSPEC_VIEW_INIT("\xef\xbb\xbf"), SSMSPEC_VIEW_INIT("\xff\xfe"), SSMSPEC_VIEW_INIT("\0"),
        SSMSPEC_VIEW_INIT(")]}'\n"),       SSMSPEC_VIEW_INIT("{}"),       SSMSPEC_VIEW_INIT(","),
        SSMSPEC_VIEW_INIT("\x0b"),         SSMSPEC_VIEW_INIT("[")};
    return insert(data, size, max, 0,
                  heads[ssmspec_dice_below(dice, sizeof heads / sizeof *heads)]);
}

const struct ssmspec_raw_edit ssmspec_raw_edits[] = {
    {"flip-bit", 3, flip_bit},
    {"set-byte", 4, set_byte},
    {"insert-piece", 3, insert_piece},
    {"erase-part", 3, erase_part},
    {"copy-part", 3, copy_part},
    {"swap-bytes", 2, swap_bytes},
    {"break-token", 6, break_token},
    {"blank-or-comment", 3, blank_or_comment},
    {"truncate", 2, truncate_end},
    {"trailing-garbage", 3, trailing_garbage},
    {"leading-garbage", 2, leading_garbage},
};
const size_t ssmspec_raw_edit_count = sizeof ssmspec_raw_edits / sizeof *ssmspec_raw_edits;

size_t ssmspec_raw_apply(uint8_t *data, size_t size, size_t max, struct ssmspec_dice *dice,
                         size_t *index) {
    size_t total = 0;
    for (size_t i = 0; i < ssmspec_raw_edit_count; i++) {
        total += ssmspec_raw_edits[i].weight;
    }
    size_t left = ssmspec_dice_below(dice, total);
    size_t at = 0;
    while (left >= ssmspec_raw_edits[at].weight) {
        left -= ssmspec_raw_edits[at++].weight;
    }
    *index = at;
    return ssmspec_raw_edits[at].apply(data, size, max, dice);
}
