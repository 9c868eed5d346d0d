/* An example of include/ssmspec_parser.h that is wrong: a request parser the way it is often
 * written on cJSON. It looks careful and has the faults that the differential harness is there to
 * find: what follows the document, control characters, numbers like 01, names in another case, the
 * first of duplicates, text cut at U+0000, lengths in bytes, and every rule that nobody thought of.
 */
#include <ssmspec_parser.h>

#include <cjson/cJSON.h>
#include <stdbool.h>
#include <string.h>

static const char *const send_members[] = {
    "Comment",    "DocumentName",   "InstanceIds", "MaxConcurrency",
    "Parameters", "TimeoutSeconds", NULL};
static const char *const cancel_members[] = {"CommandId", "InstanceIds", NULL};

static bool is_optional_text(const cJSON *item, size_t longest) {
    return item == NULL || (cJSON_IsString(item) && strlen(item->valuestring) <= longest);
}

static bool is_text_list(const cJSON *item) {
    const cJSON *element = NULL;
    cJSON_ArrayForEach(element, item) {
        if (!cJSON_IsString(element)) {
            return false;
        }
    }
    return item == NULL || cJSON_IsArray(item);
}

static bool is_send(const cJSON *root) {
    const cJSON *const name = cJSON_GetObjectItem(root, "DocumentName");
    const cJSON *const timeout = cJSON_GetObjectItem(root, "TimeoutSeconds");
    const cJSON *const parameters = cJSON_GetObjectItem(root, "Parameters");
    return cJSON_IsString(name) && is_optional_text(cJSON_GetObjectItem(root, "Comment"), 100) &&
           is_optional_text(cJSON_GetObjectItem(root, "MaxConcurrency"), 7) &&
           is_text_list(cJSON_GetObjectItem(root, "InstanceIds")) &&
           (timeout == NULL || (cJSON_IsNumber(timeout) && timeout->valueint >= 30)) &&
           (parameters == NULL || cJSON_IsObject(parameters));
}

static bool is_cancel(const cJSON *root) {
    const cJSON *const id = cJSON_GetObjectItem(root, "CommandId");
    return cJSON_IsString(id) && strlen(id->valuestring) == 36 &&
           is_text_list(cJSON_GetObjectItem(root, "InstanceIds"));
}

/* What it knows of the request, printed again. */
static char *print(const cJSON *root, const char *const *members) {
    cJSON *const known = cJSON_CreateObject();
    for (; *members != NULL; members++) {
        const cJSON *const item = cJSON_GetObjectItem(root, *members);
        if (item != NULL) {
            cJSON_AddItemToObject(known, *members, cJSON_Duplicate(item, true));
        }
    }
    char *const text = cJSON_PrintUnformatted(known);
    cJSON_Delete(known);
    return text;
}

static void parse(const char *operation, const unsigned char *body, size_t length,
                  struct ssmspec_parser_result *result) {
    const bool is_sending = strcmp(operation, "SendCommand") == 0;
    if (!is_sending && strcmp(operation, "CancelCommand") != 0) {
        return;
    }
    cJSON *const root = cJSON_ParseWithLength((const char *)body, length);
    result->verdict = SSMSPEC_PARSER_REJECT;
    if (!cJSON_IsObject(root)) {
        result->error = "SerializationException";
    } else if (is_sending ? is_send(root) : is_cancel(root)) {
        result->verdict = SSMSPEC_PARSER_ACCEPT;
        result->mine = print(root, is_sending ? send_members : cancel_members);
        result->canonical = result->mine;
        result->canonical_length = result->mine == NULL ? 0 : strlen(result->mine);
    } else {
        result->error = "ValidationException";
    }
    cJSON_Delete(root);
}

static void release(struct ssmspec_parser_result *result) {
    cJSON_free(result->mine);
}

const struct ssmspec_parser *ssmspec_parser(void) {
    static const struct ssmspec_parser parser = {
        .abi = SSMSPEC_PARSER_ABI, .name = "naive cJSON", .parse = parse, .release = release};
    return &parser;
}
