#include "runner/signals.h"

#include <signal.h>
#include <stddef.h>
#include <unistd.h>

/* The one variable of the program: a handler can reach nothing else. */
static volatile int caught;

static void note(int signal_number) {
    if (caught != 0) {
        _exit(128 + signal_number);
    }
    caught = signal_number;
}

void ssmspec_signals_watch(void) {
    struct sigaction action = {.sa_handler = note};
    (void)sigemptyset(&action.sa_mask);
    (void)sigaction(SIGINT, &action, NULL);
    (void)sigaction(SIGTERM, &action, NULL);
    (void)sigaction(SIGHUP, &action, NULL);
    struct sigaction ignore = {.sa_handler = SIG_IGN};
    (void)sigemptyset(&ignore.sa_mask);
    (void)sigaction(SIGPIPE, &ignore, NULL);
}

const volatile int *ssmspec_signal_flag(void) {
    return &caught;
}

/* Both signals are held back while the flag is looked at, so that none slips in between. */
void ssmspec_signals_wait(void) {
    sigset_t held;
    sigset_t before;
    (void)sigemptyset(&held);
    (void)sigaddset(&held, SIGINT);
    (void)sigaddset(&held, SIGTERM);
    (void)sigaddset(&held, SIGHUP);
    (void)sigprocmask(SIG_BLOCK, &held, &before);
    while (caught == 0) {
        (void)sigsuspend(&before);
    }
    (void)sigprocmask(SIG_SETMASK, &before, NULL);
}
