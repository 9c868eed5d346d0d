#include "runner/identity.h"

#include "runner/files.h"
#include "runner/profile.h"
#include "src/response/plain.h"

#include <unistd.h>

#define FILE_LIMIT ((size_t)1 << 20)

/* The two shared files, empty where they do not exist. */
struct shared {
    struct ssmspec_view credentials;
    struct ssmspec_view config;
    struct ssmspec_view profile;        /* its section in the credentials file */
    struct ssmspec_view config_section; /* and in the config file */
};

struct ssmspec_credentials ssmspec_sample_credentials(void) {
    return (struct ssmspec_credentials){
        .access_key_id = SSMSPEC_VIEW("AKIDEXAMPLE"),
        .secret_access_key = SSMSPEC_VIEW("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"),
    };
}

static const char *first_of(const char *a, const char *b) {
    return a != NULL && a[0] != '\0' ? a : b;
}

/* The variable's path, else the default one below HOME; NULL without a HOME. */
static const char *shared_path(ssmspec_env_fn env, const char *variable, const char *name,
                               struct ssmspec_arena *arena) {
    const char *given = first_of(env(variable), NULL);
    const char *home = first_of(env("HOME"), NULL);
    if (given != NULL || home == NULL) {
        return given;
    }
    return ssmspec_arena_printf(arena, "%s/.aws/%s", home, name);
}

static enum ssmspec_err read_shared(ssmspec_env_fn env, const char *variable, const char *name,
                                    struct ssmspec_arena *arena, struct ssmspec_view *out,
                                    struct ssmspec_bytes *why) {
    *out = SSMSPEC_VIEW("");
    const char *path = shared_path(env, variable, name, arena);
    if (path == NULL || access(path, F_OK) != 0) {
        return SSMSPEC_OK;
    }
    return ssmspec_file_read(path, FILE_LIMIT, arena, out, why);
}

static enum ssmspec_err open_shared(const struct ssmspec_options *options, ssmspec_env_fn env,
                                    struct ssmspec_arena *arena, struct shared *out,
                                    struct ssmspec_bytes *why) {
    GUARD(read_shared(env, "AWS_SHARED_CREDENTIALS_FILE", "credentials", arena, &out->credentials,
                      why));
    GUARD(read_shared(env, "AWS_CONFIG_FILE", "config", arena, &out->config, why));
    struct ssmspec_view named = ssmspec_option(options, SSMSPEC_FLAG_PROFILE);
    if (named.ptr == NULL) {
        named = ssmspec_view_of(first_of(env("AWS_PROFILE"), NULL));
    }
    out->profile = named.ptr == NULL ? SSMSPEC_VIEW("default") : named;
    out->config_section = out->profile;
    if (!ssmspec_view_is(out->profile, "default")) {
        const char *section =
            ssmspec_arena_printf(arena, "profile %.*s", (int)out->profile.len, out->profile.ptr);
        ENSURE(section != NULL, SSMSPEC_ERR_NOMEM);
        out->config_section = ssmspec_view_of(section);
    }
    if (named.ptr == NULL || ssmspec_profile_exists(out->credentials, out->profile) ||
        ssmspec_profile_exists(out->config, out->config_section)) {
        return SSMSPEC_OK;
    }
    ssmspec_bytes_printf(why, "the profile \"%.*s\" stands in no shared AWS file", (int)named.len,
                         named.ptr);
    return SSMSPEC_ERR_USAGE;
}

static struct ssmspec_view shared_value(const struct shared *shared, const char *key) {
    const struct ssmspec_view value =
        ssmspec_profile_value(shared->credentials, shared->profile, key);
    return value.len > 0 ? value
                         : ssmspec_profile_value(shared->config, shared->config_section, key);
}

static enum ssmspec_err from_environment(ssmspec_env_fn env, struct ssmspec_identity *out,
                                         struct ssmspec_bytes *why) {
    const char *id = first_of(env("AWS_ACCESS_KEY_ID"), NULL);
    const char *secret = first_of(env("AWS_SECRET_ACCESS_KEY"), NULL);
    if ((id == NULL) != (secret == NULL)) {
        ssmspec_bytes_add_text(
            why, "only one of AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY is set: set both");
        return SSMSPEC_ERR_USAGE;
    }
    if (id == NULL) {
        return SSMSPEC_OK;
    }
    out->credentials = (struct ssmspec_credentials){
        .access_key_id = ssmspec_view_of(id),
        .secret_access_key = ssmspec_view_of(secret),
        .session_token = ssmspec_view_of(first_of(env("AWS_SESSION_TOKEN"), NULL)),
    };
    out->origin = "the environment";
    return SSMSPEC_OK;
}

