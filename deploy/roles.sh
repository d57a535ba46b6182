#!/bin/sh
# Run once by the database's own image, when it is made: the roles and the database, with the passwords it was given.
set -eu
psql --no-psqlrc --set=ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  --set=owner_password="$(cat /run/secrets/owner_password)" \
  --set=app_password="$(cat /run/secrets/app_password)" \
  --set=backup_password="$(cat /run/secrets/backup_password)" \
  --file=/docker-entrypoint-initdb.d/roles/roles.sql
