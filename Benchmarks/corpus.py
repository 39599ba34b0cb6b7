#!/usr/bin/env python3
"""Composes the corpora and codebooks of the benchmarks from the words of Corpus/ in random order.

usage: corpus.py FOLDER [--megabytes N]

Writes FOLDER/articles/ (JATS, about 65 KB each), FOLDER/small.yaml (27 codes, 200 indicators) and FOLDER/large.yaml
(500 codes, 10,000 indicators: words, wildcards, phrases). The same arguments write the same bytes.
"""
import argparse
import html
import pathlib
import random
import re

ROOT = pathlib.Path(__file__).resolve().parent.parent


def vocabulary():
    """Returns the words of the project's own texts with their frequencies, and rare words made from their parts."""
    text = ""
    for path in sorted((ROOT / "Corpus").rglob("*")):
        if path.suffix in (".xml", ".md"):
            text += re.sub(r"<[^>]+>", " ", path.read_text(encoding="utf-8"))
    words = [w.lower() for w in re.findall(r"[A-Za-zéèüñ]{2,}", text)]
    dice = random.Random(1)
    distinct = sorted(set(words))
    rare = sorted({dice.choice(distinct)[:4] + dice.choice(distinct)[-4:] for _ in range(20_000)})
    return words, rare


class Composer:
    def __init__(self, seed):
        self.dice = random.Random(seed)
        self.words, self.rare = vocabulary()

    def word(self):
        if self.dice.random() < 0.06:
            return self.dice.choice(self.rare)
        return self.dice.choice(self.words)

    def sentence(self):
        words = [self.word() for _ in range(self.dice.randint(8, 30))]
        words[0] = words[0].capitalize()
        at = self.dice.randrange(len(words))
        words[at] += self.dice.choice([",", ";", "’s", f" ({self.word()})", ""])
        return " ".join(words) + "."

    def paragraph(self):
        parts = []
        for _ in range(self.dice.randint(3, 7)):
            sentence = html.escape(self.sentence(), quote=False)
            if self.dice.random() < 0.5:
                number = self.dice.randint(1, 40)
                sentence = f'{sentence[:-1]} <sup><xref ref-type="bibr" rid="r{number}">{number}</xref></sup>.'
            if self.dice.random() < 0.2:
                sentence += f" <italic>{self.word()}</italic>"
            parts.append(sentence)
        return "<p>" + " ".join(parts) + "</p>\n"

    def reference(self, number):
        people = "".join(
            f"<name><surname>{self.word().capitalize()}</surname><given-names>{self.word()[0].upper()}</given-names></name>"
            for _ in range(self.dice.randint(1, 4)))
        title = " ".join(self.word() for _ in range(9))
        return (
            f'<ref id="r{number}"><label>{number}</label><element-citation publication-type="journal"><person-group>'
            f"{people}</person-group><article-title>{title}</article-title><source>{self.word()}</source>"
            f"<year>{self.dice.randint(1990, 2024)}</year><volume>{self.dice.randint(1, 80)}</volume>"
            f"<fpage>{self.dice.randint(1, 900)}</fpage></element-citation></ref>\n")

    def article(self, number):
        sections = "".join(
            f"<sec><title>{title}</title>\n{''.join(self.paragraph() for _ in range(14))}</sec>\n"
            for title in ("Introduction", "Methods", "Results", "Discussion"))
        references = "".join(self.reference(at) for at in range(1, 41))
        return (
            '<?xml version="1.0" encoding="UTF-8"?>\n<article xmlns:xlink="http://www.w3.org/1999/xlink" '
            'article-type="research-article" xml:lang="en"><front><journal-meta><journal-title-group><journal-title>'
            "Composed</journal-title></journal-title-group></journal-meta><article-meta>"
            f'<article-id pub-id-type="doi">10.5555/bench.{number}</article-id><title-group><article-title>'
            f"{self.sentence()[:-1]}</article-title></title-group><pub-date><year>{2000 + number % 25}</year></pub-date>"
            f"<abstract>{self.paragraph()}</abstract></article-meta></front>\n<body>\n{sections}</body>\n<back><ref-list>\n"
            f"{references}</ref-list></back></article>\n")


def codebook(codes, indicators, seed):
    """Returns a codebook: 60 % of the indicators are words, 20 % have wildcards, 20 % are phrases."""
    composer = Composer(seed)
    words = sorted(set(composer.words)) + composer.rare
    seen, lists = set(), [[] for _ in range(codes)]
    while len(seen) < indicators:
        chance = composer.dice.random()
        indicator = composer.dice.choice(words)
        if chance >= 0.8:
            at = composer.dice.randrange(len(composer.words) - 1)
            indicator = " ".join(composer.words[at:at + 2])
        elif chance >= 0.6:
            indicator = indicator[:composer.dice.randint(4, 7)] + "*"
        if indicator not in seen:
            lists[len(seen) % codes].append(indicator)
            seen.add(indicator)
    lines = ["tema: 1", f"id: bench-{codes}", "codes:"]
    for number, own in enumerate(lists):
        lines += [f"  - id: c{number}", "    indicators:"] + [f'      - "{indicator}"' for indicator in own]
    return "\n".join(lines) + "\n"


def write(folder, megabytes):
    """Returns the number of articles and their size in bytes."""
    articles = folder / "articles"
    articles.mkdir(parents=True, exist_ok=True)
    composer, size, number = Composer(2014), 0, 0
    while size < megabytes * 1_000_000:
        text = composer.article(number).encode()
        (articles / f"{number:06}.xml").write_bytes(text)
        size, number = size + len(text), number + 1
    (folder / "small.yaml").write_text(codebook(27, 200, 27))
    (folder / "large.yaml").write_text(codebook(500, 10_000, 500))
    return number, size


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--megabytes", type=float, default=120)
    options = parser.parse_args()
    number, size = write(options.folder, options.megabytes)
    print(f"{number} articles, {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
