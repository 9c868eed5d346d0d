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

bool ssmspec_host_is_aws(struct ssmspec_view host) {
    host = without_final_dot(host);
    return is_below(host, SSMSPEC_VIEW("amazonaws.com")) ||
           is_below(host, SSMSPEC_VIEW("amazonaws.com.cn")) ||
           is_below(host, SSMSPEC_VIEW("api.aws"));
}

bool ssmspec_is_account_id(struct ssmspec_view text) {
    long long number = 0;
    return text.len == 12 && text.ptr[0] != '-' && ssmspec_view_to_int64(text, &number);
}
