/* The words by which templates name what an endpoint has. */
#ifndef SSMSPEC_SUITES_ROLES_H
#define SSMSPEC_SUITES_ROLES_H

#include "src/case/derive.h"

/* Key id, secret and token of a session that is over; still nobody else's business. */
#define SSMSPEC_ROLE_EXPIRED_CREDENTIALS "expired_credentials"

/* Every role a template may name, ending with a NULL name. `fleet` is as many nodes as one command
 * takes (MODEL:InstanceIdList); `tag_target` is a target's key and its value. */
extern const struct ssmspec_role ssmspec_run_command_roles[];

/* Roles that follow the effects allowed, so that one base request serves every endpoint:
 * `node` runs what it is sent only where that is wanted, and nothing but `document` keeps a
 * conforming server from recording a command whose targets match no node. */
extern const struct ssmspec_role_alias ssmspec_run_command_aliases[];

#endif
