#include "runner/soak/gauge.h"

#include "src/base/view.h"

#include <dirent.h>
#include <stdio.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

static bool read_resident(pid_t pid, long *kib) {
    char path[64];
    char line[256];
    (void)snprintf(path, sizeof path, "/proc/%ld/status", (long)pid);
    FILE *const file = fopen(path, "r");
    bool is_found = false;
    while (file != NULL && !is_found && fgets(line, sizeof line, file) != NULL) {
        is_found = sscanf(line, "VmRSS: %ld", kib) == 1;
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
