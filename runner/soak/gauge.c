#include "runner/soak/gauge.h"

#include "src/base/view.h"

#include <dirent.h>
#include <stdio.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

/* "VmRSS:     1234 kB" */
static bool read_kib(struct ssmspec_view line, long *kib) {
    static const struct ssmspec_view name = SSMSPEC_VIEW_INIT("VmRSS:");
    if (!ssmspec_view_starts(line, name)) {
        return false;
    }
    const struct ssmspec_view text = ssmspec_view_trim(ssmspec_view_sub(line, name.len, line.len));
    const size_t blank = ssmspec_view_find(text, SSMSPEC_VIEW(" "));
    long long number = 0;
    const bool is_number = ssmspec_view_to_int64(ssmspec_view_sub(text, 0, blank), &number);
    *kib = (long)number;
    return is_number;
}

static bool read_resident(pid_t pid, long *kib) {
    char path[64];
    char line[256];
    (void)snprintf(path, sizeof path, "/proc/%ld/status", (long)pid);
    FILE *const file = fopen(path, "r");
    bool is_found = false;
    while (file != NULL && !is_found && fgets(line, sizeof line, file) != NULL) {
        is_found = read_kib(ssmspec_view_of(line), kib);
    }
    if (file != NULL) {
        (void)fclose(file);
    }
    return is_found;
}

static bool count_files(pid_t pid, int *files) {
    char path[64];
    (void)snprintf(path, sizeof path, "/proc/%ld/fd", (long)pid);
    DIR *const folder = opendir(path);
    if (folder == NULL) {
        return false;
    }
    int count = 0;
    for (const struct dirent *entry = readdir(folder); entry != NULL; entry = readdir(folder)) {
        count += entry->d_name[0] != '.' ? 1 : 0;
    }
    *files = count;
    return closedir(folder) == 0;
}

bool soak_gauge_read(pid_t pid, struct soak_gauge *out) {
    return read_resident(pid, &out->resident_kib) && count_files(pid, &out->files);
}

long soak_heap_bytes(void) {
#ifdef __GLIBC__
    const struct mallinfo2 info = mallinfo2();
    return (long)(info.uordblks + info.hblkhd);
#else
    return 0;
#endif
}
