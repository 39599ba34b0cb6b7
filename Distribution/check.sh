#!/usr/bin/env bash
# Checks the files of a release, and that the project is ready for it.
# usage: check.sh FOLDER RELEASE
# FOLDER is dist.sh's, and RELEASE is the folder of the release build. Requires root, lintian and debootstrap.
set -euo pipefail
work=$(realpath "$1") release=$(realpath "$2")
source=$(realpath "$(dirname "$0")")
project=$(dirname "$source")

fail() {
    echo "release-check: $*" >&2
    exit 1
}

cd "$project"
version=$("$work/tema" --version | sed 's/^tema \([^,]*\),.*/\1/')
[ -z "$(git status --porcelain)" ] || fail "there are uncommitted changes"
newest=$(grep -m 1 -oP '^## \[\K[0-9][^]]*' CHANGELOG.md)
[ "$newest" = "$version" ] || fail "CHANGELOG.md has $newest as the newest version, and the program is $version"
grep -qE "^## \[$version\] - [0-9]{4}-[0-9]{2}-[0-9]{2}$" CHANGELOG.md || fail "CHANGELOG.md has no date for $version"
[ -z "$(sed -n '/^## \[Unreleased\]/,/^## \[[0-9]/p' CHANGELOG.md | grep -v '^## ' | tr -d ' \n')" ] ||
    fail "CHANGELOG.md has unreleased entries: move them to a new version, and raise the version in Sources/tema/Tema.swift"
! git rev-parse -q --verify "refs/tags/v$version" > /dev/null || [ "$(git rev-parse "v$version^{commit}")" = "$(git rev-parse HEAD)" ] ||
    fail "the version $version exists already: raise the version in Sources/tema/Tema.swift"
grep -q "^__version__ = \"$version\"$" Python/tema/_commands.py || fail "run: python3 Python/generate.py $work/tema"

file "$work/tema" | grep -q 'statically linked' || fail "the program is not static"
more=$(($(stat -c %s "$work/tema") - $(stat -c %s "$work/tema-dynamic")))
[ "$more" -le 5000000 ] || fail "the static program is $more bytes larger than the dynamic one"
"$source/compare.sh" "$work/tema" "$work/tema-dynamic"
(cd "$work/files" && sha256sum --quiet -c SHA256SUMS)
lintian --allow-root --fail-on error,warning "$work"/files/*.deb || fail "lintian found problems"

cp -r "$work/files" "$work/first"
"$source/dist.sh" "$release" "$work" > /dev/null
diff -r "$work/first" "$work/files" || fail "a second build has other bytes"
rm -r "$work/first"

"$source/systems.sh" "$work/files"
echo "release-check: $version is ready"
