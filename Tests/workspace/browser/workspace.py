"""Opens the workspace in Chromium, and runs the tests of a file. Elements are found by what assistive technology sees."""

import re
import shutil
import sys
import tempfile
import time
import traceback
from pathlib import Path
from urllib.parse import urlsplit

from composed import composed
from playwright.sync_api import Browser, Page, expect, sync_playwright
from serving import Client, Server, path

expect.set_options(timeout=15_000)
pictures = Path(".build/browser")


class Workspace:
    """A server of one study, and the pages that are open on it."""

    def __init__(self, tema: str, study: Path, browser: Browser, *options: str):
        self.tema, self.study, self.browser, self.options = tema, study, browser, options
        self.server = Server(tema, study, "--port", "0", *options)
        self.pages: list[Page] = []
        self.troubles: list[str] = []
        self.requests: list[str] = []

    def client(self, coder: str = "ann") -> Client:
        return Client(self.server, coder)

    def open(self, coder: str = "ann", place: str = "", **context) -> Page:
        """Opens a page in a browser of its own, and waits until it shows a document. `place` is such as `#/codes/loss`."""
        size = {"width": 1280, "height": 800}
        page = self.browser.new_context(**{"viewport": size, "locale": "en-GB", **context}).new_page()
        self.watch(page)
        page.goto(self.server.links[coder])
        expect(text_of(page)).to_be_focused()
        if place:
            go(page, place)
        return page

    def watch(self, page: Page) -> None:
        """Notes what no page may do: errors, dialogs, and requests to other hosts. A server that is away is no error."""
        self.pages.append(page)
        page.on("console", lambda message: self.note(message.type in ("error", "warning"), message.text))
        page.on("pageerror", lambda error: self.note(True, str(error)))
        page.on("dialog", lambda dialog: (self.note(True, f"dialog: {dialog.message}"), dialog.dismiss()))
        page.on("request", lambda request: self.note_request(request.url))

    def note(self, is_trouble: bool, text: str) -> None:
        if is_trouble and not text.startswith("Failed to load resource"):
            self.troubles.append(text)

    def note_request(self, url: str) -> None:
        self.requests.append(url)
        self.note(urlsplit(url).scheme == "http" and urlsplit(url).netloc != self.server.host, f"request to {url}")

    def end(self) -> None:
        for page in self.pages:
            page.context.close()
        if self.server.process.poll() is None:
            self.server.kill()


def run_tests(*tests, prepare=composed, coders: str = "ann,ben") -> None:
    """Runs each test on a server of its own, with a copy of the study that `prepare` makes, and prints one line for all."""
    tema = str(Path(sys.argv[1]).resolve())
    begun, failures = time.monotonic(), 0
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        study = prepare(tema, Path(folder))
        for number, test in enumerate(tests):
            (Path(folder) / str(number)).mkdir()
            copy = shutil.copy(study, Path(folder) / str(number) / study.name)
            workspace = Workspace(tema, Path(copy), browser, "--coders", coders)
            try:
                test(workspace)
                assert not workspace.troubles, workspace.troubles
            except Exception:
                failures += 1
                print(f"FAILED: {test.__doc__}\n{traceback.format_exc()}")
                for index, page in enumerate(workspace.pages):
                    page.screenshot(path=pictures / f"failed-{test.__name__}-{index}.png")
            finally:
                workspace.end()
        browser.close()
    print(f"{Path(sys.argv[0]).name}: {len(tests) - failures} of {len(tests)} passed, {time.monotonic() - begun:.0f} s")
    sys.exit(failures > 0)


def text_of(page: Page):
    return page.get_by_role("document", name="Text of the document")


def go(page: Page, place: str) -> None:
    """Shows a place of the page, as a link to it does."""
    page.evaluate("place => { location.hash = place; }", place)


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def answer(page: Page, text: str, key: str = "Enter") -> None:
    """Types into the dialog that a key has opened, and presses Enter."""
    expect(page.get_by_role("dialog")).to_have_count(1)
    page.keyboard.type(text)
    page.keyboard.press(key)


def says(page: Page, words: str) -> None:
    """Waits until the page says the words in one of its lines for that."""
    expect(page.get_by_role("status").filter(has_text=re.compile(re.escape(words))).first).to_be_visible()


def is_saved(page: Page, seconds: float = 15) -> None:
    """Waits until the server has acknowledged everything."""
    expect(page.get_by_role("status").filter(has_text=re.compile("^saved$"))).to_be_visible(timeout=1000 * seconds)


def selected(page: Page) -> str:
    return page.evaluate("getSelection().toString()")


def codings(client: Client, document: str, coder: str = "ann") -> list[dict]:
    """Returns the coder's codings of the document by hand, in the order of the text."""
    found = client.get(path("documents", document, "codings"))["codings"]
    return sorted((one for one in found if one["coder"] == coder), key=lambda one: (one["start"], one["end"], one["code"]))
