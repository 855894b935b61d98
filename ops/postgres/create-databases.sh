#!/usr/bin/env bash
# Runs inside the postgres image at its first start: the databases and roles, with the passwords from the secrets.
set -euo pipefail
psql -v ON_ERROR_STOP=1 -U postgres -f /opt/rinnalla/databases.sql
for database in session peer_expert feedback; do
  for role in owner service keeper; do
    psql -v ON_ERROR_STOP=1 -U postgres -v name="${database}_${role}" -v password="$(cat "/run/secrets/passwords.${role}")" \
      <<<"ALTER ROLE :\"name\" PASSWORD :'password'"
  done
done
