/* X-Amz-Target says which operation is meant: exactly, or none is. */
#include "suites/http.h"
#include "suites/rows.h"

#define ROW .kind = "http"

/* No operation is meant: whatever else is answered, it is not that of one. The error's name was
 * recorded on other services only. */
#define NAMES_NONE(name, sentence, binds, sources, observed, wire)  \
    {                                                               \
        ROW, .probe = (name), .rule = (sentence), .level = (binds), \
             .source = sources " " observed, .target = (wire),      \
             SSMSPEC_EXPECT(FAILS_AS("UnknownOperationException"),  \
                            MAYBE_REJECTED(SHOULD, observed)),      \
             .control_kind = SSMSPEC_CONTROL_ACCEPTED               \
    }

/* Nothing names the service either, and whoever stands before it may answer in another way. */
#define NAMES_NOBODY(name, sentence, binds, sources, observed, wire)                            \
    {                                                                                           \
        ROW, .probe = (name), .rule = (sentence), .level = (binds),                             \
             .source = sources " " observed, .target = (wire),                                  \
             SSMSPEC_EXPECT(FAILS_AS("UnknownOperationException"),                              \
                            MAYBE_REJECTED(SHOULD, observed), MAYBE_REFUSED(SHOULD, observed)), \
             .control_kind = SSMSPEC_CONTROL_ACCEPTED                                           \
    }

/* What a server finds when it looks the operation up among its own names instead of the service's.
 */
#define REFLECTS(name, member)                                                              \
    NAMES_NONE("target-" name, "A name of the server's own code names no operation.", MUST, \
               "SMITHY:awsJson1_1 MODEL:AmazonSSM", "OBS:F-19", "{service}." member)

