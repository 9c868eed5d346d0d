#include "fuzz/sequence/world.h"

#include "fixtures/endpoint/call.h"
#include "fuzz/oracle.h"
#include "src/json/json.h"

#include <stdio.h>

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
    ssmspec_bytes_clear(&world->seen);
    ssmspec_bytes_clear(&world->finals);
    ssmspec_arena_reset(&world->arena);
}

struct ssmspec_response ssmspec_world_ask(struct ssmspec_world *world, const char *operation,
                                          struct ssmspec_view body) {
    char target[64];
    struct ssmspec_response response = {0};
    snprintf(target, sizeof(target), "AmazonSSM.%s", operation);
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

static void look_at(struct ssmspec_world *world, const char *operation, const char *body,
                    struct ssmspec_bytes *out) {
    const struct ssmspec_response response =
        ssmspec_world_ask(world, operation, ssmspec_view_of(body));
    SSMSPEC_ORACLE(world_listed, response.status == 200, "%s: %.*s", operation,
                   (int)response.body.len, response.body.ptr);
    ssmspec_bytes_add(out, response.body);
    ssmspec_bytes_add_char(out, '\n');
}

static bool is_final(struct ssmspec_view status) {
    return ssmspec_view_is(status, "Success") || ssmspec_view_is(status, "Cancelled") ||
           ssmspec_view_is(status, "Failed") || ssmspec_view_is(status, "TimedOut");
}

/* The rows of both lists, each with the same three names where it has them. */
static const struct ssmspec_json *rows_of(struct ssmspec_world *world, struct ssmspec_view line) {
    const struct ssmspec_json *root = NULL;
    const enum ssmspec_err err = ssmspec_json_read(line, NULL, &world->arena, &root, NULL);
    SSMSPEC_ORACLE(world_listed, err == SSMSPEC_OK && root->first != NULL, "%.*s", (int)line.len,
                   line.ptr);
    return root->first->first;
}

typedef void (*row_fn)(struct ssmspec_world *world, const struct ssmspec_json *row, void *context);

static void for_each_row(struct ssmspec_world *world, row_fn visit, void *context) {
    struct ssmspec_view rest = ssmspec_bytes_view(&world->seen);
    while (rest.len > 0) {
        const size_t end = ssmspec_view_find(rest, SSMSPEC_VIEW("\n"));
        const struct ssmspec_json *row = rows_of(world, ssmspec_view_sub(rest, 0, end));
        for (; row != NULL; row = row->next) {
            visit(world, row, context);
        }
        rest = ssmspec_view_sub(rest, end + 1, rest.len);
    }
}

/* "ID NODE STATUS": unchanged for ever once it is final. */
static void note_final(struct ssmspec_world *world, const struct ssmspec_json *row, void *context) {
    (void)context;
    const struct ssmspec_view id = ssmspec_json_member_text(row, "CommandId");
    const struct ssmspec_view node = ssmspec_json_member_text(row, "InstanceId");
    const struct ssmspec_view status = ssmspec_json_member_text(row, "Status");
    const struct ssmspec_view known = ssmspec_bytes_view(&world->finals);
    const char *const who = ssmspec_arena_printf(&world->arena, "%.*s %.*s ", (int)id.len, id.ptr,
                                                 (int)node.len, node.ptr == NULL ? "" : node.ptr);
    SSMSPEC_ORACLE(world_setup, who != NULL, "no memory");
    const struct ssmspec_view who_view = ssmspec_view_of(who);
    const size_t at = ssmspec_view_find(known, who_view);
    if (at < known.len) {
        const struct ssmspec_view before =
            ssmspec_view_sub(known, at + who_view.len, status.len + 1);
        SSMSPEC_ORACLE(world_final_stays,
                       before.len == status.len + 1 && ssmspec_view_starts(before, status) &&
                           before.ptr[status.len] == '\n',
                       "%s is %.*s, was %.*s", who, (int)status.len, status.ptr, (int)before.len,
                       before.ptr);
        return;
    }
    if (is_final(status)) {
        ssmspec_bytes_add(&world->finals, who_view);
        ssmspec_bytes_add(&world->finals, status);
        ssmspec_bytes_add_char(&world->finals, '\n');
    }
}

void ssmspec_world_look(struct ssmspec_world *world) {
    ssmspec_bytes_reset(&world->seen);
    look_at(world, "ListCommands", "{\"MaxResults\":50}", &world->seen);
    look_at(world, "ListCommandInvocations", "{\"MaxResults\":50}", &world->seen);
    for_each_row(world, note_final, NULL);
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

static void count_open(struct ssmspec_world *world, const struct ssmspec_json *row, void *context) {
    size_t *const count = context;
    (void)world;
    *count += !is_final(ssmspec_json_member_text(row, "Status"));
}

bool ssmspec_world_is_final(struct ssmspec_world *world) {
    size_t count = 0;
    for_each_row(world, count_open, &count);
    return count == 0;
}
