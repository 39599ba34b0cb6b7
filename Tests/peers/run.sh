#!/usr/bin/env bash
# Compares statistics and spreadsheets with the results of other programs, which are installed in a virtual environment.
set -euo pipefail
cd "$(dirname "$0")/../.."
python=.build/peers/bin/python
if ! "$python" -c "import krippendorff, irrCAC, sklearn, statsmodels, scipy, networkx, openpyxl" 2>/dev/null; then
    python3 -m venv .build/peers
    if ! "$python" -m pip install -q -r Tests/peers/requirements.txt; then
        echo "Skipped the comparison with other programs: they could not be installed (no network?)."
        exit 0
    fi
fi
"$python" Tests/peers/agreement.py .build/debug/tema
"$python" Tests/peers/comparison.py .build/debug/tema
"$python" Tests/peers/validation.py .build/debug/tema
"$python" Tests/peers/network.py .build/debug/tema
"$python" Tests/peers/spreadsheets.py .build/debug/tema
