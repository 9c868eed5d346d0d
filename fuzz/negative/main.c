/* NAME_negative [list | sanitizers]: every lie of the table in a child of its own. Without the lie
 * the child must end well; with it the oracle must speak first, and the child must die. "list"
 * prints the oracles, "sanitizers" tells the lies that only sanitizers see: 77, a skip, where this
 * build has none. */
#include "fuzz/harness.h"
#include "fuzz/negative/negative.h"

#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer) && __has_feature(undefined_behavior_sanitizer)
#define HAS_SANITIZERS true
#endif
#endif
#ifndef HAS_SANITIZERS
#define HAS_SANITIZERS false
#endif

#define SECONDS_MAX 30
#define SAID_MAX 16384

static const struct ssmspec_negative *row;
static bool is_lying;
static size_t asked;

const char *ssmspec_lie(void) {
    return is_lying ? row->speaks : "";
}

bool ssmspec_lies(const char *speaks) {
    const bool is_mine = strcmp(ssmspec_lie(), speaks) == 0;
    asked += is_mine ? 1 : 0;
    return is_mine;
}

size_t ssmspec_lies_count(void) {
    return asked;
}

struct ssmspec_view ssmspec_lies_input(void) {
    return row->input;
}

static bool is_for_sanitizer(const struct ssmspec_negative *negative) {
    return strchr(negative->speaks, ' ') != NULL;
}

/* In the child. A NUL stands behind the input unless a sanitizer is to see who reads it. */
static void run(bool with_lie) {
    char *const block = is_for_sanitizer(row) ? ssmspec_fuzz_copy_exact(row->input)
                                              : ssmspec_fuzz_copy_with_end(row->input, '\0');
    is_lying = with_lie && row->is_at_start;
    if (LLVMFuzzerInitialize != NULL) {
        LLVMFuzzerInitialize(NULL, NULL);
    }
    is_lying = with_lie;
    LLVMFuzzerTestOneInput((const uint8_t *)block, row->input.len);
    if (ssmspec_fuzz_verdict != NULL) {
        (void)ssmspec_fuzz_verdict((const uint8_t *)block, row->input.len);
    }
    is_lying = false;
    free(block);
}

/* What a child has to say, and its status. false: no child could be had. */
static bool listen(FILE *said, char *text, int *status, pid_t child) {
    if (child < 0 || waitpid(child, status, 0) != child) {
        return false;
    }
    rewind(said);
    text[fread(text, 1, SAID_MAX - 1, said)] = '\0';
    return true;
}

static bool is_said(const char *text) {
    char mark[128];
    if (is_for_sanitizer(row)) {
        return strstr(text, row->speaks) != NULL;
    }
    snprintf(mark, sizeof mark, "ORACLE: %s ", row->speaks);
    return strncmp(text, mark, strlen(mark)) == 0;
}

static bool judge(bool with_lie, int status, const char *text) {
    const bool is_well = WIFEXITED(status) && WEXITSTATUS(status) == 0;
    if (with_lie ? !is_well && is_said(text) : is_well) {
        return true;
    }
    fprintf(stderr, "negative: %s: %s, status %d:\n%s\n", row->speaks,
            with_lie ? "the lie was not found out" : "it fails without any lie", status, text);
    return false;
}

enum side { PARENT_FINE, PARENT_FAILED, CHILD };

/* The child returns too, for it must end as programs do: that is when leaks are looked for. */
static enum side tell(bool with_lie) {
    char text[SAID_MAX];
    int status = 0;
    FILE *const said = tmpfile();
    fflush(stdout);
    const pid_t child = said == NULL ? -1 : fork();
    if (child == 0) {
        dup2(fileno(said), STDERR_FILENO);
        alarm(SECONDS_MAX);
        run(with_lie);
        return CHILD;
    }
    const bool is_heard = said != NULL && listen(said, text, &status, child);
    if (said != NULL) {
        fclose(said);
    }
    return is_heard && judge(with_lie, status, text) ? PARENT_FINE : PARENT_FAILED;
}

static int tell_all(bool for_sanitizers) {
    size_t count = 0;
    bool is_fine = true;
    for (row = ssmspec_negatives; row->speaks != NULL; row++) {
        if (is_for_sanitizer(row) != for_sanitizers) {
            continue;
        }
        const enum side control = tell(false);
        const enum side lie = control == CHILD ? CHILD : tell(true);
        if (lie == CHILD) {
            return 0;
        }
        is_fine = control == PARENT_FINE && lie == PARENT_FINE && is_fine;
        count++;
    }
    printf("%zu lies%s\n", count, is_fine ? " found out" : ", not all found out");
    return is_fine && count > 0 ? 0 : 1;
}

static int list(void) {
    for (row = ssmspec_negatives; row->speaks != NULL; row++) {
        if (!is_for_sanitizer(row)) {
            printf("%s\n", row->speaks);
        }
    }
    return 0;
}

int main(int argc, char **argv) {
    const char *const what = argc > 1 ? argv[1] : "";
    if (strcmp(what, "list") == 0) {
        return list();
    }
    const bool for_sanitizers = strcmp(what, "sanitizers") == 0;
    if (for_sanitizers && !HAS_SANITIZERS) {
        printf("skipped: no address and undefined behaviour sanitizers in this build\n");
        return 77;
    }
    return tell_all(for_sanitizers);
}
