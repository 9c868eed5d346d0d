#include "src/rule/pattern_cache.h"

#include <stdint.h>
#include <stdlib.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#define SLOTS 64           /* by address */
#define BUCKETS 64         /* by text */
#define STEPS_MAX 1000000  /* of one match; enough for long texts, over in some milliseconds */
#define DEPTH_MAX 1000000  /* of backtracking without JIT */
#define HEAP_KIB_MAX 32768 /* the same */
#define JIT_STACK_START ((size_t)32 << 10)
#define JIT_STACK_MAX ((size_t)16 << 20) /* taken as far as it is used */

struct compiled {
    struct compiled *next; /* of the same bucket */
    char *text;            /* our copy: an address may come to hold another text */
    pcre2_code *code;      /* NULL: does not compile */
    bool is_jit;
};

/* What stood at an address the last time. */
struct slot {
    const char *address;
    const struct compiled *compiled;
    uint64_t epoch; /* when the text was compared */
};

struct ssmspec_patterns {
    struct slot slots[SLOTS];
    uint64_t epoch; /* 0: no address is trusted */
    uint64_t epochs;
    struct compiled *buckets[BUCKETS];
    pcre2_compile_context *compiling;
    pcre2_match_context *matching;
    pcre2_match_data *data;
    pcre2_jit_stack *jit_stack; /* NULL where there is no JIT */
};

enum ssmspec_err ssmspec_patterns_new(struct ssmspec_patterns **out) {
    struct ssmspec_patterns *made = calloc(1, sizeof *made);
    ENSURE(made != NULL, SSMSPEC_ERR_NOMEM);
    made->compiling = pcre2_compile_context_create(NULL);
    made->matching = pcre2_match_context_create(NULL);
    made->data = pcre2_match_data_create(1, NULL);
    if (made->compiling == NULL || made->matching == NULL || made->data == NULL) {
        ssmspec_patterns_free(made);
        return SSMSPEC_ERR_NOMEM;
    }
    /* A dot passes over no line end, as in the Java services (CR too, not just LF). */
    pcre2_set_newline(made->compiling, PCRE2_NEWLINE_ANYCRLF);
    pcre2_set_match_limit(made->matching, STEPS_MAX);
    pcre2_set_depth_limit(made->matching, DEPTH_MAX);
    pcre2_set_heap_limit(made->matching, HEAP_KIB_MAX);
    made->jit_stack = pcre2_jit_stack_create(JIT_STACK_START, JIT_STACK_MAX, NULL);
    pcre2_jit_stack_assign(made->matching, NULL, made->jit_stack);
    *out = made;
    return SSMSPEC_OK;
}

void ssmspec_patterns_free(struct ssmspec_patterns *patterns) {
    if (patterns == NULL) {
        return;
    }
    for (size_t i = 0; i < BUCKETS; i++) {
        for (struct compiled *at = patterns->buckets[i]; at != NULL;) {
            struct compiled *next = at->next;
            pcre2_code_free(at->code);
            free(at->text);
            free(at);
            at = next;
        }
    }
    pcre2_jit_stack_free(patterns->jit_stack);
    pcre2_match_data_free(patterns->data);
    pcre2_match_context_free(patterns->matching);
    pcre2_compile_context_free(patterns->compiling);
    free(patterns);
}

/* Whether the pattern can match ASCII alone, so that bytes may stand for code points, which is
 * faster. Says no when in doubt: to any dot, negated or named class, option setting (ignoring case
 * reaches beyond ASCII), and escape but \w \d \s and of some punctuation. */
static bool is_ascii(const char *pattern) {
    for (const char *at = pattern; *at != '\0'; at++) {
        const bool is_odd_class = at[0] == '[' && (at[1] == '^' || at[1] == ':');
        const bool is_odd_group = at[0] == '(' && (at[1] == '?' || at[1] == '*');
        if ((unsigned char)*at >= 0x80 || *at == '.' || is_odd_class || is_odd_group) {
            return false;
        }
        if (*at == '\\') {
            at++;
            if (*at == '\0' || strchr("wds-./\\", *at) == NULL) {
                return false;
            }
        }
    }
    return true;
}

/* \w and \d stay ASCII (no PCRE2_UCP), $ never stands before a final line feed, the whole text must
 * match, and nobody asks for captures. */
