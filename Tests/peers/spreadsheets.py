#!/usr/bin/env python3
"""Reads Tema's spreadsheets with openpyxl, and compares every cell with the CSV of the same command.

usage: spreadsheets.py TEMA
"""
import csv
import json
import pathlib
import subprocess
import sys
import tempfile

import openpyxl
from openpyxl.utils.escape import unescape

HOSTILE = [
    "=1+1", "@SUM(A1)", "-2", "+3", "=HYPERLINK(\"http://x\")", "http://example.org/", "nul\0nul", "\x1b[2J", "_x0041_",
    "👩‍👩‍👧‍👦", "שלום", "\u202edesrever", "\uffff", "one\ntwo", "'quoted", "1,234", "1e5", "TRUE", "<b>&amp;</b>]]>",
]
CODEBOOK = "Codebooks/cecchet-2014.yaml"
COMMANDS = [
    ["frequencies", "-c", CODEBOOK, "Corpus"],
    ["cooccurrence", "-c", CODEBOOK, "--all", "Corpus"],
    ["compare", "-c", CODEBOOK, "--by", "year", "--view", "tests", "Corpus"],
    ["codings", "-c", CODEBOOK, "Corpus"],
    ["passages", "Corpus"],
    ["articles", "Corpus"],
]


def differs(value, written):
    """Returns whether a cell of the spreadsheet differs from that of the CSV, which is rounded."""
    if value is None:
        return written != ""
    if isinstance(value, str):
        # The headings above a passage are joined otherwise.
        return unescape(value) not in (written, written.replace(" > ", " / "))
    places = len(written.partition("e")[0].partition(".")[2])
    number = float(written)
    return abs(number - value) > max(0.51 * 10**-places if places and "e" not in written else 0, 1e-5 * abs(value))


def compare(tema, command, folder):
    file = folder / "table.xlsx"
    subprocess.run([tema, *command, "-q", "-o", file], check=True)
    text = subprocess.run([tema, *command, "-q", "--raw", "--format", "csv"], check=True, capture_output=True, text=True)
    written = list(csv.reader(text.stdout.splitlines(keepends=True)))
    sheet = openpyxl.load_workbook(file).worksheets[0]
    # A sheet of pairs also has the names of the codes.
    names = [cell.column for cell in sheet[1] if str(cell.value).startswith("name_")]
    rows = [[cell for cell in row if cell.column not in names] for row in sheet.iter_rows()]
    wrong = abs(len(rows) - len(written))
    for row, line in zip(rows[1:], written[1:]):
        for cell, text in zip(row, line):
            if cell.data_type == "f" or cell.hyperlink or differs(cell.value, text):
                print(f"{command[0]} {cell.coordinate}: {cell.value!r} is not {text!r}")
                wrong += 1
    return sum(map(len, written[1:])), wrong


def main():
    csv.field_size_limit(10**9)
    tema = sys.argv[1]
    cells = wrong = 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        hostile = folder / "hostile.jsonl"
        with hostile.open("w") as file:
            for number, text in enumerate(HOSTILE):
                passage = {"document": f"={number}", "passage": 0, "kind": "paragraph", "text": text}
                file.write(json.dumps(passage) + "\n")
        for command in COMMANDS + [["passages", str(hostile)]]:
            more = compare(tema, command, folder)
            cells, wrong = cells + more[0], wrong + more[1]
    print(f"spreadsheets: {cells} cells compared in openpyxl, {wrong} differ")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
