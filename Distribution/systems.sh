#!/usr/bin/env bash
# Installs the files of a release in new Debian systems without Swift or a compiler, prints a table with each, and removes them.
# usage: systems.sh FILES [SUITE]...
# FILES is the folder of dist.sh's files. The suites are bullseye, bookworm and trixie by default. The Debian package is for
# bookworm. Requires root and debootstrap.
set -euo pipefail
project=$(realpath "$(dirname "$0")/..") files=$(realpath "$1")
shift
suites=("$@")
[ $# -gt 0 ] || suites=(bullseye bookworm trixie)
work=$(mktemp -d "${TMPDIR:-/tmp}/tema-systems.XXXXXX")
trap 'umount "$work"/*/proc 2> /dev/null; rm -rf "$work"' EXIT

fail() {
    echo "systems: $*" >&2
    exit 1
}

mapfile -t variables < <(env | grep -E '^((https?|all|no)_proxy|PIP_[A-Z_]+)=' || true)
inside() {
    env -i HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive PIP_CERT=/etc/ssl/certs/ca-certificates.crt \
        "${variables[@]}" PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin chroot "$root" "$@"
}

make_root() {
    debootstrap --variant=minbase --include=python3-venv,xz-utils "$1" "$root" > "$work/log" 2>&1 || fail "$1: $(tail -n 3 "$work/log")"
    mount -t proc proc "$root/proc"
    for file in /etc/resolv.conf /etc/pip.conf "$HOME/.config/pip/pip.conf" "$HOME/.pip/pip.conf" /etc/apt/apt.conf.d; do
        if [ -e "$file" ]; then cp -rL --parents "$file" "$root"; fi
    done
    install -D -m 644 /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/ca-certificates.crt"
    mkdir "$root/data" "$root/release"
    cp -r "$project"/{Corpus,Codebooks} "$root/data"
    cp "$files"/* "$root/release"
}

# Runs a program in the system, and compares its table with the one of this system.
table() {
    inside env -C /data "$@" frequencies -q -c Codebooks/cecchet-2014.yaml Corpus --format csv > "$work/table.csv"
    cmp "$work/table.csv" "$work/expected.csv" || fail "$suite: $1 prints another table"
}

# Lists all files except those that package managers write when they run.
list() {
    (cd "$root" && find . -xdev -path ./proc -prune -o ! -path './var/*' ! -path './root/.cache*' ! -name '*.pyc' \
        ! -path './etc/*-' ! -path './etc/ld.so.cache' ! -path './usr/share/doc*' ! -path './tmp/*' ! -type d -print) | sort
}

unchanged() { diff "$work/before" <(list) || fail "$suite: $1 left these files"; }

try_archive() {
    list > "$work/before"
    inside tar -xJf "/release/$(basename "$files"/tema-*.tar.xz)" -C /opt
    table "/opt/$(basename "$files"/tema-*.tar.xz .tar.xz)/bin/tema"
    rm -r "$root"/opt/tema-*
    unchanged "the archive"
}

try_wheel() {
    inside python3 -m venv /opt/venv
    inside /opt/venv/bin/pip install -q pandas 2> "$work/log" || fail "$suite: $(tail -n 3 "$work/log")"
    list > "$work/before"
    inside /opt/venv/bin/pip install -q --no-index "/release/$(basename "$files"/*.whl)" 2> "$work/log" ||
        fail "$suite: $(tail -n 3 "$work/log")"
    table /opt/venv/bin/tema
    inside env -C /data /opt/venv/bin/python -c 'import sys, tema
table = tema.frequencies("Codebooks/cecchet-2014.yaml", "Corpus")
table.to_csv(sys.stdout, index=False)' > "$work/frame.csv"
    [ "$(wc -l < "$work/frame.csv")" = "$(wc -l < "$work/expected.csv")" ] || fail "$suite: the data frame has other rows"
    inside /opt/venv/bin/pip uninstall -q -y tema-coding
    unchanged "the wheel"
    rm -r "$root/opt/venv"
}

try_package() {
    inside apt-get update -qq > /dev/null
    list > "$work/before"
    inside apt-get install -qq -y --no-install-recommends "/release/$(basename "$files"/*.deb)" > "$work/log" 2>&1 ||
        fail "$suite: $(tail -n 3 "$work/log")"
    table tema
    [ -s "$root/usr/share/bash-completion/completions/tema" ] || fail "$suite: no completions"
    inside apt-get purge -qq -y --autoremove tema > /dev/null 2>&1
    unchanged "the Debian package"
}

program=$(dirname "$files")/tema
(cd "$project" && "$program" frequencies -q -c Codebooks/cecchet-2014.yaml Corpus --format csv) > "$work/expected.csv"
for suite in "${suites[@]}"; do
    root=$work/$suite
    make_root "$suite"
    ! inside sh -c 'command -v gcc cc swift' || fail "$suite: has a compiler"
    try_archive
    try_wheel
    [ "$suite" != bookworm ] || try_package
    echo "systems: $suite: passed"
    umount "$root/proc"
    rm -rf "$root"
done
