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

/* A full world takes no more. */
static void send(const struct ssmspec_world *world, const uint8_t bytes[SSMSPEC_STEP_BYTES],
                 struct ssmspec_step *out) {
    if (world->id_count == SSMSPEC_WORLD_COMMANDS_MAX) {
        return;
    }
    out->operation = "SendCommand";
    ssmspec_bytes_printf(&out->body,
                         "{\"DocumentName\":\"%s\",%s,\"Parameters\":{\"commands\":[%s]}%s}",
                         bytes[1] >= 128 ? "AWS-RunPowerShellScript" : "AWS-RunShellScript",
                         PICK(targets, bytes[1]), PICK(scripts, bytes[2]), PICK(timings, bytes[3]));
}

static void list(const struct ssmspec_world *world, const uint8_t bytes[SSMSPEC_STEP_BYTES],
                 struct ssmspec_step *out) {
    out->operation = bytes[0] % SSMSPEC_STEP_KINDS == SSMSPEC_STEP_LIST ? "ListCommands"
                                                                        : "ListCommandInvocations";
    out->is_reading = true;
    ssmspec_bytes_add_text(&out->body, "{\"InstanceId\":null");
    if (bytes[1] < 128) {
        ssmspec_bytes_printf(&out->body, ",\"CommandId\":\"%s\"", pick_id(world, bytes[1], out));
        out->names_nothing = false;
    }
    if (bytes[2] >= 128 && world->token[0] != '\0') {
        ssmspec_bytes_printf(&out->body, ",\"NextToken\":\"%s\"", world->token);
    }
    ssmspec_bytes_printf(&out->body, "%s%s}", PICK(pages, bytes[2]), PICK(filters, bytes[3]));
}

void ssmspec_step_read(const struct ssmspec_world *world, const uint8_t bytes[SSMSPEC_STEP_BYTES],
                       struct ssmspec_step *out) {
    *out = (struct ssmspec_step){.operation = NULL};
    switch (bytes[0] % SSMSPEC_STEP_KINDS) {
    case SSMSPEC_STEP_SEND:
    case SSMSPEC_STEP_SEND + 1:
        send(world, bytes, out);
        return;
    case SSMSPEC_STEP_CANCEL:
    case SSMSPEC_STEP_CANCEL + 1:
        out->operation = "CancelCommand";
        ssmspec_bytes_printf(&out->body, "{\"CommandId\":\"%s\"%s}", pick_id(world, bytes[1], out),
                             PICK(subsets, bytes[2]));
        return;
    case SSMSPEC_STEP_LIST:
    case SSMSPEC_STEP_LIST_INVOCATIONS:
        list(world, bytes, out);
        return;
    case SSMSPEC_STEP_GET:
        out->operation = "GetCommandInvocation";
        out->is_reading = true;
        ssmspec_bytes_printf(&out->body, "{\"CommandId\":\"%s\",\"InstanceId\":\"%s\"%s}",
                             pick_id(world, bytes[1], out), PICK(nodes, bytes[2]),
                             bytes[3] < 64 ? ",\"PluginName\":\"aws:runShellScript\"" : "");
        return;
    default:
        out->wait_ms = PICK(waits_ms, bytes[1]) * (1 + bytes[2]);
    }
}
