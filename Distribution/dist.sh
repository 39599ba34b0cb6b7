#!/usr/bin/env bash
# Builds the files of a release from the release build: an archive and a wheel with the static program, and a package for
# Debian with the dynamic one, with checksums and a software bill of materials.
# usage: dist.sh RELEASE FOLDER
# RELEASE is the folder of the release build. The files are written to FOLDER/files. The same commit gives the same bytes.
set -euo pipefail
release=$(realpath "$1") work=$(realpath -m "$2")
source=$(realpath "$(dirname "$0")")
project=$(dirname "$source")
# All files have the time of the last commit.
SOURCE_DATE_EPOCH=$(git -C "$project" log -1 --format=%ct)
export SOURCE_DATE_EPOCH PYTHONDONTWRITEBYTECODE=1 LC_ALL=C
umask 022

step() { echo "dist: $*"; }

step "fetch and build the C libraries"
python3 "$source/fetch.py" "$work"
"$source/libraries.sh" "$work"
python3 "$source/licences.py" --check "$work" "$release/tema.product/Objects.LinkFileList"

step "link the static program"
"$source/static.sh" "$work" "$release" "$work/tema"
strip -o "$work/tema-dynamic" "$release/tema"
version=$("$work/tema" --version | sed 's/^tema \([^,]*\),.*/\1/')

rm -rf "$work/files"
mkdir "$work/files"
name=tema-$version-linux-$(uname -m)
step "pack $name.tar.xz"
rm -rf "${work:?}/$name"
"$source/stage.sh" "$work/tema" "$work/$name" "$(date -u -d "@$SOURCE_DATE_EPOCH" +%F)"
cp -r "$project"/{LICENSES,LICENSE,CHANGELOG.md} "$source/README" "$work/$name"
tar -C "$work" --sort=name --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner --mode=u+w,go-w -cf - "$name" |
    xz -6 -T 1 > "$work/files/$name.tar.xz"
rm -rf "${work:?}/$name"

# A static program needs no C library, so it runs on all systems that these names include.
step "pack the wheel"
python3 "$project/Python/build_wheel.py" "$work/tema" "$work/files" \
    --platform "manylinux_2_17_$(uname -m).manylinux2014_$(uname -m).musllinux_1_1_$(uname -m)"

step "pack the package for Debian"
"$source/debian.sh" "$work/tema-dynamic" "$version" "$work/files"

step "list the parts and the checksums"
cd "$work/files"
python3 "$source/sbom.py" "$version" ./* > "$work/tema-$version.cdx.json"
mv "$work/tema-$version.cdx.json" .
sha256sum -- * > SHA256SUMS
cat SHA256SUMS
