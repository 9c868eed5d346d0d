/* Whoever reads a case learns what is wrong with its signature. */
#include "src/request/signing_words.h"

#include "src/base/testing.h"

static const struct row {
    struct ssmspec_signing how;
    const char *words;
} rows[] = {
    {{.access_key_id = "${expired[0]}"}, "by the key id \"${expired[0]}\"\n"},
    {{.secret = "other"}, "with the secret \"other\"\n"},
    {{.session_token = "token"}, "with the session token \"token\"\n"},
    {{.region = "elsewhere"}, "for the region \"elsewhere\"\n"},
    {{.service = "other"}, "for the service \"other\"\n"},
    {{.ahead_seconds = 60}, "by a clock that is 60 s fast\n"},
    {{.ahead_seconds = -3600}, "by a clock that is 3600 s slow\n"},
    {{.other_body = true}, "over a body whose last byte is not the one sent\n"},
    {{.method = "GET"}, "over the method \"GET\", not the one sent\n"},
    {{.target = "A.B"}, "over the X-Amz-Target \"A.B\", not the one sent\n"},
    {{.content_type = "a/b"}, "over the Content-Type \"a/b\", not the one sent\n"},
    {{.host = "other"}, "over the Host \"other\", not the one sent\n"},
    {{.leaves_out = "host"}, "without the headers \"host\"\n"},
    {{.signs_too = "a;b"}, "with further headers: \"a;b\"\n"},
    {{.states_payload_hash = true}, "with the hash of the signed body in X-Amz-Content-Sha256\n"},
    {{.date = "yesterday"}, "then X-Amz-Date becomes \"yesterday\"\n"},
    {{.date = ""}, "then X-Amz-Date is left out\n"},
    {{.sent_ahead_seconds = 60}, "then X-Amz-Date is put off by 60 s\n"},
    {{.payload_hash = "0"}, "then X-Amz-Content-Sha256 becomes \"0\"\n"},
    {{.payload_hash = ""}, "then X-Amz-Content-Sha256 is left out\n"},
    {{.authorization = "X"}, "then Authorization becomes \"X\"\n"},
    {{.authorization = ""}, "then Authorization is left out\n"},
    {{.authorization = "a\nb"}, "then Authorization becomes \"a\\nb\"\n"},
    {{.authorization = "${key} ${altered}"},
     "then Authorization becomes \"${key} ${altered}\"\n"
     "  where ${key} is the signer's key id\n"
     "  where ${altered} is the right signature with another last digit\n"},
    {{.region = "elsewhere", .other_body = true, .date = ""},
     "for the region \"elsewhere\"\nover a body whose last byte is not the one sent\n"
     "then X-Amz-Date is left out\n"},
};

static void each_deviation_is_said(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct ssmspec_bytes words = {0};
        ssmspec_signing_words(&rows[i].how, &words);
        ASSERT_VIEW(ssmspec_bytes_view(&words), rows[i].words);
        ssmspec_bytes_clear(&words);
    }
}

static void nothing_is_said_where_all_is_right(void **state) {
    (void)state;
    const struct ssmspec_signing right = {.region = NULL};
    struct ssmspec_bytes words = {0};
    ssmspec_signing_words(NULL, &words);
    ssmspec_signing_words(&right, &words);
    assert_int_equal(words.len, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_deviation_is_said),
        cmocka_unit_test(nothing_is_said_where_all_is_right),
    };
    return RUN_TESTS(tests);
}
