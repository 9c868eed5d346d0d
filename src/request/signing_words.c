#include "src/request/signing_words.h"

#include "src/json/write.h"

/* before "value" behind; an empty value has a sentence of its own where it means one. */
struct sentence {
    const char *value; /* NULL: right, nothing to say */
    const char *before;
    const char *behind;
    const char *when_empty;
};

static void add_sentence(const struct sentence *sentence, struct ssmspec_bytes *out) {
    if (sentence->value[0] == '\0' && sentence->when_empty != NULL) {
        ssmspec_bytes_printf(out, "%s\n", sentence->when_empty);
        return;
    }
    ssmspec_bytes_printf(out, "%s ", sentence->before);
    ssmspec_json_write_string(out, ssmspec_view_of(sentence->value));
    ssmspec_bytes_printf(out, "%s\n", sentence->behind);
}

static void add_sentences(const struct sentence *rows, size_t count, struct ssmspec_bytes *out) {
    for (size_t i = 0; i < count; i++) {
        if (rows[i].value != NULL) {
            add_sentence(&rows[i], out);
        }
    }
}

static void add_signer(const struct ssmspec_signing *how, struct ssmspec_bytes *out) {
    const struct sentence rows[] = {
        {how->access_key_id, "by the key id", "", NULL},
        {how->secret, "with the secret", "", NULL},
        {how->session_token, "with the session token", "", NULL},
        {how->region, "for the region", "", NULL},
        {how->service, "for the service", "", NULL},
    };
    add_sentences(rows, sizeof rows / sizeof rows[0], out);
    if (how->ahead_seconds != 0) {
        ssmspec_bytes_printf(out, "by a clock that is %ld s %s\n",
                             how->ahead_seconds > 0 ? how->ahead_seconds : -how->ahead_seconds,
                             how->ahead_seconds > 0 ? "fast" : "slow");
    }
}

static void add_signed(const struct ssmspec_signing *how, struct ssmspec_bytes *out) {
    if (how->other_body) {
        ssmspec_bytes_add_text(out, "over a body whose last byte is not the one sent\n");
    }
    const struct sentence rows[] = {
        {how->method, "over the method", ", not the one sent", NULL},
        {how->target, "over the X-Amz-Target", ", not the one sent", NULL},
        {how->content_type, "over the Content-Type", ", not the one sent", NULL},
        {how->host, "over the Host", ", not the one sent", NULL},
        {how->leaves_out, "without the headers", "", NULL},
        {how->signs_too, "with further headers:", "", NULL},
    };
    add_sentences(rows, sizeof rows / sizeof rows[0], out);
    if (how->states_payload_hash) {
        ssmspec_bytes_add_text(out, "with the hash of the signed body in X-Amz-Content-Sha256\n");
    }
}

static void add_parts(const char *template, struct ssmspec_bytes *out) {
    static const struct {
        const char *place;
        const char *sentence;
    } parts[] = {
#define X(name, spelling, words) [SSMSPEC_SIGNING_##name] = {"${" spelling "}", (words)},
#include "src/request/signing_parts.def"
#undef X
    };
    for (size_t i = 0; i < SSMSPEC_SIGNING_PARTS; i++) {
        if (strstr(template, parts[i].place) != NULL) {
            ssmspec_bytes_printf(out, "  where %s is %s\n", parts[i].place, parts[i].sentence);
        }
    }
}

static void add_sent(const struct ssmspec_signing *how, struct ssmspec_bytes *out) {
    if (how->sent_ahead_seconds != 0) {
        ssmspec_bytes_printf(out, "then X-Amz-Date is put off by %ld s\n", how->sent_ahead_seconds);
    }
    const struct sentence rows[] = {
        {how->date, "then X-Amz-Date becomes", "", "then X-Amz-Date is left out"},
        {how->payload_hash, "then X-Amz-Content-Sha256 becomes", "",
         "then X-Amz-Content-Sha256 is left out"},
        {how->authorization, "then Authorization becomes", "", "then Authorization is left out"},
    };
    add_sentences(rows, sizeof rows / sizeof rows[0], out);
    if (how->authorization != NULL) {
        add_parts(how->authorization, out);
    }
}

void ssmspec_signing_words(const struct ssmspec_signing *how, struct ssmspec_bytes *out) {
    if (how != NULL) {
        add_signer(how, out);
        add_signed(how, out);
        add_sent(how, out);
    }
}
