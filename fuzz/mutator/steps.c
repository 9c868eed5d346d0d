#include "fuzz/mutator/steps.h"

#include "fuzz/mutator/dice.h"
#include "fuzz/sequence/kinds.h"

#include <string.h>

#define STEP ((size_t)SSMSPEC_STEP_BYTES)
#define SMALL 8 /* most arguments pick one of so few things */
#define EDITS_MOST 4
#define BLOCK_MAX 4

struct steps {
    uint8_t *bytes;
    size_t count, max;
    struct ssmspec_dice *dice;
};

static uint8_t any_argument(struct ssmspec_dice *dice) {
    return (uint8_t)ssmspec_dice_below(dice, ssmspec_dice_once_in(dice, 4) ? 256 : SMALL);
}

static void make_step(struct ssmspec_dice *dice, uint8_t step[SSMSPEC_STEP_BYTES]) {
    static const uint8_t kinds[] = {
        SSMSPEC_STEP_SEND, SSMSPEC_STEP_CANCEL,           SSMSPEC_STEP_LIST,
        SSMSPEC_STEP_GET,  SSMSPEC_STEP_LIST_INVOCATIONS, SSMSPEC_STEP_WAIT};
    step[0] = kinds[ssmspec_dice_below(dice, sizeof kinds)];
    for (size_t i = 1; i < STEP; i++) {
        step[i] = any_argument(dice);
    }
}

static uint8_t *any_step(const struct steps *steps) {
    return steps->bytes + STEP * ssmspec_dice_below(steps->dice, steps->count);
}

static void insert(struct steps *steps, size_t at, const uint8_t step[SSMSPEC_STEP_BYTES]) {
    if (steps->count == steps->max) {
        return;
    }
    uint8_t *const place = steps->bytes + at * STEP;
    memmove(place + STEP, place, (steps->count - at) * STEP);
    memcpy(place, step, STEP);
    steps->count++;
}

static void insert_new(struct steps *steps) {
    uint8_t step[SSMSPEC_STEP_BYTES];
    make_step(steps->dice, step);
    insert(steps, ssmspec_dice_below(steps->dice, steps->count + 1), step);
}

/* Some that follow one another, again elsewhere. */
static void insert_block(struct steps *steps) {
    const size_t longest = steps->count < BLOCK_MAX ? steps->count : BLOCK_MAX;
    const size_t count = 1 + ssmspec_dice_below(steps->dice, longest);
    const size_t from = ssmspec_dice_below(steps->dice, steps->count - count + 1);
    const size_t at = ssmspec_dice_below(steps->dice, steps->count + 1);
    uint8_t block[BLOCK_MAX * SSMSPEC_STEP_BYTES];
    memcpy(block, steps->bytes + from * STEP, count * STEP);
    for (size_t i = 0; i < count && at + i <= steps->count; i++) {
        insert(steps, at + i, block + i * STEP);
    }
}

static bool is_send(const uint8_t step[SSMSPEC_STEP_BYTES]) {
    return step[0] % SSMSPEC_STEP_KINDS < SSMSPEC_STEP_CANCEL;
}

/* By which argument later steps name the command that this one sends or is about. */
static uint8_t command_of(const struct steps *steps, const uint8_t step[SSMSPEC_STEP_BYTES]) {
    uint8_t sent = 0;
    for (const uint8_t *at = steps->bytes; is_send(step) && at < step; at += STEP) {
        sent += is_send(at);
    }
    return is_send(step) ? sent : step[1];
}

static size_t any_place_behind(const struct steps *steps, const uint8_t *step) {
    const size_t from = (size_t)(step - steps->bytes) / STEP + 1;
    return from + ssmspec_dice_below(steps->dice, steps->count + 1 - from);
}

