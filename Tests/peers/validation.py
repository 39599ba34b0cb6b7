#!/usr/bin/env python3
"""Compares `tema validate` with scikit-learn and statsmodels on random labels, and counts how often its intervals cover the true value.

usage: validation.py TEMA [--rounds N] [--seed N]
"""
import argparse
import csv
import json
import os
import random
import subprocess
import sys
import tempfile

from sklearn.metrics import f1_score, precision_score, recall_score
from statsmodels.stats.proportion import proportion_confint


def draw(dice, code, passages, found, missed, size):
    """Returns a stratified sample of a corpus with given shares of right found passages and of missed other passages, and its true values."""
    strata = [(True, passages[0], found), (False, passages[1], missed)]
    rows = []
    for is_found, count, share in strata:
        given = round(count * share)
        for passage in dice.sample(range(count), min(size, count)):
            rows.append({"code": code, "document": "d", "passage": passage + (0 if is_found else passages[0]), "text": "t",
                         "verdict": "yes" if passage < given else "no", "found": "yes" if is_found else "no",
                         "indicators": "", "found_passages": passages[0], "other_passages": passages[1]})
    right, lost = round(passages[0] * found), round(passages[1] * missed)
    truth = (right / passages[0], right / (right + lost) if right + lost else None, 2 * right / (right + passages[0] + lost))
    return rows, truth


def ours(tema, rows):
    with tempfile.NamedTemporaryFile("w", suffix=".csv", newline="", delete=False) as file:
        table = csv.DictWriter(file, rows[0])
        table.writeheader()
        table.writerows(rows)
    out = subprocess.run([tema, "validate", "--format", "json", file.name], capture_output=True, text=True)
    os.unlink(file.name)
    if out.returncode:
        sys.exit(out.stderr)
    return json.loads(out.stdout)["rows"]


def pairs(rows, row):
    """Yields the name of each figure, Tema's value and the peer's value."""
    reviewed = {is_found: [r for r in rows if r["found"] == is_found] for is_found in ("yes", "no")}
    weights = [(r["found_passages"] if r["found"] == "yes" else r["other_passages"]) / len(reviewed[r["found"]]) for r in rows]
    truth, found = [r["verdict"] == "yes" for r in rows], [r["found"] == "yes" for r in rows]
    for name, score in (("precision", precision_score), ("recall", recall_score), ("f1", f1_score)):
        if any(truth):
            yield name, row[name], score(truth, found, sample_weight=weights)
    low, high = proportion_confint(sum(r["verdict"] == "yes" for r in reviewed["yes"]), len(reviewed["yes"]), method="wilson")
    yield "precision_low", row["precision_low"], low
    yield "precision_high", row["precision_high"], high


def main():
    options = argparse.ArgumentParser()
    options.add_argument("tema")
    options.add_argument("--rounds", type=int, default=30)
    options.add_argument("--codes", type=int, default=40)
    options.add_argument("--seed", type=int, default=1)
    options = options.parse_args()
    dice = random.Random(options.seed)
    compared, worst = 0, 0
    held = {name: [0, 0] for name in ("precision", "recall", "f1")}
    for _ in range(options.rounds):
        codes, rows = {}, []
        for number in range(options.codes):
            passages = (dice.randint(60, 300), dice.randint(500, 5000))
            part, truth = draw(dice, f"c{number}", passages, dice.uniform(0.3, 1), dice.choice([0, 0.01, 0.05, 0.2]), dice.choice([20, 50]))
            codes[f"c{number}"] = (part, truth)
            rows += part
        for row in ours(options.tema, rows):
            if row["code"] not in codes:
                continue
            part, truth = codes[row["code"]]
            for name, mine, theirs in pairs(part, row):
                compared += 1
                worst = max(worst, abs(mine - theirs))
                if abs(mine - theirs) > 1.5e-6:
                    sys.exit(f"{name} is {mine}, but {theirs} in the peer (seed {options.seed})")
            for name, value in zip(held, truth):
                if row[name] is not None and value is not None:
                    held[name][0] += row[f"{name}_low"] - 1e-6 <= value <= row[f"{name}_high"] + 1e-6
                    held[name][1] += 1
    shares = {name: count / all for name, (count, all) in held.items()}
    print(f"validation: {compared} figures, greatest difference {worst:.1e}; coverage of 95 % intervals: "
          + ", ".join(f"{name} {100 * share:.1f} %" for name, share in shares.items()))
    if min(shares.values()) < 0.93:
        sys.exit("intervals cover the true value too rarely")


main()
