/* An invented operation and what its requests come to, as text. For tests only. */
#ifndef SSMSPEC_SRC_REQUEST_REQUEST_TESTING_H
#define SSMSPEC_SRC_REQUEST_REQUEST_TESTING_H

#include "src/base/guard_page.h"
#include "src/base/testing.h"
#include "src/request/parse.h"

static const struct ssmspec_shape plate = {
    .name = "Plate",
    .type = SSMSPEC_STRING,
    SSMSPEC_CONSTRAINTS({.kind = SSMSPEC_LENGTH, .min = 3, .max = 5},
                        {.kind = SSMSPEC_PATTERN, .pattern = "[a-z]+"})};
static const struct ssmspec_shape plates = {
    .name = "Plates",
    .type = SSMSPEC_LIST,
    .element = &plate,
    SSMSPEC_CONSTRAINTS({.kind = SSMSPEC_COUNT, .min = 0, .max = 3})};
static const struct ssmspec_shape doors = {
    .name = "Doors",
    .type = SSMSPEC_INTEGER,
    SSMSPEC_CONSTRAINTS({.kind = SSMSPEC_RANGE, .min = 2, .max = 5})};
static const struct ssmspec_shape colour = {
    .name = "Colour",
    .type = SSMSPEC_STRING,
    SSMSPEC_CONSTRAINTS({.kind = SSMSPEC_ENUM, .values = SSMSPEC_NAMES("Red", "Blue")})};
static const struct ssmspec_shape secret = {
    .name = "Secret",
    .type = SSMSPEC_STRING,
    .is_sensitive = true,
    SSMSPEC_CONSTRAINTS({.kind = SSMSPEC_LENGTH, .min = SSMSPEC_NO_MIN, .max = 4})};
static const struct ssmspec_shape secrets = {
    .name = "Secrets", .type = SSMSPEC_LIST, .element = &secret};
static const struct ssmspec_shape flag = {.name = "Flag", .type = SSMSPEC_BOOLEAN};
static const struct ssmspec_shape seat = {
    .name = "Seat",
    .type = SSMSPEC_STRUCTURE,
    SSMSPEC_MEMBERS({.name = "Key", .shape = &plate, .is_required = true},
                    {.name = "Secret", .shape = &secret}, {.name = "Values", .shape = &plates})};
static const struct ssmspec_shape seats = {
    .name = "Seats",
    .type = SSMSPEC_LIST,
    .element = &seat,
    SSMSPEC_CONSTRAINTS({.kind = SSMSPEC_COUNT, .min = 1, .max = 2})};
static const struct ssmspec_shape extras = {
    .name = "Extras",
    .type = SSMSPEC_MAP,
    .key = &plate,
    .element = &plates,
    SSMSPEC_CONSTRAINTS({.kind = SSMSPEC_COUNT, .min = SSMSPEC_NO_MIN, .max = 2})};
static const struct ssmspec_shape slots = {
    .name = "Slots", .type = SSMSPEC_MAP, .key = &flag, .element = &seat};
static const struct ssmspec_shape tree;
static const struct ssmspec_shape tree = {.name = "Tree", .type = SSMSPEC_LIST, .element = &tree};
static const struct ssmspec_shape moment = {.name = "Moment", .type = SSMSPEC_TIMESTAMP};

static const struct ssmspec_shape park_input = {
    .name = "ParkInput",
    .type = SSMSPEC_STRUCTURE,
    SSMSPEC_MEMBERS({.name = "Colour", .shape = &colour}, {.name = "Doors", .shape = &doors},
                    {.name = "Extras", .shape = &extras}, {.name = "Flag", .shape = &flag},
                    {.name = "Moment", .shape = &moment},
                    {.name = "Plate", .shape = &plate, .is_required = true},
                    {.name = "Plates", .shape = &plates}, {.name = "Seat", .shape = &seat},
                    {.name = "Seats", .shape = &seats}, {.name = "Secret", .shape = &secret},
                    {.name = "Secrets", .shape = &secrets}, {.name = "Slots", .shape = &slots},
                    {.name = "Tree", .shape = &tree})};
static const struct ssmspec_operation park = {.name = "ParkCar", .input = &park_input};

/* A request being parsed, its body's end against a guard page. */
struct request_test {
    struct ssmspec_arena arena;
    struct ssmspec_patterns *patterns;
    struct ssmspec_guard guard;
    struct ssmspec_parsed parsed;
    struct ssmspec_bytes text;
};

static inline struct request_test request_test_of(const char *body) {
    struct request_test test = {.guard = ssmspec_guard_new(strlen(body))};
    ASSERT_OK(ssmspec_patterns_new(&test.patterns));
    const struct ssmspec_view placed = ssmspec_guard_place(&test.guard, ssmspec_view_of(body));
    ASSERT_OK(ssmspec_request_parse(&park, placed, &ssmspec_json_default_limits, test.patterns,
                                    &test.arena, &test.parsed));
    return test;
}

static inline void request_test_clear(struct request_test *test) {
    ssmspec_bytes_clear(&test->text);
    ssmspec_arena_clear(&test->arena);
    ssmspec_patterns_free(test->patterns);
    ssmspec_guard_free(&test->guard);
}

#endif
