#!/usr/bin/env python3
"""Counts passages, articles and hits of each code with Python: lxml reads the articles, a library finds the words.

usage: peer.py LIBRARY CODEBOOK FOLDER [--articles N]

LIBRARY is pyahocorasick, ahocorasick_rs, flashtext or re. Prints one line of JSON: for each code its passages, articles
and hits. The passages and rules are the same as Tema's: titles, abstracts and paragraphs; complete words, ignoring case;
wildcards at the end of a word; phrases separated by a space or a hyphen; the longest of one code's nested hits.
"""
import argparse
import collections
import json
import pathlib
import re

from lxml import etree

LETTER = r"[^\W_]"


def read_codebook(path):
    """Returns pairs of an indicator in lower case and its code."""
    pairs, code = [], None
    for line in path.read_text().splitlines():
        if line.strip().startswith("- id: "):
            code = line.split(": ")[1]
        elif line.strip().startswith('- "'):
            pairs.append((line.split('"')[1].lower(), code))
    return pairs


def passages(path):
    """Yields the coded texts, with white space collapsed."""
    root = etree.parse(str(path)).getroot()
    for block in root.findall("front/article-meta/title-group/article-title") + root.findall(".//p"):
        yield " ".join(etree.tostring(block, method="text", encoding="unicode", with_tail=False).split())


def by_word(pairs):
    """Returns, for each indicator without wildcard, whether it had a wildcard at its end, and its code."""
    words = collections.defaultdict(list)
    for indicator, code in pairs:
        words[indicator.rstrip("*")].append((indicator.endswith("*"), code))
    return words


def folded(text):
    return text.lower().replace("-", " ").replace("’", "'")


NEGATION = re.compile(rf"n't(?!{LETTER})")


def begins_word(text, start):
    """An apostrophe separates words, except in "n't"."""
    if start == 0:
        return True
    return not (text[start - 1].isalnum() or start > 1 and NEGATION.match(text, start - 2))


def ends_word(text, end):
    if end == len(text):
        return True
    return not (text[end].isalnum() or NEGATION.match(text, end - 1))


REST_OF_WORD = re.compile(rf"{LETTER}*(?:(?<=n)'t(?!{LETTER}))?")


def keep(text, start, end, codes, found):
    """Adds a match for its codes if it consists of complete words. A match with a wildcard extends to the end of the word."""
    if not begins_word(text, start):
        return
    is_whole = ends_word(text, end)
    for is_open, code in codes:
        if is_whole:
            found[code].append((start, end))
        elif is_open:
            found[code].append((start, REST_OF_WORD.match(text, end).end()))


def hits(spans):
    """Returns how many of a code's matches in a passage are not inside another one."""
    if len(spans) == 1:
        return 1
    spans.sort(key=lambda span: (span[0], -span[1]))
    count, furthest = 0, -1
    for _, end in spans:
        if end > furthest:
            count, furthest = count + 1, end
    return count


def with_pyahocorasick(pairs):
    import ahocorasick
    automaton = ahocorasick.Automaton()
    for word, codes in by_word(pairs).items():
        automaton.add_word(word, (len(word), codes))
    automaton.make_automaton()

    def find(text):
        text, found = folded(text), collections.defaultdict(list)
        for last, (length, codes) in automaton.iter(text):
            keep(text, last + 1 - length, last + 1, codes, found)
        return found
    return find


def with_ahocorasick_rs(pairs):
    import ahocorasick_rs
    words = by_word(pairs)
    codes = list(words.values())
    automaton = ahocorasick_rs.AhoCorasick(list(words))

    def find(text):
        text, found = folded(text), collections.defaultdict(list)
        for number, start, end in automaton.find_matches_as_indexes(text, overlapping=True):
            keep(text, start, end, codes[number], found)
        return found
    return find


def with_flashtext(pairs):
    """flashtext matches complete words only and drops words inside phrases, so its counts differ."""
    from flashtext import KeywordProcessor
    processor = KeywordProcessor()
    for word, codes in by_word(pairs).items():
        processor.add_keyword(word, tuple(code for _, code in codes))

    def find(text):
        found = collections.defaultdict(list)
        for codes, start, end in processor.extract_keywords(folded(text), span_info=True):
            for code in codes:
                found[code].append((start, end))
        return found
    return find


def with_re(pairs):
    """One pattern for each code. The first alternative that matches counts, so the hits differ."""
    groups = collections.defaultdict(list)
    for indicator, code in pairs:
        end = "" if indicator.endswith("*") else rf"(?!{LETTER})(?!(?<=n)'t(?!{LETTER}))"
        groups[code].append(re.escape(indicator.rstrip("*")) + end)
    start = rf"(?<!{LETTER})(?!(?<=n')t(?!{LETTER}))"
    patterns = [(code, re.compile(f"{start}(?:{'|'.join(own)})")) for code, own in groups.items()]

    def find(text):
        text, found = folded(text), {}
        for code, pattern in patterns:
            spans = [match.span() for match in pattern.finditer(text)]
            if spans:
                found[code] = spans
        return found
    return find


FINDERS = {
    "pyahocorasick": with_pyahocorasick, "ahocorasick_rs": with_ahocorasick_rs, "flashtext": with_flashtext, "re": with_re,
}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("library", choices=FINDERS)
    parser.add_argument("codebook", type=pathlib.Path)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--articles", type=int)
    options = parser.parse_args()
    find = FINDERS[options.library](read_codebook(options.codebook))
    counts = collections.defaultdict(lambda: [0, 0, 0])
    for path in sorted(options.folder.iterdir())[:options.articles]:
        in_article = set()
        for text in passages(path):
            for code, spans in find(text).items():
                counts[code][0] += 1
                counts[code][2] += hits(spans)
                in_article.add(code)
        for code in in_article:
            counts[code][1] += 1
    print(json.dumps(counts, sort_keys=True))


if __name__ == "__main__":
    main()
