/* How real clients spell requests, for the client tables alone. Where it comes from: the recorded
 * requests of fixtures/captures, and for .NET the source of its SDK. */
#ifndef SSMSPEC_SUITES_CLIENT_ROWS_H
#define SSMSPEC_SUITES_CLIENT_ROWS_H

#include "suites/rows.h"

#define INVOCATION "00688861-129f-4b7f-befa-268d2b084b11"

/* Botocore: Title-Case headers, no compression, blanks in the body, everything but ASCII escaped.
 */
#define BOTO_LIKE(agent)                               \
    .headers = {{"Accept-Encoding", "identity"},       \
                {"User-Agent", agent},                 \
                {"amz-sdk-invocation-id", INVOCATION}, \
                {"amz-sdk-request", "attempt=1"}}
#define AS_BOTO3                                                                        \
    BOTO_LIKE("Boto3/1.43.11 md/Botocore#1.43.11 ua/2.1 os/linux#x md/arch#x86_64 "     \
              "lang/python#3.11.7 md/pyimpl#CPython m/g,b,Z,D,N cfg/retry-mode#legacy " \
              "Botocore/1.43.11")
#define AS_AWSCLI                                                                       \
    BOTO_LIKE("aws-cli/1.45.11 md/Botocore#1.43.11 ua/2.1 os/linux#x md/arch#x86_64 "   \
              "lang/python#3.11.7 md/pyimpl#CPython m/g,N,D,Z,b cfg/retry-mode#legacy " \
              "botocore/1.43.11")

/* The JavaScript SDK: lower-case headers in another order, most of them signed, the payload's hash
 * stated, no blanks, UTF-8 as it is, required members first. */
#define AS_JAVASCRIPT                                                                         \
    .target = ssmspec_absent, .content_type = ssmspec_absent,                                 \
    .headers = {{"content-type", "application/x-amz-json-1.1"},                               \
                {"x-amz-target", "{service}.{operation}"},                                    \
                {"x-amz-user-agent", "aws-sdk-js/3.1168.0"},                                  \
                {"user-agent", "aws-sdk-js/3.1168.0 ua/2.1 os/linux#x lang/js "               \
                               "md/nodejs#20.20.2 api/ssm#3.1168.0 m/N,E,e"},                 \
                {"amz-sdk-invocation-id", INVOCATION},                                        \
                {"amz-sdk-request", "attempt=1; max=3"}},                                     \
    .signing = &(const struct ssmspec_signing) {                                              \
        .signs_too = "amz-sdk-invocation-id;amz-sdk-request;content-length;x-amz-user-agent", \
        .states_payload_hash = true                                                           \
    }

/* The .NET SDK: the API's version in a header that no other client sends, members in alphabetical
 * order, more characters escaped than JSON asks for. */
#define AS_DOTNET                                                                             \
    .headers = {{"x-amz-api-version", "2014-11-06"},                                          \
                {"User-Agent", "aws-sdk-dotnet-coreclr/3.7.400.0 ua/2.0 os/linux lang/.NET"}, \
                {"amz-sdk-invocation-id", INVOCATION},                                        \
                {"amz-sdk-request", "attempt=1; max=5"}},                                     \
    .signing = &(const struct ssmspec_signing) {                                              \
        .signs_too = "amz-sdk-invocation-id;amz-sdk-request;user-agent;x-amz-api-version"     \
    }

#endif
