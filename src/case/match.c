#include "src/case/case.h"

/* Both walkers go back to the last star at most once a byte, so that a hostile pattern costs at
 * most pattern x id steps. */
struct star {
    size_t pattern; /* just behind the star; 0: none seen */
    size_t text;    /* where its match may end next */
    bool crosses;   /* `**`: also over '/' */
};

static size_t star_width(struct ssmspec_view pattern, size_t at) {
    return at + 1 < pattern.len && pattern.ptr[at + 1] == '*' ? 2 : 1;
}

/* Let the last star swallow one more byte; false when it may not. */
static bool retry(struct star *star, struct ssmspec_view text, size_t *at_pattern,
                  size_t *at_text) {
    if (star->pattern == 0 || star->text >= text.len) {
        return false;
    }
    if (!star->crosses && text.ptr[star->text] == '/') {
        return false;
    }
    star->text++;
    *at_pattern = star->pattern;
    *at_text = star->text;
    return true;
}

/* A single star that is stuck may still be rescued by an earlier double one. */
static bool retry_any(struct star *near, struct star *far, struct ssmspec_view text,
                      size_t *at_pattern, size_t *at_text) {
    if (retry(near, text, at_pattern, at_text)) {
        return true;
    }
    near->pattern = 0;
    return retry(far, text, at_pattern, at_text);
}

static bool matches_whole(struct ssmspec_view pattern, struct ssmspec_view text) {
    struct star near = {0};
    struct star far = {.crosses = true};
    size_t p = 0;
    size_t t = 0;
    while (t < text.len || p < pattern.len) {
        if (p < pattern.len && pattern.ptr[p] == '*') {
            const size_t width = star_width(pattern, p);
            struct star *star = width == 2 ? &far : &near;
            p += width;
            star->pattern = p;
            star->text = t;
            if (width == 2) {
                near.pattern = 0;
            }
            continue;
        }
        if (p < pattern.len && t < text.len && pattern.ptr[p] == text.ptr[t]) {
            p++;
            t++;
            continue;
        }
        if (!retry_any(&near, &far, text, &p, &t)) {
            return false;
        }
    }
    return true;
}

static bool has_wildcard(struct ssmspec_view pattern) {
    return ssmspec_view_find(pattern, SSMSPEC_VIEW("*")) < pattern.len;
}

bool ssmspec_case_matches(const char *id, struct ssmspec_view pattern) {
    const struct ssmspec_view text = ssmspec_view_of(id);
    if (has_wildcard(pattern)) {
        return matches_whole(pattern, text);
    }
    return pattern.len > 0 && ssmspec_view_starts(text, pattern) &&
           (text.len == pattern.len || text.ptr[pattern.len] == '/' ||
            pattern.ptr[pattern.len - 1] == '/');
}
