"""All screens of the page, with some codings by two coders."""

from playwright.sync_api import Page, expect
from serving import run
from workspace import Workspace, go

# Each screen, with words that show that it is complete.
SCREENS = {
    "#/read/harbour": "The harbour was quiet", "#/codes/water": "water · ", "#/quotes?code=water": "tide",
    "#/search?q=boats": "Old Tomas counted", "#/compare": "1 of", "#/numbers": "tema frequencies", "#/numbers/cooccurrence": "tema cooccurrence",
    "#/numbers/compare": "tema compare", "#/numbers/saturation": "tema saturation", "#/numbers/combinations": "tema combinations",
    "#/history": "#1", "#/quotes?code=trade": "Quotes: 0", "#/search?q=zebra": "",
}


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
