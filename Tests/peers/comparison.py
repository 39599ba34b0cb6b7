#!/usr/bin/env python3
"""Compares `tema compare` with scipy and statsmodels, on composed notes in groups.

usage: comparison.py TEMA [--rounds N] [--seed N]
"""
import argparse
import json
import pathlib
import random
import subprocess
import sys
import tempfile

from scipy.stats import chi2_contingency, fisher_exact
from statsmodels.stats.proportion import proportion_confint

WORDS = ["loss", "hope", "fear"]


def compose(folder, dice):
    """Writes notes with a group in their front matter. Returns, for each group, the number of notes and of notes with each word."""
    groups = [chr(ord("a") + number) for number in range(dice.randint(2, 4))]
    counts = {group: [0] + [0] * len(WORDS) for group in groups}
    for number in range(dice.randint(12, 80)):
        group = groups[number] if number < len(groups) else dice.choice(groups)
        has = [dice.random() < 0.2 + 0.2 * groups.index(group) for _ in WORDS]
        counts[group][0] += 1
        for at, given in enumerate(has):
            counts[group][at + 1] += given
        words = " ".join(word for word, given in zip(WORDS, has) if given)
        (folder / f"n{number}.md").write_text(f"---\nwave: {group}\n---\n\nNothing {words}.\n")
    return counts


def rows(tema, book, folder, *options):
    out = subprocess.run([tema, "compare", "-q", "-c", book, "--by", "wave", "--format", "json", *options, folder],
                         capture_output=True, text=True)
    if out.returncode:
        sys.exit(out.stderr)
    return json.loads(out.stdout)["rows"]


def pairs(tema, book, folder, counts):
    """Yields the name of each figure, Tema's value and the peer's value."""
    tests = rows(tema, book, folder, "--measure", "documents", "--view", "tests")
    shares = rows(tema, book, folder, "--measure", "documents_percent", "--view", "intervals")
    for at, (test, share) in enumerate(zip(tests, shares)):
        table = [[counts[g][at + 1] for g in counts], [counts[g][0] - counts[g][at + 1] for g in counts]]
        for group in counts:
            low, high = proportion_confint(counts[group][at + 1], counts[group][0], method="wilson")
            yield "Wilson", share[f"{group} low"] / 100, low
            yield "Wilson", share[f"{group} high"] / 100, high
        if 0 in map(sum, table):
            continue
        found = chi2_contingency(table, correction=False)
        yield "χ²", test["chi_squared"], found.statistic
        yield "df", test["degrees"], found.dof
        yield "G²", test["log_likelihood"], chi2_contingency(table, correction=False, lambda_="log-likelihood").statistic
        yield "p", test["p"], fisher_exact(table).pvalue if test["test"] == "Fisher" else found.pvalue


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tema")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    compared, failed = {}, 0
    for number in range(options.rounds):
        seed = options.seed * 1_000_000 + number
        with tempfile.TemporaryDirectory() as place:
            book, folder = pathlib.Path(place) / "book.yaml", pathlib.Path(place) / "notes"
            folder.mkdir()
            book.write_text("tema: 1\nid: words\ncodes:\n" + "".join(f"  - id: {w}\n    indicators: [{w}]\n" for w in WORDS))
            counts = compose(folder, random.Random(seed))
            for name, own, other in pairs(options.tema, book, folder, dict(sorted(counts.items()))):
                compared[name] = compared.get(name, 0) + 1
                if own is None or abs(own - other) > 2e-6:
                    failed += 1
                    print(f"seed {seed}: {name} is {own}, but {other} in the peer", file=sys.stderr)
    for name, count in compared.items():
        print(f"{name:8} {count:4} equal values")
    sys.exit(1 if failed else 0)


main()
