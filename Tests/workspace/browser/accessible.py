"""Checks each screen and dialog with axe, the keyboard, a narrow window, and what screen readers get.

usage: accessible.py TEMA

TEMA_RENEW_GOLDEN=1 rewrites the stored snapshots.
"""

import os
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from serving import run
from workspace import Workspace, go, press, run_tests, says, text_of

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Each screen, with words that show that it is complete.
SCREENS = {
    "#/read/harbour": "The harbour was quiet", "#/codes/water": "water · ", "#/quotes?code=water": "tide",
    "#/search?q=boats": "Old Tomas counted", "#/compare": "1 of", "#/numbers": "tema frequencies", "#/numbers/cooccurrence": "tema cooccurrence",
    "#/numbers/compare": "tema compare", "#/numbers/saturation": "tema saturation", "#/numbers/combinations": "tema combinations",
    "#/history": "#1", "#/quotes?code=trade": "Quotes: 0", "#/search?q=zebra": "",
}
# The dialogs, by the screen and the keys that open them.
DIALOGS = [
    ("#/read/harbour", ["j", "s", "c"]), ("#/read/harbour", ["j", "s", "n"]), ("#/read/harbour", ["m"]), ("#/read/harbour", ["?"]),
    ("#/read/harbour", ["Control+k"]), ("#/codes/loss", ["F2"]), ("#/codes/loss", ["Shift+S"]), ("#/codes/loss", ["Shift+M"]),
    ("#/codes/loss", ["Delete"]), ("#/compare", ["n"]), ("#/quotes?code=loss", ["e"]),
]
FOCUSABLE = "a[href], button, input, select, textarea, summary, [tabindex='0']"


def code_some(workspace: Workspace) -> None:
    """Makes overlapping codings by two coders, who disagree."""
    for code, words, coder in [
        ("loss", "We lost the small one", "ann"), ("grief", "lost the small one in the storm", "ben"), ("waiting", "Waiting was the only thing", "ann"),
        ("work", "My mother mended nets", "ben"), ("hope", "fish will come back", "ann"), ("hope", "fish will come back", "ben"),
    ]:
        run(workspace.tema, "tag", workspace.study, "harbour", "--quote", words, "--code", code, "--coder", coder)


def show(page: Page, place: str) -> None:
    go(page, place)
    expect(page.get_by_role("main")).to_contain_text(SCREENS.get(place, ""), use_inner_text=True)
    page.wait_for_timeout(150)


def violations(page: Page, name: str) -> list[str]:
    found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
    return [f"{name}: {one['id']} {node['target']} {node['failureSummary']}" for one in found for node in one["nodes"]]


def axe(workspace: Workspace) -> None:
    """axe finds nothing wrong with any screen or dialog, light, dark and in forced colours, wide and narrow."""
    code_some(workspace)
    found, runs = [], 0
    for colors in [{"color_scheme": "light"}, {"color_scheme": "dark"}, {"forced_colors": "active"}]:
        for width in [1280, 390]:
            page = workspace.open(viewport={"width": width, "height": 800}, reduced_motion="reduce", **colors)
            for place in SCREENS:
                show(page, place)
                found += violations(page, f"{place} {colors} {width}")
                found += [f"{place} is wider than {width}"] * (page.evaluate("document.documentElement.scrollWidth") > width)
            # The dialogs are the same in forced colours and narrow windows, so each is checked twice.
            for place, keys in DIALOGS if (colors, width) in [({"color_scheme": "dark"}, 1280), ({"color_scheme": "light"}, 390)] else []:
                show(page, place)
                press(page, *keys)
                expect(page.get_by_role("dialog")).to_be_visible()
                found += violations(page, f"{place} {keys} {colors} {width}")
                press(page, "Escape")
            page.context.close()
            workspace.pages.remove(page)
    assert not found, f"{len(found)} violations\n" + "\n".join(found[:12])


def snapshots(workspace: Workspace) -> None:
    """Screen readers get the tree of codes and the codings of a text as stored."""
    code_some(workspace)
    page = workspace.open()
    expect(page.get_by_role("mark").first).to_be_visible()
    codes = page.get_by_role("tree", name="Codes")
    expect(codes.get_by_role("treeitem", name="Hope")).to_contain_text("2")
    for name, element in [("tree", codes), ("document", text_of(page))]:
        file = Path(__file__).parent / f"{name}.txt"
        if os.environ.get("TEMA_RENEW_GOLDEN"):
            file.write_text(element.aria_snapshot() + "\n")
        assert element.aria_snapshot() + "\n" == file.read_text(), element.aria_snapshot()


def narrow(workspace: Workspace) -> None:
    """At 400 % zoom, which is a window of 320 pixels, no screen scrolls sideways."""
    code_some(workspace)
    page = workspace.open(viewport={"width": 320, "height": 256})
    for place in SCREENS:
        show(page, place)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, place


def tab(workspace: Workspace) -> None:
    """Everything that can be operated is reached by Tab, on every screen, and is seen when it has the focus."""
    code_some(workspace)
    page = workspace.open()
    for place in SCREENS:
        show(page, place)
        page.evaluate("document.activeElement.blur(); window.reached = new Set()")
        for _ in range(250):
            press(page, "Tab")
            if page.evaluate("reached.has(document.activeElement) || (reached.add(document.activeElement), false)"):
                break
        missed = page.evaluate("""selector => [...document.querySelectorAll(selector)].filter(one =>
            one.checkVisibility({visibilityProperty: true}) && !one.disabled && one.tabIndex >= 0 && !reached.has(one)).map(one => one.outerHTML)""", FOCUSABLE)
        assert not missed, (place, missed[:3])


run_tests(axe, snapshots, narrow, tab)
