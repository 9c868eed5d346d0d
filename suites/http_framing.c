/* Where a request ends: what two servers could see differently is where one request hides in
 * another. All bytes are the suite's own; each row stands on a connection of its own. */
#include "suites/http.h"
#include "suites/wire.h"

#define ROW .kind = "http"
#define START "{start}{head}"
#define LENGTH "Content-Length: {length}\r\n"
#define CHUNKED "Transfer-Encoding: chunked\r\n"
#define BODY_IN_A_CHUNK "{size}\r\n{body}\r\n0\r\n\r\n"

/* The same request, said in another way. */
#define SAME(name, sentence, sources, ...)                                            \
    {                                                                                 \
        ROW, .probe = (name), .rule = (sentence), .level = MUST, .source = (sources), \
             .is_valid = true, __VA_ARGS__, .control_kind = SSMSPEC_CONTROL_ACCEPTED  \
    }

/* Refused, and nothing is made of it; a close without a word is no answer but no harm either. */
#define REFUSED(name, sentence, binds, sources, ...)                                     \
    {                                                                                    \
        ROW, .probe = (name), .rule = (sentence), .level = (binds), .source = (sources), \
             SSMSPEC_EXPECT(IS_REFUSED, MAYBE_NO_ANSWER(SHOULD, sources)),               \
             .control_kind = SSMSPEC_CONTROL_ACCEPTED, __VA_ARGS__                       \
    }

/* The body never comes to its end. None says that it is huge: there are servers that fill what is
 * missing of a chunk with zeroes, and would fill the machine's memory. */
#define CUT(name, sentence, sources, ...)                                                          \
    {                                                                                              \
        ROW, .probe = (name), .rule = (sentence), .level = MUST, .source = (sources),              \
             SSMSPEC_EXPECT(IS_REFUSED, GETS_NO_ANSWER), .control_kind = SSMSPEC_CONTROL_ACCEPTED, \
             ON_WIRE(__VA_ARGS__, HALF_CLOSE_AT_ONCE, HEAR)                                        \
    }

#define BAD_LENGTH(name, sentence, lines)                  \
    REFUSED("length-" name, sentence, MUST, "RFC9112:6.3", \
            ON_WIRE(SAY(START lines "\r\n{body}"), HALF_CLOSE, HEAR))

/* A request hidden in the body of another: 172 bytes, so that its size has two digits. */
#define HIDDEN                                                                 \
    "POST / HTTP/1.1\r\nHost: localhost\r\nX-Amz-Target: AmazonSSM.Hidden\r\n" \
    "Content-Type: application/x-amz-json-1.1\r\nContent-Length: 2\r\n\r\n{}"

/* One answer, whatever it is, and then no other. */
#define ONE_ANSWER(name, sentence, sources, payload, lines, content)                  \
    {                                                                                 \
        ROW, .probe = (name), .rule = (sentence), .level = MUST, .source = (sources), \
             .check = SSMSPEC_CHECK_ONE_ANSWER, .body = (payload),                    \
             SSMSPEC_EXPECT(SUCCEEDS, IS_REFUSED, HAS_STATUS(501), GETS_NO_ANSWER),   \
             .control_kind = SSMSPEC_CONTROL_ACCEPTED,                                \
             ON_WIRE(SAY(START lines "\r\n" content), HEAR, LISTEN(150))              \
    }

