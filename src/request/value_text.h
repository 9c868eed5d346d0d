/* How a real service spells a value inside a message. Private to src/request. */
#ifndef SSMSPEC_SRC_REQUEST_VALUE_TEXT_H
#define SSMSPEC_SRC_REQUEST_VALUE_TEXT_H

#include "src/base/bytes.h"
#include "src/json/json.h"
#include "src/rule/shape.h"

/* text, [a, b], {k=v}, Target(key=a, values=[1]): as Java prints them (OBS:V-10, V-11), cut after
 * some 200 bytes, sensitive parts as ***. */
void ssmspec_value_text(const struct ssmspec_shape *shape, const struct ssmspec_json *value,
                        struct ssmspec_bytes *out);

#endif
