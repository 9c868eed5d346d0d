#include "runner/hosts.h"

#include "src/base/testing.h"

static void knows_aws_hosts_in_every_spelling(void **state) {
    (void)state;
    const char *const aws[] = {"ssm.us-east-1.amazonaws.com",
                               "SSM.US-EAST-1.AMAZONAWS.COM",
                               "amazonaws.com",
                               "ssm.cn-north-1.amazonaws.com.cn",
                               "ssm.us-east-1.api.aws",
                               "ssm.us-east-1.amazonaws.com.",
                               "vpce-1.ssm.us-east-1.vpce.amazonaws.com",
                               "ssm.eusc-de-east-1.amazonaws.eu",
                               "ssm.us-iso-east-1.c2s.ic.gov"};
    for (size_t i = 0; i < sizeof aws / sizeof aws[0]; i++) {
        assert_true(ssmspec_host_is_aws(ssmspec_view_of(aws[i])));
    }
}

static void leaves_other_hosts_alone(void **state) {
    (void)state;
    const char *const others[] = {
        "localhost", "127.0.0.1", "notamazonaws.com", "amazonaws.com.example", "api.aws.example",
        "aws",       ""};
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        assert_false(ssmspec_host_is_aws(ssmspec_view_of(others[i])));
    }
}

static void account_ids_are_twelve_digits(void **state) {
    (void)state;
    assert_true(ssmspec_is_account_id(SSMSPEC_VIEW("123456789012")));
    assert_false(ssmspec_is_account_id(SSMSPEC_VIEW("12345678901")));
    assert_false(ssmspec_is_account_id(SSMSPEC_VIEW("-12345678901")));
    assert_false(ssmspec_is_account_id(SSMSPEC_VIEW("12345678901x")));
    assert_false(ssmspec_is_account_id(SSMSPEC_VIEW("")));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_aws_hosts_in_every_spelling),
        cmocka_unit_test(leaves_other_hosts_alone),
        cmocka_unit_test(account_ids_are_twelve_digits),
    };
    return RUN_TESTS(tests);
}