static void from_profile(const struct shared *shared, struct ssmspec_identity *out) {
    const struct ssmspec_view id = shared_value(shared, "aws_access_key_id");
    const struct ssmspec_view secret = shared_value(shared, "aws_secret_access_key");
    if (id.len == 0 || secret.len == 0) {
        return;
    }
    const struct ssmspec_view token = shared_value(shared, "aws_session_token");
    out->credentials = (struct ssmspec_credentials){
        .access_key_id = id,
        .secret_access_key = secret,
        .session_token = token.len > 0 ? token : (struct ssmspec_view){0},
    };
    out->origin = "the shared AWS files";
}

/* profile is what the shared files say, and may be empty. */
static struct ssmspec_view find_region(const struct ssmspec_options *options, ssmspec_env_fn env,
                                       struct ssmspec_view profile) {
    const struct ssmspec_view flag = ssmspec_option(options, SSMSPEC_FLAG_REGION);
    if (flag.ptr != NULL) {
        return flag;
    }
    const char *variable = first_of(env("AWS_REGION"), first_of(env("AWS_DEFAULT_REGION"), NULL));
    if (variable != NULL) {
        return ssmspec_view_of(variable);
    }
    return profile.len > 0 ? profile : SSMSPEC_VIEW("us-east-1");
}

/* A named profile goes over the variables, as it does in the AWS CLI when it is a flag. */
static enum ssmspec_err find_credentials(const struct ssmspec_options *options, ssmspec_env_fn env,
                                         const struct shared *shared, struct ssmspec_identity *out,
                                         struct ssmspec_bytes *why) {
    if (!ssmspec_is_given(options, SSMSPEC_FLAG_PROFILE)) {
        GUARD(from_environment(env, out, why));
    }
    if (out->origin == NULL) {
        from_profile(shared, out);
    }
    if (out->origin == NULL) {
        out->credentials = ssmspec_sample_credentials();
        out->origin = "the sample pair AKIDEXAMPLE";
    }
    return SSMSPEC_OK;
}

/* Printable ASCII without blanks: what can stand in a header as it is. */
static bool is_word(struct ssmspec_view text) {
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] <= ' ' || text.ptr[i] > '~') {
            return false;
        }
    }
    return text.len > 0;
}

static bool is_region(struct ssmspec_view text) {
    for (size_t i = 0; i < text.len; i++) {
        const char c = text.ptr[i];
        const bool is_part =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
        if (!is_part) {
            return false;
        }
    }
    return text.len > 0 && text.len <= 64;
}

static enum ssmspec_err check_region(struct ssmspec_view region, struct ssmspec_bytes *why) {
    if (is_region(region)) {
        return SSMSPEC_OK;
    }
    ssmspec_bytes_add_text(why, "the region is no name of a region: \"");
    ssmspec_plain_add(why, region, 80);
    ssmspec_bytes_add_text(why, "\"");
    return SSMSPEC_ERR_USAGE;
}

/* A line end behind a key is the usual mistake; signing it would blame the endpoint. */
static enum ssmspec_err check(const struct ssmspec_identity *identity, struct ssmspec_bytes *why) {
    const struct ssmspec_credentials *credentials = &identity->credentials;
    const char *wrong = NULL;
    if (!is_word(credentials->access_key_id) || !is_word(credentials->secret_access_key)) {
        wrong = "the access key pair holds a blank, a line end or another odd character";
    } else if (credentials->session_token.ptr != NULL && !is_word(credentials->session_token)) {
        wrong = "the session token holds a blank, a line end or another odd character";
    }
    if (wrong == NULL) {
        return SSMSPEC_OK;
    }
    ssmspec_bytes_printf(why, "%s (taken from %s)", wrong, identity->origin);
    return SSMSPEC_ERR_USAGE;
}

enum ssmspec_err ssmspec_identity_find(const struct ssmspec_options *options, ssmspec_env_fn env,
                                       struct ssmspec_arena *arena, struct ssmspec_identity *out,
                                       struct ssmspec_bytes *why) {
    *out = (struct ssmspec_identity){0};
    struct shared shared = {0};
    GUARD(open_shared(options, env, arena, &shared, why));
    GUARD(find_credentials(options, env, &shared, out, why));
    out->region = find_region(options, env, shared_value(&shared, "region"));
    GUARD(check_region(out->region, why));
    return check(out, why);
}

enum ssmspec_err ssmspec_region_find(const struct ssmspec_options *options, ssmspec_env_fn env,
                                     struct ssmspec_view *out, struct ssmspec_bytes *why) {
    *out = find_region(options, env, (struct ssmspec_view){0});
    return check_region(*out, why);
}
