/* What a step is, by its first byte modulo eight: for those who make steps and who read them. */
#ifndef SSMSPEC_FUZZ_SEQUENCE_KINDS_H
#define SSMSPEC_FUZZ_SEQUENCE_KINDS_H

#define SSMSPEC_STEP_BYTES 4

enum ssmspec_step_kind {
    SSMSPEC_STEP_SEND,       /* 1 as well */
    SSMSPEC_STEP_CANCEL = 2, /* 3 as well */
    SSMSPEC_STEP_LIST = 4,
    SSMSPEC_STEP_LIST_INVOCATIONS = 5,
    SSMSPEC_STEP_GET = 6,
    SSMSPEC_STEP_WAIT = 7,
    SSMSPEC_STEP_KINDS = 8,
};

#endif
