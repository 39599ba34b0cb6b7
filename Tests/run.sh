#!/usr/bin/env bash
# Builds and runs all tests. Prints one line for each suite, every failure with its details, and the summary line.
# usage: run.sh [OPTION OF SWIFT TEST]...
set -euo pipefail
cd "$(dirname "$0")/.."
mkdir -p .build/tmp
export TMPDIR=$PWD/.build/tmp
swift build --build-tests

# Tests use an empty folder for temporary files, which must be empty when they end.
temporary=$(mktemp -d)
trap 'rm -rf "$temporary"' EXIT
status=0
TMPDIR=$temporary swift test --skip-build "$@" 2>&1 | awk -f Tests/summary.awk || status=$?

# SwiftPM's own files are ignored.
left=$(find "$temporary" -mindepth 1 -maxdepth 1 ! -name '*.lock' ! -name 'TemporaryDirectory.*' -printf '  %f\n')
if [ -n "$left" ]; then
    printf 'The tests left temporary files:\n%s\n' "$left"
    exit 1
fi
exit "$status"
