/* Runs a harness without an engine: NAME_replay FILE-OR-FOLDER... Every input is handed over twice,
 * in a block of its exact size and with a NUL behind it; the verdict that a file's name promises
 * (y_, n_, i_) is checked; an input may take so long and no longer; nothing to replay is a failure,
 * for a silent success would prove nothing. */
#include "fuzz/harness.h"

#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define INPUT_MAX ((size_t)1 << 20)
#ifndef SECONDS_MAX
#define SECONDS_MAX 20 /* for one input; milliseconds are usual */
#endif
#define PATH_BYTES_MAX 1024

/* Named when the process dies on it, from handlers that can be handed nothing. */
static char current[PATH_BYTES_MAX];

void __sanitizer_set_death_callback(void (*callback)(void)) __attribute__((weak));

static void say(const char *text) {
    const ssize_t written = write(STDERR_FILENO, text, strlen(text));
    (void)written;
}

static void name_input(const char *what) {
    say(what);
    say(current);
    say("\n");
}

static void on_death(void) {
    name_input("replay: died on ");
}

static void on_signal(int number) {
    (void)number;
    on_death();
}

static void on_alarm(int number) {
    (void)number;
    name_input("replay: too slow: ");
    _exit(1);
}

/* Under a sanitizer its own handlers come first and call back. */
static void watch_deaths(void) {
    struct sigaction action = {.sa_handler = on_signal, .sa_flags = (int)SA_RESETHAND};
    sigemptyset(&action.sa_mask);
    const struct sigaction alarmed = {.sa_handler = on_alarm};
    sigaction(SIGALRM, &alarmed, NULL);
    sigaction(SIGABRT, &action, NULL); /* oracles abort, which sanitizers leave to us */
    if (__sanitizer_set_death_callback != NULL) {
        __sanitizer_set_death_callback(on_death);
        return;
    }
    sigaction(SIGSEGV, &action, NULL);
    sigaction(SIGFPE, &action, NULL);
    sigaction(SIGBUS, &action, NULL);
}

static const char *base_name(const char *path) {
    const char *const slash = strrchr(path, '/');
    return slash == NULL ? path : slash + 1;
}

static bool keeps_promise(const char *path, const uint8_t *data, size_t size) {
    const char *const name = base_name(path);
    if (name[0] == '\0' || name[1] != '_' || strchr("yni", name[0]) == NULL) {
        return true;
    }
    if (ssmspec_fuzz_verdict == NULL) {
        fprintf(stderr, "replay: %s: nobody checks what this name promises\n", path);
        return false;
    }
    const bool is_accepted = ssmspec_fuzz_verdict(data, size) == SSMSPEC_FUZZ_ACCEPTED;
    if (name[0] == 'i' || is_accepted == (name[0] == 'y')) {
        return true;
    }
    fprintf(stderr, "replay: %s: %s\n", path, is_accepted ? "accepted" : "rejected");
    return false;
}

/* room: of the block, size or one more. */
static bool run(const char *path, struct ssmspec_view bytes, size_t room) {
    uint8_t *const block = malloc(room);
    if (block == NULL && room > 0) {
        fprintf(stderr, "replay: %s: no memory\n", path);
        return false;
    }
    if (bytes.len > 0) {
        memcpy(block, bytes.ptr, bytes.len);
    }
    if (room > bytes.len) {
        block[bytes.len] = 0;
    }
    alarm(SECONDS_MAX);
    (void)LLVMFuzzerTestOneInput(block, bytes.len);
    const bool is_kept = keeps_promise(path, block, bytes.len);
    alarm(0);
    free(block);
    return is_kept;
}

static bool replay_file(const char *path, size_t *count) {
    char *const bytes = malloc(INPUT_MAX);
    FILE *const file = fopen(path, "rb");
    const size_t size = bytes == NULL || file == NULL ? 0 : fread(bytes, 1, INPUT_MAX, file);
    bool is_fine = file != NULL && bytes != NULL && ferror(file) == 0 && size < INPUT_MAX;
    if (file != NULL) {
        fclose(file);
    }
    if (!is_fine) {
        fprintf(stderr, "replay: %s: cannot be read, or is too large\n", path);
    }
    if (is_fine) {
        const struct ssmspec_view view = {bytes, size};
        snprintf(current, sizeof(current), "%s", path);
        is_fine = run(path, view, size);
        is_fine = run(path, view, size + 1) && is_fine;
        (*count)++;
    }
    free(bytes);
    return is_fine;
}

static int is_shown(const struct dirent *entry) {
    return entry->d_name[0] != '.';
}

/* In the order of names, so that a finding that needs its predecessors comes again. */
static bool replay_folder(const char *folder, size_t *count) {
    struct dirent **entries = NULL;
    const size_t before = *count;
    const int found = scandir(folder, &entries, is_shown, alphasort);
    bool is_fine = true;
    for (int i = 0; i < found; i++) {
        char path[PATH_BYTES_MAX];
        const int length = snprintf(path, sizeof(path), "%s/%s", folder, entries[i]->d_name);
        free(entries[i]);
        const bool fits = length > 0 && (size_t)length < sizeof(path);
        is_fine = fits && replay_file(path, count) && is_fine;
    }
    free(entries);
    if (*count == before) {
        fprintf(stderr, "replay: %s: nothing to replay\n", folder);
    }
    return is_fine && *count > before;
}

static bool is_folder(const char *path) {
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

int main(int argc, char **argv) {
    if (argc < 2) {
        fprintf(stderr, "usage: %s FILE-OR-FOLDER...\n", argc > 0 ? argv[0] : "replay");
        return 2;
    }
    const int paths = argc;
    watch_deaths();
    if (LLVMFuzzerInitialize != NULL) {
        LLVMFuzzerInitialize(&argc, &argv);
    }
    size_t count = 0;
    bool is_fine = true;
    for (int i = 1; i < paths; i++) {
        const bool is_whole =
            is_folder(argv[i]) ? replay_folder(argv[i], &count) : replay_file(argv[i], &count);
        is_fine = is_whole && is_fine;
    }
    printf("replayed %zu inputs%s\n", count, is_fine ? "" : ", with failures");
    return is_fine ? 0 : 1;
}
