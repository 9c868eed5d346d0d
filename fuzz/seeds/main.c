/* fuzz_seeds FOLDER: writes the distinct bodies of all conformance cases, as the reference endpoint
 * would receive them, so that the fuzzer starts from what the suite already knows. */
#include "fixtures/bindings/reference.h"
#include "src/case/template.h"
#include "suites/suite.h"

#include <stdio.h>

#define SEED_MAX ((size_t)4096) /* the harness's max_len: the engine would cut longer ones */

struct seeds {
    const char *folder;
    struct ssmspec_bindings bindings;
    size_t count;
};

static struct ssmspec_view fill_role(void *context, struct ssmspec_view role) {
    (void)context;
    if (ssmspec_view_is(role, SSMSPEC_ROLE_FRESH_ID) || ssmspec_view_is(role, SSMSPEC_ROLE_LIVE)) {
        return SSMSPEC_VIEW("11111111-2222-4333-8444-555555555555");
    }
    return (struct ssmspec_view){NULL, 0};
}

/* FNV-1a, 64 bits: enough to tell a thousand files apart. */
static uint64_t hash_of(struct ssmspec_view bytes) {
    uint64_t hash = UINT64_C(14695981039346656037);
    for (size_t i = 0; i < bytes.len; i++) {
        hash = (hash ^ (unsigned char)bytes.ptr[i]) * UINT64_C(1099511628211);
    }
    return hash;
}

/* Bodies that are alike get one name and so one file. */
static bool write_seed(struct seeds *seeds, struct ssmspec_view body) {
    char path[1024];
    const int length = snprintf(path, sizeof(path), "%s/%016llx", seeds->folder,
                                (unsigned long long)hash_of(body));
    if (length < 0 || (size_t)length >= sizeof(path)) {
        return false;
    }
    FILE *const file = fopen(path, "wb");
    if (file == NULL) {
        return false;
    }
    const bool is_whole = fwrite(body.ptr, 1, body.len, file) == body.len;
    seeds->count++;
    return fclose(file) == 0 && is_whole;
}

static bool add(struct seeds *seeds, const struct ssmspec_request *request) {
    struct ssmspec_bytes body = {0};
    if (request->body.len == 0 || request->body.len > 4 * SEED_MAX) {
        return true;
    }
    const enum ssmspec_err err =
        ssmspec_template_fill(request->body, &seeds->bindings, fill_role, NULL, &body, NULL);
    const bool is_wanted = body.len > 0 && body.len <= SEED_MAX;
    const bool is_done =
        err == SSMSPEC_OK && (!is_wanted || write_seed(seeds, ssmspec_bytes_view(&body)));
    ssmspec_bytes_clear(&body);
    return is_done;
}

/* Roles that stand for others: what they are where everything may happen. */
static enum ssmspec_err bind_aliases(struct ssmspec_bindings *bindings) {
    const struct ssmspec_role_alias *alias = ssmspec_run_command_suite.aliases;
    for (; alias->role != NULL; alias++) {
        const struct ssmspec_binding *const row =
            ssmspec_bindings_get(bindings, ssmspec_view_of(alias->then));
        ENSURE(row != NULL, SSMSPEC_ERR_UNBOUND);
        GUARD(ssmspec_bindings_set(bindings, ssmspec_view_of(alias->role), row->values[0]));
    }
    return SSMSPEC_OK;
}

static bool add_all(struct seeds *seeds, struct ssmspec_arena *arena) {
    struct ssmspec_cases cases;
    struct ssmspec_bytes why = {0};
    ssmspec_bindings_init(&seeds->bindings, arena);
    bool is_fine =
        ssmspec_bindings_reference(&seeds->bindings) == SSMSPEC_OK &&
        bind_aliases(&seeds->bindings) == SSMSPEC_OK &&
        ssmspec_cases_derive(&ssmspec_run_command_suite, arena, &cases, &why) == SSMSPEC_OK;
    for (size_t i = 0; is_fine && i < cases.count; i++) {
        is_fine = add(seeds, &cases.rows[i].request) && add(seeds, &cases.rows[i].control) &&
                  add(seeds, &cases.rows[i].foil);
    }
    ssmspec_bytes_clear(&why);
    return is_fine;
}

int main(int argc, char **argv) {
    if (argc != 2) {
        fprintf(stderr, "usage: fuzz_seeds FOLDER\n");
        return 2;
    }
    struct ssmspec_arena arena = {0};
    struct seeds seeds = {.folder = argv[1]};
    const bool is_fine = add_all(&seeds, &arena);
    ssmspec_arena_clear(&arena);
    if (!is_fine || seeds.count == 0) {
        fprintf(stderr, "fuzz_seeds: %s: not everything could be written\n", argv[1]);
        return 1;
    }
    printf("%zu bodies written to %s\n", seeds.count, argv[1]);
    return 0;
}
