#!/usr/bin/env bash
# Runs the README's two commands on new Debian systems with only make and the packages that swift.org lists.
# usage: run.sh [SUITE]...    (bookworm, trixie, sid; default: all)
# Each system is a root folder in ${FRESH_WORK:-/tmp} that is deleted at the end. Requires root and debootstrap.
set -euo pipefail
cd "$(dirname "$0")/../.."

[ "$(id -u)" = 0 ] || { echo "fresh: root is required to create a root folder (try: sudo make fresh)" >&2; exit 1; }
suites=("$@")
[ $# -gt 0 ] || suites=(bookworm trixie sid)
work=$(mktemp -d "${FRESH_WORK:-/tmp}/tema-fresh.XXXXXX")
child= failed=
clean() {
    # unshare ignores other signals while it waits for its child. The child is killed with it.
    [ -z "$child" ] || { kill -KILL "$child" && wait "$child"; } 2> /dev/null || true
    rm -rf "$work/root" "$work/tree"
    # Keep the log of a failed suite.
    [ -n "$failed" ] || rm -rf "$work"
}
trap clean EXIT
trap 'exit 130' INT TERM HUP
[ -z "$(git status --porcelain)" ] || echo "fresh: uncommitted changes are not tested"
git clone -q --no-hardlinks . "$work/tree"

for suite in "${suites[@]}"; do
    # The namespaces end with their first process, and the mounts end with the namespaces. So no folder of this machine is mounted
    # in the root folder when it is deleted.
    unshare --mount --pid --fork --kill-child Tests/fresh/suite.sh "$suite" "$work" &
    child=$!
    if ! wait "$child"; then
        child= failed=$suite
        tail -n 20 "$work/$suite.log" || true
        echo "fresh: $suite failed; the full log is $work/$suite.log" >&2
        exit 1
    fi
    child=
    rm -rf "$work/root" "$work/$suite.log"
done
echo "fresh: passed on ${suites[*]}"
