#include "fuzz/planted/moments.h"

#include "fuzz/planted/rows.h"

static enum ssmspec_planted_state state_of(bool is_reached, bool is_triggered) {
    if (!is_reached) {
        return SSMSPEC_PLANTED_ABSENT;
    }
    return is_triggered ? SSMSPEC_PLANTED_TRIGGERED : SSMSPEC_PLANTED_REACHED;
}

static bool names_node(const struct ssmspec_moment *moment, const struct ssmspec_node *node) {
    const struct ssmspec_json *const nodes = ssmspec_json_member(moment->input, "InstanceIds");
    const struct ssmspec_json *at = nodes == NULL ? NULL : nodes->first;
    for (; at != NULL; at = at->next) {
        if (ssmspec_view_is(at->text, node->id)) {
            return true;
        }
    }
    return false;
}

static size_t count_final(const struct ssmspec_snapshot *command) {
    size_t count = 0;
    for (size_t i = 0; i < command->run_count; i++) {
        count += command->runs[i].is_final;
    }
    return count;
}

/* The command still runs, but not on the node that is named: it is cancelled there all the same. */
SSMSPEC_JUDGE_MOMENT(subset_of_ended) {
    if (!moment->is_cancel || moment->status != 200 || named == NULL) {
        return SSMSPEC_PLANTED_ABSENT;
    }
    const bool is_open = count_final(named) < named->run_count;
    for (size_t i = 0; i < named->run_count; i++) {
        if (named->runs[i].is_final && names_node(moment, named->runs[i].node)) {
            return state_of(true, is_open);
        }
    }
    return SSMSPEC_PLANTED_REACHED;
}

/* Cancelling begins anew, and so does the time it may take. */
SSMSPEC_JUDGE_MOMENT(second_cancel) {
    bool is_again = false;
    for (size_t i = 0; named != NULL && i < named->run_count; i++) {
        is_again = is_again || (named->runs[i].is_cancelling && !named->runs[i].is_final);
    }
    return state_of(moment->is_cancel && moment->status == 200 && named != NULL, is_again);
}

/* Nodes are cancelled one after the other until one is found not to be the command's. */
SSMSPEC_JUDGE_MOMENT(half_done) {
    bool has_own = false;
    for (size_t i = 0; named != NULL && i < named->run_count; i++) {
        has_own = has_own || (!named->runs[i].is_final && names_node(moment, named->runs[i].node));
    }
    return state_of(moment->is_cancel && moment->status == 400 && named != NULL, has_own);
}

/* A page token counts from the newest command, which is another one by now. */
SSMSPEC_JUDGE_MOMENT(stale_token) {
    (void)named;
    const bool has_page = moment->status == 200 && moment->has_token &&
                          ssmspec_json_member_text(moment->input, "NextToken").len > 0;
    const uint64_t newest =
        moment->count == 0 ? 0 : moment->commands[moment->count - 1].command->serial;
    return state_of(has_page, newest != moment->token_serial);
}

/* What was never delivered is no longer waited for, and yet it is cancelled. */
SSMSPEC_JUDGE_MOMENT(undelivered) {
    bool is_late = named != NULL && named->run_count > 0;
    for (size_t i = 0; named != NULL && i < named->run_count; i++) {
        is_late = is_late && named->runs[i].is_undelivered;
    }
    return state_of(moment->is_cancel && moment->status == 200 && named != NULL, is_late);
}

static bool waits_for(const struct ssmspec_snapshot *command, const struct ssmspec_node *node) {
    for (size_t i = 0; i < command->run_count; i++) {
        if (command->runs[i].node == node && !command->runs[i].is_final &&
            !command->runs[i].is_cancelling) {
            return true;
        }
    }
    return false;
}

/* Of three commands that a node has before it the middle one goes, and the last with it. */
SSMSPEC_JUDGE_MOMENT(middle_of_three) {
    if (!moment->is_cancel || moment->status != 200 || named == NULL || named->run_count == 0 ||
        !waits_for(named, named->runs[0].node)) {
        return SSMSPEC_PLANTED_ABSENT;
    }
    bool has_older = false;
    bool has_newer = false;
    for (size_t i = 0; i < moment->count; i++) {
        const bool is_waiting = waits_for(&moment->commands[i], named->runs[0].node);
        has_older = has_older || (is_waiting && &moment->commands[i] < named);
        has_newer = has_newer || (is_waiting && &moment->commands[i] > named);
    }
    return state_of(true, has_older && has_newer);
}

static void take_runs(struct ssmspec_snapshot *out, int64_t now_ms) {
    for (size_t i = 0; i < out->command->invocation_count; i++) {
        const struct ssmspec_invocation *const run = &out->command->invocations[i];
        const struct ssmspec_state state = ssmspec_agent_state(out->command, run, now_ms);
        if (out->run_count == SSMSPEC_MOMENT_RUNS_MAX) {
            return;
        }
        out->runs[out->run_count].node = run->node;
        out->runs[out->run_count].is_final = ssmspec_status_is_final(state.status);
        out->runs[out->run_count].is_undelivered = state.is_undelivered;
        out->runs[out->run_count++].is_cancelling = run->cancel_ms != 0;
    }
}

void ssmspec_moment_begin(struct ssmspec_moment *moment, const struct ssmspec_endpoint *endpoint,
                          int64_t now_ms) {
    const struct ssmspec_store *const store = &endpoint->store;
    moment->count = 0;
    for (uint64_t serial = store->oldest; serial <= store->newest; serial++) {
        if (moment->count < SSMSPEC_MOMENT_COMMANDS_MAX) {
            struct ssmspec_snapshot *const snapshot = &moment->commands[moment->count++];
            *snapshot = (struct ssmspec_snapshot){.command = ssmspec_store_at(store, serial)};
            take_runs(snapshot, now_ms);
        }
    }
}

static const struct ssmspec_snapshot *find_named(const struct ssmspec_moment *moment) {
    const struct ssmspec_view id = ssmspec_json_member_text(moment->input, "CommandId");
    for (size_t i = 0; i < moment->count; i++) {
        if (ssmspec_view_is(id, moment->commands[i].command->id)) {
            return &moment->commands[i];
        }
    }
    return NULL;
}

void ssmspec_moment_end(const struct ssmspec_moment *moment, struct ssmspec_ledger *ledger) {
    const struct ssmspec_snapshot *const named = find_named(moment);
    for (size_t i = 0; ssmspec_planted_bugs[i].id != NULL; i++) {
        if (ssmspec_planted_bugs[i].judge != NULL) {
            const enum ssmspec_planted_state state = ssmspec_planted_bugs[i].judge(moment, named);
            ssmspec_ledger_note(ledger, i, state, state == SSMSPEC_PLANTED_TRIGGERED);
        }
    }
}
