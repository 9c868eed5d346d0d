/* What happens on a connection: how slowly a request comes, what is no request at all, how large
 * one may be, and what stands behind one that was refused. */
#include "suites/http.h"
#include "suites/wire.h"

#define ROW .kind = "http"
#define LENGTH "Content-Length: {length}\r\n"
#define WITH(lines) ON_WIRE(SAY("{start}{head}" lines LENGTH "\r\n{body}"), HALF_CLOSE, HEAR)

#define SAME(name, sentence, binds, sources, ...)                                        \
    {                                                                                    \
        ROW, .probe = (name), .rule = (sentence), .level = (binds), .source = (sources), \
             .is_valid = true, __VA_ARGS__, .control_kind = SSMSPEC_CONTROL_ACCEPTED     \
    }

/* As if nothing were the matter, refused, or the connection closed; no fault and no hang. */
#define FREE_CHOICE(name, sentence, sources, ...) \
    SAME(name, sentence, MAY, sources, SSMSPEC_EXPECT(IS_REFUSED, GETS_NO_ANSWER), __VA_ARGS__)

/* RFC 9112 asks for a 400. */
#define REFUSED(name, sentence, binds, sources, ...)                                     \
    {                                                                                    \
        ROW, .probe = (name), .rule = (sentence), .level = (binds), .source = (sources), \
             SSMSPEC_EXPECT(IS_REFUSED, MAYBE_NO_ANSWER(SHOULD, sources)),               \
             .control_kind = SSMSPEC_CONTROL_ACCEPTED, __VA_ARGS__                       \
    }

/* A request that is refused, and again on the same connection. A server may close between them,
 * and what the first deserves is another case's matter. */
#define TWICE(name, sentence, ...)                                                 \
    {                                                                              \
        ROW, .probe = "keep-alive-after-" name, .rule = (sentence), .level = MUST, \
             .source = "RFC9112:9.3 OBS:P-46", SSMSPEC_EXPECT(IS_ANSWERED),        \
             .control_kind = SSMSPEC_CONTROL_ACCEPTED, __VA_ARGS__,                \
             ON_WIRE(SAY("{request}"), HEAR, SAY("{request}"), HEAR)               \
    }

/* Whoever refuses by the head alone must still read the body, or close. */
#define HIDDEN                                                                 \
    "POST / HTTP/1.1\r\nHost: localhost\r\nX-Amz-Target: AmazonSSM.Hidden\r\n" \
    "Content-Type: application/x-amz-json-1.1\r\nContent-Length: 2\r\n\r\n{}"
#define UNREAD_BODY(name, sentence, ...)                                                 \
    {                                                                                    \
        ROW, .probe = "hidden-in-" name, .rule = (sentence), .level = MUST,              \
             .source = "RFC9112:9.3", .check = SSMSPEC_CHECK_ONE_ANSWER, .body = HIDDEN, \
             SSMSPEC_EXPECT(IS_ANSWERED, GETS_NO_ANSWER),                                \
             .control_kind = SSMSPEC_CONTROL_ACCEPTED,                                   \
             ON_WIRE(SAY("{request}"), HEAR, LISTEN(150)), __VA_ARGS__                   \
    }

#define SIXTY_FOUR "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
#define SIXTY_FOUR_BLANKS "                                                                "
/* So that a server that says the comment again says less than is heard. */
#define TEN_ESCAPES "\\u0061\\u0061\\u0061\\u0061\\u0061\\u0061\\u0061\\u0061\\u0061\\u0061"
/* 86 bytes, with which the whole is as long as it says. */
#define LONG_COMMENT                                                                      \
    "{\"DocumentName\":\"AWS-RunShellScript\",\"InstanceIds\":[\"i-0ffffffffffffffff\"]," \
    "\"Comment\":\""

