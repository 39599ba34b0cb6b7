#!/usr/bin/env bash
# Counts the instructions of a small fixed job, and fails if they exceed Benchmarks/guard.txt by more than 5 %.
# With --renew it writes the count to that file instead. Unlike seconds, instructions are the same in every run.
set -euo pipefail
cd "$(dirname "$0")/.."
command -v valgrind >/dev/null || { echo "valgrind is missing: apt-get install valgrind"; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 Benchmarks/corpus.py "$work" --megabytes 3 >/dev/null
# valgrind cannot read all of Swift's debug information, so it runs a copy without it.
strip --strip-debug -o "$work/tema" .build/release/tema
# Deterministic hashing makes the count reproducible.
count() {
    env -i PATH="$PATH" SWIFT_DETERMINISTIC_HASHING=1 valgrind --tool=callgrind --callgrind-out-file="$work/out" \
        "$work/tema" frequencies --quiet --jobs 1 -c "$work/$1.yaml" "$work/articles" 2>"$work/words" >/dev/null ||
        { cat "$work/words" >&2; exit 1; }
    sed -n 's/^summary: *\([0-9]*\).*/\1/p' "$work/out"
}
status=0
for book in small large; do
    now=$(count $book)
    if [ "${1:-}" = --renew ]; then
        echo "$book $now" >>"$work/new"
        continue
    fi
    before=$(sed -n "s/^$book //p" Benchmarks/guard.txt)
    echo "guard: $book: $now instructions, $(awk -v a="$now" -v b="$before" 'BEGIN { printf "%+.1f %%", 100 * (a - b) / b }') of $before"
    if [ "$now" -gt $((before + before / 20)) ]; then
        echo "guard: more than 5 % above Benchmarks/guard.txt. Make the code faster. If the increase is justified, write the new count"
        echo "guard: with Benchmarks/guard.sh --renew, and explain it in the commit message."
        status=1
    fi
done
if [ "${1:-}" = --renew ]; then mv "$work/new" Benchmarks/guard.txt; cat Benchmarks/guard.txt; fi
exit $status
