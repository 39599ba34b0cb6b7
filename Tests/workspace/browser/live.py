"""Two coders at once, a server that stops, and a server that refuses.

usage: live.py TEMA
"""

import json

from composed import HARBOUR
from playwright.sync_api import Page, expect
from serving import Server, run
from workspace import Workspace, answer, codings, is_saved, press, run_tests, says, selected, text_of


def hears(page: Page, words: str) -> None:
    """Waits until the text has the words for a screen reader."""
    for _ in range(100):
        if words in text_of(page).aria_snapshot():
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"{words} is not in {text_of(page).aria_snapshot()[:600]}")


def restart(workspace: Workspace) -> None:
    """Starts another server at the same address, which makes other links."""
    workspace.server = Server(workspace.tema, workspace.study, "--port", str(workspace.server.port), *workspace.options)


def both(workspace: Workspace) -> None:
    """Two coders see each other's codings, memos and removals as they are made, and keep what they have selected."""
    ann, ben = workspace.open("ann"), workspace.open("ben")
    press(ben, "j", "s")
    press(ann, "j", "p", "1")
    hears(ben, "Loss by ann: We lost the small one")
    assert selected(ben) == HARBOUR[1].split(". ")[0] + "."
    press(ben, "7")
    hears(ann, "Grief by ben:")
    press(ann, "ArrowLeft", "m")
    answer(ann, "Ask her again.", "Control+Enter")
    expect(ben.get_by_role("complementary", name="Here")).to_contain_text("Ask her again.")
    is_saved(ann)
    press(ann, "Control+z", "Control+z")
    hears(ben, "Grief: We lost the small one in the storm of that spring. end of Grief")
    assert "ann" not in text_of(ben).aria_snapshot()
    expect(ben.get_by_role("complementary", name="Here")).not_to_contain_text("ann")


def command_line(workspace: Workspace) -> None:
    """What another program codes appears on the page."""
    page = workspace.open()
    run(workspace.tema, "tag", workspace.study, "harbour", "--quote", "red stripe", "--code", "hope", "--coder", "ben")
    hears(page, "Hope by ben: red stripe")


def away(workspace: Workspace) -> None:
    """What is coded while the server is away is kept, and sent after the new link is opened in the same tab."""
    page = workspace.open()
    press(page, "j", "p", "1")
    is_saved(page)
    workspace.server.end()
    says(page, "Tema has ended")
    press(page, "j", "p", "2", "j", "p", "3")
    says(page, "2 waiting")
    restart(workspace)
    expect(page.get_by_role("heading", name="This link is no longer valid")).to_be_visible(timeout=30_000)
    page.goto(workspace.server.links["ann"])
    expect(text_of(page)).to_be_visible()
    is_saved(page)
    assert [one["code"] for one in codings(workspace.client(), "harbour")] == ["loss", "loss/home", "loss/boat"]
    assert "token" not in page.url


def closed(workspace: Workspace) -> None:
    """What was not sent when the tab was closed is sent by the next tab."""
    page = workspace.open()
    workspace.server.kill()
    press(page, "j", "p", "4")
    says(page, "1 waiting")
    page.close()
    restart(workspace)
    page = page.context.new_page()
    page.goto(workspace.server.links["ann"])
    expect(text_of(page)).to_be_visible()
    is_saved(page)
    assert [one["code"] for one in codings(workspace.client(), "harbour")] == ["work"]
    workspace.pages[0] = page


def refused(workspace: Workspace) -> None:
    """If the server refuses a coding because the words differ, the page says so and takes the mark back."""
    page = workspace.open()

    def change(route) -> None:
        body = json.loads(route.request.post_data)
        route.continue_(post_data=json.dumps(body | {"quote": "other words"}))

    page.route("**/codings/*", change)
    press(page, "j", "p", "1")
    expect(page.get_by_role("alert")).not_to_be_empty()
    is_saved(page)
    assert "Loss" not in text_of(page).aria_snapshot()
    assert codings(workspace.client(), "harbour") == []


def stale_codebook(workspace: Workspace) -> None:
    """If someone else has changed the code in the meantime, the page says so before it makes the change."""
    page = workspace.open(place="#/codes/hope")
    expect(page.get_by_role("heading", name="Hope")).to_be_visible()
    press(page, "Shift+E")
    page.keyboard.type("What is expected.")
    run(workspace.tema, "codebook", "edit", workspace.study, "hope", "--definition", "Good news.", "--coder", "ben")
    says(page, "The codebook was changed in the meantime.")
    page.get_by_role("button", name="Discard mine").click()
    expect(page.get_by_label("Definition", exact=True)).to_have_value("Good news.")


run_tests(both, command_line, away, closed, refused, stale_codebook)
