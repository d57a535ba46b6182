#!/bin/sh
# Makes the passwords and keys of an installation, a file each, in a folder that is not there yet. docs/security/keys.md
# The folder is yours alone; the files can be read by the containers' own accounts, which see only those they are given.
set -eu
folder=${1:?usage: secrets.sh FOLDER}
host=${2:-database}
umask 077
mkdir "$folder"

random() { head -c 32 /dev/urandom | base64 | tr -d '\n'; }
password() { head -c 32 /dev/urandom | od -An -tx1 | tr -d ' \n'; }

for name in admin owner app backup; do password > "$folder/${name}_password"; done
for name in owner app backup; do
  case $name in app) file=database_url ;; *) file=database_${name}_url ;; esac
  printf 'postgresql://stafett_%s:%s@%s:5432/stafett' "$name" "$(cat "$folder/${name}_password")" "$host" > "$folder/$file"
done
printf '%s%s' "$(password)" "$(password)" > "$folder/secret_key"
printf '{"1": "%s"}' "$(random)" > "$folder/key_ring"
random > "$folder/index_key"
chmod 0444 "$folder"/*
echo "Keep a copy of $folder in a safe: without key_ring and index_key nobody reads what is sealed."
