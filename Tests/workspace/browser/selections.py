"""Makes random selections in text of many scripts, and compares what the page would send with the text that Tema prints.

usage: selections.py TEMA [NUMBER OF SELECTIONS]

The selections are made through the browser's own interface, whose offsets are UTF-16 units. Python counts the scalars.
The seed of the random numbers is printed.
"""

import json
import random
import sys
from pathlib import Path

from composed import study_of
from serving import run
from workspace import Workspace, codings, is_saved, press, run_tests, text_of

PIECES = [
    "a", "b ", "word ", ". ", "é", "e\u0301", "👩\u200d👩\u200d👧", "🇮🇩", "🇩🇪", "👍🏽", "ש", "שָׁ", "ל ", "سل", "\u200d", "م ", "نَ", "x\u0308",
    "한", "한", "𝒳", "𐐷 ", "नि", "க்ஷ", "\u200b", "\u2067", "\u2069", "1️⃣", "\r\n",
]
number = int(sys.argv[2]) if len(sys.argv) > 2 else 300
seed = random.randrange(1 << 30)
chance = random.Random(seed)

# Answers what the page would send without sending it: the server's refusal makes the page take its mark back.
CAPTURE = """() => {
    const send = window.fetch;
    window.sent = [];
    window.fetch = (path, options) => {
        if (options?.method !== "PUT" || !String(path).includes("/codings/")) return send(path, options);
        window.sent.push(JSON.parse(options.body));
        return Promise.resolve(new Response("{}", { status: 409 }));
    };
}"""
# Selects from one UTF-16 offset of a passage to one of another passage, forwards or backwards, and returns both, moved
# out to whole characters.
SELECT = """async (text, {from, to, isBackward}) => {
    const frame = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)));
    await frame();  // The marks of the selection before are drawn.
    const blocks = [...text.querySelectorAll("p")];
    const bound = ({passage, unit}) => {
        const walker = document.createTreeWalker(blocks[passage], NodeFilter.SHOW_TEXT);
        let left = unit, node = walker.nextNode();
        for (let next = walker.nextNode(); next && left > node.length; next = walker.nextNode()) [left, node] = [left - node.length, next];
        return [node, left];
    };
    const snapped = ({passage, unit}, isEnd) => {
        const segments = new Intl.Segmenter(undefined, {granularity: "grapheme"}).segment(blocks[passage].textContent);
        const found = segments.containing(unit);
        return {passage, unit: !found || found.index === unit ? unit : isEnd ? found.index + found.segment.length : found.index};
    };
    const [anchor, focus] = isBackward ? [bound(to), bound(from)] : [bound(from), bound(to)];
    getSelection().setBaseAndExtent(...anchor, ...focus);
    await frame();
    return [snapped(from, false), snapped(to, true)];
}"""
PRESS = """() => new Promise(done => {
    document.activeElement.dispatchEvent(new KeyboardEvent("keydown", {key: "1", code: "Digit1", bubbles: true, cancelable: true}));
    setTimeout(() => done(window.sent.splice(0)));
})"""


def prepare(tema: str, folder: Path) -> Path:
    """Makes a study of one document of 40 paragraphs, whose file has the line ends of Windows."""
    passages = ["a" + "".join(chance.choice(PIECES) for _ in range(chance.randint(1, 50))) + "b" for _ in range(40)]
    return study_of(tema, folder, {"scripts": "\r\n\r\n".join(passages) + "\r\n"})


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def scalars(text: str, unit: int) -> int:
    return len(text.encode("utf-16-le")[: 2 * unit].decode("utf-16-le"))


def selection_in(texts: list[str]) -> dict:
    """Returns random ends, at least one letter apart, in one passage or in neighbouring ones."""
    passage = chance.randrange(len(texts))
    last = min(len(texts) - 1, passage + chance.choice([0, 0, 0, 1, 2]))
    ends = [boundary(texts[passage]), boundary(texts[last])]
    while passage == last and ends[0] == ends[1]:
        ends[1] = boundary(texts[last])
    (first, unit), (last, other) = sorted([(passage, ends[0]), (last, ends[1])])
    return {"from": {"passage": first, "unit": unit}, "to": {"passage": last, "unit": other}, "isBackward": chance.random() < 0.5}


def boundary(text: str) -> int:
    """Returns an offset between two scalars, but perhaps within a character."""
    return units(text[: chance.randint(0, len(text))])


def span_of(texts: list[str], starts: list[int], start: dict, end: dict) -> tuple[int, int] | None:
    """Returns the scalars of the document, without the ends of passages that a selection only touches."""
    if end["unit"] == 0 and start["passage"] < end["passage"]:
        end = {"passage": end["passage"] - 1, "unit": units(texts[end["passage"] - 1])}
    if start["unit"] == units(texts[start["passage"]]) and start["passage"] < end["passage"]:
        start = {"passage": start["passage"] + 1, "unit": 0}
    first, last = [starts[at["passage"]] + scalars(texts[at["passage"]], at["unit"]) for at in (start, end)]
    return (first, last) if first < last else None


def spans(workspace: Workspace) -> None:
    """The span and the words of each selection are those of the text that the program prints."""
    page = workspace.open()
    document = workspace.client().get("/documents/scripts")
    texts = [passage["text"] for passage in document["passages"]]
    starts = [passage["start"] for passage in document["passages"]]
    printed = run(workspace.tema, "text", "show", workspace.study, "scripts", "--plain")
    assert printed.rstrip("\n") == "\n\n".join(texts), "the page has another text"
    text = text_of(page)
    real = [selection_in(texts) for _ in range(20)]
    for choice in real:
        text.evaluate(SELECT, choice)
        press(page, "2")
        is_saved(page)
    rows = [json.loads(row) for row in run(workspace.tema, "codings", workspace.study, "--codings", "hand", "--format", "jsonl").splitlines()]
    made = {(one["start"], one["end"], one["quote"]) for one in codings(workspace.client(), "scripts")}
    expected = {span_of(texts, starts, *text.evaluate(SELECT, choice)) for choice in real} - {None}
    wanted = {(start, end, printed[start:end]) for start, end in expected}
    assert made == wanted, (made - wanted, wanted - made)
    assert {(row["start"], row["end"]) for row in rows} == expected, "the program lists other codings"
    page.evaluate(CAPTURE)
    for _ in range(number):
        choice = selection_in(texts)
        span = span_of(texts, starts, *text.evaluate(SELECT, choice))
        sent = page.evaluate(PRESS)
        got = [(one["start"], one["end"], one["quote"]) for one in sent]
        assert got == ([] if span is None else [(*span, printed[slice(*span)])]), (choice, span, got)


print(f"seed {seed}, {number} selections")
run_tests(spans, prepare=prepare)
