/* Looking for a member and for a constraint's wording in a rejection's message, in the grammar of
 * real services (OBSERVATIONS.md, validation messages) and in Smithy's (OBSERVATIONS.md, errors on
 * the wire, OBS:V-15). */
#ifndef SSMSPEC_SRC_JUDGE_PHRASE_H
#define SSMSPEC_SRC_JUDGE_PHRASE_H

#include "src/base/view.h"

/* Whether message names the member at path ("targets.1.member.key"): the path itself, its last
 * named segment in any case, or Smithy's JSON pointer ("/targets/0/key"). An absent message names
 * nothing. */
bool ssmspec_message_names(struct ssmspec_view message, const char *path);

/* Whether message holds phrase ("Member must have value less than or equal to 30"), sets in any
 * order, or what a Smithy framework says for it ("Member must be between 1 and 30, inclusive"). */
bool ssmspec_message_says(struct ssmspec_view message, const char *phrase);

#endif
