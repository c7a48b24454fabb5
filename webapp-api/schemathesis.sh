#!/bin/sh
# Lets schemathesis loose on the API as a signed-in owner: `./dev e2e` calls it, within services of their own.
# Arguments: the program that serves the API (the example `served`), the one that tries it, and more for the latter.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
served=$1 schemathesis=$2
shift 2

work=$(mktemp -d)
mkfifo "$work/in"
"$served" <"$work/in" >"$work/out" &
server=$!
exec 3>"$work/in" # it goes on for as long as its input is open
trap 'exec 3>&-; wait "$server" 2>/dev/null || :; rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

until [ -s "$work/out" ]; do
    kill -0 "$server" 2>/dev/null || exit 1
    sleep 0.2
done
read -r address token <"$work/out"
cd "$work" # it leaves notes where it runs
"$schemathesis" --config-file "$here/schemathesis.toml" run "$address/api/v1/openapi.json" \
    --header "Authorization: Bearer $token" --phases examples,coverage,fuzzing --max-examples 25 "$@"
