#!/usr/bin/env bash
# Runs one suite. run.sh starts it in separate mount and process namespaces.
# usage: suite.sh SUITE WORK
set -euo pipefail
suite=$1 root=$2/root tree=$2/tree log=$2/$1.log
exec 3>&1 > "$log" 2>&1

step() {
    printf '%s: %4d s: %s\n' "$suite" "$SECONDS" "$*"
    printf '%s: %4d s: %s\n' "$suite" "$SECONDS" "$*" >&3
}

# The packages that https://swift.org/install lists for Debian 12, and make.
packages=(binutils gcc git libcurl4-openssl-dev libedit-dev libicu-dev libncurses-dev libpython3-dev libsqlite3-dev libxml2-dev
    pkg-config tzdata uuid-dev make)
# Swift's toolchain for Debian 12 is linked with libxml2.so.2, which libxml2-dev in sid no longer depends on.
[ "$suite" != sid ] || packages+=(libxml2)

# Proxies, pip settings, and this machine's certificates in a file that no package replaces.
mapfile -t variables < <(env | grep -E '^((https?|all|no)_proxy|PIP_[A-Z_]+)=' || true)
certificates=/etc/ssl/copied.crt
variables+=(GIT_SSL_CAINFO=$certificates SSL_CERT_FILE=$certificates PIP_CERT=$certificates)
swift=$(swift -print-target-info | sed -n 's|.*"runtimeResourcePath": "\(.*\)/usr/lib/swift".*|\1|p')

inside() {
    env -i HOME="$HOME" LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "${variables[@]}" \
        PATH="$swift/usr/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin" chroot "$root" "$@"
}

# Mounts folders of this machine read-only at the same path in the root folder.
bind() {
    local folder
    for folder in "$@"; do
        mkdir -p "$root$folder"
        mount --bind "$folder" "$root$folder"
        mount -o remount,bind,ro "$root$folder"
    done
}

copy_configuration() {
    local file
    for file in /etc/resolv.conf /etc/hosts /etc/apt/apt.conf /etc/apt/apt.conf.d /etc/gitconfig /etc/pip.conf \
        "$HOME/.gitconfig" "$HOME/.config/pip/pip.conf" "$HOME/.pip/pip.conf"; do
        if [ -e "$file" ]; then cp -rL --parents "$file" "$root"; fi
    done
    # apt reads the second file until the certificates package is installed.
    install -D -m 644 /etc/ssl/certs/ca-certificates.crt "$root$certificates"
    install -D -m 644 /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/ca-certificates.crt"
    # Sid's index expires after a week, and a mirror may be older.
    echo 'Acquire::Check-Valid-Until "false";' > "$root/etc/apt/apt.conf.d/99fresh"
    # Local mirrors that the configuration refers to by folder.
    local mirrors
    mapfile -t mirrors < <(
        git config --get-regexp '^url\..*\.insteadof$' | sed -nE 's|^url\.(file://)?(/.*[^/])/?\.insteadof .*|\2|p'
        sed -nE 's|^find-links *= *(/.*)|\1|p' "$root/etc/pip.conf" "$root$HOME"/.config/pip/pip.conf 2> /dev/null)
    local folder
    for folder in $(printf '%s\n' "${mirrors[@]}" | sort -u); do
        if [ -d "$folder" ]; then bind "$folder"; fi
    done
}

step "making the root folder"
mirror=$(grep -rhv '^#' /etc/apt/sources.list /etc/apt/sources.list.d | grep -oE 'https?://[^ ]+/debian/?( |$)' | head -n 1) || true
debootstrap --variant=minbase "$suite" "$root" "${mirror:-http://deb.debian.org/debian}"
mount -t proc proc "$root/proc"
bind "$swift"
copy_configuration

step "installing the packages that swift.org lists"
inside apt-get update
inside apt-get install -y --no-install-recommends "${packages[@]}"

mkdir "$root/src"
cp -a "$tree" "$root/src/tema"
goals=(demo test)
# One build is enough to find problems with sid's newer libraries.
[ "$suite" != sid ] || goals=(test)
for goal in "${goals[@]}"; do
    step "make $goal"
    inside make -C /src/tema "$goal"
done
step "$(grep -a 'Test run with' "$log" | tail -n 1)"

left=$(inside git -C /src/tema status --porcelain; ls -A "$root/tmp")
if [ -n "$left" ]; then
    step "left in the tree or in /tmp:" "$left"
    exit 1
fi
