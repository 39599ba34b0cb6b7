"""The commands of the program, their parameters, and the types that these have in Python."""

from __future__ import annotations

import keyword
from collections.abc import Iterator
from typing import Any, NamedTuple

LEFT_OUT = {"serve", "help"}
# `code` prints a receipt only for a study, and refuses --format for texts.
TEXTS = {("code",)}
# Options that the package sets itself, or that only concern what a terminal shows.
INTERNAL = {"help", "version", "quiet", "problems", "raw", "format"}
PATHS = {"paths", "study", "codebook", "folder", "input", "file", "sample", "copy", "old", "new"}
NUMBERS = {"number", "pixels", "count"}
# Besides those whose help says so, these options have values separated by commas.
LISTS = {"with", "columns", "scale"}


class Parameter(NamedTuple):
    """A parameter of a function."""

    name: str
    option: str  # the name of the option, or "" for a positional argument
    type: str
    default: str | None
    help: str
    repeats: bool = False
    is_flag: bool = False
    is_list: bool = False

    @property
    def declaration(self) -> str:
        """The parameter in a signature."""
        star = "*" if self.repeats and not self.option else ""
        return f"{star}{self.name}: {self.type}" + (f" = {self.default}" if self.default else "")


class Command(NamedTuple):
    """A command, and the function that it becomes."""

    words: tuple[str, ...]
    abstract: str
    discussion: str
    kind: str  # table, chart, report or text
    positionals: list[Parameter]
    codebook: Parameter | None
    options: list[Parameter]
    has_engine: bool
    has_problems: bool
    short_names: dict[str, str]

    @property
    def name(self) -> str:
        """The name of the function."""
        return identifier("_".join(self.words))

    @property
    def takes_study(self) -> bool:
        """Whether the command can be a method of a study."""
        first = self.positionals[0]
        return first.name == "study" or first.name == "paths" and "a study" in first.help


def commands(described: dict[str, Any], words: tuple[str, ...] = ()) -> Iterator[Command]:
    """Return the commands below a described command, in its order."""
    for inner in described.get("subcommands", []):
        path = (*words, inner["commandName"])
        if any(argument["kind"] == "positional" for argument in inner.get("arguments", [])) and path[0] not in LEFT_OUT:
            yield command(path, inner)
        yield from commands(inner, path)


def command(words: tuple[str, ...], described: dict[str, Any]) -> Command:
    """Return one described command."""
    arguments = described["arguments"]
    named = {argument["preferredName"]["name"]: argument for argument in arguments if argument["kind"] != "positional"}
    positionals = [positional(argument) for argument in arguments if argument["kind"] == "positional"]
    is_table = "format" in named and words not in TEXTS
    kind = "table" if is_table else words[0] if words[0] in {"chart", "report"} else "text"
    left_out = set(INTERNAL)
    # The other tables are receipts of what a command changed.
    has_engine = kind == "table" and named["format"]["abstract"].startswith("Output format")
    if kind in {"chart", "report"} or has_engine:
        left_out.add("output")
    codebook = None
    if "codebook" in named and positionals[0].name == "paths":
        left_out.add("codebook")
        codebook = Parameter("codebook", "codebook", "PathLike | None", None, named["codebook"]["abstract"])
    options = [option(name, argument) for name, argument in named.items() if name not in left_out]
    short = {n["name"]: name for name, a in named.items() for n in a["names"] if n["kind"] == "short"}
    discussion = described.get("discussion", "")
    return Command(
        words,
        described["abstract"],
        discussion,
        kind,
        positionals,
        codebook,
        options,
        has_engine,
        "problems" in named,
        short,
    )


def positional(argument: dict[str, Any]) -> Parameter:
    """Return a positional argument as a parameter."""
    name = identifier(argument["valueName"])
    kind = "PathLike" if argument["valueName"] in PATHS else value_type(argument)
    optional = argument["isOptional"] and not argument["isRepeating"]
    return Parameter(
        name,
        "",
        f"{kind} | None" if optional else kind,
        "None" if optional else None,
        argument.get("abstract", ""),
        argument["isRepeating"],
    )


def option(name: str, argument: dict[str, Any]) -> Parameter:
    """Return an option or a flag as a parameter that must be named."""
    text = argument.get("abstract", "")
    if argument["kind"] == "flag":
        return Parameter(identifier(name), name, "bool", "False", text, is_flag=True)
    kind = value_type(argument)
    is_list = name in LISTS or "separated by commas" in text
    if argument["isRepeating"] or is_list:
        kind = f"{kind} | Sequence[{kind}]"
    is_required = not argument["isOptional"] and "defaultValue" not in argument
    default = None if is_required else "None"
    kind = kind if is_required else f"{kind} | None"
    return Parameter(identifier(name), name, kind, default, text, argument["isRepeating"], is_list=is_list)


def value_type(argument: dict[str, Any]) -> str:
    """Return the type of one value of an argument."""
    if "allValues" in argument:
        return "Literal[" + ", ".join(f'"{value}"' for value in argument["allValues"]) + "]"
    if argument["valueName"] in {"file", "study", "folder"}:
        return "PathLike"
    if argument["valueName"] == "percent":
        return "float"
    # A repeated number can have the form COLUMN=NUMBER.
    if argument["valueName"] in NUMBERS:
        return "int | float | str" if argument["isRepeating"] else "int"
    return "str"


def identifier(name: str) -> str:
    """Return a name as Python spells it."""
    name = name.replace("-", "_")
    return name + "_" if keyword.iskeyword(name) else name
