"""Presses every key of the table in Documentation/workspace.md, and checks that it does what the table says.

usage: keys.py TEMA
"""

import codingkeys  # noqa: F401, adds its tests
from keytable import documented, found, key, sentences, tested
from playwright.sync_api import expect
from workspace import Workspace, answer, is_saved, press, run_tests, says, selected, text_of


@key("B")
def brush(workspace: Workspace) -> None:
    """With the brush, every selection takes the code used last."""
    page = workspace.open()
    press(page, "j", "s", "9", "b")
    says(page, "Waiting")
    page.get_by_text("My mother mended nets").dblclick(position={"x": 30, "y": 14})
    says(page, "Waiting on “")
    expect(page.get_by_role("mark")).to_have_count(5)
    assert [code for code, _ in found(workspace)] == ["waiting", "waiting"]


@key("D")
def done(workspace: Workspace) -> None:
    """D marks the document as done, and again as not done."""
    page = workspace.open()
    press(page, "d")
    says(page, "“harbour” is marked as done.")
    is_saved(page)
    assert workspace.client().get("/documents/harbour/codings")["done"] == ["ann"]
    press(page, "d")
    says(page, "no longer marked as done")


@key("F", "/", "G")
def finding(workspace: Workspace) -> None:
    """F finds words in the text, / a code, G a document."""
    page = workspace.open()
    press(page, "f")
    page.keyboard.type("red stripe")
    says(page, "1 of 1")
    press(page, "Escape")
    assert selected(page) == "red stripe"
    press(page, "/")
    page.keyboard.type("grie")
    expect(page.get_by_role("tree", name="Codes").get_by_role("treeitem")).to_have_count(1)
    press(page, "Enter")
    says(page, "Grief on “red stripe”")
    text_of(page).focus()
    press(page, "g")
    answer(page, "mark")
    expect(page.get_by_role("heading", name="market")).to_be_visible()


@key("H")
def hiding(workspace: Workspace) -> None:
    """H hides the marks, and again shows them."""
    page = workspace.open()
    color = "getComputedStyle(document.querySelector('mark')).backgroundColor + getComputedStyle(document.querySelector('mark')).borderBottomWidth"
    shown = page.evaluate(color)
    press(page, "h")
    says(page, "The marks are hidden.")
    press(page, "h")
    says(page, "The marks are shown.")
    assert page.evaluate(color) == shown


@key("Ctrl-Z", "Ctrl-Shift-Z")
def taking_back(workspace: Workspace) -> None:
    """Ctrl-Z takes back the last action, and Ctrl-Shift-Z does it again."""
    page = workspace.open()
    press(page, "j", "s", "1", "Control+z")
    says(page, "Taken back: ")
    assert found(workspace) == []
    press(page, "Control+Shift+Z")
    says(page, "Done again: ")
    assert found(workspace) == [("loss", sentences(1)[0])]


def everything_has_a_test(_: Workspace) -> None:
    """Each key of the documentation has a test."""
    assert sorted(documented()) == sorted(tested), set(documented()) ^ set(tested)


run_tests(everything_has_a_test, *dict.fromkeys(test for tests in tested.values() for test in tests))
