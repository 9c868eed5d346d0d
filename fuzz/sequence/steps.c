#include "fuzz/sequence/steps.h"

#define PICK(list, byte) ((list)[(byte) % (sizeof(list) / sizeof((list)[0]))])

#define NODE_1 "i-0a1b2c3d4e5f60001"
#define NODE_2 "i-0a1b2c3d4e5f60002"

static const char *const targets[] = {
    "\"InstanceIds\":[\"" NODE_1 "\"]",
    "\"InstanceIds\":[\"" NODE_1 "\",\"" NODE_2 "\"]",
    "\"Targets\":[{\"Key\":\"tag:Environment\",\"Values\":[\"test\"]}]",
    "\"InstanceIds\":[\"i-0a1b2c3d4e5f60007\"]",
    "\"InstanceIds\":[\"i-0a1b2c3d4e5f60003\"]",
    "\"InstanceIds\":[\"i-0ffffffffffffffff\"]",
    "\"InstanceIds\":[]",
    "\"InstanceIds\":[\"" NODE_1 "\",\"" NODE_1 "\"]",
};
static const char *const scripts[] = {
    "\"sleep 5\"",
    "\"exit 3\"",
    "\"echo hi\"",
    "\"sleep 172800\"",
    "\"\"",
    "\"sleep 1; exit 1\"",
    "\"sleep 99999999999999\"",
    "\"echo a\",\"sleep 60\",\"echo b\"",
};
static const char *const timings[] = {
    "",
    ",\"TimeoutSeconds\":30",
    ",\"TimeoutSeconds\":29",
    ",\"TimeoutSeconds\":2592000",
    ",\"MaxConcurrency\":\"1\",\"MaxErrors\":\"0\"",
    ",\"Comment\":null,\"Unknown\":[{}]",
    ",\"DocumentVersion\":\"$LATEST\"",
    ",\"OutputS3BucketName\":\"ssmspec-no-such-bucket\"",
};
static const char *const nodes[] = {NODE_1, NODE_2, "i-0a1b2c3d4e5f60007", "i-0ffffffffffffffff"};
static const char *const subsets[] = {
    "",
    ",\"InstanceIds\":[\"" NODE_1 "\"]",
    ",\"InstanceIds\":[\"" NODE_2 "\"]",
    ",\"InstanceIds\":[]",
    ",\"InstanceIds\":null",
    ",\"InstanceIds\":[\"i-0ffffffffffffffff\"]",
    ",\"InstanceIds\":[\"" NODE_1 "\",\"i-0ffffffffffffffff\"]",
};
static const char *const pages[] = {
    "", ",\"MaxResults\":1", ",\"MaxResults\":2", ",\"MaxResults\":50", ",\"MaxResults\":0",
};
static const char *const filters[] = {
    "",
    ",\"Filters\":[{\"key\":\"Status\",\"value\":\"Pending\"}]",
    ",\"Filters\":[{\"key\":\"Status\",\"value\":\"Success\"}]",
    ",\"Filters\":[{\"key\":\"InvokedAfter\",\"value\":\"2023-11-14T22:13:20Z\"}]",
    ",\"Filters\":[{\"key\":\"InvokedBefore\",\"value\":\"2023-11-14T22:13:21Z\"}]",
    ",\"Filters\":[{\"key\":\"ExecutionStage\",\"value\":\"Complete\"}]",
    ",\"Details\":true",
    ",\"NextToken\":\"x\"",
};
static const int64_t waits_ms[] = {1, 100, 1000, 5000, 30000, 61000, 3600000, 172800000};

/* An id that exists, when there are any; 255 never does. */
static const char *pick_id(const struct ssmspec_world *world, uint8_t byte,
                           struct ssmspec_step *out) {
    out->names_a_command = world->id_count > 0 && byte != 255;
    out->names_nothing = !out->names_a_command;
    return out->names_a_command ? world->ids[byte % world->id_count]
                                : "00000000-0000-4000-8000-000000000000";
}

