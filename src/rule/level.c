#include "src/rule/level.h"

const char *ssmspec_level_name(enum ssmspec_level level) {
    switch (level) {
    case SSMSPEC_NONE:
        return "none";
    case SSMSPEC_MAY:
        return "may";
    case SSMSPEC_SHOULD:
        return "should";
    case SSMSPEC_MUST:
        return "must";
    }
    return "?";
}

const char *ssmspec_effect_name(enum ssmspec_effect effect) {
    switch (effect) {
    case SSMSPEC_EFFECT_NONE:
        return "none";
    case SSMSPEC_EFFECT_CREATE:
        return "create";
    case SSMSPEC_EFFECT_EXECUTE:
        return "execute";
    }
    return "?";
}
