#include "src/request/walk.h"

#define NO_LIST "Start of list found where not expected"
#define NO_OBJECT "Start of structure or map found where not expected."

/* One sentence for each column_of. */
#define SCALAR(type)                                                                             \
    {                                                                                            \
        "NULL_VALUE can not be converted to " type, "FALSE_VALUE can not be converted to " type, \
            "TRUE_VALUE can not be converted to " type,                                          \
            "NUMBER_VALUE can not be converted to " type,                                        \
            "STRING_VALUE can not be converted to " type, NO_LIST, NO_OBJECT                     \
    }
#define CONTAINER(sentence) \
    { sentence, sentence, sentence, sentence, sentence, NO_LIST, NO_OBJECT }

static size_t column_of(const struct ssmspec_json *value) {
    switch (value->type) {
    case SSMSPEC_JSON_NULL:
        return 0;
    case SSMSPEC_JSON_BOOLEAN:
        return value->truth ? 2 : 1;
    case SSMSPEC_JSON_NUMBER:
        return 3;
    case SSMSPEC_JSON_STRING:
        return 4;
    case SSMSPEC_JSON_LIST:
        return 5;
    case SSMSPEC_JSON_OBJECT:
        return 6;
    }
    return 0;
}

const char *ssmspec_walk_type_text(enum ssmspec_type wanted, const struct ssmspec_json *value) {
    static const char *const texts[SSMSPEC_TYPE_COUNT][7] = {
        [SSMSPEC_STRING] = SCALAR("a String"),
        [SSMSPEC_INTEGER] = SCALAR("an Integer"),
        [SSMSPEC_BOOLEAN] = SCALAR("a Boolean"),
        [SSMSPEC_TIMESTAMP] = SCALAR("a Date"),
        [SSMSPEC_LIST] = CONTAINER("Expected list or null"),
        [SSMSPEC_MAP] = CONTAINER("Expected map or null"),
        [SSMSPEC_STRUCTURE] = CONTAINER("Expected null"),
    };
    return texts[wanted][column_of(value)];
}
