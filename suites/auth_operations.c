/* Every operation is guarded, each against the faults that would let a stranger act. */
#include "suites/auth.h"
#include "suites/auth_rows.h"

#define GUARDED(wire_name, at, name, sentence, sources, from, how, ...)                            \
    {                                                                                              \
        .operation = (wire_name), .kind = "auth", .path = (at), .probe = (name),                   \
        .rule = (sentence), .level = MUST, .source = "MODEL:AmazonSSM " sources, .signing = (how), \
        REFUSES(from, __VA_ARGS__)                                                                 \
    }
#define EACH(...) GUARDED(SSMSPEC_EVERY_OPERATION, __VA_ARGS__)

/* These two act, so that a replayed or borrowed signature is worth most there. */
#define ACTING(wire_name)                                                                      \
    GUARDED(wire_name, "Signature", "other-secret", "What another secret signed is refused.",  \
            "OBS:A-29", "OBS:A-29",                                                            \
            SIGNED_WITH(.secret = "ssmspec/another+secret/of/forty+characters"), AS_INVALID),  \
        GUARDED(wire_name, "Signature", "other-body-hash-stated",                              \
                "A stated payload hash must be that of the body.", "OBS:A-30", "OBS:A-29",     \
                SIGNED_WITH(.other_body = true, .states_payload_hash = true), AS_INVALID),     \
        GUARDED(wire_name, "X-Amz-Date", "hour-late",                                          \
                "A signature older than 15 minutes has expired.", "API:CommonErrors OBS:A-15", \
                "OBS:A-15", SIGNED_WITH(.ahead_seconds = -3600), AS_INVALID,                   \
                FAILS_AS("RequestExpired"))

const struct ssmspec_row ssmspec_auth_operation_rows[] = {
    EACH("Authorization", "absent",
         "Every request must be signed: one without an Authorization is refused.", "OBS:A-01",
         "OBS:A-01", SIGNED_WITH(.authorization = ""), AS_MISSING),
    EACH("Signature", "altered", "A signature with one other digit is refused.", "OBS:A-29",
         "OBS:A-29",
         SIGNED_WITH(.authorization = AUTHORIZATION(CREDENTIAL, "${names}", "${altered}")),
         AS_INVALID),
    EACH("Signature", "other-body", "A body with one other byte than the one signed is refused.",
         "OBS:A-30 OBS:C-04", "OBS:A-29", SIGNED_WITH(.other_body = true), AS_INVALID),
    EACH("Signature", "other-target", "A request signed for another operation is refused.",
         "OBS:A-31", "OBS:A-29", SIGNED_WITH(.target = "AmazonSSM.AnotherOperation"), AS_INVALID),
    ACTING("CancelCommand"),
    ACTING("SendCommand"),
    END_OF_ROWS,
};
