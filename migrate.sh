#!/usr/bin/env bash
# Until the first release there is one migration per database: this makes both anew after a change of the model.
set -euo pipefail
cd "$(dirname "$0")"
dotnet tool restore >/dev/null
rm -rf AfterSales.Core/Data/Migrations
dotnet build AfterSales.Web -v q --nologo
for provider in Sqlite Postgres; do
  dotnet ef migrations add Initial --context "${provider}Db" --project AfterSales.Core --startup-project AfterSales.Web \
    --output-dir "Data/Migrations/$provider" --no-build
done
