#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# Writes the one migration "Initial" again for both databases. Until the first release there is only that one.
set -euo pipefail
cd "$(dirname "$0")/.."
out=src/Proeftuin.App/Storage/Migrations
rm -rf "$out"
dotnet tool restore >/dev/null
dotnet build tools/Proeftuin.Migrations -v q
for database in Sqlite Postgres; do
  dotnet ef migrations add Initial --no-build -p src/Proeftuin.App -s tools/Proeftuin.Migrations \
    --context "${database}Db" -o "Storage/Migrations/$database"
  dotnet build tools/Proeftuin.Migrations -v q
done
for file in "$out"/*/*.cs; do
  sed -i 's/\r$//; 1s/^\xEF\xBB\xBF//' "$file"
  grep -q SPDX "$file" || sed -i '1s|^|// SPDX-License-Identifier: EUPL-1.2\n|' "$file"
  # The day of writing is not part of the schema: one stable name, so that a new one replaces the old one.
  case "$file" in
  *_Initial.cs | *_Initial.Designer.cs)
    stamp=$(basename "$file" | cut -d_ -f1)
    sed -i "s/${stamp}_Initial/00000000000001_Initial/" "$file"
    mv "$file" "${file/$stamp/00000000000001}" ;;
  esac
done
dotnet csharpier format "$out" >/dev/null 2>&1 || true
