#!/usr/bin/env bash
# Checks that Swift is installed, and installs missing Debian packages.
# usage: setup.sh PACKAGE...
# Administrator rights are needed only if a package is missing. The build starts after everything is installed.
set -euo pipefail
least=6.2

fail() {
    printf 'setup: %s\n' "$1" >&2
    printf '  %s\n' "${@:2}" >&2
    exit 1
}

command -v swift > /dev/null ||
    fail "Swift is missing." "Install a Swift $least or later toolchain from https://swift.org/install, put its bin folder on PATH, and run make again."

missing=()
for package in "$@"; do
    status=$(dpkg-query -W -f='${Status}' "$package" 2> /dev/null || true)
    [ "$status" = "install ok installed" ] || missing+=("$package")
done

if [ ${#missing[@]} -gt 0 ]; then
    line="apt-get install -y ${missing[*]}"
    command -v apt-get > /dev/null ||
        fail "These Debian packages are missing: ${missing[*]}" "Install the equivalent packages of your system, and run make again."
    if [ "$(id -u)" = 0 ]; then as_root=(env); else as_root=(sudo); fi
    echo "Installing ${missing[*]}"
    command -v "${as_root[0]}" > /dev/null && "${as_root[@]}" apt-get update -qq &&
        "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y "${missing[@]}" > /dev/null ||
        fail "The packages could not be installed. Ask someone with administrator rights to run this command, then run make again:" "$line"
fi

# Runs the package manager, because it needs more libraries than the compiler.
version=$(swift package --version | sed -n 's/.*Swift \([0-9][0-9.]*\).*/\1/p') || true
[ -n "$version" ] ||
    fail "Swift does not run." "Install the packages that https://swift.org/install lists for this system, and run make again."
[ "$(printf '%s\n' "$least" "$version" | sort -V | head -n 1)" = "$least" ] ||
    fail "Swift $version is too old." "Install a Swift $least or later toolchain from https://swift.org/install, and run make again."
