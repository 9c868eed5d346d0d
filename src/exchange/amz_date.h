/* UTC times as signatures spell them. ssmspec_amz_date, the writer, is public (sigv4.h); these are
 * the readers. No time zone, no locale, no leap seconds. */
#ifndef SSMSPEC_SRC_EXCHANGE_AMZ_DATE_H
#define SSMSPEC_SRC_EXCHANGE_AMZ_DATE_H

#include "src/base/view.h"

#include <time.h>

/* "20150830T123600Z" exactly: the basic format of ISO 8601 (OBS:A-14). */
bool ssmspec_amz_date_read(struct ssmspec_view text, time_t *out);

/* "Sun, 30 Aug 2015 12:36:00 GMT" exactly: IMF-fixdate. Source: RFC9110:5.6.7. */
bool ssmspec_http_date_read(struct ssmspec_view text, time_t *out);

#endif
