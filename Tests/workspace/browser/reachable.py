"""Checks that each screen can be used with a screen reader, with the keyboard and in a narrow window.

usage: reachable.py TEMA

TEMA_RENEW_GOLDEN=1 rewrites the stored snapshots.
"""

import os
from pathlib import Path

from playwright.sync_api import expect
from screens import SCREENS, code_some, show
from workspace import Workspace, press, run_tests, text_of

FOCUSABLE = "a[href], button, input, select, textarea, summary, [tabindex='0']"


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


run_tests(snapshots, narrow, tab)
