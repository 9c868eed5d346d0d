#include "fuzz/sequence/world.h"

#include "fixtures/endpoint/call.h"
#include "fuzz/oracle.h"
#include "src/json/json.h"

SSMSPEC_ORACLE_ID(world_setup);
SSMSPEC_ORACLE_ID(world_answered);
SSMSPEC_ORACLE_ID(world_listed);
SSMSPEC_ORACLE_ID(world_final_stays);

#define START_MS INT64_C(1700000000000)
#define SEED 7

static int64_t read_clock(void *context) {
    const int64_t *const now_ms = context;
    return *now_ms;
}

static void open_endpoint(struct ssmspec_world *world) {
    const struct ssmspec_endpoint_options options = {
        .clock = read_clock, .clock_context = &world->now_ms, .seed = SEED};
    SSMSPEC_ORACLE(world_setup, ssmspec_endpoint_new(&options, &world->endpoint) == SSMSPEC_OK,
                   "no endpoint");
}

/* Opening an endpoint compiles its patterns, which takes longer than a whole sequence. So one is
 * kept, and only what requests leave behind is renewed. */
void ssmspec_world_reset(struct ssmspec_world *world) {
    if (world->endpoint == NULL) {
        open_endpoint(world);
    }
    ssmspec_store_clear(&world->endpoint->store);
    const enum ssmspec_err err =
        ssmspec_store_init(&world->endpoint->store, SSMSPEC_WORLD_COMMANDS_MAX + 1);
    SSMSPEC_ORACLE(world_setup, err == SSMSPEC_OK, "no store");
    world->endpoint->ids.state = SEED;
    world->now_ms = START_MS;
    world->id_count = 0;
    world->token[0] = '\0';
    world->final_count = 0;
    ssmspec_arena_reset(&world->arena);
}

struct ssmspec_response ssmspec_world_ask(struct ssmspec_world *world, const char *operation,
                                          struct ssmspec_view body) {
    static const char prefix[] = "AmazonSSM.";
    char target[64];
    struct ssmspec_response response = {0};
    memcpy(target, prefix, sizeof prefix - 1);
    memcpy(target + sizeof prefix - 1, operation, strlen(operation) + 1);
    const struct ssmspec_request request = {
        .method = SSMSPEC_VIEW("POST"),
        .path = SSMSPEC_VIEW("/"),
        .target = ssmspec_view_of(target),
        .content_type = SSMSPEC_VIEW("application/x-amz-json-1.1"),
        .body = body,
    };
    const enum ssmspec_err err =
        ssmspec_endpoint_answer(world->endpoint, &request, &world->arena, &response);
    SSMSPEC_ORACLE(world_answered, err == SSMSPEC_OK, "%s: %s", operation, ssmspec_err_text(err));
    SSMSPEC_ORACLE(world_answered, response.status == 200 || response.status == 400, "%s: %d",
                   operation, response.status);
    return response;
}

static bool is_final(struct ssmspec_view status) {
    return ssmspec_view_is(status, "Success") || ssmspec_view_is(status, "Cancelled") ||
           ssmspec_view_is(status, "Failed") || ssmspec_view_is(status, "TimedOut");
}

static bool is_of(const struct ssmspec_final *final, struct ssmspec_view id,
                  struct ssmspec_view node) {
    return ssmspec_view_is(id, final->id) && ssmspec_view_is(node, final->node);
}

static void keep(char *room, size_t size, struct ssmspec_view text) {
    SSMSPEC_ORACLE(world_listed, text.len < size, "%.*s", (int)text.len, text.ptr);
    if (text.len > 0) {
        memcpy(room, text.ptr, text.len);
    }
    room[text.len] = '\0';
}

static void add_final(struct ssmspec_world *world, struct ssmspec_view id, struct ssmspec_view node,
                      struct ssmspec_view status) {
    SSMSPEC_ORACLE(world_listed, world->final_count < SSMSPEC_WORLD_FINALS_MAX, "too many rows");
    struct ssmspec_final *const final = &world->finals[world->final_count++];
    keep(final->id, sizeof final->id, id);
    keep(final->node, sizeof final->node, node);
    keep(final->status, sizeof final->status, status);
}

/* Unchanged for ever once it is final. */
static void note_row(struct ssmspec_world *world, const struct ssmspec_json *row) {
    const struct ssmspec_view id = ssmspec_json_member_text(row, "CommandId");
    const struct ssmspec_view node = ssmspec_json_member_text(row, "InstanceId");
    const struct ssmspec_view status = ssmspec_json_member_text(row, "Status");
    world->open_count += !is_final(status);
    for (size_t i = 0; i < world->final_count; i++) {
        const struct ssmspec_final *const final = &world->finals[i];
        if (is_of(final, id, node)) {
            SSMSPEC_ORACLE(world_final_stays, ssmspec_view_is(status, final->status),
                           "%s %s is %.*s, was %s", final->id, final->node, (int)status.len,
                           status.ptr, final->status);
            return;
        }
    }
    if (is_final(status)) {
        add_final(world, id, node, status);
    }
}

/* The rows of both lists, each with the same three names where it has them. */
static void look_at(struct ssmspec_world *world, const char *operation) {
    const struct ssmspec_json *root = NULL;
    const struct ssmspec_response response =
        ssmspec_world_ask(world, operation, SSMSPEC_VIEW("{\"MaxResults\":50}"));
    SSMSPEC_ORACLE(world_listed, response.status == 200, "%s: %.*s", operation,
                   (int)response.body.len, response.body.ptr);
    const enum ssmspec_err err = ssmspec_json_read(response.body, NULL, &world->arena, &root, NULL);
    SSMSPEC_ORACLE(world_listed, err == SSMSPEC_OK && root->first != NULL, "%.*s",
                   (int)response.body.len, response.body.ptr);
    for (const struct ssmspec_json *row = root->first->first; row != NULL; row = row->next) {
        note_row(world, row);
    }
}

void ssmspec_world_look(struct ssmspec_world *world) {
    world->open_count = 0;
    look_at(world, "ListCommands");
    look_at(world, "ListCommandInvocations");
}

static uint64_t mix(uint64_t print, const void *data, size_t size) {
    const unsigned char *const bytes = data;
    for (size_t i = 0; i + sizeof(uint64_t) <= size; i += sizeof(uint64_t)) {
        uint64_t word = 0;
        memcpy(&word, bytes + i, sizeof(word));
        print = (print ^ word) * UINT64_C(0x9E3779B97F4A7C15);
        print ^= print >> 29;
    }
    return print;
}

/* Of each command all but its first member, which links it to others, and the text it was given. */
uint64_t ssmspec_world_print(const struct ssmspec_world *world) {
    const struct ssmspec_store *const store = &world->endpoint->store;
    uint64_t print = store->newest;
    for (uint64_t serial = store->oldest; serial <= store->newest; serial++) {
        const struct ssmspec_command *const command = ssmspec_store_at(store, serial);
        print = mix(print, (const char *)command + sizeof(command->next),
                    sizeof(*command) - sizeof(command->next));
        print = mix(print, command->invocations,
                    command->invocation_count * sizeof(*command->invocations));
    }
    return print;
}