/* Without printf, which costs as much as what the endpoint makes of it. */
static void write(struct ssmspec_bytes *body, const char *const parts[]) {
    for (; *parts != NULL; parts++) {
        ssmspec_bytes_add_text(body, *parts);
    }
}

#define WRITE(step, ...) write(&(step)->body, (const char *const[]){__VA_ARGS__, NULL})

/* A full world takes no more. */
static void send(const struct ssmspec_world *world, const uint8_t bytes[SSMSPEC_STEP_BYTES],
                 struct ssmspec_step *out) {
    if (world->id_count == SSMSPEC_WORLD_COMMANDS_MAX) {
        return;
    }
    out->operation = "SendCommand";
    WRITE(out, "{\"DocumentName\":\"",
          bytes[1] >= 128 ? "AWS-RunPowerShellScript" : "AWS-RunShellScript", "\",",
          PICK(targets, bytes[1]), ",\"Parameters\":{\"commands\":[", PICK(scripts, bytes[2]), "]}",
          PICK(timings, bytes[3]), "}");
}

static void cancel(const struct ssmspec_world *world, const uint8_t bytes[SSMSPEC_STEP_BYTES],
                   struct ssmspec_step *out) {
    out->operation = "CancelCommand";
    WRITE(out, "{\"CommandId\":\"", pick_id(world, bytes[1], out), "\"", PICK(subsets, bytes[2]),
          "}");
}

static void list(const struct ssmspec_world *world, const uint8_t bytes[SSMSPEC_STEP_BYTES],
                 struct ssmspec_step *out) {
    out->operation = bytes[0] % SSMSPEC_STEP_KINDS == SSMSPEC_STEP_LIST ? "ListCommands"
                                                                        : "ListCommandInvocations";
    out->is_reading = true;
    WRITE(out, "{\"InstanceId\":null");
    if (bytes[1] < 128) {
        WRITE(out, ",\"CommandId\":\"", pick_id(world, bytes[1], out), "\"");
        out->names_nothing = false;
    }
    if (bytes[2] >= 128 && world->token[0] != '\0') {
        WRITE(out, ",\"NextToken\":\"", world->token, "\"");
    }
    WRITE(out, PICK(pages, bytes[2]), PICK(filters, bytes[3]), "}");
}

static void get(const struct ssmspec_world *world, const uint8_t bytes[SSMSPEC_STEP_BYTES],
                struct ssmspec_step *out) {
    out->operation = "GetCommandInvocation";
    out->is_reading = true;
    WRITE(out, "{\"CommandId\":\"", pick_id(world, bytes[1], out), "\",\"InstanceId\":\"",
          PICK(nodes, bytes[2]), "\"",
          bytes[3] < 64 ? ",\"PluginName\":\"aws:runShellScript\"" : "", "}");
}

void ssmspec_step_read(const struct ssmspec_world *world, const uint8_t bytes[SSMSPEC_STEP_BYTES],
                       struct ssmspec_step *out) {
    *out = (struct ssmspec_step){.body = out->body};
    ssmspec_bytes_reset(&out->body);
    switch (bytes[0] % SSMSPEC_STEP_KINDS) {
    case SSMSPEC_STEP_SEND:
    case SSMSPEC_STEP_SEND + 1:
        send(world, bytes, out);
        return;
    case SSMSPEC_STEP_CANCEL:
    case SSMSPEC_STEP_CANCEL + 1:
        cancel(world, bytes, out);
        return;
    case SSMSPEC_STEP_LIST:
    case SSMSPEC_STEP_LIST_INVOCATIONS:
        list(world, bytes, out);
        return;
    case SSMSPEC_STEP_GET:
        get(world, bytes, out);
        return;
    default:
        out->wait_ms = PICK(waits_ms, bytes[1]) * (1 + bytes[2]);
    }
}
