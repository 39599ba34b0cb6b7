"""Checks each screen and dialog with axe.

usage: accessible.py TEMA
"""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from screens import SCREENS, code_some, show
from workspace import Workspace, press, run_tests

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# The dialogs, by the screen and the keys that open them.
DIALOGS = [
    ("#/read/harbour", ["j", "s", "c"]), ("#/read/harbour", ["j", "s", "n"]), ("#/read/harbour", ["m"]), ("#/read/harbour", ["?"]),
    ("#/read/harbour", ["Control+k"]), ("#/codes/loss", ["F2"]), ("#/codes/loss", ["Shift+S"]), ("#/codes/loss", ["Shift+M"]),
    ("#/codes/loss", ["Delete"]), ("#/compare", ["n"]), ("#/quotes?code=loss", ["e"]),
]


def violations(page: Page, name: str) -> list[str]:
    found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
    return [f"{name}: {one['id']} {node['target']} {node['failureSummary']}" for one in found for node in one["nodes"]]


def axe(workspace: Workspace) -> None:
    """axe finds nothing wrong with any screen or dialog, light, dark and in forced colours, wide and narrow."""
    code_some(workspace)
    found = []
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


run_tests(axe)
