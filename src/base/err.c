#include "src/base/err.h"

static const char *const SENTENCES[] = {
#define X(name, sentence) [SSMSPEC_ERR_##name] = sentence,
#include "src/base/err.def"
#undef X
};

const char *ssmspec_err_text(enum ssmspec_err err) {
    const unsigned index = (unsigned)err;
    return index < SSMSPEC_ERR_COUNT ? SENTENCES[index] : "unknown error";
}
