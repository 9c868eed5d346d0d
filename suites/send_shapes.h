/* Shapes that only sending a command takes: what to run, where, and how carefully. */
#ifndef SSMSPEC_SUITES_SEND_SHAPES_H
#define SSMSPEC_SUITES_SEND_SHAPES_H

#include "src/rule/shape.h"

/* send_shapes.c */
extern const struct ssmspec_shape ssmspec_document_arn;
extern const struct ssmspec_shape ssmspec_document_version;
extern const struct ssmspec_shape ssmspec_document_hash;
extern const struct ssmspec_shape ssmspec_document_hash_type;
extern const struct ssmspec_shape ssmspec_timeout_seconds;
extern const struct ssmspec_shape ssmspec_comment;
extern const struct ssmspec_shape ssmspec_parameters;
extern const struct ssmspec_shape ssmspec_targets;

/* send_options.c */
extern const struct ssmspec_shape ssmspec_s3_region;
extern const struct ssmspec_shape ssmspec_s3_bucket_name;
extern const struct ssmspec_shape ssmspec_s3_key_prefix;
extern const struct ssmspec_shape ssmspec_max_concurrency;
extern const struct ssmspec_shape ssmspec_max_errors;
extern const struct ssmspec_shape ssmspec_service_role;
extern const struct ssmspec_shape ssmspec_notification_config;
extern const struct ssmspec_shape ssmspec_cloud_watch_output_config;
extern const struct ssmspec_shape ssmspec_alarm_name;
extern const struct ssmspec_shape ssmspec_alarm_configuration;

#endif
