#include "runner/target.h"

#include "fixtures/bindings/reference.h"
#include "runner/files.h"
#include "runner/hosts.h"
#include "runner/trust.h"
#include "suites/roles.h"
#include "suites/service.h"
#include "suites/suite.h"

#define BINDINGS_LIMIT ((size_t)1 << 20)

static struct ssmspec_view configured_url(const struct ssmspec_options *options,
                                          ssmspec_env_fn env) {
    const struct ssmspec_view flag = ssmspec_option(options, SSMSPEC_FLAG_ENDPOINT_URL);
    if (flag.ptr != NULL) {
        return flag;
    }
    const char *const variables[] = {"AWS_ENDPOINT_URL_SSM", "AWS_ENDPOINT_URL"};
    for (size_t i = 0; i < 2; i++) {
        const struct ssmspec_view value = ssmspec_view_of(env(variables[i]));
        if (value.len > 0) {
            return value;
        }
    }
    return (struct ssmspec_view){0};
}

static enum ssmspec_err check_key(const struct ssmspec_options *options,
                                  struct ssmspec_bytes *why) {
    const struct ssmspec_view account = ssmspec_option(options, SSMSPEC_FLAG_ALLOW_LIVE_AWS);
    if (account.ptr == NULL || ssmspec_is_account_id(account)) {
        return SSMSPEC_OK;
    }
    ssmspec_option_spell(options, SSMSPEC_FLAG_ALLOW_LIVE_AWS, why);
    ssmspec_bytes_add_text(why, " takes an account id of twelve digits");
    return SSMSPEC_ERR_USAGE;
}

static enum ssmspec_err check_lock(const struct ssmspec_options *options, struct ssmspec_view host,
                                   struct ssmspec_bytes *why) {
    if (!ssmspec_host_is_aws(host) || ssmspec_is_given(options, SSMSPEC_FLAG_ALLOW_LIVE_AWS)) {
        return SSMSPEC_OK;
    }
    ssmspec_bytes_printf(why,
                         "%.*s is AWS itself, where SendCommand runs code on real machines; "
                         "--allow-live-aws ACCOUNT_ID unlocks it",
                         (int)host.len, host.ptr);
    return SSMSPEC_ERR_USAGE;
}

static enum ssmspec_err open_url(const struct ssmspec_options *options, struct ssmspec_view url,
                                 struct ssmspec_arena *arena, struct ssmspec_target *out,
                                 enum ssmspec_effect *effects, struct ssmspec_bytes *why) {
    struct ssmspec_view host;
    out->url = url;
    GUARD(ssmspec_url_check(url, arena, &out->shown, &host, why));
    GUARD(check_lock(options, host, why));
    *effects = ssmspec_host_is_loopback(host) ? SSMSPEC_EFFECT_CREATE : SSMSPEC_EFFECT_NONE;
    return SSMSPEC_OK;
}

/* The embedded endpoint knows its own sample pair and no other. */
static enum ssmspec_err open_reference(struct ssmspec_arena *arena, struct ssmspec_target *out,
                                       enum ssmspec_effect *effects, struct ssmspec_bytes *why) {
    out->identity.credentials = ssmspec_sample_credentials();
    out->identity.origin = "the sample pair AKIDEXAMPLE";
    const char *region = ssmspec_arena_text(arena, out->identity.region);
    ENSURE(region != NULL, SSMSPEC_ERR_NOMEM);
    const struct ssmspec_reference_options options = {.region = region, .verify = true};
    GUARD(ssmspec_reference_start(&options, &out->reference, why));
    const char *url =
        ssmspec_arena_printf(arena, "http://127.0.0.1:%u", ssmspec_reference_port(out->reference));
    ENSURE(url != NULL, SSMSPEC_ERR_NOMEM);
    out->url = ssmspec_view_of(url);
    out->shown = out->url;
    *effects = SSMSPEC_EFFECT_EXECUTE;
    return SSMSPEC_OK;
}

static enum ssmspec_err merge_file(const char *path, struct ssmspec_arena *arena,
                                   struct ssmspec_bindings *bindings, struct ssmspec_bytes *why) {
    struct ssmspec_view document;
    GUARD(ssmspec_file_read(path, BINDINGS_LIMIT, arena, &document, why));
    struct ssmspec_bytes reason = {0};
    const enum ssmspec_err err =
        ssmspec_bindings_merge(bindings, document, ssmspec_run_command_roles, &reason);
    if (err == SSMSPEC_ERR_CONFIG) {
        ssmspec_bytes_printf(why, "%s:%s", path, ssmspec_bytes_view(&reason).ptr);
    }
    ssmspec_bytes_clear(&reason);
    return err;
}

