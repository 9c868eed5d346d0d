/* A campaign without an engine: NAME_hunt [-seed=N] [-runs=N] [-out=FOLDER] CORPUS. The corpus as
 * it is, then documents that the mutator makes of it; every run is decided by the seed and its
 * number alone. Runs go on in a child; what kills it is a finding, named by the oracle or sanitizer
 * that spoke, and a new child takes the next run. Each distinct finding is said once (its input
 * kept in FOLDER), however often it comes. Ends with 1 when something was found, 2 when it could
 * not hunt. It has no feedback and so finds less than an engine; it needs no instrumented build. */
#include "fuzz/harness.h"
#include "fuzz/mutator/dice.h"
#include "fuzz/mutator/mutator.h"

#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#define SEEDS_MAX 1024
#define INPUT_MAX ((size_t)4096)
#define FINDINGS_MAX 128
#define NAME_MAX_BYTES 96
#define SECONDS_MAX 5 /* for one run */
#define SAID_MAX 8192 /* of what a dying child says */

struct finding {
    char name[NAME_MAX_BYTES];
    size_t count;
};

struct hunt {
    uint32_t seed;
    size_t runs;
    const char *out; /* NULL: inputs are not kept */
    struct {
        uint8_t bytes[INPUT_MAX];
        size_t size;
    } * seeds;
    size_t seed_count;
    struct finding findings[FINDINGS_MAX];
    size_t finding_count;
    volatile size_t *at; /* the run that the child is in; shared with it */
    FILE *said;          /* what the child says; shared with it */
};

static bool read_number(const char *argument, const char *name, size_t *out) {
    long long number = 0;
    const struct ssmspec_view text = ssmspec_view_of(argument);
    const size_t prefix = strlen(name);
    if (!ssmspec_view_starts(text, ssmspec_view_of(name)) ||
        !ssmspec_view_to_int64(ssmspec_view_sub(text, prefix, text.len), &number) || number < 0) {
        return false;
    }
    *out = (size_t)number;
    return true;
}

static void load_file(struct hunt *hunt, const char *path) {
    FILE *const file = fopen(path, "rb");
    if (file == NULL) {
        return;
    }
    const size_t size = fread(hunt->seeds[hunt->seed_count].bytes, 1, INPUT_MAX, file);
    if (ferror(file) == 0 && feof(file) != 0) { /* longer ones would be cut */
        hunt->seeds[hunt->seed_count++].size = size;
    }
    fclose(file);
}

static int is_shown(const struct dirent *entry) {
    return entry->d_name[0] != '.';
}

static bool load(struct hunt *hunt, const char *folder) {
    struct dirent **entries = NULL;
    const int found = scandir(folder, &entries, is_shown, alphasort);
    for (int i = 0; i < found; i++) {
        char path[1024];
        const int length = snprintf(path, sizeof path, "%s/%s", folder, entries[i]->d_name);
        free(entries[i]);
        if (length > 0 && (size_t)length < sizeof path && hunt->seed_count < SEEDS_MAX) {
            load_file(hunt, path);
        }
    }
    free(entries);
    return hunt->seed_count > 0;
}

/* The input of a run. */
static size_t make(const struct hunt *hunt, size_t run, uint8_t *out) {
    struct ssmspec_dice dice = ssmspec_dice_of(hunt->seed ^ (uint32_t)(run * 2654435761u));
    const size_t one = run < hunt->seed_count ? run : ssmspec_dice_below(&dice, hunt->seed_count);
    const size_t other = ssmspec_dice_below(&dice, hunt->seed_count);
    size_t size = hunt->seeds[one].size;
    memcpy(out, hunt->seeds[one].bytes, size);
    if (run < hunt->seed_count) {
        return size;
    }
    if (ssmspec_dice_once_in(&dice, 4)) {
        size = ssmspec_cross_over(hunt->seeds[one].bytes, hunt->seeds[one].size,
                                  hunt->seeds[other].bytes, hunt->seeds[other].size, out, INPUT_MAX,
                                  ssmspec_dice_next(&dice));
    }
    return ssmspec_mutate(out, size, INPUT_MAX, ssmspec_dice_next(&dice));
}

/* Behind an input's last byte nothing may be read: a block of its own for each. */
static void run_from(struct hunt *hunt, size_t run) {
    static uint8_t bytes[INPUT_MAX];
    for (; run < hunt->runs; run++) {
        *hunt->at = run;
        const size_t size = make(hunt, run, bytes);
        uint8_t *const block = (uint8_t *)ssmspec_fuzz_copy_exact(ssmspec_fuzz_view(bytes, size));
        alarm(SECONDS_MAX);
        LLVMFuzzerTestOneInput(block, size);
        alarm(0);
        free(block);
    }
}

/* What stands behind mark in text, up to a blank or the line's end. */
static bool name_behind(const char *text, const char *mark, char *name) {
    const char *const at = strstr(text, mark);
    if (at == NULL) {
        return false;
    }
    const char *const from = at + strlen(mark);
    snprintf(name, NAME_MAX_BYTES, "%.*s", (int)strcspn(from, " \n"), from);
    return true;
}

