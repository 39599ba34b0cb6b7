#!/usr/bin/env bash
# Builds a package for Debian with the dynamically linked program.
# usage: debian.sh PROGRAM VERSION OUTPUT
# Reads SOURCE_DATE_EPOCH. Work is done in a new folder beside OUTPUT.
set -euo pipefail
program=$(realpath "$1") version=$2 output=$(realpath -m "$3")
source=$(realpath "$(dirname "$0")")
maintainer="Tema maintainers <maintainers@users.noreply.github.com>"
architecture=$(dpkg --print-architecture)
work=$output/debian
root=$work/root
doc=$root/usr/share/doc/tema
rm -rf "$work"
mkdir -p "$root/DEBIAN" "$doc" "$work/debian"

"$source/stage.sh" "$program" "$root/usr" "$(date -u -d "@$SOURCE_DATE_EPOCH" +%F)"
mkdir -p "$root/usr/share/zsh"
mv "$root/usr/share/zsh/site-functions" "$root/usr/share/zsh/vendor-completions"
install -D -m 644 "$source/debian/lintian-overrides" "$root/usr/share/lintian/overrides/tema"
cp "$source/debian/copyright" "$doc/copyright"
cp -r "$source/../LICENSES" "$doc/licences"
# Debian has the licences that many packages share.
for file in /usr/share/common-licenses/*; do rm -f "$doc/licences/$(basename "$file").txt"; done
cp "$source/../CHANGELOG.md" "$doc/NEWS"
cat > "$doc/changelog" << END
tema ($version) unstable; urgency=medium

  * New release. See NEWS.gz.

 -- $maintainer  $(LC_ALL=C date -u -R -d "@$SOURCE_DATE_EPOCH")
END
gzip -9n "$doc"/{NEWS,changelog} "$root"/usr/share/man/man1/*.1

# dpkg-shlibdeps needs a source package's control file beside it.
printf 'Source: tema\n\nPackage: tema\nArchitecture: any\n' > "$work/debian/control"
libraries=$(cd "$work" && dpkg-shlibdeps -O "$root/usr/bin/tema" 2> /dev/null)
cat > "$root/DEBIAN/control" << END
Package: tema
Version: $version
Architecture: $architecture
Maintainer: $maintainer
Installed-Size: $(du -sk --exclude=DEBIAN "$root" | cut -f1)
Depends: ${libraries#shlibs:Depends=}
Recommends: poppler-utils
Suggests: libreoffice-writer
Section: science
Priority: optional
Description: coding and thematic analysis of texts
 Tema reads articles, interviews and other texts, applies a hierarchical
 codebook to their passages, by rule and by hand, and reports frequencies
 of codes, co-occurrence, comparisons and agreement between coders.
 .
 Studies keep texts, codings and memos in one file with its history. All
 texts stay on the computer.
END
(cd "$root" && find usr -type f -print0 | sort -z | xargs -0 md5sum) > "$root/DEBIAN/md5sums"
find "$root" -type d -exec chmod 755 {} +
find "$root" -type f ! -path '*/bin/*' -exec chmod 644 {} +
dpkg-deb --root-owner-group -Zxz --build "$root" "$output/tema_${version}_$architecture.deb" > /dev/null
rm -rf "$work"
