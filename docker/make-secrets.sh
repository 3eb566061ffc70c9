#!/bin/sh
# Makes the secrets that docker-compose.yml reads, each in a file of its own. What is there already is kept.
set -eu
cd "$(dirname "$0")"
umask 077
mkdir -p secrets
[ -s secrets/database_password ] || head -c 32 /dev/urandom | od -An -tx1 | tr -d ' \n' > secrets/database_password
[ -s secrets/database_url ] || printf 'postgres://amity:%s@database:5432/amity' "$(cat secrets/database_password)" > secrets/database_url
# Opens what is sealed in the database. Keep a copy elsewhere: without it identity documents, health and notes are lost.
[ -s secrets/master_key ] || head -c 32 /dev/urandom | od -An -tx1 | tr -d ' \n' > secrets/master_key
# smtp://user:password@host:587 sends mail; while it is empty, mail stays in the outbox page.
[ -e secrets/smtp_url ] || : > secrets/smtp_url
# The secret of a provider that people may sign in by, see docs/operations.md; empty where there is none.
[ -e secrets/oidc_client_secret ] || : > secrets/oidc_client_secret
# The containers read as users of their own; the folder keeps everybody else out.
chmod 700 secrets && chmod 644 secrets/*
echo "The secrets are in $(pwd)/secrets."