static enum ssmspec_err bind(const struct ssmspec_options *options, struct ssmspec_arena *arena,
                             struct ssmspec_target *out, struct ssmspec_bytes *why) {
    const struct ssmspec_view given = ssmspec_option(options, SSMSPEC_FLAG_BINDINGS);
    ssmspec_bindings_init(&out->bindings, arena);
    out->bindings_origin = "defaults";
    if (out->reference != NULL || ssmspec_view_is(given, "reference")) {
        out->bindings_origin = "reference";
        GUARD(ssmspec_bindings_reference(&out->bindings));
    } else {
        GUARD(ssmspec_bindings_defaults(&out->bindings));
    }
    if (given.ptr == NULL || ssmspec_view_is(given, "reference")) {
        return SSMSPEC_OK;
    }
    out->bindings_origin = ssmspec_arena_text(arena, given);
    ENSURE(out->bindings_origin != NULL, SSMSPEC_ERR_NOMEM);
    return merge_file(out->bindings_origin, arena, &out->bindings, why);
}

/* What is known without asking the endpoint. */
static void note_signatures(struct ssmspec_target *out) {
    if (!out->is_signing) {
        out->bindings.sigv4 = SSMSPEC_ABSENT;
        out->bindings.no_sigv4_reason = "requests are not signed: --no-sign-request";
        return;
    }
    if (out->bindings.sigv4 == SSMSPEC_ABSENT) {
        out->bindings.no_sigv4_reason = "the bindings declare that signatures are not verified";
        return;
    }
    if (out->bindings.sigv4 == SSMSPEC_PRESENT) {
        out->signatures = "the bindings declare that signatures are verified";
    }
}

static enum ssmspec_err open_target(const struct ssmspec_options *options, ssmspec_env_fn env,
                                    struct ssmspec_arena *arena, struct ssmspec_target *out,
                                    struct ssmspec_bytes *why) {
    GUARD(ssmspec_identity_find(options, env, arena, &out->identity, why));
    out->is_signing = !ssmspec_is_given(options, SSMSPEC_FLAG_NO_SIGN_REQUEST);
    GUARD(check_key(options, why));
    const struct ssmspec_view url = configured_url(options, env);
    const bool is_tls = ssmspec_view_eq_nocase(ssmspec_view_sub(url, 0, 6), SSMSPEC_VIEW("https:"));
    GUARD(ssmspec_trust_find(options, env, is_tls, &out->ca_file, why));
    enum ssmspec_effect effects;
    if (url.ptr != NULL) {
        GUARD(open_url(options, url, arena, out, &effects, why));
    } else {
        GUARD(open_reference(arena, out, &effects, why));
    }
    GUARD(bind(options, arena, out, why));
    note_signatures(out);
    int limit;
    GUARD(ssmspec_option_word(options, SSMSPEC_FLAG_EFFECTS, ssmspec_effect_words, (int)effects,
                              &limit, why));
    out->effects = (enum ssmspec_effect)limit;
    return ssmspec_plan_aliases(&ssmspec_run_command_suite, &out->bindings, out->effects);
}

enum ssmspec_err ssmspec_target_open(const struct ssmspec_options *options, ssmspec_env_fn env,
                                     struct ssmspec_arena *arena, struct ssmspec_target *out,
                                     struct ssmspec_bytes *why) {
    *out = (struct ssmspec_target){0};
    const enum ssmspec_err err = open_target(options, env, arena, out, why);
    if (err != SSMSPEC_OK) {
        ssmspec_target_close(out);
    }
    return err;
}

void ssmspec_target_close(struct ssmspec_target *target) {
    ssmspec_reference_stop(target->reference);
    target->reference = NULL;
}

enum ssmspec_err ssmspec_target_connect(const struct ssmspec_target *target,
                                        const struct ssmspec_options *options, size_t jobs,
                                        double timeout_seconds, const volatile int *stop,
                                        struct ssmspec_transporter *out,
                                        struct ssmspec_bytes *why) {
    const struct ssmspec_http_options http = {
        .url = target->url,
        .credentials = target->is_signing ? &target->identity.credentials : NULL,
        .scope = {.region = target->identity.region,
                  .service = ssmspec_view_of(ssmspec_run_command.name)},
        .jobs = jobs,
        .timeout_seconds = timeout_seconds,
        .ca_file = target->ca_file,
        .skip_tls_verification = ssmspec_is_given(options, SSMSPEC_FLAG_NO_VERIFY_SSL),
        .stop = stop,
    };
    return ssmspec_http_new(&http, out, why);
}
