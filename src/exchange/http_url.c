#include "src/exchange/http_url.h"

#include "src/exchange/http.h"

#include <curl/curl.h>

#define URL_MAX 4096

static enum ssmspec_err refuse(struct ssmspec_bytes *why, const char *sentence) {
    if (why != NULL) {
        ssmspec_bytes_add_text(why, sentence);
    }
    return SSMSPEC_ERR_USAGE;
}

static bool is_plain(struct ssmspec_view url) {
    for (size_t i = 0; i < url.len; i++) {
        if (url.ptr[i] <= ' ' || url.ptr[i] > '~') {
            return false;
        }
    }
    return true;
}

static bool has(struct ssmspec_view url, char c) {
    return url.len > 0 && memchr(url.ptr, c, url.len) != NULL;
}

/* One part of a parsed URL, copied into arena; ptr NULL when the URL has none. */
static enum ssmspec_err part(CURLU *parsed, CURLUPart which, unsigned flags,
                             struct ssmspec_arena *arena, struct ssmspec_view *out) {
    char *text = NULL;
    *out = (struct ssmspec_view){NULL, 0};
    if (curl_url_get(parsed, which, &text, flags) != CURLUE_OK) {
        return SSMSPEC_OK;
    }
    const enum ssmspec_err err = ssmspec_arena_copy(arena, ssmspec_view_of(text), out);
    curl_free(text);
    return err;
}

static struct ssmspec_view without_final_dot(struct ssmspec_view host) {
    return host.len > 0 && host.ptr[host.len - 1] == '.' ? ssmspec_view_sub(host, 0, host.len - 1)
                                                         : host;
}

static bool ends(struct ssmspec_view v, const char *with) {
    const size_t length = strlen(with);
    return v.len >= length && ssmspec_view_eq_nocase(ssmspec_view_sub(v, v.len - length, length),
                                                     ssmspec_view_of(with));
}

/* Source: RFC6761:6.3, RFC1122:3.2.1.3. */
bool ssmspec_host_is_loopback(struct ssmspec_view host) {
    host = without_final_dot(host);
    if (ssmspec_view_eq_nocase(host, SSMSPEC_VIEW("localhost")) || ends(host, ".localhost") ||
        ssmspec_view_is(host, "::1")) {
        return true;
    }
    for (size_t i = 0; i < host.len; i++) {
        if (host.ptr[i] != '.' && (host.ptr[i] < '0' || host.ptr[i] > '9')) {
            return false;
        }
    }
    return ssmspec_view_starts(host, SSMSPEC_VIEW("127."));
}

static struct ssmspec_view without_brackets(struct ssmspec_view host) {
    const bool is_bracketed = host.len >= 2 && host.ptr[0] == '[';
    return is_bracketed ? ssmspec_view_sub(host, 1, host.len - 2) : host;
}

/* After decoding. What else could stand there a resolver might map to another name than the one
 * that was checked: "%E3%80%82" is a dot to it. */
static bool is_host_name(struct ssmspec_view host) {
    for (size_t i = 0; i < host.len; i++) {
        const char c = host.ptr[i];
        const bool is_word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                             (c >= '0' && c <= '9') || (c != '\0' && strchr(".-_:%", c) != NULL);
        if (!is_word) {
            return false;
        }
    }
    return host.len > 0;
}

