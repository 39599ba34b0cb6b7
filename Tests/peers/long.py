#!/usr/bin/env python3
"""Recomputes Tema's tables from its tidy tables with pandas, scipy and statsmodels.

Frequencies are counted again from `codings --long` and `passages`; shares, associations, tests, keyness and intervals are
computed from the counts and denominators of `--long`.

usage: long.py TEMA CODEBOOK PATH…
"""
import io
import math
import subprocess
import sys

import pandas
from scipy.stats import chi2_contingency, false_discovery_control, fisher_exact
from statsmodels.stats.proportion import proportion_confint

TEMA, BOOK, PATHS = sys.argv[1], sys.argv[2], sys.argv[3:]
KINDS = ["title", "abstract", "paragraph", "list-item", "quote", "box"]
compared, failed = {}, 0


def table(command, *options):
    book = [] if command == "passages" else ["-c", BOOK]
    out = subprocess.run([TEMA, command, "-q", *book, "--format", "csv", *options, *PATHS], capture_output=True, text=True)
    if out.returncode:
        sys.exit(out.stderr)
    return pandas.read_csv(io.StringIO(out.stdout), keep_default_na=False, na_values=[""])


def same(what, own, other, tolerance=6e-5):
    global failed
    compared[what] = compared.get(what, 0) + 1
    if pandas.isna(own) or abs(own - other) > tolerance * max(1, abs(other)):
        failed += 1
        print(f"{what}: {own}, but {other} from the tidy table", file=sys.stderr)


def frequencies():
    codings, passages = table("codings", "--long"), table("passages")
    coded = passages[passages.kind.isin(KINDS)]
    wide, long = table("frequencies"), table("frequencies", "--long").set_index(["code", "measure"])
    for _, row in wide.iterrows():
        own = codings[codings.code.eq(row.code)]
        with_below = codings[codings.code.eq(row.code) | codings.code.str.startswith(row.code + "/")]
        same("passages", row.passages, len(with_below[["document", "passage"]].drop_duplicates()))
        same("documents", row.documents, with_below.document.nunique())
        same("hits", row.hits, len(with_below))
        same("own", row.own_passages, own.id.nunique())
        same("% of passages", row.passages_percent, 100 * row.passages / len(coded))
        for measure in ["passages", "hits", "documents", "own_passages", "segments"]:
            same("values", row[measure], long.loc[(row.code, measure), "value"])
        for measure, scale in [("passages_percent", 100), ("documents_percent", 100), ("hits_per_1000_words", 1000)]:
            one = long.loc[(row.code, measure)]
            same("shares", row[measure], scale * one["count"] / one["of"])


def cooccurrence(unit):
    wide, long = table("cooccurrence", "--unit", unit), table("cooccurrence", "--unit", unit, "--long")
    pairs = long.drop_duplicates(["code_a", "code_b"]).set_index(["code_a", "code_b"])
    for _, row in wide.iterrows():
        one = pairs.loc[(row.code_a, row.code_b)]
        a, b, both, units = (int(one[name]) for name in ["n_a", "n_b", "n_ab", "units"])
        cells = [[both, a - both], [b - both, units - a - b + both]]
        same("Jaccard", row.jaccard, both / (a + b - both))
        same("lift", row.lift, units * both / (a * b))
        if both < units:
            same("NPMI", row.npmi, math.log(units * both / (a * b)) / -math.log(both / units))
        same("p", row.p, fisher_exact(cells).pvalue)
        if max(a, b) < units:
            same("phi", row.phi, (units * both - a * b) / math.sqrt(a * b * (units - a) * (units - b)))
            same("G²", row.g2, chi2_contingency(cells, correction=False, lambda_="log-likelihood").statistic)


def comparison(by):
    long = table("compare", "--by", by, "--measure", "percent", "--long")
    for _, row in long.iterrows():
        same("percent", row.value, 100 * row["count"] / row["of"])
        low, high = proportion_confint(row["count"], row["of"], method="wilson")
        same("Wilson", row.low, 100 * low)
        same("Wilson", row.high, 100 * high)


def keyness(by):
    tests = table("compare", "--by", by, "--measure", "rate", "--view", "tests")
    long = table("compare", "--by", by, "--measure", "rate", "--long")
    groups = [name for name in long.group.unique() if name != "total"]
    p = []
    for _, row in tests.iterrows():
        counts = long[long.code.eq(row.code)].set_index("group")
        cells = [[counts.loc[g, "count"] for g in groups], [counts.loc[g, "of"] - counts.loc[g, "count"] for g in groups]]
        if sum(cells[0]) == 0:
            continue
        found = chi2_contingency(cells, correction=False, lambda_="log-likelihood")
        same("keyness", row.log_likelihood, found.statistic)
        same("keyness p", row.p, found.pvalue)
        p.append((row.q, found.pvalue))
        for at, group in enumerate(groups):
            target, other = [r[at] for r in cells], [sum(r) - r[at] for r in cells]
            one = chi2_contingency([[target[0], other[0]], [target[1], other[1]]], correction=False, lambda_="log-likelihood")
            sign = -1 if target[0] / sum(target) < other[0] / sum(other) else 1
            same("keyness of a group", row[f"keyness_{group}"], sign * one.statistic)
    for own, other in zip([q for q, _ in p], false_discovery_control([value for _, value in p])):
        same("q", own, other)


frequencies()
for unit in ["sentence", "passage", "section", "document"]:
    cooccurrence(unit)
comparison("section")
keyness("section")
for name, count in compared.items():
    print(f"{name:20} {count:6} equal values")
sys.exit(1 if failed else 0)
