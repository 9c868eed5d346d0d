/* What the Authorization header says, and what stands beside it. ListCommands carries these rows:
 * it changes nothing, and its answer shows that it was let in. */
#include "suites/auth.h"
#include "suites/auth_rows.h"

#define ROW(at, name, sentence, binds, sources)                                 \
    .operation = "ListCommands", .kind = "auth", .path = (at), .probe = (name), \
    .rule = (sentence), .level = (binds), .source = (sources)

/* Refused, at best as what stands at the end. */
#define REFUSED(at, name, sentence, binds, sources, how, from, ...) \
    { ROW(at, name, sentence, binds, sources), .signing = how, REFUSES(from, __VA_ARGS__) }
#define SAID_BY(credential) .authorization = AUTHORIZATION(credential, "${names}", "${signature}")

#define ANSWERS(from)                                               \
    SSMSPEC_EXPECT(SUCCEEDS, IS_REJECTED, REFUSED_OTHERWISE(from)), \
        .control_kind = SSMSPEC_CONTROL_ACCEPTED
#define PRESIGNED                                                               \
    "/?X-Amz-Algorithm=AWS4-HMAC-SHA256"                                        \
    "&X-Amz-Credential=AKIDEXAMPLE%2F20150830%2Fus-east-1%2Fssm%2Faws4_request" \
    "&X-Amz-Date=20150830T123600Z&X-Amz-Expires=60&X-Amz-SignedHeaders=host"    \
    "&X-Amz-Signature=0000000000000000000000000000000000000000000000000000000000000000"

