#include "src/rule/probing.h"

#include "src/json/write.h"

enum ssmspec_err ssmspec_probing_send(const struct ssmspec_probing *probing, const char *name,
                                      const char *json, enum ssmspec_stance stance,
                                      const char *source, const char *also) {
    const struct ssmspec_probe probe = {.name = name,
                                        .value = ssmspec_view_of(json),
                                        .stance = stance,
                                        .source = source,
                                        .also = also};
    return probing->sink(probing->context, &probe);
}

enum ssmspec_err ssmspec_probing_send_bytes(const struct ssmspec_probing *probing,
                                            struct ssmspec_probe probe,
                                            struct ssmspec_bytes *value) {
    enum ssmspec_err err = ssmspec_bytes_status(value);
    if (err == SSMSPEC_OK) {
        probe.value = ssmspec_bytes_view(value);
        err = probing->sink(probing->context, &probe);
    }
    ssmspec_bytes_clear(value);
    return err;
}

enum ssmspec_err ssmspec_probing_send_text(const struct ssmspec_probing *probing,
                                           struct ssmspec_probe probe, struct ssmspec_view text) {
    struct ssmspec_bytes value = {0};
    ssmspec_json_write_string(&value, text);
    return ssmspec_probing_send_bytes(probing, probe, &value);
}
