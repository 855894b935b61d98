#!/usr/bin/env bash
# Runs inside the kafka image: the logins come from the secrets, then the image starts as it would.
set -euo pipefail
secret() { cat "/run/secrets/kafka.$1"; }
logins="org.apache.kafka.common.security.plain.PlainLoginModule required username=\"rinnalla\" password=\"$(secret rinnalla)\" \
user_rinnalla=\"$(secret rinnalla)\" user_analyst.sovatek=\"$(secret sovatek)\" user_analyst.jyvaskyla=\"$(secret jyvaskyla)\";"
export KAFKA_LISTENER_NAME_CLIENT_PLAIN_SASL_JAAS_CONFIG=$logins
export KAFKA_LISTENER_NAME_CONTROLLER_PLAIN_SASL_JAAS_CONFIG=$logins
exec /__cacert_entrypoint.sh /etc/kafka/docker/run
