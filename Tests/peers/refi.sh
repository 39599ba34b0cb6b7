#!/usr/bin/env bash
# Holds exported REFI-QDA files beside the standard's schemas with xmllint, and beside `tema refi lint`.
# usage: refi.sh TEMA SCHEMAS
set -euo pipefail
tema=$1 schemas=$2
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

"$tema" init "$folder/study.tema" -q -c Codebooks/cecchet-2014.yaml
"$tema" import -q "$folder/study.tema" Corpus
"$tema" coders -q "$folder/study.tema" --add "Ann" 2>/dev/null || true
checked=0
for dialect in standard nvivo atlas maxqda; do
    project=$folder/$dialect.qdpx
    "$tema" export -q "$folder/study.tema" --dialect "$dialect" -o "$project"
    "$tema" export -q "$folder/study.tema" --dialect "$dialect" -o "$folder/again.qdpx"
    cmp "$project" "$folder/again.qdpx"
    python3 -c 'import sys, zipfile; sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read("project.qde"))' "$project" > "$folder/project.qde"
    xmllint --noout --schema "$schemas/Project.xsd" "$folder/project.qde"
    "$tema" refi lint -q "$project" > /dev/null
    checked=$((checked + 1))
done
for codebook in Codebooks/*.yaml; do
    "$tema" convert -q "$codebook" -o "$folder/codebook.qdc"
    xmllint --noout --schema "$schemas/Codebook.xsd" "$folder/codebook.qdc"
    "$tema" refi lint -q "$folder/codebook.qdc" > /dev/null
    checked=$((checked + 1))
done
echo "refi: $checked exported files pass the schemas and lint"
