#include "src/run/seen.h"

#include "src/response/plain.h"

#define ERROR_MOST 80

/* What stands for the message when the body has none but is worth a word. */
static struct ssmspec_view body_word(const struct ssmspec_answer *answer) {
    switch (answer->body_kind) {
    case SSMSPEC_BODY_MARKUP:
        return SSMSPEC_VIEW("(the body is markup)");
    case SSMSPEC_BODY_OTHER:
        return SSMSPEC_VIEW("(the body is not JSON)");
    case SSMSPEC_BODY_OTHER_JSON:
        return SSMSPEC_VIEW("(the body is JSON but no object)");
    case SSMSPEC_BODY_EMPTY:
    case SSMSPEC_BODY_OBJECT:
        break;
    }
    return (struct ssmspec_view){NULL, 0};
}

static struct ssmspec_seen look(const struct ssmspec_reading *reading) {
    const struct ssmspec_exchange *exchange = reading->exchange;
    const struct ssmspec_answer *answer = &reading->answer;
    if (exchange->transport != SSMSPEC_DELIVERED) {
        const char *name = ssmspec_transport_name(exchange->transport);
        return (struct ssmspec_seen){.message = exchange->detail.len > 0 ? exchange->detail
                                                                         : ssmspec_view_of(name)};
    }
    return (struct ssmspec_seen){
        .is_delivered = true,
        .status = answer->status,
        .error = answer->error,
        .message = answer->message.ptr == NULL ? body_word(answer) : answer->message,
    };
}

enum ssmspec_err ssmspec_seen_of(const struct ssmspec_reading *reading, struct ssmspec_arena *arena,
                                 struct ssmspec_seen *out) {
    struct ssmspec_seen seen = {.is_delivered = false};
    if (reading != NULL) {
        seen = look(reading);
    }
    GUARD(ssmspec_plain_copy(seen.error, ERROR_MOST, arena, &seen.error));
    GUARD(ssmspec_plain_copy(seen.message, SSMSPEC_PLAIN_MOST, arena, &seen.message));
    *out = seen;
    return SSMSPEC_OK;
}

void ssmspec_seen_words(const struct ssmspec_seen *seen, struct ssmspec_bytes *out) {
    if (!seen->is_delivered) {
        ssmspec_bytes_add_text(out, seen->message.len == 0 ? "nothing" : "no answer: ");
        ssmspec_plain_add(out, seen->message, SSMSPEC_PLAIN_MOST);
        return;
    }
    ssmspec_bytes_printf(out, "%d", seen->status);
    if (seen->error.len > 0) {
        ssmspec_bytes_add_char(out, ' ');
        ssmspec_plain_add(out, seen->error, ERROR_MOST);
    }
    if (seen->message.len > 0) {
        ssmspec_bytes_add_text(out, seen->error.len > 0 ? ": " : " ");
        ssmspec_plain_add(out, seen->message, SSMSPEC_PLAIN_MOST);
    }
}
