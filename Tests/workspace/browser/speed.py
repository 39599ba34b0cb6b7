"""Prints how fast the workspace is with a long document. It is not part of the tests, because times differ by computer.

usage: speed.py TEMA

The document has 1.5 million characters in 2,856 passages, and 5,000 overlapping codings of two coders.
"""

import json
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

from composed import HARBOUR, MARKET, CODES, study_of
from playwright.sync_api import Page, expect, sync_playwright
from serving import run
from workspace import Workspace, codings, go, is_saved, press, text_of

SENTENCES = [sentence for passage in HARBOUR + MARKET for sentence in passage.split(". ")]
chance = random.Random(1)
FRAME = "() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))"
# Presses a key in the page, and returns after how many milliseconds the number of marks has changed and is painted.
MARK = """key => new Promise(done => {
    const count = () => document.querySelectorAll("mark").length;
    const [before, begun] = [count(), performance.now()];
    const look = () => count() !== before ? requestAnimationFrame(() => setTimeout(() => done(performance.now() - begun))) : requestAnimationFrame(look);
    document.activeElement.dispatchEvent(new KeyboardEvent("keydown", {key, code: `Digit${key}`, bubbles: true, cancelable: true}));
    look();
})"""


def prepare(tema: str, folder: Path) -> Path:
    """Makes the study of the long document and of a short one."""
    passages = []
    for _ in range(2856):
        words = ""
        while len(words) < 525:
            words += chance.choice(SENTENCES).rstrip(".") + ". "
        passages.append(words.strip())
    study = study_of(tema, folder, {"long": "\n\n".join(passages) + "\n", "short": "They waited.\n"})
    text = "\n\n".join(passages)
    with open(folder / "codings.jsonl", "w") as file:
        for _ in range(5000):
            start = chance.randrange(len(text) - 400)
            row = {"document": "long", "code": chance.choice(CODES)[0], "start": start, "end": start + chance.randint(5, 300), "coder": chance.choice(["ann", "ben"])}
            file.write(json.dumps(row) + "\n")
    print(run(tema, "import", study, folder / "codings.jsonl", "--coder", "ann").strip())
    print(f"{len(text):,} characters in {len(passages):,} passages")
    return study


def spread(name: str, values: list[float], unit: str = "ms") -> None:
    ordered = sorted(values)
    print(f"{name}: median {statistics.median(ordered):.0f} {unit}, p95 {ordered[int(0.95 * (len(ordered) - 1))]:.0f}, most {ordered[-1]:.0f}")


def cpu(session) -> float:
    """Returns the milliseconds of the processor that the page has used."""
    return 1000 * next(one["value"] for one in session.send("Performance.getMetrics")["metrics"] if one["name"] == "TaskDuration")


def first_paint(workspace: Workspace) -> Page:
    """Opens the long document until its text and its first marks are painted."""
    page = workspace.open(place="#/read/short")
    expect(page.get_by_role("heading", name="short")).to_be_visible()
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    before = cpu(session)
    wall = page.evaluate("""async frame => {
        const begun = performance.now();
        location.hash = "#/read/long";
        while (document.querySelectorAll("[role=document] mark").length === 0) await new Promise(requestAnimationFrame);
        await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
        return performance.now() - begun;
    }""")
    print(f"first paint of the long document: {wall:.0f} ms, of which the page's processor time {cpu(session) - before:.0f} ms")
    page.wait_for_timeout(1500)
    return page


def coding(workspace: Workspace, page: Page) -> None:
    """Codes 20 sentences, and measures until the mark is painted and until the server has answered."""
    marks, disk = [], []
    text_of(page).focus()
    for number in range(20):
        press(page, "j", "j", "s")
        page.wait_for_timeout(400)
        begun = time.monotonic()
        with page.expect_response(lambda answer: "/codings/" in answer.url and answer.request.method == "PUT"):
            marks.append(page.evaluate(MARK, str(number % 9 + 1)))
        disk.append(1000 * (time.monotonic() - begun))
        is_saved(page)
    spread("from the key to the mark", marks)
    spread("from the key to the server's answer, when it is on the disk", disk)


def jumps(page: Page) -> None:
    """Goes to 20 places of the long document."""
    times = []
    for _ in range(20):
        at = chance.randrange(1_400_000)
        times.append(page.evaluate("""async at => {
            const begun = performance.now();
            location.hash = `#/read/long?at=${at}-${at + 20}`;
            for (;;) {
                await new Promise(requestAnimationFrame);
                const range = getSelection().rangeCount ? getSelection().getRangeAt(0).getBoundingClientRect() : null;
                if (range && range.height > 0 && range.top > 0 && range.bottom < innerHeight && getSelection().toString().length > 15) break;
                if (performance.now() - begun > 5000) break;
            }
            await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
            return performance.now() - begun;
        }""", at))
        press(page, "Escape")
        page.wait_for_timeout(150)
    spread("jump to a place", times)


def presses(workspace: Workspace, page: Page) -> None:
    """Codes 50 passages, each with a given code, by key presses."""
    before = len(codings(workspace.client(), "long"))
    go(page, "#/read/long?at=0-1")
    page.wait_for_timeout(500)
    count, begun = 0, time.monotonic()
    for number in range(50):
        keys = ["j", "p", str(chance.randint(1, 9))]
        press(page, *keys)
        count += len(keys)
    is_saved(page, 120)
    made = len(codings(workspace.client(), "long")) - before
    print(f"{count / made:.1f} presses per coding, {made} codings in {time.monotonic() - begun:.1f} s")
    assert count / made <= 3


def main(tema: str) -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        study = prepare(tema, Path(folder))
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        begun = time.monotonic()
        workspace = Workspace(tema, study, browser, "--coders", "ann,ben")
        print(f"start of the server: {1000 * (time.monotonic() - begun):.0f} ms")
        try:
            page = first_paint(workspace)
            coding(workspace, page)
            jumps(page)
            presses(workspace, page)
        finally:
            workspace.server.kill()
            browser.close()


sys.stdout.reconfigure(line_buffering=True)
main(str(Path(sys.argv[1]).resolve()))
