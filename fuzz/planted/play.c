#include "fuzz/planted/play.h"

#include "fuzz/planted/moments.h"
#include "fuzz/sequence/steps.h"

#define STEPS_MAX 24 /* as the harness without planted bugs has them */

static void note_id(struct ssmspec_world *world, const struct ssmspec_json *answer) {
    const struct ssmspec_view id =
        ssmspec_json_member_text(ssmspec_json_member(answer, "Command"), "CommandId");
    if (id.len > 0 && id.len < sizeof(world->ids[0])) {
        memcpy(world->ids[world->id_count], id.ptr, id.len);
        world->ids[world->id_count++][id.len] = '\0';
    }
}

static void note_token(struct ssmspec_world *world, const struct ssmspec_json *answer,
                       struct ssmspec_moment *moment) {
    const struct ssmspec_view token = ssmspec_json_member_text(answer, "NextToken");
    if (token.len > 0 && token.len < sizeof(world->token)) {
        memcpy(world->token, token.ptr, token.len);
        world->token[token.len] = '\0';
        moment->has_token = true;
        moment->token_serial = world->endpoint->store.newest;
    }
}

static const struct ssmspec_json *read_json(struct ssmspec_world *world, struct ssmspec_view body) {
    const struct ssmspec_json *root = NULL;
    return ssmspec_json_read(body, NULL, &world->arena, &root, NULL) == SSMSPEC_OK ? root : NULL;
}

static void ask(struct ssmspec_ledger *ledger, struct ssmspec_world *world,
                struct ssmspec_moment *moment, const struct ssmspec_step *step) {
    ssmspec_moment_begin(moment, world->endpoint, world->now_ms);
    const struct ssmspec_response response =
        ssmspec_world_ask(world, step->operation, ssmspec_bytes_view(&step->body));
    const struct ssmspec_json *const answer = read_json(world, response.body);
    moment->is_cancel = strcmp(step->operation, "CancelCommand") == 0;
    moment->input = read_json(world, ssmspec_bytes_view(&step->body));
    moment->status = response.status;
    ssmspec_moment_end(moment, ledger);
    note_id(world, response.status == 200 ? answer : NULL);
    note_token(world, answer, moment);
}

void ssmspec_planted_play(struct ssmspec_ledger *ledger, struct ssmspec_world *world,
                          struct ssmspec_view steps) {
    struct ssmspec_moment moment = {.has_token = false};
    struct ssmspec_step step = {.operation = NULL};
    ssmspec_world_reset(world);
    for (size_t i = 0; i < STEPS_MAX && (i + 1) * SSMSPEC_STEP_BYTES <= steps.len; i++) {
        ssmspec_step_read(world, (const uint8_t *)steps.ptr + i * SSMSPEC_STEP_BYTES, &step);
        world->now_ms += step.wait_ms;
        if (step.operation != NULL) {
            ask(ledger, world, &moment, &step);
        }
        ssmspec_arena_reset(&world->arena);
    }
    ssmspec_bytes_clear(&step.body);
}
