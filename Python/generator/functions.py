"""The functions of the package, as text."""

from __future__ import annotations

import re
import textwrap

from .command import Command, Parameter, identifier
from .examples import example

ENGINE = Parameter("engine", "", "Engine", '"pandas"', 'Library of the data frame: "pandas", "polars" or "arrow".')
RESULTS = {"table": "pd.DataFrame", "chart": "Chart", "report": "Report", "text": "str"}
CALLS = {"table": "read_table", "chart": "Chart", "report": "Report", "text": "print_text"}


def function(command: Command) -> str:
    """Return the function of a command."""
    first = ([command.codebook] if command.codebook else []) + command.positionals
    head = [parameter.declaration for parameter in first]
    text = "\n\n" + signature(command, head)
    text += docstring(command, [*first, *command.options], example(command), "    ")
    return text + body(command)


def signature(command: Command, head: list[str], indent: str = "") -> str:
    """Return the signature of a function or a method."""
    named = sorted(command.options, key=lambda parameter: parameter.default is not None)
    tail = [parameter.declaration for parameter in named]
    if command.has_engine:
        tail.append(ENGINE.declaration)
    star = [] if any(text.startswith("*") for text in head) or not tail else ["*"]
    lines = "".join(f"{indent}    {text},\n" for text in [*head, *star, *tail])
    return f"{indent}def {command.name}(\n{lines}{indent}) -> {RESULTS[command.kind]}:\n"


def docstring(command: Command, parameters: list[Parameter], example: str, indent: str) -> str:
    """Return the docstring: the command's help, its parameters and an example."""
    lines = [f'"""{result_of(command)}', "", *discussion(command), "Args:"]
    if command.has_engine:
        parameters = [*parameters, ENGINE]
    for parameter in parameters:
        # The help names other options as the command line does.
        text = re.sub(r"--([a-z][a-z-]*)", lambda match: f"`{identifier(match[1])}`", parameter.help)
        lines += fill(f"{parameter.name}: {text}", "    ", "        ")
    if example:
        lines += ["", "Example:", f"    >>> {example}"]
    lines.append('"""')
    return "".join((indent + line).rstrip() + "\n" for line in lines)


def result_of(command: Command) -> str:
    """Return the first line of a command's help. What a command prints, a function returns."""
    return command.abstract.replace("Print ", "Return ", 1)


def discussion(command: Command) -> list[str]:
    """Return the help's text, without the example at its beginning, which is written in Python instead."""
    lines: list[str] = []
    for paragraph in command.discussion.split("\n\n"):
        if paragraph.startswith("  "):
            lines += ["    " + line.strip() for line in paragraph.splitlines()] + [""]
        elif paragraph and not paragraph.startswith("Example: "):
            lines += [*fill(paragraph, "", ""), ""]
    return lines


def fill(text: str, first: str, rest: str) -> list[str]:
    """Return a text in lines. A backslash must not begin an escape."""
    text = text.replace("\\", "\\\\")
    return textwrap.wrap(text, 108, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)


def body(command: Command) -> str:
    """Return the call that runs the command."""
    words = ", ".join(f'"{word}"' for word in command.words)
    values = "".join(f"{'*' if p.repeats else ''}{p.name}, " for p in command.positionals).rstrip(" ")
    options = ([command.codebook] if command.codebook else []) + command.options
    pairs = "".join(f'        "{p.option}": {f"joined({p.name})" if p.is_list else p.name},\n' for p in options)
    call = CALLS[command.kind]
    engine = ", engine=engine" if command.has_engine else ""
    return (
        f"    options: Options = {{\n{pairs}    }}\n"
        f"    return {call}(({words},), ({values}), options, problems={command.has_problems}{engine})\n"
    )
