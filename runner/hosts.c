#include "runner/hosts.h"

static struct ssmspec_view without_final_dot(struct ssmspec_view host) {
    while (host.len > 0 && host.ptr[host.len - 1] == '.') {
        host.len--;
    }
    return host;
}

/* host is domain or below it. */
static bool is_below(struct ssmspec_view host, struct ssmspec_view domain) {
    if (host.len < domain.len) {
        return false;
    }
    const struct ssmspec_view tail = ssmspec_view_sub(host, host.len - domain.len, domain.len);
    return ssmspec_view_eq_nocase(tail, domain) &&
           (host.len == domain.len || host.ptr[host.len - domain.len - 1] == '.');
}

/* Every partition's suffixes, as botocore's partitions list them. */
static const char *const aws_suffixes[] = {
    "amazonaws.com",
    "amazonaws.com.cn",
    "amazonaws.eu",
    "api.aws",

    "api.amazonwebservices.com.cn",
    "amazonwebservices.com.cn",
    "api.amazonwebservices.eu",
    "amazonwebservices.eu",
    "c2s.ic.gov",
    "sc2s.sgov.gov",
    "cloud.adc-e.uk",
    "cloud-aws.adc-e.uk",
    "csp.hci.ic.gov",
    "aws.ic.gov",
    "aws.scloud",
    "aws.hci.ic.gov",
};

bool ssmspec_host_is_aws(struct ssmspec_view host) {
    host = without_final_dot(host);
    for (size_t i = 0; i < sizeof aws_suffixes / sizeof aws_suffixes[0]; i++) {
        if (is_below(host, ssmspec_view_of(aws_suffixes[i]))) {
            return true;
        }
    }
    return false;
}

bool ssmspec_is_account_id(struct ssmspec_view text) {
    long long number = 0;
    return text.len == 12 && text.ptr[0] != '-' && ssmspec_view_to_int64(text, &number);
}