const struct ssmspec_row ssmspec_http_connection_rows[] = {
    SAME("slow-start", "A request may begin slowly.", MUST, "RFC9112:2",
         ON_WIRE(DRIBBLE("{start}", 5), SAY("{head}" LENGTH "\r\n{body}"), HEAR)),
    SAME("slow-body", "A body may come byte by byte.", MUST, "RFC9112:6.3",
         ON_WIRE(SAY("{start}{head}" LENGTH), DRIBBLE("\r\n{body}", 5), HEAR)),
    SAME("late-body", "A body may come later than its head.", MUST, "RFC9112:6.3",
         ON_WIRE(SAY("{start}{head}" LENGTH "\r\n"), PAUSE(200), SAY("{body}"), HEAR)),
    SAME("late-end-of-head", "A head may come in two parts.", MUST, "RFC9112:2",
         ON_WIRE(SAY("{start}{head}" LENGTH "\r"), PAUSE(50), SAY("\n{body}"), HEAR)),
    SAME("expect-continue", "A client may ask before it sends a body.", MUST,
         "RFC9110:10.1.1 OBS:F-43", SSMSPEC_EXPECT(IS_REFUSED),
         ON_WIRE(SAY("{start}{head}" LENGTH "Expect: 100-continue\r\n\r\n"), PAUSE(100),
                 SAY("{body}"), HEAR)),
    SAME("expect-continue-waiting", "A client that waits is told to go on, or answered.", MUST,
         "RFC9110:10.1.1 OBS:F-43", SSMSPEC_EXPECT(IS_REFUSED),
         ON_WIRE(SAY("{start}{head}" LENGTH "Expect: 100-continue\r\n\r\n"), HEAR_A_HEAD(5000),
                 SAY("{body}"), HEAR)),
    SAME("expect-continue-at-once", "A client may ask and not wait for the answer.", MUST,
         "RFC9110:10.1.1 OBS:F-43", SSMSPEC_EXPECT(IS_REFUSED),
         ON_WIRE(SAY("{start}{head}" LENGTH "Expect: 100-continue\r\n\r\n{body}"), HEAR)),
    SAME("expect-unknown", "An expectation that nobody knows is ignored or refused.", MAY,
         "RFC9110:10.1.1", SSMSPEC_EXPECT(IS_REFUSED), WITH("Expect: ssmspec\r\n")),
    SAME("close-wanted", "A client may want the connection closed.", MUST, "RFC9112:9.6",
         WITH("Connection: close\r\n")),
    SAME("close-said", "A connection that ends behind an answer was said to end.", SHOULD,
         "RFC9112:9.3 RFC9112:9.6", .check = SSMSPEC_CHECK_CLOSE_SAID,
         ON_WIRE(SAY("{request}"), HEAR, PAUSE(50), SAY("{request}"), HEAR)),
    SAME("close-wanted-then-more",
         "Behind a request that wants the connection closed no other is answered.", MUST,
         "RFC9112:9.6", .check = SSMSPEC_CHECK_ONE_ANSWER,
         ON_WIRE(SAY("{start}{head}Connection: close\r\n" LENGTH "\r\n{body}"), HEAR,
                 SAY("{request}"), LISTEN(150))),
    SAME("empty-line-before", "An empty line before a request is ignored.", SHOULD, "RFC9112:2.2",
         SSMSPEC_EXPECT(MAYBE_REFUSED(SHOULD, "RFC9112:2.2"),
                        MAYBE_NO_ANSWER(SHOULD, "RFC9112:2.2")),
         ON_WIRE(SAY("\r\n{request}"), HEAR)),
    SAME("blanks-around-values", "Blanks around a header's value are none of it.", MUST,
         "RFC9110:5.5 OBS:P-05", .target = ABSENT, .content_type = ABSENT,
         .headers = {{"X-Amz-Target", " \t {service}.{operation}\t "},
                     {"Content-Type", "\t application/x-amz-json-1.1 \t"}},
         ON_WIRE(SAY("{request}"), HEAR)),
    SAME("absolute-target", "The request's target may be the whole URL.", MUST, "RFC9112:3.2.2",
         ON_WIRE(SAY("POST http://{host}{path} HTTP/1.1\r\n{head}" LENGTH "\r\n{body}"), HEAR)),
    SAME("pipelined", "A second request may follow before the first is answered.", MUST,
         "RFC9112:9.3.2", ON_WIRE(SAY("{request}{request}"), HEAR, HEAR)),
    SAME("next-minor-version", "Version 1.2 is spoken as 1.1, or refused.", MAY, "RFC9110:2.5",
         SSMSPEC_EXPECT(HAS_STATUS(505), IS_REFUSED),
         ON_WIRE(SAY("POST {path} HTTP/1.2\r\n{head}" LENGTH "\r\n{body}"), HALF_CLOSE, HEAR)),
    FREE_CHOICE("version-1.0", "A client of version 1.0 is answered or refused.", "RFC9110:2.5",
                ON_WIRE(SAY("POST {path} HTTP/1.0\r\n{head}" LENGTH "\r\n{body}"), HEAR)),
    FREE_CHOICE("line-feeds", "Lines may end without a carriage return, or are refused.",
                "RFC9112:2.2", .target = ABSENT,
                .headers = {{"X-Amz-Target", "{service}.{operation}"}},
                ON_WIRE(SAY("{start}{head}Content-Length: {length}\n\n{body}"), HALF_CLOSE, HEAR)),
    FREE_CHOICE("folded-header", "A folded header is joined or refused.", "RFC9112:5.2",
                WITH("X-Ssmspec: a\r\n b\r\n")),
    FREE_CHOICE(
        "blank-before-first-header", "A line with a blank before it is ignored or refused.",
        "RFC9112:2.2",
        ON_WIRE(SAY("{start} X-Ssmspec: a\r\n{head}" LENGTH "\r\n{body}"), HALF_CLOSE, HEAR)),
    FREE_CHOICE("carriage-return-in-header", "A carriage return in a value is replaced or refused.",
                "RFC9112:2.2", WITH("X-Ssmspec: a\rb\r\n")),
    FREE_CHOICE("nul-in-header", "A NUL in a value is replaced or refused.", "RFC9110:5.5",
                WITH("X-Ssmspec: a\0b\r\n")),
    FREE_CHOICE("header-beyond-ascii", "Other bytes in a value are opaque.", "RFC9110:5.5",
                WITH("X-Ssmspec: \xff\xfe\r\n")),
    FREE_CHOICE("empty-header", "A value may be empty.", "RFC9110:5.5", WITH("X-Ssmspec:\r\n")),
    FREE_CHOICE("repeated-target", "A target that stands twice is taken once or refused.",
                "RFC9110:5.3 OBS:P-02", .headers = {{"X-Amz-Target", "{service}.{operation}"}},
                ON_WIRE(SAY("{request}"), HEAR)),
    FREE_CHOICE("repeated-content-type", "A type that stands twice is taken once or refused.",
                "RFC9110:5.3 OBS:P-03", .headers = {{"Content-Type", "application/x-amz-json-1.1"}},
                ON_WIRE(SAY("{request}"), HEAR)),

    REFUSED("host-absent", "A request without Host is refused.", MUST, "RFC9112:3.2",
            .headers = {{"Host", ABSENT}}, ON_WIRE(SAY("{request}"), HALF_CLOSE, HEAR)),
    REFUSED("host-twice", "A request with two Hosts is refused.", MUST, "RFC9112:3.2",
            WITH("Host: ssmspec.invalid\r\n")),
    REFUSED("blank-before-colon", "No blank stands between a header's name and its colon.", MUST,
            "RFC9112:5.1", WITH("X-Ssmspec : a\r\n")),
    REFUSED("header-without-colon", "A header has a colon.", SHOULD, "RFC9112:2.2",
            WITH("X-Ssmspec\r\n")),
    REFUSED("header-without-name", "A header has a name.", SHOULD, "RFC9112:2.2", WITH(": a\r\n")),
    REFUSED(
        "version-other", "Another protocol's version is none of HTTP's.", SHOULD, "RFC9112:2.2",
        ON_WIRE(SAY("POST {path} SSMSPEC/1.1\r\n{head}" LENGTH "\r\n{body}"), HALF_CLOSE, HEAR)),
    REFUSED("method-absent", "A start line begins with a method.", SHOULD, "RFC9112:2.2",
            ON_WIRE(SAY(" {path} HTTP/1.1\r\n{head}" LENGTH "\r\n{body}"), HALF_CLOSE, HEAR)),
    REFUSED("blank-in-path", "A path holds no blank.", SHOULD, "RFC9112:2.2",
            ON_WIRE(SAY("POST {path} x HTTP/1.1\r\n{head}" LENGTH "\r\n{body}"), HALF_CLOSE, HEAR)),
    FREE_CHOICE("no-http", "What is no HTTP is refused or not answered.", "RFC9112:3",
                ON_WIRE(SAY("ssmspec speaks\r\n\r\n"), HALF_CLOSE, HEAR)),
    FREE_CHOICE("tls-greeting", "A greeting of TLS is refused or not answered.", "RFC9112:3",
                ON_WIRE(SAY("\x16\x03\x01\x00\x05\x01\x00\x00\x01\x03\r\n\r\n"), HALF_CLOSE, HEAR)),

    TWICE("unknown-target", "An unknown operation does not spoil the connection.",
          .target = "{service}.SsmspecNoSuchOperation"),
    TWICE("other-type", "Another content type does not spoil the connection.",
          .content_type = "text/plain"),
    TWICE("other-path", "Another path does not spoil the connection.",
          .request_path = "/ssmspec-no-such-path"),
    TWICE("other-method", "Another method does not spoil the connection.", .method = "PUT"),
    TWICE("malformed", "A malformed document does not spoil the connection.", .body = "{"),
    {ROW, .probe = "keep-alive-after-head",
     .rule = "Behind the head that answers a HEAD the next answer begins.", .level = MUST,
     .source = "RFC9110:9.3.2 RFC9112:6.3", .method = "HEAD", SSMSPEC_EXPECT(IS_ANSWERED),
     .control_kind = SSMSPEC_CONTROL_ACCEPTED,
     ON_WIRE(SAY("{request}"), HEAR, SAY("{request}"), HEAR)},
    SAME("keep-alive-after-tampered",
         "A request whose body was exchanged does not spoil the connection.", MUST,
         "RFC9112:9.3 OBS:P-46", SSMSPEC_EXPECT(MAYBE_ANSWERED(MAY, "RFC9112:9.6 OBS:P-46")),
         ON_WIRE(SAY("{start}{head}Content-Length: 1\r\n\r\n{"), HEAR, SAY("{request}"), HEAR)),
    UNREAD_BODY("body-of-unknown-target", "The body of an unknown operation is no request.",
                .target = "{service}.SsmspecNoSuchOperation"),
    UNREAD_BODY("body-of-other-type", "The body of another type is no request.",
                .content_type = "text/plain"),
    UNREAD_BODY("body-of-other-path", "The body sent to another path is no request.",
                .request_path = "/ssmspec-no-such-path"),
    UNREAD_BODY("body-of-put", "The body of another method is no request.", .method = "PUT"),
    UNREAD_BODY("body-of-get", "The body of a GET is no request.", .method = "GET"),

    FREE_CHOICE("path-long", "A path of 64 KB is not looked at, or refused.", "RFC9112:3 OBS:P-48",
                ON_WIRE(SAY("POST {path}"), SAY_OFTEN(SIXTY_FOUR, 1024),
                        SAY(" HTTP/1.1\r\n{head}" LENGTH "\r\n{body}"), HALF_CLOSE, HEAR)),
    FREE_CHOICE("header-long", "A header of 256 KB is ignored or refused.", "RFC9110:5.4",
                ON_WIRE(SAY("{start}{head}X-Ssmspec: "), SAY_OFTEN(SIXTY_FOUR, 4096),
                        SAY("\r\n" LENGTH "\r\n{body}"), HALF_CLOSE, HEAR)),
    FREE_CHOICE("headers-many", "Five thousand headers are ignored or refused.", "RFC9110:5.4",
                ON_WIRE(SAY("{start}{head}"), SAY_OFTEN("X-Ssmspec: a\r\n", 5000),
                        SAY(LENGTH "\r\n{body}"), HALF_CLOSE, HEAR)),
    {ROW, .probe = "body-huge", .rule = "A body of 64 MiB is refused, and the server lives on.",
     .level = MAY, .source = "OBS:F-41 OBS:F-42", SSMSPEC_EXPECT(IS_REFUSED, GETS_NO_ANSWER),
     .control_kind = SSMSPEC_CONTROL_ACCEPTED,
     ON_WIRE(SAY("{start}{head}Content-Length: 67108864\r\n\r\n"), SAY_OFTEN(SIXTY_FOUR, 1048576),
             HEAR)},
    /* These two are signed for another body: whoever verifies has one more reason to refuse. */
    {.operation = "SendCommand",
     ROW,
     .path = "Comment",
     .probe = "ten-mebibytes",
     .rule = "A comment that takes 10 MiB to write is refused, whoever reads it.",
     .level = MUST,
     .source = "MODEL:Comment OBS:V-49 OBS:F-41",
     SSMSPEC_EXPECT(IS_REFUSED, GETS_NO_ANSWER),
     .control_kind = SSMSPEC_CONTROL_ACCEPTED,
     ON_WIRE(SAY("{start}{head}Content-Length: 10485868\r\n\r\n" LONG_COMMENT),
             SAY_OFTEN(TEN_ESCAPES, 174763), SAY("\"}"), HEAR)},
    FREE_CHOICE("body-of-blanks", "16 MiB of blanks in a document are read over or refused.",
                "RFC8259:2 OBS:F-41 OBS:F-42",
                ON_WIRE(SAY("{start}{head}Content-Length: 16777218\r\n\r\n{"),
                        SAY_OFTEN(SIXTY_FOUR_BLANKS, 262144), SAY("}"), HEAR)),
    {ROW, .probe = "chunks-huge",
     .rule = "A body of 64 MiB in chunks is refused, and the server lives on.", .level = MAY,
     .source = "OBS:F-41 OBS:F-42", SSMSPEC_EXPECT(IS_REFUSED, GETS_NO_ANSWER),
     .control_kind = SSMSPEC_CONTROL_ACCEPTED,
     ON_WIRE(SAY("{start}{head}Transfer-Encoding: chunked\r\n\r\n"),
             SAY_OFTEN("40\r\n" SIXTY_FOUR "\r\n", 1048576), SAY("0\r\n\r\n"), HEAR)},
    END_OF_ROWS,
};
