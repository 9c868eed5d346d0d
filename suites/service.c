#include "suites/service.h"

#include "suites/cancel_command.h"
#include "suites/get_command_invocation.h"
#include "suites/list_command_invocations.h"
#include "suites/list_commands.h"
#include "suites/send_command.h"

/* Sending comes last: a bad server may store what it should have rejected and choke on it whenever
 * it lists commands afterwards. */
static const struct ssmspec_operation *const operations[] = {
    &ssmspec_cancel_command_operation,
    &ssmspec_list_commands_operation,
    &ssmspec_list_command_invocations_operation,
    &ssmspec_get_command_invocation_operation,
    &ssmspec_send_command_operation,
    NULL,
};

#define CREDENTIAL_ERRORS                                                                     \
    "AccessDeniedException", "ExpiredTokenException", "IncompleteSignature",                  \
        "IncompleteSignatureException", "InvalidClientTokenId", "InvalidSignatureException",  \
        "MissingAuthenticationToken", "MissingAuthenticationTokenException", "NotAuthorized", \
        "OptInRequired", "RequestExpired", "SignatureDoesNotMatch", "UnrecognizedClientException"

#define THROTTLE_ERRORS                                                                \
    "RequestLimitExceeded", "Throttling", "ThrottlingException", "ThrottledException", \
        "TooManyRequestsException"

/* Legal for every operation though no model lists them: OBS:V-69, OBSERVATIONS.md. */
static const char *const common_errors[] = {
    "ValidationException",
    "SerializationException",
    "UnknownOperationException",
    CREDENTIAL_ERRORS,
    THROTTLE_ERRORS,
    "InternalFailure",
    "InvalidAction",
    "ValidationError",
    "InternalServerError",
    "ServiceUnavailable",
    "ServiceUnavailableException",
    NULL,
};

const struct ssmspec_service ssmspec_run_command = {
    .name = "ssm",
    .target_prefix = "AmazonSSM",
    .version = "2014-11-06",
    .content_type = "application/x-amz-json-1.1",
    .source = "SMITHY:awsJson1_1 MODEL:AmazonSSM",
    .operations = operations,
    .common_errors = common_errors,
    .credential_errors = SSMSPEC_NAMES(CREDENTIAL_ERRORS),
    .throttle_errors = SSMSPEC_NAMES(THROTTLE_ERRORS),
};
