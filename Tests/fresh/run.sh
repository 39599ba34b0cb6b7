#!/usr/bin/env bash
# Runs the README's two commands on new Debian systems that have only the packages swift.org lists, and make.
# usage: run.sh [SUITE]...    (bookworm, trixie, sid; all of them by default)
# Each system is a root folder below ${FRESH_WORK:-/tmp}, which is deleted at the end. Needs root and debootstrap.
set -euo pipefail
cd "$(dirname "$0")/../.."

[ "$(id -u)" = 0 ] || { echo "fresh: only root can make a root folder (try: sudo make fresh)" >&2; exit 1; }
suites=("$@")
[ $# -gt 0 ] || suites=(bookworm trixie sid)
work=$(mktemp -d "${FRESH_WORK:-/tmp}/tema-fresh.XXXXXX")
child= failed=
clean() {
    # unshare ignores other signals while it waits for its child, which dies with it.
    [ -z "$child" ] || { kill -KILL "$child" && wait "$child"; } 2> /dev/null || true
    rm -rf "$work/root" "$work/tree"
    # The log of a suite that failed stays.
    [ -n "$failed" ] || rm -rf "$work"
}
trap clean EXIT
trap 'exit 130' INT TERM HUP
[ -z "$(git status --porcelain)" ] || echo "fresh: only what is committed is tested"
git clone -q --no-hardlinks . "$work/tree"

for suite in "${suites[@]}"; do
    # The namespaces end with the first process in them, and the mounts end with the namespaces. So nothing of this machine is
    # mounted in the root folder when it is deleted, whatever happened before.
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
