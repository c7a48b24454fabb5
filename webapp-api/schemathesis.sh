#!/bin/sh
# Lets schemathesis loose on the API as a signed-in owner: `./dev e2e` calls it, within services of their own.
# Arguments are for schemathesis, which comes from PyPI into a folder of its own.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
venv=$CARGO_TARGET_DIR/tools/schemathesis
schemathesis=$venv/bin/schemathesis
if [ ! -x "$schemathesis" ]; then
    echo "installing schemathesis into $venv (once)" >&2
    python3 -m venv "$venv" && "$venv/bin/pip" install -q 'schemathesis>=4.32,<5'
fi
cargo build -p webapp-api --example served
served=$CARGO_TARGET_DIR/debug/examples/served

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
    --header "Authorization: Bearer $token" --max-examples 25 "$@"
