#!/usr/bin/env bash
# Links the objects of the release build to a program that needs no libraries.
# usage: static.sh FOLDER RELEASE PROGRAM
# FOLDER has the libraries (libraries.sh), and RELEASE is the folder of the release build.
set -euo pipefail
source=$(realpath "$(dirname "$0")") root=$(realpath "$1") release=$(realpath "$2") program=$3

# The tables of iconv are those of this system's C library.
mkdir -p "$root/iconv"
gcc -O2 -Wall -Wextra -o "$root/iconv/tables" "$source/iconv/tables.c"
"$root/iconv/tables" > "$root/iconv/decodings.c"
for file in "$source/iconv/iconv.c" "$root/iconv/decodings.c"; do
    gcc -O2 -Wall -Wextra -fPIE -I "$source/iconv" -c "$file" -o "$root/iconv/$(basename "$file" .c).o"
done
gcc -O2 -Wall -Wextra -I "$source/iconv" -o "$root/iconv/check" "$source/iconv/check.c" "$root/iconv/decodings.o"
"$root/iconv/check"

toolchain=$(swift -print-target-info | sed -n 's|.*"runtimeResourcePath": "\(.*\)".*|\1|p')
python3 "$source/icu.py" "${toolchain}_static/linux/lib_FoundationICU.a" "$root/icu"

# The linker warns about functions of glibc that load modules of the system (users, host names). Tema opens no such names: its
# server listens on addresses in numbers.
libraries=(xml2 archive xlsxwriter minizip nettle sqlite3 utf8proc bz2 lz4 lzma z zstd stdc++)
log=$root/link.log
swiftc -static-executable -emit-executable -o "$program" -module-name tema -gnone -L "$root/lib" -L "$release" \
    -Xlinker --gc-sections -Xlinker --strip-all -Xlinker --defsym -Xlinker main=tema_main \
    "@$release/tema.product/Objects.LinkFileList" "$root"/{iconv/iconv,iconv/decodings,icu/icu}.o \
    "${libraries[@]/#/-l}" > "$log" 2>&1 || {
    cat "$log" >&2
    exit 1
}
! grep -vE "warning: (Using '|the use of \`mktemp')" "$log" || { echo "static: the linker printed other messages" >&2; exit 1; }
