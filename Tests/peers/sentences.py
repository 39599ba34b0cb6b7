#!/usr/bin/env python3
"""Compares the borders of sentences with pySBD and ICU, on the composed passages of sentences.json.

usage: sentences.py

No command prints sentences. Tema's borders are those of sentences.json: a Swift test checks that they are the ones that Tema finds.
"""
import json
import os
import sys

import icu
import pysbd

# pySBD has no rules for Indonesian.
PYSBD = {"en": "en", "id": "en", "es": "es", "zh": "zh"}


def borders(marked):
    """Returns a passage without its marks, and the offsets of the marks between sentences."""
    sentences = marked.split("|")
    offsets, at = set(), 0
    for sentence in sentences[:-1]:
        at += len(sentence)
        offsets.add(at)
    return "".join(sentences), offsets


def begin(text, offsets):
    """Moves offsets to the next character that is not white space, because programs differ in whose part white space is."""
    moved = {offset + len(text[offset:]) - len(text[offset:].lstrip()) for offset in offsets}
    return {offset for offset in moved if 0 < offset < len(text)}


def by_pysbd(language):
    segmenter = pysbd.Segmenter(language=PYSBD[language], clean=False, char_span=True)
    return lambda text: {span.start for span in segmenter.segment(text)}


def by_icu(language):
    iterator = icu.BreakIterator.createSentenceInstance(icu.Locale(language))

    def find(text):
        # ICU counts UTF-16 units.
        string = icu.UnicodeString(text)
        iterator.setText(string)
        return {len(str(string[:end])) for end in iterator}
    return find


def f1(pairs):
    right = sum(len(expected & found) for expected, found in pairs)
    return 2 * right / sum(len(expected) + len(found) for expected, found in pairs)


def main():
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "sentences.json"), encoding="utf-8") as file:
        passages = json.load(file)["passages"]
    failed = False
    for language, rows in passages.items():
        expected = [borders(row["expected"]) for row in rows]
        ours = [borders(row.get("found", row["expected"]))[1] for row in rows]
        scores = {"tema": f1([(truth, found) for (_, truth), found in zip(expected, ours)])}
        for name, find in (("pysbd", by_pysbd(language)), ("icu", by_icu(language))):
            scores[name] = f1([(truth, begin(text, find(text))) for text, truth in expected])
        count = sum(len(truth) + 1 for _, truth in expected)
        print(f"sentences {language}: {count} sentences, F1 of borders " + ", ".join(f"{name} {score:.3f}" for name, score in scores.items()))
        failed = failed or scores["tema"] < max(scores.values())
    sys.exit("Tema finds fewer borders than another program" if failed else 0)


main()