const struct ssmspec_row ssmspec_auth_header_rows[] = {
    {ROW("Authorization", "absent-and-bad-json",
         "Of two faults, no signature and no JSON, either may be named.", MUST,
         "MODEL:AmazonSSM RFC8259:2 OBS:A-04"),
     .body = "{", .signing = SIGNED_WITH(.authorization = ""),
     REFUSES("OBS:A-04", AS_MISSING, FAILS_AS("SerializationException"))},
    {ROW("Authorization", "absent-and-unknown-target",
         "Of two faults, no signature and no operation, either may be named.", MUST,
         "MODEL:AmazonSSM OBS:A-05"),
     .target = "{service}.NoSuchOperation", .signing = SIGNED_WITH(.authorization = ""),
     REFUSES("OBS:A-05", AS_MISSING, FAILS_AS("UnknownOperationException"))},
    {ROW("Authorization", "absent-and-other-type",
         "Without a signature and with an unusable Content-Type any refusal will do.", MUST,
         "MODEL:AmazonSSM OBS:A-03"),
     .content_type = "text/plain", .signing = SIGNED_WITH(.authorization = ""),
     REFUSES("OBS:A-03", AS_MISSING, {.kind = SSMSPEC_CLIENT_STATUS})},
    REFUSED("Authorization", "garbage", "An Authorization that is none of any kind is refused.",
            MUST, "MODEL:AmazonSSM OBS:A-06", SIGNED_WITH(.authorization = "X"), "OBS:A-06",
            AS_INCOMPLETE, AS_MISSING),
    REFUSED("Authorization", "basic", "Another scheme than AWS4-HMAC-SHA256 is refused.", MUST,
            "MODEL:AmazonSSM OBS:A-06", SIGNED_WITH(.authorization = "Basic c3Ntc3BlYzpzc21zcGVj"),
            "OBS:A-06", AS_INCOMPLETE, AS_MISSING),
    REFUSED("Authorization", "no-signed-headers",
            "An Authorization without SignedHeaders is incomplete.", MUST,
            "MODEL:AmazonSSM OBS:A-07",
            SIGNED_WITH(.authorization =
                            "AWS4-HMAC-SHA256 Credential=" CREDENTIAL ", Signature=${signature}"),
            "OBS:A-07", AS_INCOMPLETE),
    REFUSED("Authorization", "no-signature", "An Authorization without Signature is incomplete.",
            MUST, "MODEL:AmazonSSM OBS:A-06",
            SIGNED_WITH(.authorization =
                            "AWS4-HMAC-SHA256 Credential=" CREDENTIAL ", SignedHeaders=${names}"),
            "OBS:A-06", AS_INCOMPLETE),
    REFUSED("Authorization", "no-credential", "An Authorization without Credential is incomplete.",
            MUST, "MODEL:AmazonSSM OBS:A-06",
            SIGNED_WITH(.authorization =
                            "AWS4-HMAC-SHA256 SignedHeaders=${names}, Signature=${signature}"),
            "OBS:A-06", AS_INCOMPLETE),
    REFUSED("Authorization", "no-equal-sign",
            "A part that is no key=value pair makes the Authorization incomplete.", MUST,
            "MODEL:AmazonSSM OBS:A-10",
            SIGNED_WITH(.authorization = "AWS4-HMAC-SHA256 Credential=" CREDENTIAL
                                         ", SignedHeaders, Signature=${signature}"),
            "OBS:A-10", AS_INCOMPLETE),
    REFUSED("Authorization", "unknown-algorithm", "An algorithm that there is not is refused.",
            SHOULD, "OBS:A-13",
            SIGNED_WITH(.authorization = "AWS4-HMAC-SHA25 Credential=" CREDENTIAL
                                         ", SignedHeaders=${names}, Signature=${signature}"),
            "OBS:A-13", AS_INCOMPLETE, AS_MISSING),
    REFUSED("Credential", "four-parts", "A Credential has five parts; one of four is refused.",
            SHOULD, "OBS:A-20", SIGNED_WITH(SAID_BY("${key}/${day}/${region}/${service}")),
            "OBS:A-20", AS_INCOMPLETE),
    REFUSED("Credential", "six-parts", "A Credential has five parts; one of six is refused.",
            SHOULD, "OBS:A-20", SIGNED_WITH(SAID_BY(CREDENTIAL "/more")), "OBS:A-20",
            AS_INCOMPLETE),
    REFUSED("Credential", "other-region-signed",
            "What was signed for another region is refused, right as the signature is there.",
            SHOULD, "OBS:A-21 OBS:C-05", SIGNED_WITH(.region = "xx-ssmspec-1"), "OBS:A-21",
            AS_INVALID),
    REFUSED("Credential", "other-region-said",
            "The Credential's region must be the one signed for.", SHOULD, "OBS:A-21 OBS:C-05",
            SIGNED_WITH(SAID_BY("${key}/${day}/xx-ssmspec-1/${service}/aws4_request")), "OBS:A-21",
            AS_INVALID),
    REFUSED("Credential", "other-service-signed",
            "What was signed for another service is refused, right as the signature is there.",
            SHOULD, "OBS:A-22 OBS:C-05", SIGNED_WITH(.service = "ssmspec"), "OBS:A-22", AS_INVALID),
    REFUSED("Credential", "other-service-said",
            "The Credential's service must be the one signed for.", SHOULD, "OBS:A-22 OBS:C-05",
            SIGNED_WITH(SAID_BY("${key}/${day}/${region}/ssmspec/aws4_request")), "OBS:A-22",
            AS_INVALID),
    REFUSED("Credential", "other-terminator", "The Credential ends with aws4_request.", SHOULD,
            "OBS:A-23", SIGNED_WITH(SAID_BY("${key}/${day}/${region}/${service}/aws4_requesx")),
            "OBS:A-23", AS_INVALID),
    REFUSED("Credential", "other-day", "The Credential's day is that of X-Amz-Date.", SHOULD,
            "OBS:A-24", SIGNED_WITH(SAID_BY("${key}/20150830/${region}/${service}/aws4_request")),
            "OBS:A-24", AS_INVALID),
    REFUSED("Credential", "several-faults", "Several faults of the Credential are one error.",
            SHOULD, "OBS:A-25",
            SIGNED_WITH(SAID_BY("${key}/20150830/xx-ssmspec-1/ssmspec/aws4_requesx")), "OBS:A-25",
            AS_INVALID),
    REFUSED("Credential", "unknown-key", "A key id that nobody has is refused.", MUST, "OBS:A-26",
            SIGNED_WITH(.access_key_id = "AKIASSMSPECUNKNOWN00"), "OBS:A-26", AS_UNRECOGNIZED,
            {.kind = SSMSPEC_ERROR, .status = 403, .error = "InvalidClientTokenId"}),
    REFUSED("X-Amz-Security-Token", "unknown", "A session token that nobody was given is refused.",
            SHOULD, "OBS:A-27", SIGNED_WITH(.session_token = "ssmspec-no-such-token"), "OBS:A-27",
            AS_UNRECOGNIZED, REFUSED_AS("ExpiredTokenException")),
    REFUSED("X-Amz-Security-Token", "expired",
            "Credentials whose time is over are refused, right as the signature is.", MUST,
            "API:CommonErrors OBS:A-28",
            SIGNED_WITH(.access_key_id = "${expired_credentials[0]}",
                        .secret = "${expired_credentials[1]}",
                        .session_token = "${expired_credentials[2]}"),
            "OBS:A-28", REFUSED_AS("ExpiredTokenException")),
    REFUSED("X-Amz-Date", "absent", "A signed request without any date is incomplete.", MUST,
            "MODEL:AmazonSSM OBS:A-08", SIGNED_WITH(.date = ""), "OBS:A-08", AS_INCOMPLETE),
    REFUSED("X-Amz-Date", "extended-format",
            "X-Amz-Date is in ISO 8601's basic format; the extended one is refused.", SHOULD,
            "OBS:A-14", SIGNED_WITH(.date = "2026-11-21T12:00:00Z"), "OBS:A-14", AS_INCOMPLETE),
    REFUSED("X-Amz-Date", "garbage", "An X-Amz-Date that is no date is refused.", MUST,
            "MODEL:AmazonSSM OBS:A-14", SIGNED_WITH(.date = "yesterday"), "OBS:A-14",
            AS_INCOMPLETE),
    REFUSED("X-Amz-Date", "hour-late", "A signature older than 15 minutes has expired.", MUST,
            "API:CommonErrors OBS:A-15 OBS:A-17 OBS:A-18", SIGNED_WITH(.ahead_seconds = -3600),
            "OBS:A-15", AS_INVALID, FAILS_AS("RequestExpired")),
    REFUSED("X-Amz-Date", "hour-early",
            "A signature more than 15 minutes in the future is not yet current.", MUST,
            "API:CommonErrors OBS:A-16 OBS:A-17", SIGNED_WITH(.ahead_seconds = 3600), "OBS:A-16",
            AS_INVALID, FAILS_AS("RequestExpired")),

    {ROW("X-Amz-Date", "minute-late", "A minute between two clocks is no reason to refuse.", MUST,
         "API:CommonErrors OBS:A-17"),
     .signing = SIGNED_WITH(.ahead_seconds = -60), IS_LET_IN},
    {ROW("X-Amz-Date", "minute-early", "A minute between two clocks is no reason to refuse.", MUST,
         "API:CommonErrors OBS:A-17"),
     .signing = SIGNED_WITH(.ahead_seconds = 60), IS_LET_IN},

    /* In the query: no client of the service does so, real ones read it all the same. */
    {ROW("query", "algorithm-beside-header",
         "A signature in the header and another in the query are refused.", SHOULD, "OBS:A-11"),
     .request_path = "/?X-Amz-Algorithm=AWS4-HMAC-SHA256", REFUSES("OBS:A-11", AS_INVALID)},
    {ROW("query", "algorithm-alone",
         "A query that names the algorithm and nothing else is incomplete.", SHOULD, "OBS:A-12"),
     .request_path = "/?X-Amz-Algorithm=AWS4-HMAC-SHA256",
     .signing = SIGNED_WITH(.authorization = ""), REFUSES("OBS:A-12", AS_INCOMPLETE, AS_MISSING)},
    {ROW("query", "presigned", "A wrong signature in the query lets nobody in, and harms nobody.",
         SHOULD, "OBS:C-28"),
     .request_path = PRESIGNED, .signing = SIGNED_WITH(.authorization = ""),
     REFUSES("OBS:C-28", IS_REJECTED)},

    /* Any endpoint answers these, whether it verifies or not. */
    {ROW("Authorization", "absent-answered",
         "A request without Authorization gets an ordinary answer or a refusal, no failure.", MUST,
         "OBS:A-01 OBS:F-68"),
     .signing = SIGNED_WITH(.authorization = ""), ANSWERS("OBS:A-01")},
    {ROW("Authorization", "garbage-answered",
         "A garbled Authorization gets an ordinary answer or a refusal, no failure.", MUST,
         "OBS:A-06 OBS:F-68"),
     .signing = SIGNED_WITH(.authorization = "X"), ANSWERS("OBS:A-06")},
    END_OF_ROWS,
};
