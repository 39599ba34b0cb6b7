#!/usr/bin/env python3
"""Compares the keyness of `tema codebook suggest` with scipy, on composed interviews.

usage: keyness.py TEMA [--rounds N] [--seed N]
"""
import argparse
import json
import pathlib
import random
import subprocess
import sys
import tempfile

from scipy.stats import chi2_contingency

WORDS = ["boat", "fish", "house", "night", "rain", "ship", "wave"]


def run(tema, place, *words):
    out = subprocess.run([tema, *words], cwd=place, capture_output=True, text=True)
    if out.returncode:
        sys.exit(out.stderr)
    return out.stdout


def compose(tema, place, dice):
    """Makes a study of three interviews, which are too few to hold any out. Returns the words and code of each passage."""
    passages = []
    folder = pathlib.Path(place) / "interviews"
    folder.mkdir()
    run(tema, place, "init", "s.tema")
    for name in "abc":
        texts = [dice.sample(WORDS, dice.randint(1, 4)) for _ in range(dice.randint(8, 30))]
        (folder / f"{name}.txt").write_text("\n\n".join(" ".join(words) + "." for words in texts))
        passages += [(name, number, words) for number, words in enumerate(texts)]
    run(tema, place, "import", "s.tema", "interviews")
    run(tema, place, "codebook", "add", "s.tema", "loss")
    coded = []
    for name, number, words in passages:
        has = dice.random() < (0.7 if "boat" in words else 0.2)
        coded.append((words, has))
        if has:
            run(tema, place, "tag", "s.tema", name, "--code", "loss", "--passage", str(number))
    for name in "abc":
        run(tema, place, "done", "s.tema", name)
    return coded


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tema")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    compared, failed = 0, 0
    for number in range(options.rounds):
        seed = options.seed * 1_000_000 + number
        with tempfile.TemporaryDirectory() as place:
            coded = compose(str(pathlib.Path(options.tema).resolve()), place, random.Random(seed))
            rows = json.loads(run(str(pathlib.Path(options.tema).resolve()), place, "codebook", "suggest", "s.tema", "loss", "-q",
                                  "--format", "json"))["rows"]
        for row in rows:
            matched = [(f" {row['indicator']} " in f" {' '.join(words)} ", has) for words, has in coded]
            table = [[sum(m and h for m, h in matched), sum(m and not h for m, h in matched)],
                     [sum(not m and h for m, h in matched), sum(not m and not h for m, h in matched)]]
            found = chi2_contingency(table, correction=False, lambda_="log-likelihood").statistic
            compared += 1
            if [row["in_code"], row["in_rest"]] != table[0] or abs(row["keyness"] - found) > 2e-6:
                failed += 1
                print(f"seed {seed}: {row} but {table} and G² {found} in the peer", file=sys.stderr)
    print(f"keyness  {compared:4} equal values")
    sys.exit(1 if failed or not compared else 0)


main()
