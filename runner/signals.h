/* SIGINT, SIGTERM and SIGHUP as a flag that loops look at; SIGPIPE is ignored. */
#ifndef SSMSPEC_RUNNER_SIGNALS_H
#define SSMSPEC_RUNNER_SIGNALS_H

/* From now on the first signal sets the flag; a second one ends the program at once. */
void ssmspec_signals_watch(void);

/* 0, or the number of the signal that came. */
const volatile int *ssmspec_signal_flag(void);

/* Sleep until a signal comes. */
void ssmspec_signals_wait(void);

#endif
