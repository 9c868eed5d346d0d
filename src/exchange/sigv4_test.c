#include "src/exchange/sigv4.h"

#include "src/base/testing.h"

#define HEADER(name, value) \
    { SSMSPEC_VIEW_INIT(name), SSMSPEC_VIEW_INIT(value) }
#define HOST HEADER("Host", "example.amazonaws.com")
#define DATE HEADER("X-Amz-Date", "20150830T123600Z")

static const struct ssmspec_credentials sample = {
    .access_key_id = {"AKIDEXAMPLE", 11},
    .secret_access_key = {"wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", 40},
};
static const struct ssmspec_scope sample_scope = {{"us-east-1", 9}, {"service", 7}};

static const struct ssmspec_header plain_headers[] = {HOST, DATE};

struct vector {
    const char *method;
    const char *path;
    const char *query;
    const struct ssmspec_header *headers;
    size_t header_count;
    const char *signature;
};

static void assert_signature(const struct vector *vector) {
    struct ssmspec_signer *signer = NULL;
    struct ssmspec_arena arena = {0};
    char signature[SSMSPEC_SIGNATURE_HEX];
    ASSERT_OK(ssmspec_signer_new(&signer));
    ASSERT_OK(ssmspec_sign(signer, &sample, &sample_scope, SSMSPEC_VIEW("20150830T123600Z"),
                           ssmspec_view_of(vector->method), ssmspec_view_of(vector->path),
                           ssmspec_view_of(vector->query), vector->headers, vector->header_count,
                           SSMSPEC_VIEW(""), &arena, signature, NULL));
    ASSERT_VIEW(((struct ssmspec_view){signature, sizeof signature}), vector->signature);
    ssmspec_arena_clear(&arena);
    ssmspec_signer_free(signer);
}

/* Source: OBS:C-09, the published check value. */
static void signs_post_vanilla_as_published(void **state) {
    (void)state;
    assert_signature(
        &(struct vector){"POST", "/", "", plain_headers, 2,
                         "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b"});
}

/* The signatures from here on were recomputed with botocore. */
static void signs_get_vanilla(void **state) {
    (void)state;
    assert_signature(
        &(struct vector){"GET", "/", "", plain_headers, 2,
                         "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"});
}

static void resolves_relative_paths(void **state) {
    (void)state;
    assert_signature(
        &(struct vector){"GET", "/example/..", "", plain_headers, 2,
                         "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"});
    assert_signature(
        &(struct vector){"GET", "/../../", "", plain_headers, 2,
                         "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"});
    assert_signature(
        &(struct vector){"GET", "/./example//b/", "", plain_headers, 2,
                         "ae6ba3946f7eca9cc68626f222792c911ccd7d6ac331211319bfb6f00b344600"});
}

static void escapes_an_escaped_path_again(void **state) {
    (void)state;
    assert_signature(
        &(struct vector){"GET", "/example%20space/", "", plain_headers, 2,
                         "446b817944c553435b35e813c261ff4e161fff982d1bacdef1c87f6785dd1662"});
}

static void sorts_parameters(void **state) {
    (void)state;
    assert_signature(
        &(struct vector){"GET", "/", "Param2=value2&Param1=value1", plain_headers, 2,
                         "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500"});
    assert_signature(
        &(struct vector){"GET", "/", "a-b=1&a=2&a=1&c", plain_headers, 2,
                         "d9716863d34d9d62eb82f1a06c6aec91b56190ff83b91eabe571bd6db700360b"});
}

/* Source: OBS:C-01, C-02. */
static void sorts_and_trims_headers(void **state) {
    (void)state;
    const struct ssmspec_header headers[] = {HEADER("X-Amz-Meta-Test-Two", "2"), HOST,
                                             HEADER("My-Header1", " value1  a \t b "), DATE,
                                             HEADER("x-amz-meta-test", "1")};
    const struct ssmspec_header sorted[] = {HOST, HEADER("My-Header1", "value1 a b"), DATE,
                                            HEADER("x-amz-meta-test", "1"),
                                            HEADER("X-Amz-Meta-Test-Two", "2")};
    const char *const signature =
        "1f6f041cfb18a03cd190e1e01d4e58495def3ee0ef1e279e247b36241fc44166";
    assert_signature(&(struct vector){"GET", "/", "", headers, 5, signature});
    assert_signature(&(struct vector){"GET", "/", "", sorted, 5, signature});
}

static void merges_repeated_headers_in_wire_order(void **state) {
    (void)state;
    const struct ssmspec_header repeated[] = {HOST, HEADER("My-Header1", "value2"),
                                              HEADER("my-header1", " value2 "), DATE,
                                              HEADER("MY-HEADER1", "value1")};
    const struct ssmspec_header merged[] = {HOST, HEADER("my-header1", "value2,value2,value1"),
                                            DATE};
    const char *const signature =
        "c9d5ea9f3f72853aea855b47ea873832890dbdd183b4468f858259531a5138ea";
    assert_signature(&(struct vector){"GET", "/", "", repeated, 5, signature});
    assert_signature(&(struct vector){"GET", "/", "", merged, 3, signature});
}

