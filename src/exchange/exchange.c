#include "src/exchange/exchange.h"

static const char *const transport_names[] = {
    [SSMSPEC_DELIVERED] = "delivered", [SSMSPEC_UNREACHABLE] = "unreachable",
    [SSMSPEC_CLOSED] = "closed",       [SSMSPEC_TIMED_OUT] = "timed-out",
    [SSMSPEC_NOT_HTTP] = "not-http",   [SSMSPEC_TOO_LARGE] = "too-large",
    [SSMSPEC_BROKEN] = "broken",
};

const char *ssmspec_transport_name(enum ssmspec_transport transport) {
    const size_t count = sizeof transport_names / sizeof transport_names[0];
    return (size_t)transport < count ? transport_names[transport] : "unknown";
}
