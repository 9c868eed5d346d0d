#include "runner/soak/leak.h"

#define KIB_MORE 1024 /* pages here and there, that the heap does not explain */

static void print_figures(const struct soak_course *course, FILE *out) {
    (void)fprintf(out,
                  "%-8s  start %6ld KiB, heap %8ld, %2d files | middle %6ld KiB, heap %8ld | "
                  "end %6ld KiB, heap %8ld, %2d files\n",
                  course->who, course->start->resident_kib, course->start->heap_bytes,
                  course->start->files, course->middle->resident_kib, course->middle->heap_bytes,
                  course->end->resident_kib, course->end->heap_bytes, course->end->files);
}

/* Where the heap cannot be told there is a sanitizer: its own memory grows, and it finds leaks
 * itself. */
static bool has_leaked_memory(const struct soak_course *course) {
    const long bytes = course->end->heap_bytes - course->middle->heap_bytes;
    const long kib = course->end->resident_kib - course->middle->resident_kib;
    return course->end->heap_bytes > 0 && (bytes > course->bytes_more || kib > KIB_MORE);
}

bool soak_course_print(const struct soak_course *course, FILE *out) {
    const bool has_memory = has_leaked_memory(course);
    const bool has_files = course->end->files > course->start->files;
    print_figures(course, out);
    if (has_memory) {
        (void)fprintf(out, "LEAK: memory of the %s grew by %ld bytes of heap, %ld KiB in all\n",
                      course->who, course->end->heap_bytes - course->middle->heap_bytes,
                      course->end->resident_kib - course->middle->resident_kib);
    }
    if (has_files) {
        (void)fprintf(out, "LEAK: the %s has %d more files open\n", course->who,
                      course->end->files - course->start->files);
    }
    return !has_memory && !has_files;
}
