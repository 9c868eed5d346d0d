/* What the signature covers, and what it does not. ListCommands carries these rows. */
#include "suites/auth.h"
#include "suites/auth_rows.h"

#define ROW(at, name, sentence, binds, sources)                                 \
    .operation = "ListCommands", .kind = "auth", .path = (at), .probe = (name), \
    .rule = (sentence), .level = (binds), .source = (sources)
#define ZEROES "0000000000000000000000000000000000000000000000000000000000000000"
#define HASH_OF_NOTHING "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

/* Something signed differs from what was sent; the probe says what. */
#define MISMATCH(name, sentence, sources, ...)                                   \
    {                                                                            \
        ROW("Signature", name, sentence, MUST, "MODEL:AmazonSSM " sources),      \
            .signing = SIGNED_WITH(__VA_ARGS__), REFUSES("OBS:A-29", AS_INVALID) \
    }
#define SAID(signature) .authorization = AUTHORIZATION(CREDENTIAL, "${names}", signature)
#define LETS_IN(name, sentence, sources, ...) \
    { ROW("SignedHeaders", name, sentence, MUST, sources), __VA_ARGS__, IS_LET_IN }

const struct ssmspec_row ssmspec_auth_signature_rows[] = {
    MISMATCH("other-secret", "What another secret signed is refused.", "OBS:A-29",
             .secret = "ssmspec/another+secret/of/forty+characters"),
    MISMATCH("cut", "A signature that lacks its last digit is refused.", "OBS:A-29",
             SAID("${cut}")),
    MISMATCH("extended", "A signature with one digit more is refused.", "OBS:A-29",
             SAID("${signature}0")),
    MISMATCH("zeroes", "A signature of zeroes is refused.", "OBS:A-29", SAID(ZEROES)),
    {ROW("Signature", "empty", "An empty signature is refused.", MUST,
         "MODEL:AmazonSSM OBS:A-06 OBS:A-29"),
     .signing = SIGNED_WITH(SAID("")), REFUSES("OBS:A-29", AS_INVALID, AS_INCOMPLETE)},
    {ROW("Signature", "upper-case",
         "A signature is lower-case hex, and one in capitals another text.", MAY, "OBS:A-33"),
     .signing = SIGNED_WITH(SAID("${upper}")), REFUSES("OBS:A-33", AS_INVALID)},
    MISMATCH("other-body-hash-stated",
             "A stated payload hash must be that of the body, not only of what was signed.",
             "OBS:A-30 OBS:C-04", .other_body = true, .states_payload_hash = true),
    MISMATCH("other-payload-hash", "A payload hash changed after signing is refused.",
             "OBS:A-31 OBS:C-04", .states_payload_hash = true, .payload_hash = HASH_OF_NOTHING),
    MISMATCH("other-content-type", "A signed Content-Type changed after signing is refused.",
             "OBS:A-31", .content_type = "application/x-amz-json-1.0"),
    MISMATCH("other-host", "What was signed for another host is refused.", "OBS:A-31 OBS:C-07",
             .host = "ssmspec.invalid"),
    MISMATCH("other-date", "A date changed after signing, by no more than clocks may differ.",
             "OBS:A-31", .sent_ahead_seconds = 60),
    MISMATCH("other-method", "What was signed for another method is refused.", "OBS:A-29",
             .method = "GET"),
    MISMATCH("absent-header-signed", "A header named as signed must have come.", "OBS:A-29",
             .authorization =
                 AUTHORIZATION(CREDENTIAL, "${names};x-ssmspec-absent", "${signature}")),
    {ROW("SignedHeaders", "no-host",
         "Host is always signed: a right signature that leaves it out is refused.", SHOULD,
         "OBS:A-19"),
     .signing = SIGNED_WITH(.leaves_out = "host"), REFUSES("OBS:A-19", AS_INVALID)},

    LETS_IN("user-agent-not-signed", "A header that is not signed may be anything.", "OBS:A-32",
            .headers = {{"User-Agent", "changed on the way/1.0"}}),
    LETS_IN("header-added-on-the-way", "A proxy may add a header after signing.", "OBS:A-32",
            .headers = {{"X-Forwarded-For", "192.0.2.1"}}),
    LETS_IN("user-agent-signed", "More headers than the usual ones may be signed.", "OBS:C-06",
            .headers = {{"User-Agent", "ssmspec/1.0"}},
            .signing = SIGNED_WITH(.signs_too = "user-agent")),
    LETS_IN("length-and-hash-signed", "Content-Length and the payload's hash may be signed.",
            "OBS:C-06",
            .signing = SIGNED_WITH(.signs_too = "content-length", .states_payload_hash = true)),
    LETS_IN("blanks-in-a-value", "Blanks in a signed value are collapsed before it is signed.",
            "OBS:C-01", .headers = {{"X-Amz-Meta-Ssmspec", "a   b  c"}},
            .signing = SIGNED_WITH(.signs_too = "x-amz-meta-ssmspec")),
    LETS_IN("one-name-begins-another",
            "Of two names the one that the other begins with is signed first.", "OBS:C-02",
            .headers = {{"X-Amz-Meta-Ssmspec-Two", "2"}, {"X-Amz-Meta-Ssmspec", "1"}},
            .signing = SIGNED_WITH(.signs_too = "x-amz-meta-ssmspec;x-amz-meta-ssmspec-two")),
    LETS_IN("repeated-header",
            "A header that comes twice is signed as one, its values joined with a comma.",
            "OBS:C-01", .headers = {{"X-Amz-Meta-Ssmspec", "1"}, {"X-Amz-Meta-Ssmspec", "2"}},
            .signing = SIGNED_WITH(.signs_too = "x-amz-meta-ssmspec")),
    END_OF_ROWS,
};
