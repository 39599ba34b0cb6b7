#!/usr/bin/env bash
# Builds a package that uses Tema as a library, and compares its counts with the program's table.
# usage: run.sh PROGRAM
set -euo pipefail
program=$(realpath "$1")
cd "$(dirname "$0")/../.."
export TMPDIR=$PWD/.build/tmp
swift build --package-path Tests/Library --scratch-path .build/library >.build/library.log 2>&1 ||
    { cat .build/library.log; exit 1; }
files=(Codebooks/cecchet-2014.yaml Corpus/review.md)
diff <(.build/library/debug/CountCodes "${files[@]}") <("$program" frequencies --quiet -c "${files[@]}" --format csv)
echo "The library's counts equal the program's."
