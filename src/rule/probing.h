/* What the probe verbs share: where their probes go, and the ways a value is spelled. Private to
 * src/rule. */
#ifndef SSMSPEC_SRC_RULE_PROBING_H
#define SSMSPEC_SRC_RULE_PROBING_H

#include "src/rule/constraint.h"

/* One probe verb at work. */
struct ssmspec_probing {
    const struct ssmspec_site *site;
    ssmspec_probe_fn sink;
    void *context;
};

/* Hands one value to the sink. json NULL: the member is left out. source and also may be NULL. */
enum ssmspec_err ssmspec_probing_send(const struct ssmspec_probing *probing, const char *name,
                                      const char *json, enum ssmspec_stance stance,
                                      const char *source, const char *also) SSMSPEC_MUST_USE;

/* The same with what was written to value, which is given back whatever comes of it. */
enum ssmspec_err ssmspec_probing_send_bytes(const struct ssmspec_probing *probing,
                                            struct ssmspec_probe probe,
                                            struct ssmspec_bytes *value) SSMSPEC_MUST_USE;

/* The same with text as a JSON string. probe.value is ignored. */
enum ssmspec_err ssmspec_probing_send_text(const struct ssmspec_probing *probing,
                                           struct ssmspec_probe probe,
                                           struct ssmspec_view text) SSMSPEC_MUST_USE;

#endif
