#include "src/run/flight.h"

#include "src/case/address.h"
#include "src/response/response.h"

#define START_BYTES_MAX ((size_t)1 << 20) /* what is larger only the judge looks at */

static uint64_t mix(uint64_t value) {
    value += 0x9e3779b97f4a7c15U;
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9U;
    value = (value ^ (value >> 27)) * 0x94d049bb133111ebU;
    return value ^ (value >> 31);
}

/* Every request has one, so that it is spelled by hand: printf takes longer than signing. */
void ssmspec_fresh_id(uint64_t seed, uint64_t number, char out[37]) {
    static const char form[37] = "xxxxxxxx-xxxx-4xxx-vxxx-xxxxxxxxxxxx";
    static const char digits[] = "0123456789abcdef";
    uint64_t bits = mix(mix(seed) + number);
    const uint64_t low = mix(bits);
    for (size_t i = 0; i < sizeof form; i++) {
        if (i == 18) {
            bits = low;
        }
        out[i] = form[i];
        if (form[i] == 'x' || form[i] == 'v') {
            const unsigned digit = (unsigned)bits & 15U;
            out[i] = digits[form[i] == 'v' ? (digit & 3U) | 8U : digit];
            bits >>= 4;
        }
    }
}

static struct ssmspec_view flight_role(void *context, struct ssmspec_view role) {
    struct ssmspec_flight *flight = context;
    const struct ssmspec_errand *errand = &flight->errand;
    if (errand->role != NULL) {
        const struct ssmspec_view value = errand->role(errand->role_context, role);
        if (value.ptr != NULL) {
            return value;
        }
    }
    if (ssmspec_view_is(role, SSMSPEC_ROLE_FRESH_ID)) {
        return ssmspec_view_of(flight->fresh);
    }
    if (ssmspec_view_is(role, SSMSPEC_ROLE_LIVE)) {
        flight->wants_live = flight->live[0] == '\0';
        return flight->wants_live ? (struct ssmspec_view){0} : ssmspec_view_of(flight->live);
    }
    return (struct ssmspec_view){0};
}

/* Most templates name no role: those are sent from where they stand. */
static enum ssmspec_err fill_text(struct ssmspec_flight *flight, struct ssmspec_view text,
                                  const struct ssmspec_bindings *bindings,
                                  struct ssmspec_view *out) {
    if (text.ptr == NULL || ssmspec_view_find(text, SSMSPEC_VIEW("${")) == text.len) {
        *out = text;
        return SSMSPEC_OK;
    }
    ssmspec_bytes_reset(&flight->scratch);
    GUARD(ssmspec_template_fill(text, bindings, flight_role, flight, &flight->scratch, NULL));
    return ssmspec_arena_copy(&flight->arena, ssmspec_bytes_view(&flight->scratch), out);
}

static enum ssmspec_err fill_headers(struct ssmspec_flight *flight,
                                     const struct ssmspec_request *request,
                                     const struct ssmspec_bindings *bindings) {
    if (request->header_count == 0) {
        return SSMSPEC_OK;
    }
    struct ssmspec_header *headers =
        ssmspec_arena_alloc(&flight->arena, request->header_count * sizeof *headers);
    ENSURE(headers != NULL, SSMSPEC_ERR_NOMEM);
    for (size_t i = 0; i < request->header_count; i++) {
        GUARD(fill_text(flight, request->headers[i].name, bindings, &headers[i].name));
        GUARD(fill_text(flight, request->headers[i].value, bindings, &headers[i].value));
    }
    flight->filled.headers = headers;
    return SSMSPEC_OK;
}

static enum ssmspec_err fill_name(struct ssmspec_flight *flight,
                                  const struct ssmspec_bindings *bindings, const char **text) {
    struct ssmspec_view filled;
    GUARD(fill_text(flight, ssmspec_view_of(*text), bindings, &filled));
    if (filled.ptr != *text) {
        *text = ssmspec_arena_text(&flight->arena, filled);
        ENSURE(*text != NULL, SSMSPEC_ERR_NOMEM);
    }
    return SSMSPEC_OK;
}

/* Somebody else's credentials are a matter of bindings. */
static enum ssmspec_err fill_signing(struct ssmspec_flight *flight,
                                     const struct ssmspec_bindings *bindings) {
    if (flight->filled.signing == NULL) {
        return SSMSPEC_OK;
    }
    struct ssmspec_signing *const how = ssmspec_arena_alloc(&flight->arena, sizeof *how);
    ENSURE(how != NULL, SSMSPEC_ERR_NOMEM);
    *how = *flight->filled.signing;
    flight->filled.signing = how;
    GUARD(fill_name(flight, bindings, &how->access_key_id));
    GUARD(fill_name(flight, bindings, &how->secret));
    return fill_name(flight, bindings, &how->session_token);
}

enum ssmspec_err ssmspec_flight_address(const struct ssmspec_service *service,
                                        const struct ssmspec_errand_row *row,
                                        struct ssmspec_arena *arena, struct ssmspec_request *out) {
    GUARD(ssmspec_address(service, row->operation, arena, out));
    out->body = ssmspec_view_of(row->body);
    return SSMSPEC_OK;
}

enum ssmspec_err ssmspec_flight_fill(struct ssmspec_flight *flight,
                                     const struct ssmspec_request *request,
                                     const struct ssmspec_bindings *bindings) {
    flight->filled = *request;
    flight->wants_live = false;
    GUARD(fill_text(flight, request->target, bindings, &flight->filled.target));
    GUARD(fill_text(flight, request->body, bindings, &flight->filled.body));
    GUARD(fill_signing(flight, bindings));
    return fill_headers(flight, request, bindings);
}

void ssmspec_flight_clear(struct ssmspec_flight *flight) {
    ssmspec_arena_clear(&flight->arena);
    ssmspec_bytes_clear(&flight->scratch);
}

enum ssmspec_err ssmspec_capture(struct ssmspec_exchange *exchange, const char *path,
                                 struct ssmspec_arena *arena, struct ssmspec_view *out) {
    *out = (struct ssmspec_view){0};
    if (exchange->transport != SSMSPEC_DELIVERED || exchange->response.status != 200 ||
        exchange->response.body.len > START_BYTES_MAX) {
        return SSMSPEC_OK;
    }
    GUARD(ssmspec_response_parse(&exchange->response, arena));
    const struct ssmspec_json *value = exchange->response.root;
    struct ssmspec_view rest = ssmspec_view_of(path);
    while (rest.len > 0 && value != NULL) {
        const size_t dot = ssmspec_view_find(rest, SSMSPEC_VIEW("."));
        const char *name = ssmspec_arena_text(arena, ssmspec_view_sub(rest, 0, dot));
        ENSURE(name != NULL, SSMSPEC_ERR_NOMEM);
        value = ssmspec_json_member(value, name);
        rest = ssmspec_view_sub(rest, dot + 1, rest.len);
    }
    if (value != NULL && value->type == SSMSPEC_JSON_STRING) {
        *out = value->text;
    }
    return SSMSPEC_OK;
}
