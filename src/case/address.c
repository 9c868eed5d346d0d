#include "src/case/address.h"

enum ssmspec_err ssmspec_address(const struct ssmspec_service *service, const char *operation,
                                 struct ssmspec_arena *arena, struct ssmspec_request *out) {
    const char *target = NULL;
    if (operation != NULL) {
        target = ssmspec_arena_printf(arena, "%s.%s", service->target_prefix, operation);
        ENSURE(target != NULL, SSMSPEC_ERR_NOMEM);
    }
    *out = (struct ssmspec_request){
        .method = SSMSPEC_VIEW("POST"),
        .path = SSMSPEC_VIEW("/"),
        .target = ssmspec_view_of(target),
        .content_type = ssmspec_view_of(service->content_type),
    };
    return SSMSPEC_OK;
}
