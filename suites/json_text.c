/* What may stand inside strings, how deep a document goes, how its bytes are encoded. */
#include "suites/json.h"
#include "suites/rows.h"

#define ROW .operation = EVERY, .kind = "json"
#define FRAME_ROW .kind = "json"
#define UNKNOWN(value) "{\"SsmspecUnknown\":" value ",{members}}"

#define BAD_STRING(name, sentence, observed, ...)                                                  \
    {                                                                                              \
        ROW, .probe = (name), .rule = (sentence), .level = MUST, .source = "RFC8259:7 " observed,  \
             __VA_ARGS__,                                                                          \
             SSMSPEC_EXPECT(FAILS_AS("SerializationException"), MAYBE_REJECTED(SHOULD, observed)), \
             .control_kind = SSMSPEC_CONTROL_ACCEPTED                                              \
    }

/* Where parsers may differ: the request as if it were sound, or any rejection; never a fault. */
#define FREE_CHOICE(name, sentence, sources, ...)                                                \
    {                                                                                            \
        .kind = "json", .probe = (name), .rule = (sentence), .level = MAY, .source = (sources),  \
        .is_valid = true, SSMSPEC_EXPECT(IS_REJECTED), .control_kind = SSMSPEC_CONTROL_ACCEPTED, \
        __VA_ARGS__                                                                              \
    }

#define SAME_ANSWER(name, sentence, binds, sources, ...)                                 \
    {                                                                                    \
        ROW, .probe = (name), .rule = (sentence), .level = (binds), .source = (sources), \
             .is_valid = true, __VA_ARGS__, .control_kind = SSMSPEC_CONTROL_ACCEPTED     \
    }

