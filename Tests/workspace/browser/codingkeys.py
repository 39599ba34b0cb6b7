"""The tests of the keys that select words, code them and change codings. keys.py runs them."""

import re

from composed import CODES, HARBOUR
from keytable import found, key, sentences
from playwright.sync_api import expect
from workspace import Workspace, answer, is_saved, press, says, selected


@key(*"123456789")
def digits(workspace: Workspace) -> None:
    """A digit codes the selected words with its code."""
    page = workspace.open()
    for digit, (_, name) in enumerate(CODES, 1):
        press(page, "j", "s", str(digit))
        says(page, f"{name} on “")
    assert found(workspace) == [(path, sentences(number)[0]) for number, (path, _) in enumerate(CODES, 1)], found(workspace)


@key("Space")
def same_again(workspace: Workspace) -> None:
    """Space codes with the code used last."""
    page = workspace.open()
    press(page, "j", "s", "6", "j", "s", "Space")
    says(page, f"Hope on “{sentences(2)[0][:30]}")
    assert [code for code, _ in found(workspace)] == ["hope", "hope"]


@key("C")
def a_few_letters(workspace: Workspace) -> None:
    """C finds a code by a few letters, and gives it to the words."""
    page = workspace.open()
    press(page, "j", "s", "c")
    answer(page, "of the bo")
    says(page, "Loss of the boat on “")
    assert found(workspace) == [("loss/boat", sentences(1)[0])]


@key("N", "V")
def new_codes(workspace: Workspace) -> None:
    """N codes with a new code of the name that one enters, V with one that is named by the words."""
    page = workspace.open()
    press(page, "j", "s", "n")
    answer(page, "Not asked")
    says(page, "Not asked on “")
    press(page, "j", *["Shift+Control+ArrowRight"] * 2, "v")
    says(page, "My mother on “My mother")
    assert [code for code, _ in found(workspace)] == ["not-asked", "my-mother"]


@key("S", "P")
def selecting(workspace: Workspace) -> None:
    """S selects the sentence, again one more; P selects the passage; Shift and the arrows grow the selection."""
    page = workspace.open()
    press(page, "j", "s")
    assert selected(page) == sentences(1)[0]
    press(page, "s")
    assert selected(page).rstrip() == HARBOUR[1], selected(page)
    press(page, "j", "p")
    assert selected(page) == HARBOUR[2]
    press(page, "j", "Shift+ArrowRight", "Shift+ArrowRight")
    assert selected(page) == HARBOUR[3][:2]


@key("J", "K")
def passages(workspace: Workspace) -> None:
    """J goes to the next passage, K to the previous one."""
    page = workspace.open()
    press(page, "j", "j", "j", "k", "p")
    assert selected(page) == HARBOUR[2]


@key("U")
def uncoded(workspace: Workspace) -> None:
    """U goes to the next passage that the coder has not coded."""
    page = workspace.open()
    press(page, "j", "p", "1", "j", "p", "1", "k", "k", "u", "p")
    assert selected(page) == HARBOUR[3]


@key("O", "Delete")
def choosing(workspace: Workspace) -> None:
    """O chooses the next coding at the caret, and Delete removes the chosen one."""
    page = workspace.open()
    press(page, "j", "p", "1", "6", "ArrowLeft")
    is_saved(page)
    line = page.get_by_role("contentinfo").get_by_role("status")
    press(page, "o")
    expect(line).to_have_text(re.compile("^(Loss|Hope)$"))
    before = line.inner_text()
    press(page, "o")
    expect(line).to_have_text("Hope" if before == "Loss" else "Loss")
    press(page, "Delete")
    says(page, "Removed: ")
    assert found(workspace) == [("loss" if before == "Loss" else "hope", HARBOUR[1])]


@key("[", "]")
def edges(workspace: Workspace) -> None:
    """[ and ] move the start and the end of a coding with the arrows, and Enter saves."""
    page = workspace.open()
    press(page, "j", "s", "1", "ArrowLeft", "]", "ArrowLeft", "ArrowLeft", "Enter")
    says(page, "Loss on “")
    assert found(workspace) == [("loss", sentences(1)[0][:-2])], found(workspace)
    press(page, "ArrowLeft", "[", *["ArrowRight"] * 3, "Enter")
    says(page, "Loss on “lost")
    press(page, "ArrowLeft", "]", "ArrowLeft", "Escape")
    says(page, "The coding stays as it was.")
    assert found(workspace) == [("loss", sentences(1)[0][3:-2])], found(workspace)


@key("R", "M")
def changing(workspace: Workspace) -> None:
    """R gives a coding another code, M writes a memo on it."""
    page = workspace.open()
    press(page, "j", "s", "1", "ArrowLeft", "r")
    answer(page, "grief")
    says(page, "Grief instead of Loss")
    press(page, "m")
    answer(page, "She laughs here.", "Control+Enter")
    says(page, "The memo is saved.")
    expect(page.get_by_role("complementary", name="Here")).to_contain_text("She laughs here.")
    assert found(workspace) == [("grief", sentences(1)[0])]


@key("A", "X")
def deciding(workspace: Workspace) -> None:
    """A accepts the automatic coding at the caret, X rejects it."""
    page = workspace.open()
    press(page, "a")
    says(page, "Accepted: Water")
    assert [code for code, _ in found(workspace)] == ["water"]
    press(page, "j", "j", "j", "x")
    says(page, "Rejected: Water")
    is_saved(page)
    rows = workspace.client().get("/documents/harbour/codings")["automatic"]
    assert [row["verdicts"].get("ann") for row in rows][:2] == ["accepted", "rejected"], rows
