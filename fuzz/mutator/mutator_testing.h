/* What the mutator's tests share: seeds, and what a body is worth. For tests only. */
#ifndef SSMSPEC_FUZZ_MUTATOR_MUTATOR_TESTING_H
#define SSMSPEC_FUZZ_MUTATOR_MUTATOR_TESTING_H

#include "fuzz/mutator/mutator.h"
#include "src/base/testing.h"
#include "src/request/parse.h"
#include "suites/service.h"

#define ROOM 4096 /* of the outcomes, as in a campaign */

#define RICH_SEED                                                                              \
    "{\"DocumentName\":\"AWS-RunShellScript\",\"InstanceIds\":[\"i-0ffffffffffffffff\","       \
    "\"i-0a1b2c3d\"],\"Parameters\":{\"commands\":[\"exit 0\",\"sleep 1\"]},"                  \
    "\"TimeoutSeconds\":60,\"Comment\":\"ssmspec / \\u00e9\",\"NotificationConfig\":"          \
    "{\"NotificationEvents\":[\"All\"],\"NotificationType\":\"Command\"},\"CloudWatchOutputCo" \
    "nfig\":{\"CloudWatchOutputEnabled\":false},\"MaxErrors\":\"10%\"}"
#define SMALL_SEED                                             \
    "{\"CommandId\":\"00000000-0000-4000-8000-000000000000\"," \
    "\"InstanceIds\":[\"i-0a1b2c3d\"]}"

/* Fails the test where memory is short: no test can go on then. */
struct reading {
    struct ssmspec_arena arena;
    struct ssmspec_patterns *patterns;
};

static inline struct reading reading_new(void) {
    struct reading reading = {{0}, NULL};
    ASSERT_OK(ssmspec_patterns_new(&reading.patterns));
    return reading;
}

static inline void reading_clear(struct reading *reading) {
    ssmspec_arena_clear(&reading->arena);
    ssmspec_patterns_free(reading->patterns);
}

/* Valid until the next one. */
static inline struct ssmspec_parsed read_request(struct reading *reading, const char *operation,
                                                 const uint8_t *data, size_t size) {
    struct ssmspec_parsed parsed;
    ssmspec_arena_reset(&reading->arena);
    ASSERT_OK(ssmspec_request_parse(ssmspec_service_operation(&ssmspec_run_command, operation),
                                    (struct ssmspec_view){(const char *)data, size},
                                    &ssmspec_json_default_limits, reading->patterns,
                                    &reading->arena, &parsed));
    return parsed;
}

/* NULL when it is no JSON; valid until the next one. */
static inline const struct ssmspec_json *read_json(struct reading *reading, const uint8_t *data,
                                                   size_t size) {
    const struct ssmspec_json *root = NULL;
    ssmspec_arena_reset(&reading->arena);
    const enum ssmspec_err err = ssmspec_json_read((struct ssmspec_view){(const char *)data, size},
                                                   NULL, &reading->arena, &root, NULL);
    return err == SSMSPEC_OK ? root : NULL;
}

#endif