const struct ssmspec_row ssmspec_json_text_rows[] = {
    BAD_STRING("raw-nul", "A NUL in a string is escaped.", "OBS:F-16",
               SSMSPEC_BODY_BYTES(UNKNOWN("\"a\0b\""))),
    BAD_STRING("raw-control", "A control character in a string is escaped.", "OBS:F-16",
               .body = UNKNOWN("\"a\x01z\"")),
    BAD_STRING("raw-line-feed", "A line feed in a string is escaped.", "OBS:F-16",
               .body = UNKNOWN("\"a\nb\"")),
    BAD_STRING("unknown-escape", "A backslash stands before a known letter.", "OBS:F-01",
               .body = UNKNOWN("\"\\x41\"")),
    BAD_STRING("short-escape", "Four digits follow \\u.", "OBS:F-01", .body = UNKNOWN("\"\\u12\"")),
    BAD_STRING("escape-without-digits", "Hexadecimal digits follow \\u.", "OBS:F-01",
               .body = UNKNOWN("\"\\u12G4\"")),

    SAME_ANSWER("blanks", "Blanks, tabs and line ends between the parts mean nothing.", MUST,
                "RFC8259:2 OBS:P-42", .body = "\r\n\t {\n\t{members}\r\n }\n "),
    SAME_ANSWER("unknown-member", "A member that the model does not know is ignored.", SHOULD,
                "OBS:P-28", .body = UNKNOWN("1")),
    SAME_ANSWER("unknown-structure", "A structure that the model does not know is ignored.", SHOULD,
                "OBS:P-28", .body = UNKNOWN("{\"A\":[{\"B\":null},{}],\"C\":{}}")),
    SAME_ANSWER("unknown-null", "A null that the model does not know is ignored.", SHOULD,
                "OBS:P-28", .body = UNKNOWN("null")),
    SAME_ANSWER("unknown-empty-name", "A member whose name is empty is ignored.", SHOULD,
                "OBS:P-28", .body = "{\"\":1,{members}}"),
    SAME_ANSWER("unknown-prototype", "A member that names an object's prototype is ignored.",
                SHOULD, "OBS:P-28", .body = "{\"__proto__\":{\"MaxResults\":\"x\"},{members}}"),
    SAME_ANSWER("unknown-type", "A __type, which belongs to answers, is ignored.", SHOULD,
                "OBS:P-28", .body = "{\"__type\":\"SsmspecType\",{members}}"),
    SAME_ANSWER("unknown-version", "A version, which other protocols put there, is ignored.",
                SHOULD, "OBS:P-28", .body = "{\"Version\":\"2014-11-06\",{members}}"),
    SAME_ANSWER("depth-20", "A document twenty levels deep is nothing special.", SHOULD, "OBS:P-28",
                .body = UNKNOWN("##"), .stretch = {{"[", 20}, {"]", 20}}),
    SAME_ANSWER("many-unknown", "A thousand members that the model does not know are ignored.",
                SHOULD, "OBS:P-28", .body = "{#{members}}",
                .stretch = {{"\"SsmspecUnknown\":[0,1,2],", 1000}}),

    FREE_CHOICE("duplicate-members", "A member may stand twice, or the document is rejected.",
                "RFC8259:4 OBS:P-35", .operation = EVERY, .body = "{{members},{members}}"),
    FREE_CHOICE("byte-order-mark", "A byte order mark is ignored or rejected.",
                "RFC8259:8.1 OBS:P-41", .operation = EVERY, .body = "\xef\xbb\xbf{base}"),
    FREE_CHOICE("invalid-utf-8", "Bytes that are not UTF-8 are rejected or replaced.",
                "RFC8259:8.1 OBS:F-15", .operation = EVERY, .body = UNKNOWN("\"a\xffz\"")),
    FREE_CHOICE("deep-lists", "Lists a hundred thousand deep are ignored or rejected.",
                "RFC8259:9 OBS:F-17", .operation = EVERY, .body = UNKNOWN("##"),
                .stretch = {{"[", 100000}, {"]", 100000}}),
    FREE_CHOICE("deep-objects", "Objects twenty thousand deep are ignored or rejected.",
                "RFC8259:9 OBS:F-17", .operation = EVERY, .body = UNKNOWN("#1#"),
                .stretch = {{"{\"a\":", 20000}, {"}", 20000}}),
    FREE_CHOICE("lone-surrogate", "Half of a surrogate pair is ignored or rejected.",
                "RFC8259:8.2 OBS:P-40", .operation = EVERY, .body = UNKNOWN("\"\\ud800\"")),
    FREE_CHOICE("escaped-nul", "An escaped NUL is ignored or rejected.", "RFC8259:7 OBS:P-40",
                .operation = EVERY, .body = UNKNOWN("\"a\\u0000b\"")),
    FREE_CHOICE("swapped-surrogates", "A pair in the wrong order is ignored or rejected.",
                "RFC8259:8.2 OBS:P-40", .body = UNKNOWN("\"\\udc00\\ud800\"")),
    FREE_CHOICE("overlong-utf-8", "A slash spelled in two bytes is rejected or replaced.",
                "RFC8259:8.1 OBS:F-15", .body = UNKNOWN("\"\xc0\xaf\"")),
    FREE_CHOICE("encoded-surrogate", "A surrogate spelled in UTF-8 is rejected or replaced.",
                "RFC8259:8.1 OBS:F-15", .body = UNKNOWN("\"\xed\xa0\x80\"")),
    FREE_CHOICE("cut-utf-8", "A character cut short is rejected or replaced.",
                "RFC8259:8.1 OBS:F-15", .body = UNKNOWN("\"\xe2\x82\"")),
    FREE_CHOICE("invalid-utf-8-name", "A name that is not UTF-8 is rejected or ignored.",
                "RFC8259:8.1 OBS:F-15", .body = "{\"\xff\":1,{members}}"),
    FREE_CHOICE("utf-16", "UTF-16 with its mark is understood or rejected.", "RFC8259:8.1 OBS:F-15",
                SSMSPEC_BODY_BYTES("\xff\xfe{\0}\0")),
    FREE_CHOICE("utf-16-unmarked", "UTF-16 without its mark is understood or rejected.",
                "RFC8259:8.1 OBS:F-15", SSMSPEC_BODY_BYTES("\0{\0}")),
    FREE_CHOICE("utf-32", "UTF-32 with its mark is understood or rejected.", "RFC8259:8.1 OBS:F-15",
                SSMSPEC_BODY_BYTES("\xff\xfe\0\0{\0\0\0}\0\0\0")),
    FREE_CHOICE("huge-number", "A number beyond every type is ignored or rejected.",
                "RFC8259:6 OBS:F-60", .body = UNKNOWN("1e400")),
    FREE_CHOICE("long-number", "A number of ten thousand digits is ignored or rejected.",
                "RFC8259:6 OBS:F-60", .body = UNKNOWN("#"), .stretch = {{"9", 10000}}),
    {FRAME_ROW, .probe = "deep-open-lists",
     .rule = "Lists opened a hundred thousand times and never closed are rejected.", .level = MUST,
     .source = "RFC8259:5 OBS:F-17", .body = "#", .stretch = {{"[", 100000}},
     SSMSPEC_EXPECT(IS_REJECTED), .control_kind = SSMSPEC_CONTROL_ACCEPTED},
    {FRAME_ROW, .probe = "deep-open-objects",
     .rule = "Objects opened twenty thousand times and never closed are rejected.", .level = MUST,
     .source = "RFC8259:4 OBS:F-17", .body = "#", .stretch = {{"{\"a\":", 20000}},
     SSMSPEC_EXPECT(IS_REJECTED), .control_kind = SSMSPEC_CONTROL_ACCEPTED},
    END_OF_ROWS,
};
