#include "fuzz/planted/ledger.h"

#include "src/base/testing.h"

/* An input that shows the bug, and one that comes to its place and no further. */
struct witness {
    const char *id;
    struct ssmspec_view shows, misses;
};

static const struct witness witnesses[] = {
    {"bad-hex-is-zero",
     SSMSPEC_VIEW_INIT("{\"DocumentName\":\"AWS-RunShellScript\",\"Comment\":\"a\\uZZZZb\"}"),
     SSMSPEC_VIEW_INIT("{\"DocumentName\":\"AWS-RunShellScript\",\"Comment\":\"a\\u12\"}")},
    {"low-after-pair",
     SSMSPEC_VIEW_INIT(
         "{\"DocumentName\":\"AWS-RunShellScript\",\"Comment\":\"\\ud83d\\ude00\\ude00\"}"),
     SSMSPEC_VIEW_INIT("{\"DocumentName\":\"AWS-RunShellScript\",\"Comment\":\"\\ude00\"}")},
    {"surrogate-bytes-in-parameters",
     SSMSPEC_VIEW_INIT("{\"DocumentName\":\"AWS-RunShellScript\",\"Parameters\":{\"commands\":["
                       "\"a\355\240\200\"]}}"),
     SSMSPEC_VIEW_INIT("{\"DocumentName\":\"AWS-RunShellScript\",\"Comment\":\"\355\240\200\"}")},
    {"overlong-in-name",
     SSMSPEC_VIEW_INIT("{\"DocumentName\":\"AWS-RunShellScript\",\"a\300\200\":1}"),
     SSMSPEC_VIEW_INIT("{\"DocumentName\":\"AWS-RunShellScript\",\"a\377\":1}")},
    {"control-before-colon",
     SSMSPEC_VIEW_INIT("{\"DocumentName\":\"AWS-RunShellScript\",\"Comment\"\013:\"x\"}"),
     SSMSPEC_VIEW_INIT("{\"DocumentName\":\"AWS-RunShellScript\",\"Comment\"x:\"x\"}")},
    {"comma-before-inner-bracket",
     SSMSPEC_VIEW_INIT("{\"DocumentName\":\"AWS-RunShellScript\",\"Targets\":[{\"Key\":\"tag:a\","
                       "\"Values\":[\"b\",]}]}"),
     SSMSPEC_VIEW_INIT(
         "{\"DocumentName\":\"AWS-RunShellScript\",\"InstanceIds\":[\"i-0ffffffffffffffff\",]}")},
    {"backslash-at-end",
     SSMSPEC_VIEW_INIT("{\"DocumentName\":\"AWS-RunShellScript\",\"Comment\":\"a\\\\\"}"),
     SSMSPEC_VIEW_INIT("{\"DocumentName\":\"AWS-RunShellScript\",\"Comment\":\"\\n\"}")},
    {"name-ends-at-nul", SSMSPEC_VIEW_INIT("{\"DocumentName\\u0000x\":\"AWS-RunShellScript\"}"),
     SSMSPEC_VIEW_INIT("{\"Document\\u0000x\":\"AWS-RunShellScript\"}")},
    {"escaped-twin-unknown",
     SSMSPEC_VIEW_INIT(
         "{\"DocumentName\":\"AWS-RunShellScript\",\"Comment\":\"a\",\"Comm\\u0065nt\":\"b\"}"),
     SSMSPEC_VIEW_INIT("{\"DocumentName\":\"AWS-RunShellScript\",\"Comm\\u0065nt\":\"b\"}")},
    {"case-blind-below",
     SSMSPEC_VIEW_INIT("{\"Filters\":[{\"Key\":\"Status\",\"value\":\"Success\"}]}"),
     SSMSPEC_VIEW_INIT("{\"Filters\":[{\"Kez\":\"Status\",\"value\":\"Success\"}]}")},
    {"number-buffer-of-63",
     SSMSPEC_VIEW_INIT("{\"DocumentName\":\"AWS-RunShellScript\",\"TimeoutSeconds\":60."
                       "00000000000000000000000000000000000000000000000000000000000000000000001}"),
     SSMSPEC_VIEW_INIT("{\"DocumentName\":\"AWS-RunShellScript\",\"TimeoutSeconds\":60.01}")},
    {"negative-exponent-cuts",
     SSMSPEC_VIEW_INIT("{\"DocumentName\":\"AWS-RunShellScript\",\"TimeoutSeconds\":605e-1}"),
     SSMSPEC_VIEW_INIT("{\"DocumentName\":\"AWS-RunShellScript\",\"TimeoutSeconds\":600e-1}")},
    {"range-wraps-at-32-bits",
     SSMSPEC_VIEW_INIT("{\"DocumentName\":\"AWS-RunShellScript\",\"TimeoutSeconds\":4294967356}"),
     SSMSPEC_VIEW_INIT("{\"DocumentName\":\"AWS-RunShellScript\",\"TimeoutSeconds\":4294967296}")},
    {"count-of-distinct",
     SSMSPEC_VIEW_INIT(
         "{\"DocumentName\":\"AWS-RunShellScript\",\"InstanceIds\":[\"i-0a1b2c3d\",\"i-0a1b2c3d\","
         "\"i-0a1b2c3d\",\"i-0a1b2c3d\",\"i-0a1b2c3d\",\"i-0a1b2c3d\",\"i-0a1b2c3d\",\"i-"
         "0a1b2c3d\",\"i-0a1b2c3d\",\"i-0a1b2c3d\",\"i-0a1b2c3d\",\"i-0a1b2c3d\",\"i-0a1b2c3d\","
         "\"i-0a1b2c3d\",\"i-0a1b2c3d\",\"i-0a1b2c3d\",\"i-0a1b2c3d\",\"i-0a1b2c3d\",\"i-"
         "0a1b2c3d\",\"i-0a1b2c3d\",\"i-0a1b2c3d\",\"i-0a1b2c3d\",\"i-0a1b2c3d\",\"i-0a1b2c3d\","
         "\"i-0a1b2c3d\",\"i-0a1b2c3d\",\"i-0a1b2c3d\",\"i-0a1b2c3d\",\"i-0a1b2c3d\",\"i-"
         "0a1b2c3d\",\"i-0a1b2c3d\",\"i-0a1b2c3d\",\"i-0a1b2c3d\",\"i-0a1b2c3d\",\"i-0a1b2c3d\","
         "\"i-0a1b2c3d\",\"i-0a1b2c3d\",\"i-0a1b2c3d\",\"i-0a1b2c3d\",\"i-0a1b2c3d\",\"i-"
         "0a1b2c3d\",\"i-0a1b2c3d\",\"i-0a1b2c3d\",\"i-0a1b2c3d\",\"i-0a1b2c3d\",\"i-0a1b2c3d\","
         "\"i-0a1b2c3d\",\"i-0a1b2c3d\",\"i-0a1b2c3d\",\"i-0a1b2c3d\",\"i-0a1b2c3d\"]}"),
     SSMSPEC_VIEW_INIT(
         "{\"DocumentName\":\"AWS-RunShellScript\",\"InstanceIds\":[\"i-0a1b2c00\",\"i-0a1b2c01\","
         "\"i-0a1b2c02\",\"i-0a1b2c03\",\"i-0a1b2c04\",\"i-0a1b2c05\",\"i-0a1b2c06\",\"i-"
         "0a1b2c07\",\"i-0a1b2c08\",\"i-0a1b2c09\",\"i-0a1b2c10\",\"i-0a1b2c11\",\"i-0a1b2c12\","
         "\"i-0a1b2c13\",\"i-0a1b2c14\",\"i-0a1b2c15\",\"i-0a1b2c16\",\"i-0a1b2c17\",\"i-"
         "0a1b2c18\",\"i-0a1b2c19\",\"i-0a1b2c20\",\"i-0a1b2c21\",\"i-0a1b2c22\",\"i-0a1b2c23\","
         "\"i-0a1b2c24\",\"i-0a1b2c25\",\"i-0a1b2c26\",\"i-0a1b2c27\",\"i-0a1b2c28\",\"i-"
         "0a1b2c29\",\"i-0a1b2c30\",\"i-0a1b2c31\",\"i-0a1b2c32\",\"i-0a1b2c33\",\"i-0a1b2c34\","
         "\"i-0a1b2c35\",\"i-0a1b2c36\",\"i-0a1b2c37\",\"i-0a1b2c38\",\"i-0a1b2c39\",\"i-"
         "0a1b2c40\",\"i-0a1b2c41\",\"i-0a1b2c42\",\"i-0a1b2c43\",\"i-0a1b2c44\",\"i-0a1b2c45\","
         "\"i-0a1b2c46\",\"i-0a1b2c47\",\"i-0a1b2c48\",\"i-0a1b2c49\",\"i-0a1b2c50\"]}")},
    {"length-in-utf16",
     SSMSPEC_VIEW_INIT(
         "{\"DocumentName\":\"AWS-RunShellScript\",\"Comment\":"
         "\"\360\237\230\200\360\237\230\200\360\237\230\200\360\237\230\200\360\237\230\200\360"
         "\237\230\200\360\237\230\200\360\237\230\200\360\237\230\200\360\237\230\200\360\237\230"
         "\200\360\237\230\200\360\237\230\200\360\237\230\200\360\237\230\200\360\237\230\200\360"
         "\237\230\200\360\237\230\200\360\237\230\200\360\237\230\200\360\237\230\200\360\237\230"
         "\200\360\237\230\200\360\237\230\200\360\237\230\200\360\237\230\200\360\237\230\200\360"
         "\237\230\200\360\237\230\200\360\237\230\200\360\237\230\200\360\237\230\200\360\237\230"
         "\200\360\237\230\200\360\237\230\200\360\237\230\200\360\237\230\200\360\237\230\200\360"
         "\237\230\200\360\237\230\200\360\237\230\200\360\237\230\200\360\237\230\200\360\237\230"
         "\200\360\237\230\200\360\237\230\200\360\237\230\200\360\237\230\200\360\237\230\200\360"
         "\237\230\200\360\237\230\200\"}"),
     SSMSPEC_VIEW_INIT(
         "{\"DocumentName\":\"AWS-RunShellScript\",\"Comment\":"
         "\"\360\237\230\200\360\237\230\200\360\237\230\200\360\237\230\200\360\237\230\200\360"
         "\237\230\200\360\237\230\200\360\237\230\200\360\237\230\200\360\237\230\200\360\237\230"
         "\200\360\237\230\200\360\237\230\200\360\237\230\200\360\237\230\200\360\237\230\200\360"
         "\237\230\200\360\237\230\200\360\237\230\200\360\237\230\200\360\237\230\200\360\237\230"
         "\200\360\237\230\200\360\237\230\200\360\237\230\200\360\237\230\200\360\237\230\200\360"
         "\237\230\200\360\237\230\200\360\237\230\200\360\237\230\200\360\237\230\200\360\237\230"
         "\200\360\237\230\200\360\237\230\200\360\237\230\200\360\237\230\200\360\237\230\200\360"
         "\237\230\200\360\237\230\200\360\237\230\200\360\237\230\200\360\237\230\200\360\237\230"
         "\200\360\237\230\200\360\237\230\200\360\237\230\200\360\237\230\200\360\237\230\200\360"
         "\237\230\200\"}")},
    {"length-as-spelled",
     SSMSPEC_VIEW_INIT("{\"DocumentName\":\"AWS-RunShellScript\",\"Comment\":"
                       "\"\\u0061\\u0061\\u0061\\u0061\\u0061\\u0061\\u0061\\u0061\\u0061\\u0061\\u"
                       "0061\\u0061\\u0061\\u0061\\u0061\\u0061\\u0061\"}"),
     SSMSPEC_VIEW_INIT("{\"DocumentName\":\"AWS-RunShellScript\",\"Comment\":"
                       "\"\\u0061\\u0061\\u0061\\u0061\\u0061\\u0061\\u0061\\u0061\\u0061\\u0061\\u"
                       "0061\\u0061\\u0061\\u0061\\u0061\\u0061\"}")},
    {"later-lists-uncounted",
     SSMSPEC_VIEW_INIT("{\"DocumentName\":\"AWS-RunShellScript\",\"Targets\":[{\"Key\":\"tag:a\"},{"
                       "\"Key\":\"tag:b\",\"Values\":[\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\","
                       "\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\","
                       "\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\","
                       "\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\"]}]}"),
     SSMSPEC_VIEW_INIT("{\"DocumentName\":\"AWS-RunShellScript\",\"Targets\":[{\"Key\":\"tag:a\"},{"
                       "\"Key\":\"tag:b\",\"Values\":[\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\","
                       "\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\","
                       "\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\","
                       "\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\"]}]}")},
    {"tenth-violation-overwrites",
     SSMSPEC_VIEW_INIT("{\"DocumentVersion\":\"\",\"DocumentHashType\":\"\",\"TimeoutSeconds\":1,"
                       "\"OutputS3Region\":\"\",\"OutputS3BucketName\":\"\",\"MaxConcurrency\":"
                       "\"\",\"MaxErrors\":\"\",\"AlarmConfiguration\":{}}"),
     SSMSPEC_VIEW_INIT("{\"DocumentVersion\":\"\",\"DocumentHashType\":\"\",\"TimeoutSeconds\":1,"
                       "\"OutputS3Region\":\"\"}")},
    {"depth-of-lists-only",
     SSMSPEC_VIEW_INIT(
         "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{"
         "\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{"
         "\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{"
         "\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{"
         "\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{"
         "\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{"
         "\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{"
         "\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{"
         "\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{"
         "\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{"
         "\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{"
         "\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{"
         "\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{"
         "\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{"
         "\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{"
         "\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{"
         "\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{"
         "\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{"
         "\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{"
         "\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{"
         "\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{"
         "\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{"
         "\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{"
         "\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{"
         "\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{"
         "\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{"
         "\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{"
         "\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{"
         "\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{"
         "\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{"
         "\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{"
         "\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{"
         "\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{"
         "\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{"
         "\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{"
         "\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{"
         "\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{"
         "\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{"
         "\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{"
         "\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{"
         "\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{"
         "\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{"
         "\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":"),
     SSMSPEC_VIEW_INIT(
         "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
         "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
         "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
         "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
         "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
         "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[")},
    {"null-keeps-the-first",
     SSMSPEC_VIEW_INIT(
         "{\"DocumentName\":\"AWS-RunShellScript\",\"Comment\":\"a\",\"Comment\":null}"),
     SSMSPEC_VIEW_INIT("{\"DocumentName\":\"AWS-RunShellScript\",\"Comment\":null}")},
    {"first-key-counts",
     SSMSPEC_VIEW_INIT(
         "{\"DocumentName\":\"AWS-RunShellScript\",\"Parameters\":{\"a\":[\"x\"],\"a\":[\"y\"]}}"),
     SSMSPEC_VIEW_INIT(
         "{\"DocumentName\":\"AWS-RunShellScript\",\"Parameters\":{\"a\":[\"x\"],\"b\":[\"y\"]}}")},
    {"required-seen-before",
     SSMSPEC_VIEW_INIT(
         "{\"Filters\":[{\"key\":\"Status\",\"value\":\"Success\"},{\"key\":\"Status\"}]}"),
     SSMSPEC_VIEW_INIT(
         "{\"Filters\":[{\"key\":\"Status\"},{\"key\":\"Status\",\"value\":\"Success\"}]}")},
    {"rules-end-at-a-structure",
     SSMSPEC_VIEW_INIT("{\"DocumentName\":\"AWS-RunShellScript\",\"NotificationConfig\":{"
                       "\"NotificationType\":\"Command\"},\"MaxErrors\":\"x\"}"),
     SSMSPEC_VIEW_INIT("{\"DocumentName\":\"AWS-RunShellScript\",\"MaxErrors\":\"x\","
                       "\"NotificationConfig\":{\"NotificationType\":\"Command\"}}")},
    {"all-hides-bad-events",
     SSMSPEC_VIEW_INIT("{\"DocumentName\":\"AWS-RunShellScript\",\"NotificationConfig\":{"
                       "\"NotificationEvents\":[\"All\",\"Some\"]}}"),
     SSMSPEC_VIEW_INIT("{\"DocumentName\":\"AWS-RunShellScript\",\"NotificationConfig\":{"
                       "\"NotificationEvents\":[\"Some\",\"All\"]}}")},
    {"hash-type-needs-hash",
     SSMSPEC_VIEW_INIT("{\"DocumentName\":\"AWS-RunShellScript\",\"DocumentHashType\":\"Md5\"}"),
     SSMSPEC_VIEW_INIT("{\"DocumentName\":\"AWS-RunShellScript\",\"DocumentHashType\":\"Md5\","
                       "\"DocumentHash\":\"0\"}")},
    {"violation-before-type",
     SSMSPEC_VIEW_INIT(
         "{\"DocumentName\":\"AWS-RunShellScript\",\"MaxErrors\":\"x\",\"Comment\":7}"),
     SSMSPEC_VIEW_INIT(
         "{\"DocumentName\":\"AWS-RunShellScript\",\"Comment\":7,\"MaxErrors\":\"x\"}")},
    {"nodes-unchecked-beside-targets",
     SSMSPEC_VIEW_INIT("{\"DocumentName\":\"AWS-RunShellScript\",\"InstanceIds\":[\"i-1\"],"
                       "\"Targets\":[{\"Key\":\"tag:a\",\"Values\":[\"b\"]}]}"),
     SSMSPEC_VIEW_INIT(
         "{\"DocumentName\":\"AWS-RunShellScript\",\"InstanceIds\":[\"i-1\"],\"Targets\":[]}")},
};
#define WITNESS_COUNT (sizeof witnesses / sizeof *witnesses)

static struct ssmspec_tally try_one(const char *id, struct ssmspec_view body) {
    struct ssmspec_ledger ledger = {.is_silent = true};
    struct ssmspec_patterns *patterns = NULL;
    struct ssmspec_arena arena = {0};
    struct ssmspec_tally tally = {0};
    ASSERT_OK(ssmspec_patterns_new(&patterns));
    ssmspec_planted_try(&ledger, body, patterns, &arena);
    for (size_t i = 0; ssmspec_planted_bugs[i].id != NULL; i++) {
        tally = strcmp(ssmspec_planted_bugs[i].id, id) == 0 ? ledger.tallies[i] : tally;
    }
    ssmspec_arena_clear(&arena);
    ssmspec_patterns_free(patterns);
    return tally;
}

static void each_bug_shows(void **state) {
    (void)state;
    for (size_t i = 0; i < WITNESS_COUNT; i++) {
        const struct ssmspec_tally tally = try_one(witnesses[i].id, witnesses[i].shows);
        if (tally.triggered == 0 || tally.detected == 0) {
            fail_msg("%s: reached %d, triggered %d, detected %d", witnesses[i].id,
                     (int)tally.reached, (int)tally.triggered, (int)tally.detected);
        }
    }
}

static void what_is_near_only_reaches(void **state) {
    (void)state;
    for (size_t i = 0; i < WITNESS_COUNT; i++) {
        const struct ssmspec_tally tally = try_one(witnesses[i].id, witnesses[i].misses);
        if (tally.reached == 0 || tally.triggered > 0) {
            fail_msg("%s: reached %d, triggered %d", witnesses[i].id, (int)tally.reached,
                     (int)tally.triggered);
        }
    }
}

/* The faulty place is passed, and does harm only where nothing else is wrong. */
static void what_is_wrong_anyway_does_not_show(void **state) {
    (void)state;
    const struct ssmspec_tally tally = try_one(
        "hash-type-needs-hash", SSMSPEC_VIEW("{\"DocumentName\":7,\"DocumentHashType\":\"Md5\"}"));
    assert_int_equal(tally.triggered, 1);
    assert_int_equal(tally.detected, 0);
}

static bool has_witness(const char *id) {
    for (size_t i = 0; i < WITNESS_COUNT; i++) {
        if (strcmp(witnesses[i].id, id) == 0) {
            return true;
        }
    }
    return false;
}

static void four_classes_hold_two_dozen_bugs(void **state) {
    (void)state;
    size_t count = 0;
    unsigned classes = 0;
    for (; ssmspec_planted_bugs[count].id != NULL; count++) {
        const struct ssmspec_planted_bug *const bug = &ssmspec_planted_bugs[count];
        classes |= 1U << bug->class;
        if (bug->misread != NULL && !has_witness(bug->id)) {
            fail_msg("%s: no witness", bug->id);
        }
    }
    assert_true(count >= 24 && count <= SSMSPEC_PLANTED_MAX);
    assert_int_equal(classes, 15);
}

static const struct CMUnitTest tests[] = {
    cmocka_unit_test(each_bug_shows),
    cmocka_unit_test(what_is_near_only_reaches),
    cmocka_unit_test(what_is_wrong_anyway_does_not_show),
    cmocka_unit_test(four_classes_hold_two_dozen_bugs),
};

int main(void) {
    return RUN_TESTS(tests);
}
