"""The table of keys in Documentation/workspace.md, and the tests of each key."""

import re
from pathlib import Path

from composed import HARBOUR
from workspace import Workspace, codings, is_saved

page_of_keys = Path(__file__).parents[3] / "Documentation/workspace.md"
# The tests that press a key, by its name in the documentation.
tested: dict[str, list] = {}


def key(*names: str):
    """Marks a test as that of the keys."""

    def mark(test):
        for name in names:
            tested.setdefault(name, []).append(test)
        return test

    return mark


def documented() -> list[str]:
    """Returns the keys of the table."""
    rows = [line.split("|")[1] for line in page_of_keys.read_text().splitlines() if re.match(r"\| (`|Ctrl)", line)]
    names = re.findall(r"`([^`]+)`|(Ctrl-[A-Za-z-]+)", ", ".join(rows).replace("`1`–`9`", ", ".join(f"`{digit}`" for digit in range(1, 10))))
    return [first or second for first, second in names]


def sentences(passage: int) -> list[str]:
    return re.findall(r"[^.]+\.", HARBOUR[passage].replace(". ", "."))


def found(workspace: Workspace) -> list[tuple[str, str]]:
    """Returns the words that ann coded, with their codes."""
    is_saved(workspace.pages[0])
    return [(one["code"], one["quote"]) for one in codings(workspace.client(), "harbour")]
