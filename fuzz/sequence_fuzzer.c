/* Operations one after the other against the reference endpoint in process: ids are unique, what is
 * over stays over, what is refused or only read changes nothing, nobody is cancelled who never was,
 * and in the end everything has ended.
 * Mutator: fuzz/mutator/libfuzzer_steps.c
 * Options: max_len=64
 * Without feedback: the layers that read requests, which have harnesses of their own */
#include "fuzz/harness.h"
#include "fuzz/sequence/steps.h"
#include "src/response/response.h"

SSMSPEC_ORACLE_ID(sequence_unchanged);
SSMSPEC_ORACLE_ID(sequence_unknown_id);
SSMSPEC_ORACLE_ID(sequence_unique_id);
SSMSPEC_ORACLE_ID(sequence_same_refusal);
SSMSPEC_ORACLE_ID(sequence_json);
SSMSPEC_ORACLE_ID(sequence_ends);

#define STEPS_MAX 24
#define DAYS_60_MS (INT64_C(60) * 86400 * 1000) /* delivery takes 30 days at most, running two */

static struct ssmspec_world world;

static const struct ssmspec_json *read_body(struct ssmspec_view body) {
    const struct ssmspec_json *root = NULL;
    const enum ssmspec_err err = ssmspec_json_read(body, NULL, &world.arena, &root, NULL);
    SSMSPEC_ORACLE(sequence_json, err == SSMSPEC_OK && root->type == SSMSPEC_JSON_OBJECT, "%.*s",
                   (int)body.len, body.ptr);
    return root;
}

static void note_id(const struct ssmspec_json *root) {
    const struct ssmspec_view id =
        ssmspec_json_member_text(ssmspec_json_member(root, "Command"), "CommandId");
    SSMSPEC_ORACLE(sequence_unique_id, ssmspec_is_uuid(id), "%.*s", (int)id.len, id.ptr);
    for (size_t i = 0; i < world.id_count; i++) {
        SSMSPEC_ORACLE(sequence_unique_id, !ssmspec_view_is(id, world.ids[i]), "%s again",
                       world.ids[i]);
    }
    memcpy(world.ids[world.id_count], id.ptr, id.len);
    world.ids[world.id_count++][id.len] = '\0';
}

static void note_token(const struct ssmspec_json *root) {
    const struct ssmspec_view token = ssmspec_json_member_text(root, "NextToken");
    if (token.len > 0 && token.len < sizeof(world.token)) {
        memcpy(world.token, token.ptr, token.len);
        world.token[token.len] = '\0';
    }
}

/* The same again is refused in the same words. */
static void check_refusal(const struct ssmspec_step *step, struct ssmspec_view first) {
    const struct ssmspec_response again =
        ssmspec_world_ask(&world, step->operation, ssmspec_bytes_view(&step->body));
    SSMSPEC_ORACLE(sequence_same_refusal, again.status == 400 && ssmspec_view_eq(again.body, first),
                   "%s: %.*s", step->operation, (int)again.body.len, again.body.ptr);
}

static void check_step(const struct ssmspec_step *step) {
    const uint64_t before = ssmspec_world_print(&world);
    const struct ssmspec_response response =
        ssmspec_world_ask(&world, step->operation, ssmspec_bytes_view(&step->body));
    const struct ssmspec_json *const root = read_body(response.body);
    const struct ssmspec_view type = ssmspec_json_member_text(root, "__type");
    const bool is_cancelling = strcmp(step->operation, "CancelCommand") == 0;
    if (response.status == 200 && strcmp(step->operation, "SendCommand") == 0) {
        note_id(root);
    }
    note_token(root);
    SSMSPEC_ORACLE(sequence_unknown_id,
                   !is_cancelling || !step->names_nothing ||
                       ssmspec_view_is(type, "InvalidCommandId") ||
                       ssmspec_view_is(type, "ValidationException"),
                   "%.*s", (int)response.body.len, response.body.ptr);
    SSMSPEC_ORACLE(sequence_unknown_id,
                   !step->names_a_command || !ssmspec_view_is(type, "InvalidCommandId"), "%s",
                   step->body.ptr);
    if (response.status != 200) {
        check_refusal(step, response.body);
    }
    const bool is_changed = ssmspec_world_print(&world) != before;
    SSMSPEC_ORACLE(sequence_unchanged, !is_changed || (response.status == 200 && !step->is_reading),
                   "%s changed something: %s", step->operation, step->body.ptr);
}

static void run_step(const uint8_t bytes[SSMSPEC_STEP_BYTES]) {
    static struct ssmspec_step step; /* its memory serves the next one */
    ssmspec_step_read(&world, bytes, &step);
    if (step.operation != NULL) {
        check_step(&step);
    } else {
        world.now_ms += step.wait_ms;
        ssmspec_world_look(&world);
    }
    ssmspec_arena_reset(&world.arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    const size_t steps = size / SSMSPEC_STEP_BYTES;
    ssmspec_world_reset(&world);
    for (size_t i = 0; i < steps && i < STEPS_MAX; i++) {
        run_step(data + i * SSMSPEC_STEP_BYTES);
    }
    world.now_ms += DAYS_60_MS;
    ssmspec_world_look(&world);
    SSMSPEC_ORACLE(sequence_ends, world.open_count == 0, "%zu still open", world.open_count);
    ssmspec_world_reset(&world);
    return 0;
}
