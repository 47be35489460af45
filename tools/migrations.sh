#!/usr/bin/env bash
# SPDX-License-Identifier: EUPL-1.2
# Writes the one migration that has not been released yet again for both databases. The migrations before it never
# change, because somebody may have a database made with them. A new round of work gives the next one its name here.
set -euo pipefail
cd "$(dirname "$0")/.."
name=Indexes
stamp=00000000000004
out=src/Proeftuin.App/Storage/Migrations
dotnet tool restore >/dev/null
for database in Sqlite Postgres; do
  if [ -f "$out/$database/${stamp}_$name.Designer.cs" ]; then
    # The snapshot goes back to what the migration before it left behind: its own target model.
    rm "$out/$database/${stamp}_$name.cs" "$out/$database/${stamp}_$name.Designer.cs"
    before=$(ls "$out/$database"/*.Designer.cs | sort | tail -1)
    migration=$(basename "$before" .Designer.cs)
    sed -e '/\[Migration(/d' \
      -e "s/partial class ${migration#*_}/partial class ${database}DbModelSnapshot : ModelSnapshot/" \
      -e 's/override void BuildTargetModel/override void BuildModel/' \
      -e '/^using Microsoft.EntityFrameworkCore.Migrations;/d' \
      -e '/<inheritdoc \/>/d' "$before" >"$out/$database/${database}DbModelSnapshot.cs"
  fi
done
dotnet build tools/Proeftuin.Migrations -v q
for database in Sqlite Postgres; do
  dotnet ef migrations add "$name" --no-build -p src/Proeftuin.App -s tools/Proeftuin.Migrations \
    --context "${database}Db" -o "Storage/Migrations/$database"
done
for file in "$out"/*/*.cs; do
  sed -i 's/\r$//; 1s/^\xEF\xBB\xBF//' "$file"
  grep -q SPDX "$file" || sed -i '1s|^|// SPDX-License-Identifier: EUPL-1.2\n|' "$file"
  # The day of writing is not part of the schema: one stable name, so that a new one replaces the old one.
  case "$file" in
  *"$stamp"_*) ;;
  *_"$name".cs | *_"$name".Designer.cs)
    written=$(basename "$file" | cut -d_ -f1)
    sed -i "s/${written}_$name/${stamp}_$name/" "$file"
    mv "$file" "${file/$written/$stamp}" ;;
  esac
done
dotnet csharpier format "$out" >/dev/null 2>&1 || true
