/* Plug your own request parser into ssmspec: implement this header, in any language that can export
 * a C function, as one static library, and link it into the fuzz harnesses:
 *
 *     cmake --preset fuzz -DSSMSPEC_PARSER=/path/libyours.a
 *     (-DSSMSPEC_PARSER="/path/libyours.a;/path/libwhatitneeds.a" where there is more to link)
 *
 * The library exports exactly one symbol, ssmspec_parser(). Everything else is reached from there.
 *
 * Threads: all calls come from one thread, one after the other. Processes: engines fork and start
 * many; keep no files, sockets or threads.
 * Behaviour: the same bytes get the same answer for ever, whatever was asked before. No output, no
 * exit; abort() only for a bug of yours, for it is reported as one. */
#ifndef SSMSPEC_INCLUDE_SSMSPEC_PARSER_H
#define SSMSPEC_INCLUDE_SSMSPEC_PARSER_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Of this header. It changes whenever an older library could be misunderstood; a library that says
 * another number is not used. */
#define SSMSPEC_PARSER_ABI 1

enum {
    SSMSPEC_PARSER_UNKNOWN = 0, /* I do not read this operation: nothing is concluded */
    SSMSPEC_PARSER_ACCEPT = 1,  /* a request that satisfies every rule about its values */
    SSMSPEC_PARSER_REJECT = 2,
};

/* Zeroed by the caller before each call. The pointers stay yours: they must stay valid until
 * release (or, without one, until the next call) and are not written to. */
struct ssmspec_parser_result {
    int verdict; /* one of the above */

    /* Optional, for a rejection: the error type that your server would put into __type, without
     * namespace: "SerializationException". Ends in NUL; static text is best. NULL: nothing said. */
    const char *error;

    /* Optional, for acceptance: the request as you understood it, as JSON text of that many bytes
     * (no NUL needed). Members that are absent, null or unknown to the operation are left out.
     * Spelling, order of members and blanks do not matter: it is read strictly and compared value
     * by value. NULL: nothing said. */
    const char *canonical;
    size_t canonical_length;

    void *mine; /* yours: whatever release needs */
};

/* What a parser does where RFC 8259 and the protocol leave a choice, if it differs from ours. */
enum {
    /* Of duplicate members it takes another one than the last (RFC 8259, section 4). To reject them
     * needs no mention. */
    SSMSPEC_PARSER_DUPLICATES_DIFFER = 1,
};

struct ssmspec_parser {
    uint32_t abi;     /* SSMSPEC_PARSER_ABI: the first member for ever */
    uint32_t choices; /* a set of the above, 0: none */
    const char *name; /* for reports, ends in NUL */

    /* Reads one request.
     * operation  its wire name, "SendCommand"; ends in NUL
     * body       length bytes, never NULL, in a block of exactly that size: reading behind the end
     *            is a bug that sanitizers see. Not to be written to, not to be kept: it is gone
     *            when the call returns, unless release is not NULL: then when that returns.
     * Must answer for any bytes, from none to megabytes. */
    void (*parse)(const char *operation, const unsigned char *body, size_t length,
                  struct ssmspec_parser_result *result);

    /* Called once after each parse, before the next, with what parse left in result. NULL: nothing
     * to release. */
    void (*release)(struct ssmspec_parser_result *result);
};

/* The parser: static, the same each time. */
const struct ssmspec_parser *ssmspec_parser(void);

#ifdef __cplusplus
}
#endif

#endif