static void compile(const struct ssmspec_patterns *patterns, struct compiled *made) {
    const uint32_t options = PCRE2_ANCHORED | PCRE2_ENDANCHORED | PCRE2_DOLLAR_ENDONLY |
                             (is_ascii(made->text) ? 0 : PCRE2_UTF);
    int code = 0;
    size_t offset = 0;
    const PCRE2_SPTR text = (PCRE2_SPTR)made->text;
    made->code = pcre2_compile(text, PCRE2_ZERO_TERMINATED, options | PCRE2_NO_AUTO_CAPTURE, &code,
                               &offset, patterns->compiling);
    if (made->code == NULL) { /* it may refer back to a capture */
        made->code = pcre2_compile(text, PCRE2_ZERO_TERMINATED, options, &code, &offset,
                                   patterns->compiling);
    }
    made->is_jit = made->code != NULL && patterns->jit_stack != NULL &&
                   pcre2_jit_compile(made->code, PCRE2_JIT_COMPLETE) == 0;
}

static size_t bucket_of(const char *text) {
    uint32_t hash = 2166136261u;
    for (; *text != '\0'; text++) {
        hash = (hash ^ (unsigned char)*text) * 16777619u;
    }
    return hash % BUCKETS;
}

static struct compiled *add(struct ssmspec_patterns *patterns, const char *text, size_t bucket) {
    struct compiled *made = calloc(1, sizeof *made);
    const size_t bytes = strlen(text) + 1;
    char *copy = malloc(bytes);
    if (made == NULL || copy == NULL) {
        free(made);
        free(copy);
        return NULL;
    }
    memcpy(copy, text, bytes);
    made->text = copy;
    compile(patterns, made);
    made->next = patterns->buckets[bucket];
    patterns->buckets[bucket] = made;
    return made;
}

static const struct compiled *find_text(struct ssmspec_patterns *patterns, const char *text) {
    const size_t bucket = bucket_of(text);
    for (const struct compiled *at = patterns->buckets[bucket]; at != NULL; at = at->next) {
        if (strcmp(at->text, text) == 0) {
            return at;
        }
    }
    return add(patterns, text, bucket);
}

static bool is_same_text(const struct ssmspec_patterns *patterns, const struct slot *slot,
                         const char *pattern) {
    const bool is_trusted = patterns->epoch != 0 && patterns->epoch == slot->epoch;
    return is_trusted || strcmp(slot->compiled->text, pattern) == 0;
}

static const struct compiled *find(struct ssmspec_patterns *patterns, const char *pattern) {
    const uintptr_t address = (uintptr_t)pattern;
    struct slot *slot = &patterns->slots[(address ^ (address >> 6)) % SLOTS];
    if (slot->address == pattern && is_same_text(patterns, slot, pattern)) {
        slot->epoch = patterns->epoch;
        return slot->compiled;
    }
    const struct compiled *found = find_text(patterns, pattern);
    if (found != NULL) {
        *slot = (struct slot){pattern, found, patterns->epoch};
    }
    return found;
}

void ssmspec_patterns_trust(struct ssmspec_patterns *patterns, bool is_trusting) {
    patterns->epoch = is_trusting ? ++patterns->epochs : 0;
}

static bool run(const struct ssmspec_patterns *patterns, const struct compiled *compiled,
                struct ssmspec_view text) {
    const PCRE2_SPTR subject = (PCRE2_SPTR)(text.ptr == NULL ? "" : text.ptr);
    const uint32_t options = PCRE2_NO_UTF_CHECK;
    if (compiled->is_jit) {
        return pcre2_jit_match(compiled->code, subject, text.len, 0, options, patterns->data,
                               patterns->matching) >= 0;
    }
    return pcre2_match(compiled->code, subject, text.len, 0, options, patterns->data,
                       patterns->matching) >= 0;
}

bool ssmspec_patterns_match(struct ssmspec_patterns *patterns, const char *pattern,
                            struct ssmspec_view text) {
    const struct compiled *compiled = find(patterns, pattern);
    return compiled != NULL && compiled->code != NULL && run(patterns, compiled, text);
}

enum ssmspec_err ssmspec_patterns_check(struct ssmspec_patterns *patterns, const char *pattern) {
    const struct compiled *compiled = find(patterns, pattern);
    ENSURE(compiled != NULL, SSMSPEC_ERR_NOMEM);
    ENSURE(compiled->code != NULL, SSMSPEC_ERR_PATTERN);
    return SSMSPEC_OK;
}
