/* cmocka with what it needs before it, for tests only. */
#ifndef SSMSPEC_SRC_BASE_TESTING_H
#define SSMSPEC_SRC_BASE_TESTING_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "src/base/err.h"
#include "src/base/view.h"

#define ASSERT_OK(call) assert_int_equal((call), SSMSPEC_OK)

/* The view holds exactly this text. */
#define ASSERT_VIEW(view, text)                            \
    do {                                                   \
        struct ssmspec_view view_ = (view);                \
        assert_int_equal(view_.len, strlen(text));         \
        assert_memory_equal(view_.ptr, (text), view_.len); \
    } while (0)

#define RUN_TESTS(tests) cmocka_run_group_tests((tests), NULL, NULL)

#endif
