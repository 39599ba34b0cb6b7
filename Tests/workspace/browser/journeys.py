"""Codes, edits the codebook and reconciles with the keyboard only.

usage: journeys.py TEMA
"""

from playwright.sync_api import expect
from serving import run
from workspace import Workspace, answer, codings, is_saved, press, run_tests, says


def ten_passages(workspace: Workspace) -> None:
    """Ten passages are coded with 30 keys."""
    page = workspace.open()
    for number in range(10):
        press(page, "u", "p", str(number % 9 + 1))
    is_saved(page)
    found = codings(workspace.client(), "harbour")
    assert len(found) == 10 and [one["passage"] for one in found] == list(range(1, 11)), found


def codebook(workspace: Workspace) -> None:
    """A code is made, gets another name and id, two codes are merged and moved, and their codings are kept."""
    page = workspace.open()
    press(page, "j", "p", "6", "j", "p", "7")
    is_saved(page)
    press(page, "Alt+2")
    tree = page.get_by_role("tree")
    expect(tree.locator(":focus")).to_be_visible()
    press(page, "Shift+N")
    answer(page, "Patience")
    says(page, "Add Patience: done")
    press(page, "Shift+R")
    answer(page, "Patience and calm")
    says(page, "Rename Patience: done")
    expect(page.get_by_text("patience", exact=True)).to_be_visible()
    press(page, "Shift+R", "Tab")
    answer(page, "calm")
    expect(page.get_by_role("dialog").filter(has_text="No codings")).to_be_visible()
    press(page, "Enter")
    expect(page.get_by_text("calm", exact=True)).to_be_visible()
    press(page, "/")
    answer(page, "grief")
    expect(tree.get_by_role("treeitem", name="Grief")).to_be_focused()
    press(page, "Shift+G")
    answer(page, "hope")
    expect(page.get_by_role("dialog", name="Merge Grief into Hope")).to_be_visible()
    press(page, "Enter")
    says(page, "Merge Grief into Hope: done")
    press(page, "Shift+M")
    answer(page, "waiting")
    expect(page.get_by_role("dialog", name="Move Hope under Waiting")).to_be_visible()
    press(page, "Enter")
    says(page, "Move Hope under Waiting: done")
    assert [one["code"] for one in codings(workspace.client(), "harbour")] == ["waiting/hope"] * 2
    press(page, "Control+z")
    says(page, "Taken back")


def reconciliation(workspace: Workspace) -> None:
    """Five disagreements are decided with one key each, and kept as codings of the consensus."""
    page = workspace.open()
    for passage in range(1, 6):
        press(page, "j", "p", "1")
        run(workspace.tema, "tag", workspace.study, "harbour", "--passage", str(passage), "--code", "hope", "--coder", "ben")
    is_saved(page)
    press(page, "Alt+5")
    disagreements = page.get_by_role("region", name="Disagreements")
    expect(disagreements).to_contain_text("1 of 5")
    press(page, "n")
    answer(page, "The boat was a home.")
    press(page, "Tab", "Tab", "Enter")
    says(page, "The note is kept with your decision.")
    for key, left in zip("1234", range(4, 0, -1)):
        press(page, key)
        says(page, f"Kept for consensus. {left} left.")
    press(page, "1")
    says(page, "All disagreements are decided.")
    kept = [(one["passage"], one["code"]) for one in codings(workspace.client(), "harbour", "consensus")]
    assert kept == [(1, "loss"), (2, "hope"), (3, "hope"), (3, "loss"), (5, "loss")], kept


run_tests(ten_passages, codebook, reconciliation)
