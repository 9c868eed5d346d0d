/* Content-Type chooses the protocol; other headers that speak of content choose nothing. */
#include "suites/http.h"
#include "suites/rows.h"

#define ROW .kind = "http"

#define SAME(name, sentence, binds, sources, ...)                                        \
    {                                                                                    \
        ROW, .probe = (name), .rule = (sentence), .level = (binds), .source = (sources), \
             __VA_ARGS__, .is_valid = true, .control_kind = SSMSPEC_CONTROL_ACCEPTED     \
    }

#define WITH_PARAMETERS(name, parameters)                                                         \
    SAME(name, "Parameters of the content type are ignored.", MUST, "SMITHY:awsJson1_1 OBS:P-04", \
         .content_type = "application/x-amz-json-1.1" parameters)

/* Another protocol's type: other services answer 4xx, in whatever form (OBS:F-31..F-33, F-35). */
#define OTHER_TYPE(name, sentence, observed, wire)                                                 \
    {                                                                                              \
        ROW, .probe = (name), .rule = (sentence), .level = SHOULD, .source = "OBS:P-03 " observed, \
             .content_type = (wire), SSMSPEC_EXPECT(IS_REFUSED),                                   \
             .control_kind = SSMSPEC_CONTROL_ACCEPTED                                              \
    }

/* Whatever is made of it, it is no fault of the server. */
#define NO_FAULT(name, sentence, sources, ...)                                                    \
    {                                                                                             \
        ROW, .probe = (name), .rule = (sentence), .level = MAY, .source = (sources), __VA_ARGS__, \
             SSMSPEC_EXPECT(IS_ANSWERED), .control_kind = SSMSPEC_CONTROL_ACCEPTED                \
    }

#define GZIP_OF_AN_EMPTY_OBJECT \
    "\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\xab\xae\x05\x00\x43\xbf\xa6\xa3\x02\x00\x00\x00"

const struct ssmspec_row ssmspec_http_content_rows[] = {
    WITH_PARAMETERS("content-type-charset", "; charset=utf-8"),
    WITH_PARAMETERS("content-type-charset-quoted", ";charset=\"UTF-8\""),
    WITH_PARAMETERS("content-type-other-charset", "; charset=ISO-8859-1"),
    WITH_PARAMETERS("content-type-junk-parameters", "; a=b; c=\"d;e\"; f"),
    WITH_PARAMETERS("content-type-bare-semicolon", ";"),
    SAME("content-type-upper-case", "Media types are compared without case.", SHOULD,
         "RFC9110:8.3.1", .content_type = "Application/X-AMZ-JSON-1.1"),

    OTHER_TYPE("content-type-1.0", "Version 1.0 is another protocol.", "OBS:F-31",
               "application/x-amz-json-1.0"),
    OTHER_TYPE("content-type-absent", "A body without a type is of no protocol.", "OBS:F-32",
               ABSENT),
    OTHER_TYPE("content-type-empty", "An empty type is of no protocol.", "OBS:F-32", ""),
    OTHER_TYPE("content-type-text", "Plain text is of no protocol.", "OBS:F-33", "text/plain"),
    OTHER_TYPE("content-type-form", "A form is of another protocol.", "OBS:F-33",
               "application/x-www-form-urlencoded"),
    OTHER_TYPE("content-type-xml", "XML is of another protocol.", "OBS:F-33", "application/xml"),
    OTHER_TYPE("content-type-longer", "What only begins with the type is another type.", "OBS:F-35",
               "application/x-amz-json-1.1asdf"),
    OTHER_TYPE("content-type-next-version", "Version 1.10 is not 1.1.", "OBS:F-35",
               "application/x-amz-json-1.10"),
    OTHER_TYPE("content-type-shorter", "The beginning of the type is another type.", "OBS:F-35",
               "application/x-amz-json-1"),
    NO_FAULT("content-type-json", "Plain JSON is of an old protocol, or of none.", "OBS:F-34",
             .content_type = "application/json"),

    SAME("accept-other", "What a client accepts is not asked.", MAY, "OBS:P-45",
         .headers = {{"Accept", "text/html"}}),
    SAME("accept-nothing", "Not even when it accepts nothing.", MAY, "OBS:P-45",
         .headers = {{"Accept", "application/x-amz-json-1.1;q=0"}}),
    SAME("origin", "A page of another origin is answered like anyone.", MAY, "OBS:P-47",
         .headers = {{"Origin", "http://ssmspec.invalid"}}),
    NO_FAULT("content-encoding-without", "A coding that is announced and not there is no fault.",
             "OBS:P-44", .headers = {{"Content-Encoding", "gzip"}}),
    NO_FAULT("content-encoding-gzip", "A coding that no operation has is no fault.", "OBS:P-44",
             .headers = {{"Content-Encoding", "gzip"}},
             SSMSPEC_BODY_BYTES(GZIP_OF_AN_EMPTY_OBJECT)),
    NO_FAULT("content-encoding-unknown", "A coding that nobody has is no fault.", "OBS:P-44",
             .headers = {{"Content-Encoding", "ssmspec"}}),
    END_OF_ROWS,
};
