#!/usr/bin/env bash
# Checks the types and the style of the Python package, and runs its tests.
# Usage: Python/tests/run.sh BINARY [VENV]
set -euo pipefail
TEMA_BINARY=$(realpath "$1")
export TEMA_BINARY PYTHONDONTWRITEBYTECODE=1
cd "$(dirname "$0")/../.."
venv=$(realpath -m "${2:-.build/python}")
python=$venv/bin/python
if ! "$python" -c "import pandas, polars, pyarrow, duckdb, pytest, mypy" 2> /dev/null; then
    python3 -m venv "$venv"
    if ! "$python" -m pip install -q pandas pandas-stubs polars pyarrow duckdb pytest mypy ruff; then
        echo "Skipped the tests of the Python package: packages could not be installed (no network?)."
        exit 0
    fi
fi
cd Python
"$python" -m ruff check --no-cache .
"$python" -m ruff check --no-cache --config pyproject.toml ../Distribution
"$python" -m mypy --strict --cache-dir "$venv/mypy" tema generate.py build_wheel.py
"$python" -m mypy --strict --cache-dir "$venv/mypy" ../Distribution/*.py
PYTHONPATH=. "$python" -m pytest -q -p no:cacheprovider --ignore tests/spark tests
