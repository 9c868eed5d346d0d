#include "src/base/arena.h"

#include "src/base/testing.h"

static void takes_no_memory_before_the_first_allocation(void **state) {
    (void)state;
    struct ssmspec_arena arena = {0};
    ssmspec_arena_reset(&arena);
    assert_null(arena.head);
    ssmspec_arena_clear(&arena);
    ssmspec_arena_clear(NULL);
}

static void gives_zeroed_aligned_separate_memory(void **state) {
    (void)state;
    struct ssmspec_arena arena = {0};
    char *before = NULL;
    for (size_t bytes = 0; bytes < 300; bytes++) {
        char *const place = ssmspec_arena_alloc(&arena, bytes);
        assert_non_null(place);
        assert_ptr_not_equal(place, before);
        assert_int_equal((uintptr_t)place % _Alignof(max_align_t), 0);
        for (size_t i = 0; i < bytes; i++) {
            assert_int_equal(place[i], 0);
        }
        memset(place, 0x5a, bytes);
        before = place;
    }
    ssmspec_arena_clear(&arena);
}

static void zeroes_reused_memory(void **state) {
    (void)state;
    struct ssmspec_arena arena = {0};
    memset(ssmspec_arena_alloc(&arena, 100), 0x5a, 100);
    ssmspec_arena_reset(&arena);
    assert_int_equal(arena.used, 0);
    const char *const again = ssmspec_arena_alloc(&arena, 100);
    assert_int_equal(again[99], 0);
    ssmspec_arena_clear(&arena);
}

static void gives_more_than_a_block_at_once(void **state) {
    (void)state;
    struct ssmspec_arena arena = {0};
    const size_t bytes = (size_t)3 << 20;
    char *const big = ssmspec_arena_raw(&arena, bytes);
    assert_non_null(big);
    big[bytes - 1] = 'x';
    assert_true(arena.used >= bytes);
    ssmspec_arena_clear(&arena);
}

static void reset_keeps_the_biggest_block(void **state) {
    (void)state;
    struct ssmspec_arena arena = {0};
    assert_non_null(ssmspec_arena_raw(&arena, 10));
    char *const big = ssmspec_arena_raw(&arena, 200000);
    assert_non_null(ssmspec_arena_raw(&arena, 10));
    ssmspec_arena_reset(&arena);
    assert_ptr_equal(ssmspec_arena_raw(&arena, 10), big);
    ssmspec_arena_clear(&arena);
    assert_null(arena.head);
    assert_non_null(ssmspec_arena_raw(&arena, 10));
    ssmspec_arena_clear(&arena);
}

static void reset_gives_a_giant_back(void **state) {
    (void)state;
    struct ssmspec_arena arena = {0};
    assert_non_null(ssmspec_arena_raw(&arena, 100000));
    const void *const kept = arena.head;
    assert_non_null(ssmspec_arena_raw(&arena, (size_t)1 << 20));
    ssmspec_arena_reset(&arena);
    assert_ptr_equal(arena.head, kept);
    assert_int_equal(arena.used, 0);
    ssmspec_arena_clear(&arena);
    assert_non_null(ssmspec_arena_raw(&arena, (size_t)1 << 20));
    ssmspec_arena_reset(&arena);
    assert_null(arena.head);
    ssmspec_arena_clear(&arena);
}

static void stops_at_the_limit(void **state) {
    (void)state;
    struct ssmspec_arena arena = {.limit = 1024};
    assert_null(ssmspec_arena_raw(&arena, 1025));
    assert_non_null(ssmspec_arena_raw(&arena, 1000));
    assert_null(ssmspec_arena_alloc(&arena, 32));
    assert_non_null(ssmspec_arena_raw(&arena, 16));
    assert_null(ssmspec_arena_raw(&arena, 1));
    ssmspec_arena_reset(&arena);
    assert_non_null(ssmspec_arena_raw(&arena, 1024));
    ssmspec_arena_clear(&arena);
}

static void refuses_sizes_that_would_overflow(void **state) {
    (void)state;
    struct ssmspec_arena arena = {0};
    /* Not constant, or compilers object to the size themselves. */
    volatile size_t most = SIZE_MAX;
    assert_null(ssmspec_arena_raw(&arena, most));
    assert_null(ssmspec_arena_alloc(&arena, most - 8));
    assert_null(ssmspec_arena_text(&arena, (struct ssmspec_view){"", most}));
    ssmspec_arena_clear(&arena);
}

static void copies_with_a_nul_behind(void **state) {
    (void)state;
    struct ssmspec_arena arena = {0};
    struct ssmspec_view copy = {NULL, 0};
    ASSERT_OK(ssmspec_arena_copy(&arena, SSMSPEC_VIEW("a\0b"), &copy));
    assert_memory_equal(copy.ptr, "a\0b", 4);
    assert_int_equal(copy.len, 3);
    ASSERT_OK(ssmspec_arena_copy(&arena, (struct ssmspec_view){NULL, 0}, &copy));
    ASSERT_VIEW(copy, "");
    assert_string_equal(ssmspec_arena_text(&arena, SSMSPEC_VIEW("text")), "text");
    ssmspec_arena_clear(&arena);
}

static void a_failed_copy_leaves_the_output_alone(void **state) {
    (void)state;
    struct ssmspec_arena arena = {.limit = 16};
    struct ssmspec_view copy = SSMSPEC_VIEW("before");
    assert_int_equal(ssmspec_arena_copy(&arena, SSMSPEC_VIEW("0123456789abcdef"), &copy),
                     SSMSPEC_ERR_NOMEM);
    ASSERT_VIEW(copy, "before");
    assert_null(ssmspec_arena_printf(&arena, "%40s", "wide"));
    ssmspec_arena_clear(&arena);
}

static void prints_any_length(void **state) {
    (void)state;
    struct ssmspec_arena arena = {0};
    assert_string_equal(ssmspec_arena_printf(&arena, "%s/%d", "case", 7), "case/7");
    assert_int_equal(strlen(ssmspec_arena_printf(&arena, "%20000d", 1)), 20000);
    ssmspec_arena_clear(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_no_memory_before_the_first_allocation),
        cmocka_unit_test(gives_zeroed_aligned_separate_memory),
        cmocka_unit_test(zeroes_reused_memory),
        cmocka_unit_test(gives_more_than_a_block_at_once),
        cmocka_unit_test(reset_keeps_the_biggest_block),
        cmocka_unit_test(reset_gives_a_giant_back),
        cmocka_unit_test(stops_at_the_limit),
        cmocka_unit_test(refuses_sizes_that_would_overflow),
        cmocka_unit_test(copies_with_a_nul_behind),
        cmocka_unit_test(a_failed_copy_leaves_the_output_alone),
        cmocka_unit_test(prints_any_length),
    };
    return RUN_TESTS(tests);
}
