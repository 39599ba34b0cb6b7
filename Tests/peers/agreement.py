#!/usr/bin/env python3
"""Compares `tema agreement` with krippendorff, irrCAC, scikit-learn and statsmodels, on random ratings with gaps.

usage: agreement.py TEMA [--rounds N] [--seed N]
"""
import argparse
import csv
import json
import os
import random
import subprocess
import sys
import tempfile
import warnings

import krippendorff
import numpy
import pandas
from irrCAC.raw import CAC
from sklearn.metrics import cohen_kappa_score
from statsmodels.stats.inter_rater import aggregate_raters, fleiss_kappa

warnings.filterwarnings("ignore")


def compose(dice):
    """Returns random ratings, coders by units; None for a missing rating. Every coder rates, and at least two values occur."""
    while True:
        coders, units, values = dice.randint(2, 6), dice.randint(8, 60), dice.randint(2, 5)
        gaps = dice.choice([0, 0, 0.1, 0.4])
        truth = [dice.randint(1, values) for _ in range(units)]
        rows = [[None if dice.random() < gaps else truth[u] if dice.random() < 0.6 else dice.randint(1, values)
                 for u in range(units)] for _ in range(coders)]
        paired = [u for u in range(units) if sum(row[u] is not None for row in rows) > 1]
        found = {row[u] for row in rows for u in paired if row[u] is not None}
        everywhere = {value for row in rows for value in row if value is not None}
        if len(found) > 1 and found == everywhere and all(any(v is not None for v in row) for row in rows):
            return rows


def ours(tema, rows):
    with tempfile.NamedTemporaryFile("w", suffix=".csv", newline="", delete=False) as file:
        table = csv.writer(file)
        table.writerow(["unit", "coder", "value"])
        table.writerows([u, c, v] for c, row in enumerate(rows) for u, v in enumerate(row) if v is not None)
    out = subprocess.run([tema, "agreement", "--data", file.name, "--draws", "0", "--format", "json"], capture_output=True, text=True)
    os.unlink(file.name)
    if out.returncode:
        sys.exit(out.stderr)
    return {row["coefficient"]: row["value"] for row in json.loads(out.stdout)["rows"]}


def theirs(rows):
    matrix = numpy.array([[numpy.nan if v is None else v for v in row] for row in rows], dtype=float)
    for level in ("nominal", "ordinal", "interval", "ratio"):
        yield f"alpha_{level}", "krippendorff", krippendorff.alpha(reliability_data=matrix, level_of_measurement=level)
    # Of two coders, Tema ignores units that only one of them rated.
    frame = pandas.DataFrame(matrix.T).dropna(how="any" if len(rows) == 2 else "all")
    identity = CAC(frame, digits=12)
    for name, method in (("fleiss_kappa", "fleiss"), ("conger_kappa", "conger"), ("gwet_ac1", "gwet"), ("brennan_prediger", "bp"),
                         ("alpha_nominal", "krippendorff")):
        yield name, "irrCAC", getattr(identity, method)()["est"]["coefficient_value"]
    for weights in ("ordinal", "linear", "quadratic"):
        yield f"gwet_ac2_{weights}", "irrCAC", CAC(frame, weights=weights, digits=12).gwet()["est"]["coefficient_value"]
    if len(rows) == 2:
        pairs = [[int(v) for v in row] for row in frame.to_numpy().T]
        values = sorted(set(pairs[0] + pairs[1]))
        if values == list(range(values[0], values[-1] + 1)):  # scikit-learn weighs ranks, Tema numbers.
            for weights in ("linear", "quadratic"):
                yield f"cohen_kappa_{weights}", "scikit-learn", cohen_kappa_score(*pairs, weights=weights)
    if not numpy.isnan(matrix).any():
        yield "fleiss_kappa", "statsmodels", fleiss_kappa(aggregate_raters(matrix.T)[0])
        if len(rows) == 2:
            yield "cohen_kappa", "scikit-learn", cohen_kappa_score(*rows)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tema")
    parser.add_argument("--rounds", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    compared, worst, failed = {}, {}, 0
    for number in range(options.rounds):
        seed = options.seed * 1_000_000 + number
        rows = compose(random.Random(seed))
        own = ours(options.tema, rows)
        for name, peer, value in theirs(rows):
            distance = abs(own[name] - float(value)) if own[name] is not None else float("inf")
            key = (name, peer)
            compared[key] = compared.get(key, 0) + 1
            worst[key] = max(worst.get(key, 0), distance)
            if not distance < 2e-6:
                failed += 1
                print(f"seed {seed}: {name} is {own[name]}, but {value} in {peer}", file=sys.stderr)
    for (name, peer), count in sorted(compared.items()):
        print(f"{name:20} {peer:14} {count:4} times, at most {worst[name, peer]:.1e} apart")
    sys.exit(1 if failed else 0)


main()
