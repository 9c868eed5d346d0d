#include "src/request/request.h"

struct ssmspec_view ssmspec_headers_find(const struct ssmspec_header *headers, size_t count,
                                         const char *name) {
    const struct ssmspec_view wanted = ssmspec_view_of(name);
    for (size_t i = 0; i < count; i++) {
        if (ssmspec_view_eq_nocase(headers[i].name, wanted)) {
            return headers[i].value;
        }
    }
    return (struct ssmspec_view){NULL, 0};
}
