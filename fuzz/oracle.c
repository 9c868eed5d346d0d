#include "fuzz/oracle.h"

#include <stdio.h>

void ssmspec_oracle_report(const char *id, const char *format, va_list args) {
    fprintf(stderr, "ORACLE: %s ", id);
    vfprintf(stderr, format, args);
    fputc('\n', stderr);
}
