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

# A fixed name, so that making it anew changes only what changed.
for file in AfterSales.Core/Data/Migrations/*/*_Initial*.cs; do
  sed -i -E 's/Migration\("[0-9]+_Initial"\)/Migration("20261124000000_Initial")/' "$file"
  mv "$file" "$(dirname "$file")/20261124000000_$(basename "$file" | sed -E 's/^[0-9]+_//')"
done
