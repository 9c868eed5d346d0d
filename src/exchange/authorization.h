/* Reading an Authorization header of the AWS4 kind: what it says, not whether it is true. Private
 * to the verifier. */
#ifndef SSMSPEC_SRC_EXCHANGE_AUTHORIZATION_H
#define SSMSPEC_SRC_EXCHANGE_AUTHORIZATION_H

#include "src/base/view.h"

enum ssmspec_credential_part {
    SSMSPEC_CREDENTIAL_KEY,
    SSMSPEC_CREDENTIAL_DAY,
    SSMSPEC_CREDENTIAL_REGION,
    SSMSPEC_CREDENTIAL_SERVICE,
    SSMSPEC_CREDENTIAL_TERMINATOR,
    SSMSPEC_CREDENTIAL_PARTS,
};

/* Views into the header's value; ptr NULL where a part is missing. */
struct ssmspec_authorization {
    struct ssmspec_view algorithm;
    struct ssmspec_view credential;
    struct ssmspec_view signed_names;
    struct ssmspec_view signature;
};

/* NULL, or a sentence saying what is missing or malformed. Blanks around the parts do not count;
 * parts of other names are ignored, of a repeated one the value is malformed. */
const char *ssmspec_authorization_read(struct ssmspec_view value,
                                       struct ssmspec_authorization *out);

/* false unless there are exactly five parts between slashes. Key ids may not hold slashes. */
bool ssmspec_credential_split(struct ssmspec_view credential,
                              struct ssmspec_view parts[SSMSPEC_CREDENTIAL_PARTS]);

/* The next name of "a;b;c", trimmed; *rest shrinks. false at the end. */
bool ssmspec_signed_names_next(struct ssmspec_view *rest, struct ssmspec_view *name);

/* Whether the list holds the name, whatever the case. */
bool ssmspec_signed_names_have(struct ssmspec_view names, struct ssmspec_view name);

#endif
