#include "runner/verbs.h"

#include <stdlib.h>

static const char *environment(const char *name) {
    return getenv(name);
}

int main(int argc, char *argv[]) {
    return ssmspec_main(argc, argv, environment);
}
