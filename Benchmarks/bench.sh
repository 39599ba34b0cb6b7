#!/usr/bin/env bash
# Times Tema on this machine: reading alone, and coding with each codebook, one worker and two.
# Takes a folder of articles (Corpus/ where none is given) and reads it as often as needed to measure something.
set -euo pipefail
cd "$(dirname "$0")/.."
tema=.build/release/tema
corpus=${1:-Corpus}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bytes=$(du -sb "$corpus" | cut -f1)
copies=$(( (64000000 + bytes - 1) / bytes ))
for i in $(seq "$copies"); do ln -s "$(realpath "$corpus")" "$work/$i"; done
paths=$(printf '%s/ ' "$work"/*)

seconds() { # COMMAND…: the best of three user+system times
    for _ in 1 2 3; do
        TIMEFORMAT='%U %S'
        { time "$@" >/dev/null 2>&1 || true; } 2>&1 | awk '{print $1 + $2}'
    done | sort -n | head -n 1
}

echo "corpus: $corpus, read $copies times, $(( bytes * copies / 1000000 )) MB"
# The repeated documents have the same ids, so they are read and coded, and not counted.
printf '%-60s %6s s\n' "ledger" "$(seconds "$tema" ledger --quiet --jobs 1 $paths)"
for book in Codebooks/*.yaml; do
    printf '%-60s %6s s\n' "frequencies -c $book" "$(seconds "$tema" frequencies -c "$book" --quiet --jobs 1 $paths)"
done