/* Whoever spoke: an oracle, a sanitizer, or the system. */
static void name_death(struct hunt *hunt, int status, char *text, char *name) {
    rewind(hunt->said);
    text[fread(text, 1, SAID_MAX - 1, hunt->said)] = '\0';
    if (!name_behind(text, "ORACLE: ", name) && !name_behind(text, "Sanitizer: ", name) &&
        !name_behind(text, "runtime error: ", name)) {
        const int number = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
        snprintf(name, NAME_MAX_BYTES, number == SIGALRM ? "timeout" : "signal-%d", number);
    }
}

static void keep_input(const struct hunt *hunt, const char *name) {
    static uint8_t bytes[INPUT_MAX];
    char path[1024];
    const size_t size = make(hunt, *hunt->at, bytes);
    snprintf(path, sizeof path, "%s/%s", hunt->out, name);
    FILE *const file = fopen(path, "wb");
    if (file == NULL || fwrite(bytes, 1, size, file) != size) {
        fprintf(stderr, "hunt: %s: cannot be written\n", path);
    }
    if (file != NULL) {
        fclose(file);
    }
}

/* Cut there, and what is not printable ASCII made so: it comes from an input. */
static const char *first_line(char *text) {
    char *at = text;
    for (; *at != '\0' && *at != '\n'; at++) {
        *at = *at < ' ' || *at > '~' ? '?' : *at;
    }
    *at = '\0';
    return text;
}

static void note(struct hunt *hunt, int status) {
    char text[SAID_MAX];
    char name[NAME_MAX_BYTES];
    size_t i = 0;
    name_death(hunt, status, text, name);
    while (i < hunt->finding_count && strcmp(hunt->findings[i].name, name) != 0) {
        i++;
    }
    if (i == FINDINGS_MAX) {
        return;
    }
    hunt->findings[i].count++;
    if (i < hunt->finding_count) {
        return;
    }
    hunt->finding_count++;
    memcpy(hunt->findings[i].name, name, sizeof name);
    printf("finding %s (run %zu): %s\n", name, *hunt->at, first_line(text));
    if (hunt->out != NULL) {
        keep_input(hunt, name);
    }
}

/* One child, from a run on, until it dies or all is done. false: it cannot be had. */
static bool send_child(struct hunt *hunt, size_t run, bool *is_done) {
    rewind(hunt->said);
    if (ftruncate(fileno(hunt->said), 0) != 0) {
        return false;
    }
    fflush(stdout);
    const pid_t child = fork();
    if (child == 0) {
        dup2(fileno(hunt->said), STDERR_FILENO);
        run_from(hunt, run);
        _exit(0);
    }
    int status = 0;
    if (child < 0 || waitpid(child, &status, 0) != child) {
        return false;
    }
    *is_done = WIFEXITED(status) && WEXITSTATUS(status) == 0;
    if (!*is_done) {
        note(hunt, status);
    }
    return true;
}

static bool run_all(struct hunt *hunt) {
    bool is_done = hunt->runs == 0;
    size_t found = 0;
    for (size_t run = 0; !is_done && run < hunt->runs; run = *hunt->at + 1) {
        if (!send_child(hunt, run, &is_done)) {
            return false;
        }
        found += is_done ? 0 : 1;
    }
    for (size_t i = 0; i < hunt->finding_count; i++) {
        printf("%8zu %s\n", hunt->findings[i].count, hunt->findings[i].name);
    }
    printf("%zu distinct findings, %zu of %zu runs\n", hunt->finding_count, found, hunt->runs);
    return true;
}

/* A number that child and parent share. */
static volatile size_t *share_number(void) {
    FILE *const file = tmpfile();
    if (file == NULL || ftruncate(fileno(file), sizeof(size_t)) != 0) {
        return NULL;
    }
    void *const shared =
        mmap(NULL, sizeof(size_t), PROT_READ | PROT_WRITE, MAP_SHARED, fileno(file), 0);
    fclose(file);
    return shared == MAP_FAILED ? NULL : shared;
}

static bool start(struct hunt *hunt, const char *folder) {
    hunt->seeds = calloc(SEEDS_MAX, sizeof *hunt->seeds);
    hunt->said = tmpfile();
    hunt->at = share_number();
    if (hunt->at == NULL || hunt->seeds == NULL || hunt->said == NULL) {
        fprintf(stderr, "hunt: out of memory\n");
        return false;
    }
    if (!load(hunt, folder)) {
        fprintf(stderr, "hunt: %s: nothing to start from\n", folder);
        return false;
    }
    return true;
}

int main(int argc, char **argv) {
    static struct hunt hunt = {.runs = 100000};
    size_t seed = 1;
    int i = 1;
    for (; i < argc && argv[i][0] == '-'; i++) {
        const bool is_out = strncmp(argv[i], "-out=", 5) == 0;
        hunt.out = is_out ? argv[i] + 5 : hunt.out;
        if (!is_out && !read_number(argv[i], "-seed=", &seed) &&
            !read_number(argv[i], "-runs=", &hunt.runs)) {
            break;
        }
    }
    if (i + 1 != argc) {
        fprintf(stderr, "usage: NAME_hunt [-seed=N] [-runs=N] [-out=FOLDER] CORPUS\n");
        return 2;
    }
    hunt.seed = (uint32_t)seed;
    if (LLVMFuzzerInitialize != NULL) {
        LLVMFuzzerInitialize(&argc, &argv);
    }
    const bool is_fine = start(&hunt, argv[i]) && run_all(&hunt);
    free(hunt.seeds);
    return !is_fine ? 2 : hunt.finding_count > 0 ? 1 : 0;
}
