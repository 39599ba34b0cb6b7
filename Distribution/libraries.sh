#!/usr/bin/env bash
# Builds the C libraries of the static program from Debian's sources.
# usage: libraries.sh FOLDER
# FOLDER is fetch.py's. The result is FOLDER/lib with all libraries. Debian's own static libraries are used except for three:
# libxml2 (Debian's contains ICU, whose 30 MB Tema does not need), libarchive (Debian's needs libxml2, for a format that
# Tema does not read), and libxlsxwriter (Debian has no static one).
set -euo pipefail
root=$(realpath "$1")
libraries=$root/lib
mkdir -p "$libraries"

# No paths of this machine in the programs, so that builds in different folders have the same bytes.
export CFLAGS="-O2 -fPIE -ffunction-sections -fdata-sections -fstack-protector-strong -ffile-prefix-map=$root=."
export CPPFLAGS="-D_FORTIFY_SOURCE=2 -I$root/usr/include -I$root/usr/include/x86_64-linux-gnu"
export LDFLAGS="-L$root/usr/lib/x86_64-linux-gnu"
export ZERO_AR_DATE=1

build() {
    local name=$1 archive=$2
    shift 2
    [ -e "$libraries/$(basename "$archive")" ] && return
    echo "Building $name"
    (cd "$root/$name" && "$@") > "$root/$name.log" 2>&1 || {
        tail -n 20 "$root/$name.log" >&2
        echo "libraries: $name was not built; the full log is $root/$name.log" >&2
        exit 1
    }
    cp "$root/$name/$archive" "$libraries"
}

configured() {
    local target=$1
    shift
    ./configure --disable-shared --enable-static --disable-dependency-tracking "$@"
    # Debian's patches change files from which the build would be generated again. Its results are in the sources.
    make -j "$(nproc)" ACLOCAL=: AUTOCONF=: AUTOHEADER=: AUTOMAKE=: "$target"
}

xlsxwriter() {
    # The flags are several words.
    # shellcheck disable=SC2086
    gcc -c $CFLAGS $CPPFLAGS -DUSE_SYSTEM_MINIZIP -Iinclude src/*.c third_party/{md5/md5,tmpfileplus/tmpfileplus}.c
    ar rc libxlsxwriter.a ./*.o
}

# All character encodings except UTF-8, UTF-16 and Latin-1 are decoded before libxml2 reads a text.
build libxml2 .libs/libxml2.a configured libxml2.la --without-icu --without-iconv --without-python --without-zlib \
    --without-lzma --without-http --without-ftp --without-modules --without-debug
build libarchive .libs/libarchive.a configured libarchive.la --without-xml2 --without-expat --without-openssl \
    --with-nettle --disable-acl --disable-xattr --disable-bsdtar --disable-bsdcpio --disable-bsdcat
build libxlsxwriter libxlsxwriter.a xlsxwriter
for name in bz2 lz4 lzma minizip nettle sqlite3 utf8proc z zstd; do
    cp "$root/usr/lib/x86_64-linux-gnu/lib$name.a" "$libraries"
done
