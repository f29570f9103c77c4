#!/usr/bin/env bash
# The one command that tests everything: ./test.sh, from any directory, on Debian or Ubuntu.
# Arguments go to the test runner, e.g. ./test.sh -class '*PromiseClockTests'. The last line is the runner's own count.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_UI_LANGUAGE=en

say() { printf '== %s\n' "$*"; }
fail() { printf 'test.sh: %s\n' "$*" >&2; exit 1; }

postgres_bin() { find /usr/lib/postgresql -maxdepth 3 -name initdb -printf '%h\n' 2>/dev/null | sort -V | tail -1; }

install_missing() {
  local missing=()
  command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || missing+=(chromium)
  [ -n "$(postgres_bin)" ] || missing+=(postgresql)
  command -v pdftotext >/dev/null || missing+=(poppler-utils)
  find /usr/share/fonts "$HOME/.fonts" "$HOME/.local/share/fonts" -iname '*cjk*' -print -quit 2>/dev/null | grep -q . || missing+=(fonts-noto-cjk)
  [ ${#missing[@]} -gt 0 ] || return 0
  say "Installing ${missing[*]}"
  local root=()
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null || fail "please install as root: apt-get install ${missing[*]}"
    root=(sudo)
  fi
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# PostgreSQL refuses to run as root: then it runs as the user that Debian's package makes.
as_postgres() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }

free_port() {
  local port
  while port=$((20000 + RANDOM % 20000)); (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do :; done
  echo "$port"
}

start_postgres() {
  local bin port
  bin=$(postgres_bin)
  pg=$(mktemp -d)
  [ "$(id -u)" != 0 ] || chown postgres "$pg"
  as_postgres "$bin/initdb" -D "$pg/data" -A trust -U postgres -E UTF8 --locale=C.UTF-8 >"$pg/initdb.log" || fail "initdb: $(cat "$pg/initdb.log")"
  for _ in 1 2 3; do
    port=$(free_port)
    if as_postgres "$bin/pg_ctl" -D "$pg/data" -l "$pg/data/server.log" -w -s start \
      -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off -c max_connections=300"; then
      export AFTERSALES_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=postgres;Database=postgres"
      return
    fi
  done
  fail "PostgreSQL does not start: $(cat "$pg/data/server.log")"
}

pg=
clean_up() {
  [ -n "$pg" ] || return 0
  as_postgres "$(postgres_bin)/pg_ctl" -D "$pg/data" -m immediate -s stop || true
  rm -rf "$pg"
}
trap clean_up EXIT

command -v dotnet >/dev/null || fail "the .NET SDK of global.json is needed (https://dot.net)"
install_missing
say "Starting PostgreSQL"
start_postgres
say "Building, warnings as errors"
dotnet build AfterSales.sln -v q
say "Checking formatting and pending model changes"
dotnet format whitespace AfterSales.sln --verify-no-changes --no-restore
dotnet tool restore >/dev/null
for context in SqliteDb PostgresDb; do
  dotnet ef migrations has-pending-model-changes --context "$context" --project AfterSales.Core --startup-project AfterSales.Web --no-build
done
say "Testing"
mkdir -p artifacts
report=artifacts/tests.xml
rm -f "$report"
code=0
AfterSales.Tests/bin/Debug/net10.0/AfterSales.Tests -noColor -failSkips -result-xml "$report" "$@" || code=$?
[ -s "$report" ] || fail "the runner wrote no result"

count() { grep -o '<assembly [^>]*>' "$report" | grep -o " $1=\"[0-9]*\"" | grep -o '[0-9]*' | awk '{ n += $1 } END { print n + 0 }'; }
passed=$(count passed)
failed=$(($(count failed) + $(count errors) + $(count skipped)))
[ "$code" = 0 ] && [ "$failed" = 0 ] && [ "$passed" != 0 ] || code=1
echo "$passed passed, $failed failed"
exit "$code"