/* The remembered key must never serve another secret, day or scope. */
static void a_used_signer_signs_like_a_fresh_one(void **state) {
    (void)state;
    const struct ssmspec_credentials others[] = {
        sample,
        {.access_key_id = SSMSPEC_VIEW("B"), .secret_access_key = SSMSPEC_VIEW("x")},
        {.access_key_id = SSMSPEC_VIEW("C"), .secret_access_key = SSMSPEC_VIEW("")}};
    const struct ssmspec_scope scopes[] = {sample_scope,
                                           {SSMSPEC_VIEW("us-east-"), SSMSPEC_VIEW("1service")}};
    const struct ssmspec_view dates[] = {SSMSPEC_VIEW("20150830T123600Z"),
                                         SSMSPEC_VIEW("20150831T123600Z")};
    struct ssmspec_signer *used = NULL;
    struct ssmspec_arena arena = {0};
    ASSERT_OK(ssmspec_signer_new(&used));
    for (size_t i = 0; i < 24; i++) {
        struct ssmspec_signer *fresh = NULL;
        char one[SSMSPEC_SIGNATURE_HEX];
        char two[SSMSPEC_SIGNATURE_HEX];
        const struct ssmspec_view empty = SSMSPEC_VIEW("");
        ASSERT_OK(ssmspec_signer_new(&fresh));
        ASSERT_OK(ssmspec_sign(used, &others[i / 4 % 3], &scopes[i % 2], dates[i / 2 % 2], empty,
                               empty, empty, plain_headers, 2, empty, &arena, one, NULL));
        ASSERT_OK(ssmspec_sign(fresh, &others[i / 4 % 3], &scopes[i % 2], dates[i / 2 % 2], empty,
                               empty, empty, plain_headers, 2, empty, &arena, two, NULL));
        assert_memory_equal(one, two, sizeof one);
        ssmspec_signer_free(fresh);
    }
    ssmspec_arena_clear(&arena);
    ssmspec_signer_free(used);
}

struct secret_vector {
    size_t length;
    const char *signature;
};

/* 60 is the longest key that HMAC takes as it is, 1,000 is more than a signer remembers. */
static void takes_a_secret_of_any_length(void **state) {
    (void)state;
    static const struct secret_vector vectors[] = {
        {60, "f553987b394b03c57aeebe6ba38b189c71d761a6bd9eb95e7eb35914b8b0378f"},
        {61, "5dd08a1749a6e32ca00c1804befefd94e6b7b26fa02046e600bf1c5e50ce1356"},
        {1000, "c62ad7c45751251c09c91b022ee1cbefaba91134bec7f24b12361f032c337c2a"},
        {61, "5dd08a1749a6e32ca00c1804befefd94e6b7b26fa02046e600bf1c5e50ce1356"},
    };
    static char secret[1000];
    memset(secret, 's', sizeof secret);
    struct ssmspec_signer *signer = NULL;
    struct ssmspec_arena arena = {0};
    ASSERT_OK(ssmspec_signer_new(&signer));
    for (size_t i = 0; i < sizeof vectors / sizeof vectors[0]; i++) {
        char signature[SSMSPEC_SIGNATURE_HEX];
        const struct ssmspec_credentials credentials = {
            .secret_access_key = {secret, vectors[i].length}};
        const struct ssmspec_view empty = SSMSPEC_VIEW("");
        ASSERT_OK(ssmspec_sign(signer, &credentials, &sample_scope,
                               SSMSPEC_VIEW("20150830T123600Z"), SSMSPEC_VIEW("POST"),
                               SSMSPEC_VIEW("/"), empty, plain_headers, 2, empty, &arena, signature,
                               NULL));
        ASSERT_VIEW(((struct ssmspec_view){signature, sizeof signature}), vectors[i].signature);
    }
    ssmspec_arena_clear(&arena);
    ssmspec_signer_free(signer);
}

/* Source: OBS:C-04. */
static void hashes_the_empty_text(void **state) {
    (void)state;
    struct ssmspec_signer *signer = NULL;
    char hex[SSMSPEC_SIGNATURE_HEX];
    ASSERT_OK(ssmspec_signer_new(&signer));
    ASSERT_OK(ssmspec_sha256_hex(signer, (struct ssmspec_view){NULL, 0}, hex));
    ASSERT_VIEW(((struct ssmspec_view){hex, sizeof hex}),
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    ssmspec_signer_free(signer);
}

static void refuses_more_headers_than_anyone_signs(void **state) {
    (void)state;
    static struct ssmspec_header headers[257];
    for (size_t i = 0; i < 257; i++) {
        headers[i] = (struct ssmspec_header)HEADER("a", "b");
    }
    struct ssmspec_signer *signer = NULL;
    struct ssmspec_arena arena = {0};
    char hex[SSMSPEC_SIGNATURE_HEX];
    const struct ssmspec_view empty = SSMSPEC_VIEW("");
    ASSERT_OK(ssmspec_signer_new(&signer));
    assert_int_equal(ssmspec_sign(signer, &sample, &sample_scope, SSMSPEC_VIEW("20150830T123600Z"),
                                  empty, empty, empty, headers, 257, empty, &arena, hex, NULL),
                     SSMSPEC_ERR_LIMIT);
    ssmspec_arena_clear(&arena);
    ssmspec_signer_free(signer);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(signs_post_vanilla_as_published),
        cmocka_unit_test(signs_get_vanilla),
        cmocka_unit_test(resolves_relative_paths),
        cmocka_unit_test(escapes_an_escaped_path_again),
        cmocka_unit_test(sorts_parameters),
        cmocka_unit_test(sorts_and_trims_headers),
        cmocka_unit_test(merges_repeated_headers_in_wire_order),
        cmocka_unit_test(a_used_signer_signs_like_a_fresh_one),
        cmocka_unit_test(takes_a_secret_of_any_length),
        cmocka_unit_test(hashes_the_empty_text),
        cmocka_unit_test(refuses_more_headers_than_anyone_signs),
    };
    return RUN_TESTS(tests);
}
