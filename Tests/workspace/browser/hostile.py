"""Shows a study whose texts and names are attacks. They must be shown as text, and must do nothing.

usage: hostile.py TEMA
"""

import json
from pathlib import Path

from composed import study_of
from playwright.sync_api import expect
from serving import path, run
from workspace import Workspace, go, is_saved, press, run_tests, says, text_of

IMAGE = "<img src=x onerror=alert(1)>"
ATTACKS = f"{IMAGE} </script><script>alert(2)</script> <a href='javascript:alert(3)'>a</a> {{{{7*7}}}} ${{7*7}} \u202egnirts\u202c \u2066"
CODEBOOK = json.dumps({
    "tema": 1, "id": "hostile", "title": ATTACKS, "version": "1", "levels": [ATTACKS],
    "codes": [
        {
            "id": "bad", "name": ATTACKS, "definition": ATTACKS, "include": ATTACKS, "exclude": ATTACKS, "memo": ATTACKS,
            "examples": [ATTACKS], "indicators": [IMAGE, "onerror"],
        },
        {"id": "good", "name": "javascript:alert(4)"},
    ],
})
# Each place, and what of the attacks it shows at least.
SCREENS = [
    ("#/codes/bad", IMAGE), ("#/quotes", IMAGE), ("#/quotes?code=bad", IMAGE), ("#/search?q=onerror", "onerror"), ("#/compare", "eve"),
    ("#/numbers", IMAGE), ("#/numbers/cooccurrence", IMAGE), ("#/numbers/compare", ""), ("#/numbers/saturation", ""),
    ("#/numbers/combinations", IMAGE), ("#/history", IMAGE), (f"#/quotes?code={IMAGE}", ""), (f"#/search?q={IMAGE}", "onerror"),
]


def prepare(tema: str, folder: Path) -> Path:
    """Makes a study of attacks: texts, names of documents and coders, codes and memos."""
    text = f"{ATTACKS}\n\nThey waited. {ATTACKS}\n\nThey went.\n"
    study = study_of(tema, folder, {IMAGE: text, "plain": text}, CODEBOOK)
    run(tema, "tag", study, IMAGE, "--passage", "1", "--code", "bad", "--code", "good", "--memo", ATTACKS, "--coder", "ann")
    run(tema, "tag", study, IMAGE, "--passage", "2", "--code", "good", "--coder", "<b>eve</b>")
    run(tema, "memo", "add", study, "--document", IMAGE, ATTACKS, "--coder", "ann")
    return study


def screens(workspace: Workspace) -> None:
    """Each screen shows attacks as text: nothing runs, nothing is loaded, and no element is made of them."""
    page = workspace.open()
    main = page.get_by_role("main")
    for place, attack in [("", IMAGE), *SCREENS]:
        if place:
            go(page, place)
        expect(main).to_contain_text(attack, use_inner_text=True)
        page.wait_for_timeout(300)
        assert page.locator("img[src=x], [onerror], body script, a[href^=javascript]").count() == 0, place


def fields(workspace: Workspace) -> None:
    """The lists, dialogs and lines of the page show attacks as text, too."""
    page = workspace.open(place="#/read/" + path(IMAGE)[1:])
    expect(text_of(page)).to_be_focused()
    press(page, "j", "p", "c")
    expect(page.get_by_role("dialog")).to_contain_text(IMAGE)
    page.keyboard.type(IMAGE)
    press(page, "Enter")
    says(page, "onerror")
    press(page, "g")
    expect(page.get_by_role("dialog")).to_contain_text(IMAGE)
    press(page, "Escape", "ArrowLeft", "m")
    expect(page.get_by_role("dialog")).to_contain_text(IMAGE)
    page.keyboard.type(ATTACKS)
    press(page, "Control+Enter", "Control+k")
    expect(page.get_by_role("dialog")).to_be_visible()
    press(page, "Escape", "/")
    page.keyboard.type(IMAGE + "x")
    expect(page.get_by_role("button", name=f"New “{IMAGE}x” at the top")).to_be_visible()
    is_saved(page)
    assert page.locator("img").count() == 0


def token(workspace: Workspace) -> None:
    """The secret of the link is in no address, request line, referrer, cookie or entry of the history."""
    page = workspace.open(place="#/codes/bad")
    secret = workspace.server.token("ann")
    expect(page.get_by_role("heading", name=IMAGE)).to_be_visible()
    entries = page.context.new_cdp_session(page).send("Page.getNavigationHistory")["entries"]
    assert not any(secret in entry["url"] for entry in entries), entries
    assert secret not in page.url and not page.context.cookies()
    assert not any(secret in url.partition("#")[0] for url in workspace.requests)
    assert page.evaluate("document.referrer") == ""


def policy(workspace: Workspace) -> None:
    """The browser refuses scripts that are not the page's own, and requests to other hosts."""
    page = workspace.open()
    ran = page.evaluate("""async () => {
        const attempt = (make) => { try { make(); return "made"; } catch { return "refused"; } };
        const script = document.createElement("script");
        return [
            attempt(() => { script.textContent = "window.ran = true"; }), attempt(() => { document.body.innerHTML = "<b>b</b>"; }),
            await fetch("https://example.org/").then(() => "made", () => "refused"),
        ];
    }""")
    assert ran == ["refused"] * 3, ran
    assert any("Content Security Policy" in trouble for trouble in workspace.troubles), workspace.troubles
    workspace.troubles.clear()


run_tests(screens, fields, token, policy, prepare=prepare)
