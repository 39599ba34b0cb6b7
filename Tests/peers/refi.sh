#!/usr/bin/env bash
# Validates exported REFI-QDA files with xmllint against the standard's schemas, and with `tema refi lint`.
# usage: refi.sh TEMA SCHEMAS
set -euo pipefail
tema=$1 schemas=$2
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# The text contains characters at which position units differ. The codings are made by hand and by the codebook, with a memo.
mkdir "$folder/texts"
printf 'They took it 😀 away.\r\n\r\nשלום, e\xcc\x81tude and 她在病房. They waited.\n' > "$folder/texts/maria.txt"
study=$folder/study.tema
"$tema" init "$study" > "$folder/log"
"$tema" import -q "$study" Corpus "$folder/texts" >> "$folder/log"
"$tema" codebook import "$study" Codebooks/cecchet-2014.yaml >> "$folder/log"
for quote in "They took it 😀" "e\xcc\x81tude and 她在" "waited."; do
    "$tema" tag "$study" maria --code predisposing-vulnerability --quote "$(printf '%b' "$quote")" --coder "Ann & <Bo>" >> "$folder/log"
done
"$tema" memo "$study" 'She laughs here: "ha" & <ha>' --document maria --coder Ann >> "$folder/log"

checked=0
for dialect in standard nvivo atlas maxqda; do
    "$tema" export -q "$study" --codings final --dialect "$dialect" -o "$folder/$dialect.qdpx"
    "$tema" export -q "$study" --codings final --dialect "$dialect" -o "$folder/again.qdpx"
    cmp "$folder/$dialect.qdpx" "$folder/again.qdpx"
    python3 -c 'import sys, zipfile; sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read("project.qde"))' \
        "$folder/$dialect.qdpx" > "$folder/project.qde"
    xmllint --noout --schema "$schemas/Project.xsd" "$folder/project.qde" 2> "$folder/verdict" || { cat "$folder/verdict"; exit 1; }
    "$tema" refi lint -q "$folder/$dialect.qdpx"
    checked=$((checked + 1))
done
for codebook in Codebooks/*.yaml; do
    "$tema" convert -q "$codebook" -o "$folder/codebook.qdc"
    xmllint --noout --schema "$schemas/Codebook.xsd" "$folder/codebook.qdc" 2> "$folder/verdict" || { cat "$folder/verdict"; exit 1; }
    "$tema" refi lint -q "$folder/codebook.qdc"
    checked=$((checked + 1))
done
echo "refi: $checked exported files pass the schemas and lint"
