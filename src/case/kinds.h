/* The words by which JSON documents call what a case is made of. Each list stands in the order of
 * its enum and ends with NULL. */
#ifndef SSMSPEC_SRC_CASE_KINDS_H
#define SSMSPEC_SRC_CASE_KINDS_H

/* enum ssmspec_outcome_kind */
extern const char *const ssmspec_answer_kinds[];

/* enum ssmspec_answer_check; the first is never said */
extern const char *const ssmspec_check_kinds[];

/* enum ssmspec_control_kind, what the control must be; the first is never said */
extern const char *const ssmspec_control_kinds[];

/* enum ssmspec_wire_verb; the first, the end, is never said */
extern const char *const ssmspec_wire_verbs[];

/* enum ssmspec_claim_kind */
extern const char *const ssmspec_claim_kinds[];

#endif
