"""Examples of the command line, written in Python."""

from __future__ import annotations

import shlex

from .command import Command, identifier

# Their examples name ids of codings or files of other programs, which a test cannot know.
NOT_RUN = {
    "untag", "resize", "recode", "reanchor", "reconcile", "memo_edit", "memo_remove", "codebook_split", "codebook_diff",
    "doctor", "merge", "refi_lint", "convert", "codebook_suggest", "undo", "redo", "import_", "init",
}  # fmt: skip


def example(command: Command) -> str:
    """Return the first example of a command's help as a statement, or an empty text."""
    line = next((p for p in command.discussion.splitlines() if p.startswith("Example: tema ")), "")
    if not line:
        return ""
    words = shlex.split(line)[2:]
    # A default subcommand can be left out of the command line.
    for word in command.words:
        words = words[1:] if words[:1] == [word] else words
    flags = {p.option for p in command.options if p.is_flag}
    known = {p.option: p for p in command.options}
    codebook = "None"
    values: list[str] = []
    named: dict[str, list[str]] = {}
    while words:
        word = words.pop(0)
        if not word.startswith("-"):
            values.append(quoted(word))
            continue
        option = command.short_names[word[1:]] if not word.startswith("--") else word[2:]
        value = "True" if option in flags else words.pop(0)
        if option == "codebook":
            codebook = quoted(value)
        elif option in known:
            is_text = option not in flags and "int" not in known[option].type and known[option].type != "float | None"
            named.setdefault(identifier(option), []).append(quoted(value) if is_text else value)
    first = [codebook] if command.codebook else []
    arguments = first + values
    arguments += [f"{key}={v[0]}" if len(v) == 1 else f"{key}=[{', '.join(v)}]" for key, v in named.items()]
    skip = "  # doctest: +SKIP" if command.name in NOT_RUN else ""
    target = {"table": "table", "chart": "chart", "report": "report", "text": "text"}[command.kind]
    return f"{target} = tema.{command.name}({', '.join(arguments)}){skip}"


def quoted(word: str) -> str:
    """Return a word as a text in Python."""
    return '"' + word.replace("\\", "\\\\").replace('"', '\\"') + '"'
