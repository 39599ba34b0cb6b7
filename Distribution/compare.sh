#!/usr/bin/env bash
# Compares what two programs print of the sample corpus, in several formats and encodings: all bytes and exit codes.
# usage: compare.sh PROGRAM OTHER
set -euo pipefail
programs=("$(realpath "$1")" "$(realpath "$2")")
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
runs=0

# Runs both programs. `{}` in an argument is the beginning of a path for output.
compare() {
    local index
    for index in 0 1; do
        (code=0 && "${programs[index]}" "${@//\{\}/$work/out}" > "$work/$index.out" 2> "$work/$index.err" || code=$?
            echo "$code" >> "$work/$index.out")
        for file in "$work"/out.*; do
            if [ -e "$file" ]; then mv "$file" "$work/$index.file"; fi
        done
    done
    runs=$((runs + 1))
    for part in out err file; do
        [ ! -e "$work/0.$part" ] || cmp "$work/0.$part" "$work/1.$part" || { echo "compare: tema $*: differs" >&2; exit 1; }
    done
    rm -f "$work"/?.file
}

coded=(-c Codebooks/cecchet-2014.yaml Corpus)
for command in frequencies cooccurrence combinations saturation codings quotes; do
    for format in csv json html; do compare "$command" "${coded[@]}" --format "$format"; done
done
compare frequencies "${coded[@]}" -o '{}.xlsx'
compare quotes "${coded[@]}" -o '{}.docx'
compare report "${coded[@]}" -o '{}.html'
compare compare "${coded[@]}" --by year --format csv
compare chart network "${coded[@]}" -o '{}.svg'
for command in passages ledger articles; do
    compare "$command" Corpus --format csv
    compare "$command" Corpus --format csv --parser libxml2
done

# The static program has its own decoder of encodings.
"${programs[0]}" passages Corpus --format csv -q > "$work/text"
while read -r name encoding; do
    iconv -c -f UTF-8 -t "$encoding" "$work/text" > "$work/$encoding.txt"
    compare passages "$work/$encoding.txt" --encoding "$name" --format csv
    # Bytes that are not valid in most encodings.
    { head -c 3000 "$work/$encoding.txt"; printf '\201\377\200\330\n'; } > "$work/$encoding.bad.txt"
    compare passages "$work/$encoding.bad.txt" --encoding "$name" --format csv
done << END
windows-1252 CP1252
windows-1251 CP1251
windows-1255 CP1255
windows-1258 CP1258
ISO-8859-15 ISO-8859-15
Shift_JIS CP932
EUC-JP EUC-JP
GB18030 GB18030
Big5 BIG5
UTF-16LE UTF-16LE
UTF-16BE UTF-16BE
END
echo "compare: $runs runs, equal"
