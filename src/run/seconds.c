#include "src/run/seconds.h"

long long ssmspec_microseconds(double seconds) {
    if (!(seconds > 0)) {
        return 0;
    }
    return seconds >= 1e9 ? 1000000000000000 : (long long)(seconds * 1e6 + 0.5);
}

void ssmspec_seconds_add(struct ssmspec_bytes *out, double seconds) {
    const long long all = ssmspec_microseconds(seconds);
    ssmspec_bytes_printf(out, "%lld.%06lld", all / 1000000, all % 1000000);
}
