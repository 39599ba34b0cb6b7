#!/usr/bin/env bash
# Tests the workspace with attacks, kills and a browser. Two files run at once; each prints one line, or what failed.
# usage: run.sh TEMA [FILE…]
set -euo pipefail
cd "$(dirname "$0")/../.."
tema=$(realpath "$1")
shift
python=.build/browser/bin/python
export PYTHONPATH=Tests/workspace PYTHONDONTWRITEBYTECODE=1

files=(attacks.py kills.py blind.py)
if [ -x /usr/bin/chromium ] && { "$python" -c "import playwright, axe_playwright_python" 2> /dev/null ||
    { python3 -m venv .build/browser && "$python" -m pip install -q -r Tests/workspace/browser/requirements.txt; }; }; then
    files+=(browser/{accessible,reachable,keys,selections,live,hostile,journeys}.py)
else
    echo "Skipped the workspace's tests in a browser: they need Debian's chromium, and playwright from PyPI (no network?)."
    python=python3
fi
[ $# -gt 0 ] && files=("$@")

if command -v tsc > /dev/null; then
    tsc --noEmit --allowJs --checkJs --strict --noImplicitAny false --target es2022 --module es2022 \
        --lib es2022,dom,dom.iterable Sources/CAssets/page/main.js && echo "types of the page: right"
else
    echo "Skipped the types of the page: they need Debian's node-typescript."
fi

one() {
    local log
    log=$(mktemp)
    "$1" "Tests/workspace/$3" "$2" > "$log" 2>&1 || { echo "$3 FAILED"; cat "$log"; return 1; }
    echo "$3: $(tail -n 1 "$log")"
    rm -f "$log"
}
export -f one
printf '%s\n' "${files[@]}" | xargs -P 2 -I '{}' bash -c 'one "$@"' one "$python" "$tema" '{}'
