#include "src/rule/level.h"

#include <stddef.h>

const char *const ssmspec_level_words[] = {"none", "may", "should", "must", NULL};
const char *const ssmspec_effect_words[] = {"none", "create", "execute", NULL};

const char *ssmspec_level_name(enum ssmspec_level level) {
    return (unsigned)level <= SSMSPEC_MUST ? ssmspec_level_words[level] : "?";
}

const char *ssmspec_effect_name(enum ssmspec_effect effect) {
    return (unsigned)effect <= SSMSPEC_EFFECT_EXECUTE ? ssmspec_effect_words[effect] : "?";
}
