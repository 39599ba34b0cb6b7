#!/usr/bin/env bash
# Compares statistics, spreadsheets and sentences with the results of other programs, which are installed in a virtual environment.
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
"$python" Tests/peers/keyness.py .build/debug/tema
"$python" Tests/peers/long.py .build/debug/tema Codebooks/cecchet-2014.yaml Corpus
"$python" Tests/peers/validation.py .build/debug/tema
"$python" Tests/peers/network.py .build/debug/tema
"$python" Tests/peers/spreadsheets.py .build/debug/tema
if "$python" -c "import pysbd, icu" 2>/dev/null || "$python" -m pip install -q pysbd PyICU 2>/dev/null; then
    "$python" Tests/peers/sentences.py
else
    echo "Skipped the comparison of sentences: pysbd and PyICU could not be installed (PyICU needs libicu-dev, pkg-config and g++)."
fi
