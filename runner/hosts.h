/* Which hosts may be sent to: SendCommand runs code on machines. */
#ifndef SSMSPEC_RUNNER_HOSTS_H
#define SSMSPEC_RUNNER_HOSTS_H

#include "src/base/view.h"

/* A name below a suffix of any AWS partition, in any case and with a final dot. */
bool ssmspec_host_is_aws(struct ssmspec_view host);

/* Twelve digits. */
bool ssmspec_is_account_id(struct ssmspec_view text);

#endif
