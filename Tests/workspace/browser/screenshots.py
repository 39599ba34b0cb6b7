"""Makes the pictures of Documentation/workspace.md from `tema serve --demo` with composed codings by two coders.

usage: screenshots.py TEMA [FOLDER]
"""

import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright
from serving import Client, Server, path, run
from workspace import go, text_of

folder = Path(sys.argv[2] if len(sys.argv) > 2 else "Documentation")


DOCUMENT = "tema-case-01"
# Composed codings of a composed text.
CODINGS = [
    ("ann", "early-relationships", "N. was raised by her grandmother in a village an hour from the coast."),
    ("ben", "separation-from-caregivers", "Her mother worked abroad for most of those years"),
    ("ben", "insecure-attachment", "she had longed to be loved by somebody who would not go away again"),
    ("ann", "desire-to-feel-loved", "she had longed to be loved by somebody who would not go away again, and that he seemed to be that person."),
    ("ann", "in-love-with-the-trafficker", "He remembered what she had said the week before, and it made her feel special."),
    ("ben", "gifts-and-promises", "He noticed that she stayed late and brought her tea."),
    ("ben", "desire-to-feel-loved", "it made her feel special"),
    ("ann", "threats-of-harm", "She was threatened when she spoke of her old school"),
    ("ben", "threats-of-harm", "he told her that her grandmother would hear of it"),
    ("ann", "watched-and-controlled", "Her phone was checked every evening, and after some weeks he kept it."),
    ("ben", "away-from-family-and-friends", "She lost contact with the two classmates who had still been writing to her."),
    ("ann", "supportive-relationships", "Her mentor, a woman of thirty"),
    ("ben", "working-through-the-trauma", "The nightmares became rarer"),
]


class Demo(Server):
    """The demonstration, whose study is deleted at its end."""

    def __init__(self, tema: str):
        super().__init__(tema, "--demo", "--port", "0", "--coder", "ann")
        self.study = Client(self).get("/study")["commandName"]


def code(tema: str, demo: Demo) -> str:
    """Makes the codings, and returns the place of one of them."""
    run(tema, "code", demo.study, "--coder", "ann")
    for coder, code, quote in CODINGS:
        run(tema, "tag", demo.study, DOCUMENT, "--quote", quote, "--code", code, "--coder", coder)
    row = next(one for one in Client(demo).get(path("documents", DOCUMENT, "codings"))["codings"] if one["quote"].startswith("He remembered"))
    return f"#/read{path(DOCUMENT)}?at={row['start'] + 3}"


def read(page: Page, place: str) -> None:
    go(page, place)
    expect(page.get_by_role("complementary", name="Here").get_by_role("article").first).to_be_visible()


def codes(page: Page, place: str) -> None:
    go(page, "#/codes/recruitment%2Fthrough-a-bond%2Fdesire-to-feel-loved")
    expect(page.get_by_role("button", name="Add an indicator")).to_be_visible()


def compare(page: Page, place: str) -> None:
    go(page, "#/compare")
    expect(page.get_by_role("region", name="Disagreements")).to_contain_text("1 of")


def picture(page: Page, name: str) -> None:
    page.wait_for_timeout(1500)
    file = folder / f"workspace-{name}.png"
    page.screenshot(path=file, animations="disabled", caret="hide")
    # Without ImageMagick, the pictures are larger.
    if convert := shutil.which("convert"):
        subprocess.run([convert, file, "-strip", "-colors", "256", f"PNG8:{file}"], check=True)


def main(tema: str) -> None:
    demo = Demo(tema)
    try:
        place = code(tema, demo)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
            page = browser.new_context(viewport={"width": 1280, "height": 800}, locale="en-GB", timezone_id="UTC").new_page()
            page.goto(demo.link)
            expect(text_of(page)).to_be_focused()
            for show in [read, codes, compare]:
                show(page, place)
                picture(page, show.__name__)
    finally:
        demo.end()


main(str(Path(sys.argv[1]).resolve()))
