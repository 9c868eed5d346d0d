/* Header values that are lists: RFC9110:5.6.1. Private to this folder. */
#ifndef SSMSPEC_SRC_EXCHANGE_LIST_H
#define SSMSPEC_SRC_EXCHANGE_LIST_H

#include "src/base/view.h"

/* Cuts the element before the next comma off *rest, without blanks around it; behind the last one
 * *rest is absent. A value without a comma is a list of one. */
static inline struct ssmspec_view ssmspec_list_cut(struct ssmspec_view *rest) {
    const size_t end = ssmspec_view_find(*rest, SSMSPEC_VIEW(","));
    const struct ssmspec_view element = ssmspec_view_trim(ssmspec_view_sub(*rest, 0, end));
    *rest = end == rest->len ? (struct ssmspec_view){NULL, 0}
                             : ssmspec_view_sub(*rest, end + 1, rest->len);
    return element;
}

#endif
