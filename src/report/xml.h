/* Writing XML 1.0: everything is escaped, nothing illegal gets in. */
#ifndef SSMSPEC_SRC_REPORT_XML_H
#define SSMSPEC_SRC_REPORT_XML_H

#include "src/base/bytes.h"

/* ` name="text"`, on one line. */
void ssmspec_xml_attribute(struct ssmspec_bytes *out, const char *name, struct ssmspec_view text);

/* Character data. Line feeds are kept. */
void ssmspec_xml_text(struct ssmspec_bytes *out, struct ssmspec_view text);

#endif
