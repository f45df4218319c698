#!/usr/bin/env bash
# Adds one migration to every engine, so that none is forgotten.
set -euo pipefail
cd "$(dirname "$0")/.."
name=${1:?name of the migration}
dotnet tool restore
for engine in Sqlite Postgres SqlServer; do
  dotnet ef migrations add "$name" --project src/BankAdmin.Infrastructure --startup-project src/BankAdmin.Infrastructure \
    --context "${engine}BankAdminDbContext" --output-dir "Persistence/$engine/Migrations"
done