/* A later step on what another one is about: the same command. */
static void insert_follower(struct steps *steps) {
    static const uint8_t kinds[] = {SSMSPEC_STEP_CANCEL, SSMSPEC_STEP_CANCEL, SSMSPEC_STEP_LIST,
                                    SSMSPEC_STEP_GET, SSMSPEC_STEP_LIST_INVOCATIONS};
    uint8_t step[SSMSPEC_STEP_BYTES];
    const uint8_t *const before = any_step(steps);
    make_step(steps->dice, step);
    step[0] = kinds[ssmspec_dice_below(steps->dice, sizeof kinds)];
    step[1] = command_of(steps, before);
    insert(steps, any_place_behind(steps, before), step);
}

/* The same again after some time. */
static void insert_again(struct steps *steps) {
    uint8_t wait[SSMSPEC_STEP_BYTES] = {0};
    uint8_t again[SSMSPEC_STEP_BYTES];
    const uint8_t *const step = any_step(steps);
    const size_t at = any_place_behind(steps, step);
    memcpy(again, step, STEP);
    make_step(steps->dice, wait);
    wait[0] = SSMSPEC_STEP_WAIT;
    insert(steps, at, again);
    insert(steps, at, wait);
}

static void remove_one(struct steps *steps) {
    if (steps->count == 1) {
        return;
    }
    uint8_t *const step = any_step(steps);
    memmove(step, step + STEP, (size_t)(steps->bytes + steps->count * STEP - step) - STEP);
    steps->count--;
}

static void swap(struct steps *steps) {
    uint8_t kept[SSMSPEC_STEP_BYTES];
    uint8_t *const a = any_step(steps);
    uint8_t *const b = any_step(steps);
    memcpy(kept, a, STEP);
    memmove(a, b, STEP);
    memcpy(b, kept, STEP);
}

static void change_argument(struct steps *steps) {
    any_step(steps)[1 + ssmspec_dice_below(steps->dice, STEP - 1)] = any_argument(steps->dice);
}

static void change_kind(struct steps *steps) {
    uint8_t step[SSMSPEC_STEP_BYTES];
    make_step(steps->dice, step);
    any_step(steps)[0] = step[0];
}

static void (*const edits[])(struct steps *steps) = {
    insert_new,      insert_new,      insert_block,    insert_block,    insert_follower,
    insert_follower, insert_again,    remove_one,      remove_one,      swap,
    change_kind,     change_argument, change_argument, change_argument,
};

size_t ssmspec_steps_mutate(uint8_t *data, size_t size, size_t max_size, uint32_t seed) {
    struct ssmspec_dice dice = ssmspec_dice_of(seed);
    const size_t kept = size < max_size ? size : max_size;
    struct steps steps = {.bytes = data, kept / STEP, max_size / STEP, &dice};
    if (steps.max == 0) {
        return 0;
    }
    if (steps.count == 0) {
        make_step(&dice, data);
        steps.count = 1;
    }
    for (size_t left = 1 + ssmspec_dice_below(&dice, EDITS_MOST); left > 0; left--) {
        edits[ssmspec_dice_below(&dice, sizeof edits / sizeof *edits)](&steps);
    }
    return steps.count * STEP;
}

size_t ssmspec_steps_cross_over(const uint8_t *a, size_t a_size, const uint8_t *b, size_t b_size,
                                uint8_t *out, size_t max_out, uint32_t seed) {
    struct ssmspec_dice dice = ssmspec_dice_of(seed);
    size_t written = 0;
    while (written + STEP <= max_out && (a_size >= STEP || b_size >= STEP)) {
        const bool is_first = b_size < STEP || (a_size >= STEP && ssmspec_dice_once_in(&dice, 2));
        const uint8_t **const from = is_first ? &a : &b;
        size_t *const left = is_first ? &a_size : &b_size;
        if (!ssmspec_dice_once_in(&dice, 3)) {
            memcpy(out + written, *from, STEP);
            written += STEP;
        }
        *from += STEP;
        *left -= STEP;
    }
    if (written == 0 && max_out >= STEP) {
        make_step(&dice, out);
        return STEP;
    }
    return written;
}
