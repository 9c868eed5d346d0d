#include "runner/exits.h"
#include "runner/loaded.h"
#include "runner/verbs.h"
#include "src/run/digest.h"
#include "suites/service.h"

#include <stdio.h>

static enum ssmspec_err print(const struct ssmspec_options *options, struct ssmspec_arena *arena,
                              struct ssmspec_bytes *why) {
    struct ssmspec_cases cases;
    char digest[SSMSPEC_SIGNATURE_HEX];
    GUARD(ssmspec_load_cases(options, arena, &cases, why));
    GUARD(ssmspec_suite_digest(&cases, digest));
    const bool is_json = ssmspec_is_given(options, SSMSPEC_FLAG_JSON);
    (void)printf(is_json ? "{\"name\":\"ssmspec\",\"version\":\"%s\",\"model\":\"%s %s\","
                           "\"cases\":%zu,\"suite_digest\":\"%.*s\"}\n"
                         : "ssmspec %s, model %s %s, %zu cases, digest %.*s\n",
                 SSMSPEC_VERSION, ssmspec_run_command.name, ssmspec_run_command.version,
                 cases.count, (int)sizeof digest, digest);
    return SSMSPEC_OK;
}

int ssmspec_verb_version(const struct ssmspec_options *options, ssmspec_env_fn env) {
    (void)env;
    struct ssmspec_arena arena = {0};
    struct ssmspec_bytes why = {0};
    const enum ssmspec_err err = print(options, &arena, &why);
    const int code = err == SSMSPEC_OK ? SSMSPEC_EXIT_OK : ssmspec_complain(err, &why);
    ssmspec_bytes_clear(&why);
    ssmspec_arena_clear(&arena);
    return code;
}