const struct ssmspec_row ssmspec_http_target_rows[] = {
    NAMES_NOBODY("target-absent", "A request without a target names no operation.", MUST,
                 "SMITHY:awsJson1_1", "OBS:F-21", ABSENT),
    NAMES_NOBODY("target-empty", "An empty target names no operation.", MUST, "SMITHY:awsJson1_1",
                 "OBS:F-21", ""),
    NAMES_NONE("target-unknown-operation", "What the service does not have names no operation.",
               MUST, "SMITHY:awsJson1_1 MODEL:AmazonSSM", "OBS:F-19 OBS:F-29",
               "{service}.SsmspecNoSuchOperation"),
    NAMES_NONE("target-empty-operation", "A prefix alone names no operation.", MUST,
               "SMITHY:awsJson1_1", "OBS:F-22", "{service}."),
    NAMES_NONE("target-cut", "The beginning of a name names no operation.", MUST,
               "SMITHY:awsJson1_1 MODEL:AmazonSSM", "OBS:F-26", "{service}.ListCommand"),
    NAMES_NONE("target-longer", "A name with something behind it names no operation.", MUST,
               "SMITHY:awsJson1_1 MODEL:AmazonSSM", "OBS:F-26", "{service}.{operation}s"),
    NAMES_NOBODY("target-prefix-alone", "A prefix without its dot names no operation.", MUST,
                 "SMITHY:awsJson1_1", "OBS:F-22", "{service}"),
    NAMES_NOBODY("target-without-prefix", "An operation alone names no service.", SHOULD,
                 "SMITHY:awsJson1_1", "OBS:F-23", "{operation}"),
    NAMES_NOBODY("target-empty-prefix", "An empty prefix names no service.", SHOULD,
                 "SMITHY:awsJson1_1", "OBS:F-24", ".{operation}"),
    NAMES_NOBODY("target-other-prefix", "Another prefix names another service.", SHOULD,
                 "SMITHY:awsJson1_1", "OBS:F-24", "Whatever.{operation}"),
    NAMES_NOBODY("target-near-prefix", "A longer prefix names another service.", SHOULD,
                 "SMITHY:awsJson1_1", "OBS:F-24", "{service}2.{operation}"),
    NAMES_NOBODY("target-lower-case", "Targets are compared exactly, case included.", SHOULD,
                 "SMITHY:awsJson1_1 OBS:P-02", "OBS:F-25", "amazonssm.listcommands"),
    NAMES_NONE("target-lower-operation", "Operations are compared exactly, case included.", SHOULD,
               "SMITHY:awsJson1_1 OBS:P-02", "OBS:F-25", "{service}.listCommands"),
    NAMES_NONE("target-middle-part", "Between service and operation stands one dot.", SHOULD,
               "SMITHY:awsJson1_1", "OBS:F-27", "{service}.x.{operation}"),
    NAMES_NONE("target-inner-blank", "Between service and operation stands nothing else.", SHOULD,
               "SMITHY:awsJson1_1", "OBS:F-19", "{service}. {operation}"),
    NAMES_NOBODY("target-slash", "Between service and operation stands a dot, not a slash.", SHOULD,
                 "SMITHY:awsJson1_1", "OBS:F-23", "{service}/{operation}"),
    NAMES_NOBODY("target-quoted", "A target has no quotes.", SHOULD, "SMITHY:awsJson1_1",
                 "OBS:F-23", "\"{service}.{operation}\""),
    NAMES_NONE("target-not-ascii", "A name beyond ASCII names no operation.", MUST,
               "SMITHY:awsJson1_1 MODEL:AmazonSSM", "OBS:F-19", "{service}.{operation}\xc3\xa9"),
    {ROW, .probe = "target-third-part",
     .rule = "A third part is an unknown operation, or it is ignored.", .level = SHOULD,
     .source = "SMITHY:awsJson1_1 OBS:F-27", .target = "{service}.{operation}.x",
     SSMSPEC_EXPECT(FAILS_AS("UnknownOperationException"), MAYBE_SUCCEEDS(MAY, "OBS:F-27"),
                    MAYBE_REJECTED(SHOULD, "OBS:F-27")),
     .control_kind = SSMSPEC_CONTROL_ACCEPTED},
    {ROW, .probe = "target-other-service",
     .rule = "An operation of another service is none of this one.", .level = MAY,
     .source = "OBS:F-28", .target = "DynamoDB_20120810.ListTables", .body = "{}",
     SSMSPEC_EXPECT(FAILS_AS("UnknownOperationException"), MAYBE_ANSWERED(MAY, "OBS:F-28")),
     .control_kind = SSMSPEC_CONTROL_ACCEPTED},
    {ROW, .probe = "target-unknown-and-malformed",
     .rule = "Of an unknown target and a malformed body either is named.", .level = MUST,
     .source = "SMITHY:awsJson1_1 OBS:F-30", .target = "{service}.SsmspecNoSuchOperation",
     .body = "{",
     SSMSPEC_EXPECT(FAILS_AS("UnknownOperationException"), FAILS_AS("SerializationException"),
                    MAYBE_REJECTED(SHOULD, "OBS:F-30")),
     .control_kind = SSMSPEC_CONTROL_ACCEPTED},

    REFLECTS("python-constructor", "__init__"),
    REFLECTS("python-class", "__class__"),
    REFLECTS("python-private", "_get_param"),
    REFLECTS("python-set-up", "SetupClass"),
    REFLECTS("python-dispatcher", "CallAction"),
    REFLECTS("script-constructor", "constructor"),
    REFLECTS("script-prototype", "__proto__"),
    REFLECTS("script-to-string", "toString"),

    {ROW, .operation = EVERY, .probe = "header-names-lower-case",
     .rule = "Header names in lower case, as the JavaScript SDK sends them, are the same names.",
     .level = MUST, .source = "RFC9110:5.1 OBS:P-06", .target = ABSENT, .content_type = ABSENT,
     .headers = {{"content-type", "application/x-amz-json-1.1"},
                 {"x-amz-target", "{service}.{operation}"}},
     .is_valid = true, .control_kind = SSMSPEC_CONTROL_ACCEPTED},
    {ROW, .probe = "header-names-upper-case",
     .rule = "Header names in upper case are the same names.", .level = MUST,
     .source = "RFC9110:5.1 OBS:P-06", .target = ABSENT, .content_type = ABSENT,
     .headers = {{"X-AMZ-TARGET", "{service}.{operation}"},
                 {"CONTENT-TYPE", "application/x-amz-json-1.1"}},
     .is_valid = true, .control_kind = SSMSPEC_CONTROL_ACCEPTED},
    END_OF_ROWS,
};
