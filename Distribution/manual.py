"""Write a manual page for the program and each of its commands, from the description that it prints of itself.

Usage: python3 Distribution/manual.py BINARY FOLDER DATE

The pages are tema.1, tema-frequencies.1, tema-codebook-show.1 and so on. DATE is printed in their last line.
"""

from __future__ import annotations

import argparse
import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any


def escaped(text: str) -> str:
    """Return text as the source of a page: without marks that troff would read."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq").replace("`", "\\(ga")
    text = text.replace("^", "\\(ha").replace("~", "\\(ti")
    return "\n".join("\\&" + line if line.startswith(".") else line for line in text.split("\n"))


def paragraphs(text: str) -> Iterator[str]:
    """Return the source of a description. Indented lines are examples, which keep their line breaks."""
    for paragraph in text.split("\n\n"):
        if paragraph.startswith("  "):
            lines = "\n".join(line[2:] for line in paragraph.split("\n"))
            yield f".PP\n.RS 4\n.nf\n{escaped(lines)}\n.fi\n.RE"
        elif paragraph.strip():
            yield f".PP\n{escaped(paragraph)}"


def placeholder(argument: dict[str, Any]) -> str:
    """Return the value's name in italics."""
    return f"\\fI{escaped(argument['valueName'])}\\fR"


def names(argument: dict[str, Any]) -> str:
    """Return the names of an option with its value."""
    if argument["kind"] == "positional":
        return placeholder(argument) + (" ..." if argument["isRepeating"] else "")
    words = [("-" if name["kind"] == "short" else "--") + name["name"] for name in argument["names"]]
    value = f" {placeholder(argument)}" if argument["kind"] == "option" else ""
    return ", ".join(f"\\fB{escaped(word)}\\fR" for word in words) + value


def explained(argument: dict[str, Any]) -> str:
    """Return an argument with its help, its values and its default."""
    text = argument.get("abstract", "")
    if "allValues" in argument:
        text += f" Values: {', '.join(argument['allValues'])}."
    if "defaultValue" in argument:
        text += f" Default: {argument['defaultValue']}."
    return f".TP\n{names(argument)}\n{escaped(text.strip() or argument['valueName'])}"


def arguments(command: dict[str, Any]) -> Iterator[str]:
    """Return the sections of a command's arguments and options."""
    shown = [each for each in command.get("arguments", []) if each["shouldDisplay"]]
    positional = [each for each in shown if each["kind"] == "positional"]
    if positional:
        yield ".SH ARGUMENTS\n" + "\n".join(explained(each) for each in positional)
    sections: dict[str, list[dict[str, Any]]] = {"Options": []}
    for each in shown:
        if each["kind"] != "positional":
            sections.setdefault(each.get("sectionTitle", "Options"), []).append(each)
    for title, options in sections.items():
        if options:
            yield f".SH {escaped(title.upper())}\n" + "\n".join(explained(each) for each in options)


def synopsis(command: dict[str, Any], words: list[str]) -> str:
    """Return a command line with the places of options and arguments."""
    parts = [f"\\fB{escaped(' '.join(words))}\\fR"]
    if command.get("subcommands"):
        parts.append("\\fIcommand\\fR")
    parts.append("[\\fIoptions\\fR]")
    for each in command.get("arguments", []):
        if each["kind"] == "positional" and each["shouldDisplay"]:
            parts.append(f"[{names(each)}]" if each["isOptional"] else names(each))
    return " ".join(parts)


def page(command: dict[str, Any], words: list[str], version: str, date: str) -> str:
    """Return the source of a command's page."""
    name = "-".join(words)
    inner = [each for each in command.get("subcommands", []) if each["shouldDisplay"] and each["commandName"] != "help"]
    sections = [
        f'.TH {name.upper()} 1 {date} "tema {version}" "User Commands"',
        f".SH NAME\n{escaped(name)} \\- {escaped(command['abstract'].rstrip('.'))}",
        f".SH SYNOPSIS\n{synopsis(command, words)}",
    ]
    if command.get("discussion"):
        sections.append("\n".join([".SH DESCRIPTION", *paragraphs(command["discussion"])]))
    if inner:
        rows = [
            f".TP\n\\fB{escaped('-'.join([name, each['commandName']]))}\\fR(1)\n{escaped(each['abstract'])}"
            for each in inner
        ]
        sections.append("\n".join([".SH COMMANDS", *rows]))
    sections += arguments(command)
    if len(words) > 1:
        sections.append(f".SH SEE ALSO\n\\fB{escaped('-'.join(words[:-1]))}\\fR(1)")
    return "\n".join(sections) + "\n"


def pages(command: dict[str, Any], words: list[str], version: str, date: str) -> Iterator[tuple[str, str]]:
    """Return the names and sources of the pages of a command and the commands below it."""
    yield "-".join(words) + ".1", page(command, words, version, date)
    for each in command.get("subcommands", []):
        if each["shouldDisplay"] and each["commandName"] != "help":
            yield from pages(each, [*words, each["commandName"]], version, date)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("binary", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("date")
    options = parser.parse_args()

    def printed(*words: str) -> str:
        return subprocess.run([options.binary.resolve(), *words], check=True, capture_output=True, text=True).stdout

    version = printed("--version").split()[1].rstrip(",")
    described = json.loads(printed("--experimental-dump-help"))["command"]
    options.folder.mkdir(parents=True, exist_ok=True)
    for name, source in pages(described, ["tema"], version, options.date):
        (options.folder / name).write_text(source, encoding="utf-8")


if __name__ == "__main__":
    main()