static enum ssmspec_err take_apart(CURLU *parsed, struct ssmspec_arena *arena,
                                   struct ssmspec_http_url *out) {
    struct ssmspec_view text, host, port;
    GUARD(part(parsed, CURLUPART_URL, 0, arena, &text));
    GUARD(part(parsed, CURLUPART_HOST, 0, arena, &host));
    GUARD(part(parsed, CURLUPART_PORT, CURLU_NO_DEFAULT_PORT, arena, &port));
    GUARD(part(parsed, CURLUPART_PATH, 0, arena, &out->path));
    ENSURE(text.ptr != NULL && host.len > 0 && out->path.len > 0, SSMSPEC_ERR_USAGE);
    out->text = text.ptr;
    out->host = without_brackets(host);
    ENSURE(is_host_name(out->host), SSMSPEC_ERR_USAGE);
    out->is_encrypted = ssmspec_view_starts(text, SSMSPEC_VIEW("https:"));
    out->is_loopback = ssmspec_host_is_loopback(out->host);
    const bool is_bare = ssmspec_view_is(out->path, "/") && text.ptr[text.len - 1] == '/';
    out->shown = ssmspec_view_sub(text, 0, text.len - (is_bare ? 1 : 0));
    out->host_header = host;
    if (port.ptr != NULL) {
        const char *const joined = ssmspec_arena_printf(arena, "%s:%s", host.ptr, port.ptr);
        ENSURE(joined != NULL, SSMSPEC_ERR_NOMEM);
        out->host_header = ssmspec_view_of(joined);
    }
    return SSMSPEC_OK;
}

/* curl takes one slash and three for two. */
static bool has_authority(struct ssmspec_view url) {
    const size_t at = ssmspec_view_find(url, SSMSPEC_VIEW("://"));
    return at + 3 < url.len && url.ptr[at + 3] != '/';
}

static bool is_http(CURLU *parsed) {
    char *scheme = NULL;
    if (curl_url_get(parsed, CURLUPART_SCHEME, &scheme, 0) != CURLUE_OK) {
        return false;
    }
    const bool is_one = strcmp(scheme, "http") == 0 || strcmp(scheme, "https") == 0;
    curl_free(scheme);
    return is_one;
}

static enum ssmspec_err read_parsed(CURLU *parsed, const char *url, struct ssmspec_arena *arena,
                                    struct ssmspec_http_url *out, struct ssmspec_bytes *why) {
    if (!has_authority(ssmspec_view_of(url)) ||
        curl_url_set(parsed, CURLUPART_URL, url, CURLU_PATH_AS_IS) != CURLUE_OK ||
        !is_http(parsed)) {
        return refuse(why, "the endpoint's URL must be http://HOST[:PORT] or https://HOST[:PORT]");
    }
    static const CURLUPart secrets[] = {CURLUPART_USER, CURLUPART_PASSWORD, CURLUPART_OPTIONS};
    for (size_t i = 0; i < sizeof secrets / sizeof secrets[0]; i++) {
        ENSURE(curl_url_set(parsed, secrets[i], NULL, 0) == CURLUE_OK, SSMSPEC_ERR_NETWORK);
    }
    const enum ssmspec_err err = take_apart(parsed, arena, out);
    return err == SSMSPEC_ERR_USAGE
               ? refuse(why,
                        "the endpoint's URL names no host, or one with characters that no host has")
               : err;
}

enum ssmspec_err ssmspec_http_url_read(struct ssmspec_view url, struct ssmspec_arena *arena,
                                       struct ssmspec_http_url *out, struct ssmspec_bytes *why) {
    if (url.len == 0 || url.len > URL_MAX) {
        return refuse(why, "the endpoint's URL is empty or too long");
    }
    if (!is_plain(url)) {
        return refuse(why, "the endpoint's URL holds a blank, a control character or one outside "
                           "ASCII; spell the host and the path in their escaped form");
    }
    if (has(url, '?') || has(url, '#')) {
        return refuse(why, "the endpoint's URL must have no query and no fragment");
    }
    char *const text = ssmspec_arena_text(arena, url);
    CURLU *const parsed = curl_url();
    enum ssmspec_err err = SSMSPEC_ERR_NOMEM;
    if (text != NULL && parsed != NULL) {
        err = read_parsed(parsed, text, arena, out, why);
    }
    curl_url_cleanup(parsed);
    return err;
}

enum ssmspec_err ssmspec_url_check(struct ssmspec_view url, struct ssmspec_arena *arena,
                                   struct ssmspec_view *shown, struct ssmspec_view *host,
                                   struct ssmspec_bytes *why) {
    struct ssmspec_http_url read;
    GUARD(ssmspec_http_url_read(url, arena, &read, why));
    *shown = read.shown;
    *host = read.host;
    return SSMSPEC_OK;
}
