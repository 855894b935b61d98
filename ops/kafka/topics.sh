#!/usr/bin/env bash
# Creates what is missing: topics that keep every event, and each analyst's right to read one of them.
set -euo pipefail
cat >/tmp/login.properties <<EOF
security.protocol=SASL_PLAINTEXT
sasl.mechanism=PLAIN
sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="rinnalla" password="$(cat /run/secrets/kafka.rinnalla)";
EOF
kafka() { "/opt/kafka/bin/$1" --bootstrap-server kafka:9092 --command-config /tmp/login.properties "${@:2}"; }
for topic in meeting plan client commitment unmet-need notebook idea unit peer-expert peer-request claim training feedback aggregate access-log $(printf 'organisation.%s ' $ORGANISATIONS); do
  kafka kafka-topics.sh --create --if-not-exists --topic "$topic" --partitions 3 --replication-factor 1 --config retention.ms=-1
done
for organisation in $ORGANISATIONS; do
  kafka kafka-acls.sh --add --allow-principal "User:analyst.$organisation" --operation Read --topic "organisation.$organisation"
done