const struct ssmspec_row ssmspec_http_framing_rows[] = {
    SAME("chunked", "A body may come in a chunk, or the coding is refused.", "RFC9112:7.1 OBS:F-44",
         ON_WIRE(SAY(START CHUNKED "\r\n" BODY_IN_A_CHUNK), HEAR), SSMSPEC_EXPECT(IS_REFUSED)),
    SAME("chunked-in-two", "A body may come in several chunks, or the coding is refused.",
         "RFC9112:7.1 OBS:F-44", .body = "{\"MaxResults\":1}", SSMSPEC_EXPECT(IS_REFUSED),
         ON_WIRE(SAY(START CHUNKED "\r\n5\r\n{\"Max\r\n"), PAUSE(20),
                 SAY("b\r\nResults\":1}\r\n0\r\n\r\n"), HEAR)),
    SAME("chunked-with-extensions", "What stands behind a chunk's size is ignored.",
         "RFC9112:7.1.1 OBS:F-44", SSMSPEC_EXPECT(IS_REFUSED),
         ON_WIRE(SAY(START CHUNKED "\r\n{size};a=b;c=\"d\"\r\n{body}\r\n0;e\r\n\r\n"), HEAR)),
    SAME("chunked-with-trailers", "What stands behind the last chunk is ignored.",
         "RFC9112:7.1.2 OBS:F-44", SSMSPEC_EXPECT(IS_REFUSED),
         ON_WIRE(SAY(START CHUNKED "\r\n{size}\r\n{body}\r\n0\r\nX-Amz-Target: x\r\n\r\n"), HEAR)),
    SAME("chunked-upper-case", "Codings are named without case.", "RFC9112:7 OBS:F-44",
         SSMSPEC_EXPECT(IS_REFUSED),
         ON_WIRE(SAY(START "Transfer-Encoding: Chunked\r\n\r\n" BODY_IN_A_CHUNK), HEAR)),
    SAME("length-first", "The order of headers means nothing.", "RFC9110:5.3",
         ON_WIRE(SAY("{start}" LENGTH "{head}\r\n{body}"), HEAR)),
    SAME("length-twice", "Of two equal lengths one is taken, or they are refused.", "RFC9112:6.3",
         SSMSPEC_EXPECT(IS_REFUSED), ON_WIRE(SAY(START LENGTH LENGTH "\r\n{body}"), HEAR)),
    SAME("body-longer", "What comes behind a body's length is none of it.", "RFC9112:6.3",
         .body = "{}", ON_WIRE(SAY(START LENGTH "\r\n{body}}"), HEAR)),
    SAME("length-zeros", "Zeros may lead a length, or it is refused.", "RFC9110:8.6",
         SSMSPEC_EXPECT(IS_REFUSED),
         ON_WIRE(SAY(START "Content-Length: 000{length}\r\n\r\n{body}"), HEAR)),

    CUT("body-short", "A body shorter than it says is never acted on.", "RFC9112:8 OBS:F-45",
        SAY(START "Content-Length: 9{length}\r\n\r\n{body}")),
    CUT("body-absent", "A body that does not come is never acted on.", "RFC9112:8 OBS:F-45",
        SAY(START LENGTH "\r\n")),
    CUT("head-cut", "A head that does not end is never acted on.", "RFC9112:8 OBS:F-45",
        SAY(START LENGTH)),
    CUT("chunk-short", "A chunk shorter than it says is never acted on.", "RFC9112:8 OBS:F-45",
        SAY(START CHUNKED "\r\n9{size}\r\n{body}")),
    CUT("chunked-without-end", "Chunks without the last one are never acted on.",
        "RFC9112:8 OBS:F-45", SAY(START CHUNKED "\r\n{size}\r\n{body}\r\n")),
    BAD_LENGTH("negative", "A length is not negative.", "Content-Length: -{length}\r\n"),
    BAD_LENGTH("signed", "A length has no sign.", "Content-Length: +{length}\r\n"),
    BAD_LENGTH("hexadecimal", "A length is decimal.", "Content-Length: 0x{size}\r\n"),
    BAD_LENGTH("word", "A length is a number.", "Content-Length: many\r\n"),
    BAD_LENGTH("with-unit", "A length ends with its digits.", "Content-Length: {length}b\r\n"),
    BAD_LENGTH("overflow", "A length beyond 64 bits does not begin anew at zero.",
               "Content-Length: 18446744073709551632\r\n"),
    BAD_LENGTH("two-words", "A length is one number.", "Content-Length: {length} {length}\r\n"),
    BAD_LENGTH("differing", "Two lengths that differ are refused.", LENGTH "Content-Length: 1\r\n"),
    BAD_LENGTH("differing-other-way", "Two lengths that differ are refused, whichever comes first.",
               "Content-Length: 1\r\n" LENGTH),
    BAD_LENGTH("differing-list", "Two lengths that differ in one line are refused.",
               "Content-Length: {length}, 1\r\n"),

    REFUSED("chunk-size-word", "A chunk's size is a number.", SHOULD, "RFC9112:2.2",
            ON_WIRE(SAY(START CHUNKED "\r\nmany\r\n{body}\r\n0\r\n\r\n"), HALF_CLOSE, HEAR)),
    REFUSED("chunk-size-negative", "A chunk's size is not negative.", SHOULD, "RFC9112:2.2",
            ON_WIRE(SAY(START CHUNKED "\r\n-{size}\r\n{body}\r\n0\r\n\r\n"), HALF_CLOSE, HEAR)),
    REFUSED("chunk-size-prefixed", "A chunk's size has no prefix.", SHOULD, "RFC9112:2.2",
            ON_WIRE(SAY(START CHUNKED "\r\n0x{size}\r\n{body}\r\n0\r\n\r\n"), HALF_CLOSE, HEAR)),
    REFUSED("chunk-too-long", "A chunk ends where it says.", SHOULD, "RFC9112:2.2",
            ON_WIRE(SAY(START CHUNKED "\r\n1\r\n{body}\r\n0\r\n\r\n"), HALF_CLOSE, HEAR)),
    {ROW, .probe = "coding-unknown",
     .rule = "A coding that nobody knows hides where the body ends.", .level = SHOULD,
     .source = "RFC9112:6.1", SSMSPEC_EXPECT(HAS_STATUS(501), IS_REFUSED, GETS_NO_ANSWER),
     .control_kind = SSMSPEC_CONTROL_ACCEPTED,
     ON_WIRE(SAY(START "Transfer-Encoding: ssmspec\r\n\r\n" BODY_IN_A_CHUNK), HALF_CLOSE, HEAR)},
    REFUSED("coding-not-last", "Chunks that are not the last coding hide where the body ends.",
            MUST, "RFC9112:6.3",
            ON_WIRE(SAY(START "Transfer-Encoding: chunked, gzip\r\n\r\n" BODY_IN_A_CHUNK),
                    HALF_CLOSE, HEAR)),

    ONE_ANSWER("hidden-in-body", "What stands in a body is no request.", "RFC9112:6.3", HIDDEN,
               LENGTH, "{body}"),
    ONE_ANSWER("hidden-behind-last-chunk",
               "With length and chunks the connection ends after one answer.", "RFC9112:6.3",
               "0\r\n\r\n" HIDDEN, LENGTH CHUNKED, "{body}"),
    ONE_ANSWER("hidden-in-chunk", "With length and chunks the length is not followed.",
               "RFC9112:6.3", HIDDEN, "Content-Length: 4\r\n" CHUNKED, BODY_IN_A_CHUNK),
    ONE_ANSWER("hidden-chunks-first", "With chunks and length the length is not followed.",
               "RFC9112:6.3", HIDDEN, CHUNKED "Content-Length: 4\r\n", BODY_IN_A_CHUNK),
    ONE_ANSWER("hidden-in-chunks", "What stands in a chunk is no request.", "RFC9112:7.1", HIDDEN,
               CHUNKED, BODY_IN_A_CHUNK),
    ONE_ANSWER("hidden-by-word", "A length that is no number is not taken for none.", "RFC9112:6.3",
               HIDDEN, "Content-Length: many\r\n", "{body}"),
    ONE_ANSWER("hidden-by-unknown-coding", "An unknown coding is not taken for none.",
               "RFC9112:6.3", HIDDEN, "Transfer-Encoding: ssmspec\r\n", "{body}"),
    ONE_ANSWER("hidden-by-blank", "A blank before the colon hides no coding.", "RFC9112:5.1",
               "0\r\n\r\n" HIDDEN, LENGTH "Transfer-Encoding : chunked\r\n", "{body}"),
    ONE_ANSWER("hidden-by-tab", "Blanks around the coding's name hide no coding.", "RFC9112:6.1",
               "0\r\n\r\n" HIDDEN, LENGTH "Transfer-Encoding: \tchunked\t\r\n", "{body}"),
    ONE_ANSWER("hidden-by-list", "An unknown coding before it hides no chunks.", "RFC9112:6.3",
               "0\r\n\r\n" HIDDEN, LENGTH "Transfer-Encoding: ssmspec, chunked\r\n", "{body}"),
    ONE_ANSWER("hidden-by-repeat", "An unknown coding in a header of its own hides no chunks.",
               "RFC9112:6.3", "0\r\n\r\n" HIDDEN, LENGTH "Transfer-Encoding: ssmspec\r\n" CHUNKED,
               "{body}"),
    ONE_ANSWER("hidden-by-fold", "A folded line hides no chunks.", "RFC9112:5.2",
               "0\r\n\r\n" HIDDEN, LENGTH "Transfer-Encoding:\r\n chunked\r\n", "{body}"),
    END_OF_ROWS,
};
