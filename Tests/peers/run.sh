#!/usr/bin/env bash
# Compares statistics and spreadsheets with what other programs make of them, which a virtual environment holds.
set -euo pipefail
cd "$(dirname "$0")/../.."
python=.build/peers/bin/python
if ! "$python" -c "import krippendorff, irrCAC, sklearn, statsmodels, scipy, networkx, openpyxl" 2>/dev/null; then
    python3 -m venv .build/peers
    if ! "$python" -m pip install -q -r Tests/peers/requirements.txt; then
        echo "The comparison with other programs is left out: they could not be installed (is there a network?)."
        exit 0
    fi
fi
"$python" Tests/peers/agreement.py .build/debug/tema
"$python" Tests/peers/comparison.py .build/debug/tema
"$python" Tests/peers/validation.py .build/debug/tema
"$python" Tests/peers/network.py .build/debug/tema
"$python" Tests/peers/spreadsheets.py .build/debug/tema
