#include "runner/trust.h"

#include "runner/files.h"

#define BUNDLE_LIMIT ((size_t)8 << 20)

/* A file without one would end in a handshake that fails, as if the endpoint were to blame. */
static enum ssmspec_err check_bundle(struct ssmspec_view path, struct ssmspec_arena *scratch,
                                     struct ssmspec_bytes *why) {
    struct ssmspec_view bundle;
    const char *const name = ssmspec_arena_text(scratch, path);
    ENSURE(name != NULL, SSMSPEC_ERR_NOMEM);
    GUARD(ssmspec_file_read(name, BUNDLE_LIMIT, scratch, &bundle, why));
    if (ssmspec_view_find(bundle, SSMSPEC_VIEW("-----BEGIN ")) < bundle.len) {
        return SSMSPEC_OK;
    }
    ssmspec_bytes_printf(why, "%s: it holds no certificate in PEM form", name);
    return SSMSPEC_ERR_CONFIG;
}

enum ssmspec_err ssmspec_trust_find(const struct ssmspec_options *options, ssmspec_env_fn env,
                                    bool is_tls, struct ssmspec_view *out,
                                    struct ssmspec_bytes *why) {
    const char *const variable = is_tls ? env("AWS_CA_BUNDLE") : NULL;
    struct ssmspec_view path = ssmspec_option(options, SSMSPEC_FLAG_CA_BUNDLE);
    if (path.ptr == NULL && variable != NULL && variable[0] != '\0') {
        path = ssmspec_view_of(variable);
    }
    if (path.ptr != NULL) {
        struct ssmspec_arena scratch = {0};
        const enum ssmspec_err err = check_bundle(path, &scratch, why);
        ssmspec_arena_clear(&scratch);
        GUARD(err);
    }
    *out = path;
    return SSMSPEC_OK;
}
