#include "runner/explain_wire.h"

#include "src/json/write.h"

#include <stdio.h>

/* Where a step says for how long, that stands between the last two. */
static const struct {
    const char *what, *before_ms, *behind_ms;
} phrases[] = {
    [SSMSPEC_WIRE_SEND] = {"send", NULL, NULL},
    [SSMSPEC_WIRE_DRIBBLE] = {"send byte by byte", ", ", " ms apart"},
    [SSMSPEC_WIRE_PAUSE] = {"wait", " ", " ms"},
    [SSMSPEC_WIRE_HEAD] = {"wait for the head of an answer", ", at most ", " ms"},
    [SSMSPEC_WIRE_ANSWER] = {"wait for an answer", ", at most ", " ms"},
    [SSMSPEC_WIRE_LISTEN] = {"listen", " for ", " ms"},
    [SSMSPEC_WIRE_HALF_CLOSE] = {"send no more, and say so", " after ", " ms without an answer"},
    [SSMSPEC_WIRE_CLOSE] = {"go away", NULL, NULL},
};

static void add_step(struct ssmspec_bytes *out, const struct ssmspec_wire_step *step) {
    ssmspec_bytes_add_text(out, phrases[step->verb].what);
    if (step->text.len > 0) {
        ssmspec_bytes_add_char(out, ' ');
        ssmspec_json_write_string(out, step->text);
    }
    if (step->times > 1) {
        ssmspec_bytes_printf(out, ", %u times", step->times);
    }
    if (step->ms > 0) {
        ssmspec_bytes_printf(out, "%s%u%s", phrases[step->verb].before_ms, step->ms,
                             phrases[step->verb].behind_ms);
    }
}

void ssmspec_explain_wire(const struct ssmspec_wire_step *script, const char *margin) {
    const char *label = "wire";
    for (; script != NULL && script->verb != SSMSPEC_WIRE_END; script++) {
        struct ssmspec_bytes words = {0};
        add_step(&words, script);
        (void)printf("%s%-9s %s\n", margin, label, words.len == 0 ? "" : words.ptr);
        label = "";
        ssmspec_bytes_clear(&words);
    }
}
