"""Composes the data of the study benchmark: texts, a codebook, and codings made by hand as a folder of plain text."""
import hashlib
import json
import random

import corpus

DOCUMENTS, PASSAGES, CODINGS, CODES = 1_000, 100, 10, 50


def write(folder):
    """Writes FOLDER/texts/, FOLDER/codes.yaml and FOLDER/codings/, with the same bytes in every run."""
    words, _ = corpus.vocabulary()
    dice = random.Random(3)
    codings = folder / "codings"
    (folder / "texts").mkdir(parents=True, exist_ok=True)
    book = "tema: 1\nid: composed\ncodes:\n" + "".join(
        f'  - id: c{number}\n    indicators: ["{word}"]\n' for number, word in enumerate(sorted(set(words))[:CODES]))
    (folder / "codes.yaml").write_text(book)
    number = 0
    for document in range(DOCUMENTS):
        name = f"d{document:04}"
        passages = [" ".join(dice.choice(words) for _ in range(40)) + "." for _ in range(PASSAGES)]
        text = "\n\n".join(passages)
        (folder / "texts" / f"{name}.txt").write_text(text)
        (codings / "codings" / name).mkdir(parents=True, exist_ok=True)
        with open(codings / "codings" / name / "ana.jsonl", "w") as lines:
            start = 0
            for at, passage in enumerate(passages):
                for coding in range(CODINGS):
                    number += 1
                    begin = start + coding * 12
                    lines.write(line(number, name, text, at, begin, begin + dice.randrange(3, 60), f"c{dice.randrange(CODES)}"))
                start += len(passage) + 2
    return codings, number


def line(number, document, text, passage, start, end, code):
    return json.dumps({
        "id": f"{number:032x}", "document": document, "hash": hashlib.sha256(text.encode()).hexdigest(), "passage": passage,
        "start": start, "end": end, "code": code, "coder": "ana", "quote": text[start:end],
        "before": text[max(0, start - 32):start], "after": text[end:end + 32], "state": "sure", "score": 1,
        "at": "2026-01-01T00:00:00Z"}) + "\n"
