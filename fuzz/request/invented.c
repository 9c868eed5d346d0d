#include "fuzz/request/invented.h"

#define SOURCE "invented"

static const struct ssmspec_shape small = {
    .name = "Small",
    .type = SSMSPEC_INTEGER,
    SSMSPEC_CONSTRAINTS({.kind = SSMSPEC_RANGE, .min = 1, .max = 9, .source = SOURCE}),
};

static const struct ssmspec_shape big = {.name = "Big", .type = SSMSPEC_INTEGER};

static const struct ssmspec_shape flag = {.name = "Flag", .type = SSMSPEC_BOOLEAN};

static const struct ssmspec_shape word = {
    .name = "Word",
    .type = SSMSPEC_STRING,
    SSMSPEC_CONSTRAINTS({.kind = SSMSPEC_LENGTH, .min = 1, .max = 3, .source = SOURCE},
                        {.kind = SSMSPEC_PATTERN, .pattern = "[a-z]*", .source = SOURCE}),
};

/* The same text at another address, beside one that compiles to nothing. */
static const char word_pattern[] = "[a-z]*";

static const struct ssmspec_shape secret = {
    .name = "Secret",
    .type = SSMSPEC_STRING,
    SSMSPEC_CONSTRAINTS({.kind = SSMSPEC_PATTERN, .pattern = word_pattern, .source = SOURCE}),
    .is_sensitive = true,
};

static const struct ssmspec_shape hopeless = {
    .name = "Hopeless",
    .type = SSMSPEC_STRING,
    SSMSPEC_CONSTRAINTS({.kind = SSMSPEC_PATTERN, .pattern = "(", .source = SOURCE}),
};

static const struct ssmspec_shape pair = {
    .name = "Pair",
    .type = SSMSPEC_LIST,
    SSMSPEC_CONSTRAINTS({.kind = SSMSPEC_COUNT, .min = 2, .max = 2, .source = SOURCE}),
    .element = &big,
};

static const struct ssmspec_shape smalls = {
    .name = "Smalls", .type = SSMSPEC_LIST, .element = &small};
static const struct ssmspec_shape pairs = {.name = "Pairs", .type = SSMSPEC_LIST, .element = &pair};
static const struct ssmspec_shape secrets = {
    .name = "Secrets", .type = SSMSPEC_LIST, .element = &secret};

static const struct ssmspec_shape words = {
    .name = "Words",
    .type = SSMSPEC_MAP,
    SSMSPEC_CONSTRAINTS({.kind = SSMSPEC_COUNT, .min = SSMSPEC_NO_MIN, .max = 3, .source = SOURCE}),
    .key = &word,
    .element = &word,
};

static const struct ssmspec_shape nest;

static const struct ssmspec_shape nests = {
    .name = "Nests",
    .type = SSMSPEC_LIST,
    SSMSPEC_CONSTRAINTS({.kind = SSMSPEC_COUNT, .min = SSMSPEC_NO_MIN, .max = 2, .source = SOURCE}),
    .element = &nest,
};

/* A name in lower case, as some services have them. */
static const struct ssmspec_shape nest = {
    .name = "Nest",
    .type = SSMSPEC_STRUCTURE,
    SSMSPEC_MEMBERS({.name = "nests", .shape = &nests, .source = SOURCE},
                    {.name = "Flag", .shape = &flag, .is_required = true, .source = SOURCE},
                    {.name = "Words", .shape = &words, .source = SOURCE},
                    {.name = "Secret", .shape = &secret, .source = SOURCE}),
};

static const struct ssmspec_shape input = {
    .name = "InventedRequest",
    .type = SSMSPEC_STRUCTURE,
    SSMSPEC_MEMBERS({.name = "Nests", .shape = &nests, .source = SOURCE},
                    {.name = "Pairs", .shape = &pairs, .source = SOURCE},
                    {.name = "Secret", .shape = &secret, .source = SOURCE},
                    {.name = "Secrets", .shape = &secrets, .source = SOURCE},
                    {.name = "Smalls", .shape = &smalls, .source = SOURCE},
                    {.name = "Hopeless", .shape = &hopeless, .source = SOURCE},
                    {.name = "Words", .shape = &words, .source = SOURCE}),
};

const struct ssmspec_operation ssmspec_invented_operation = {
    .name = "Invented", .slug = "invented", .input = &input, .base = "{}", .source = SOURCE};
