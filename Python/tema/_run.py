"""Runs the program."""

from __future__ import annotations

import json
import os
import sys
import tempfile
import warnings
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Union

from ._binary import binary
from ._errors import TemaError, TemaWarning
from ._progress import completed

PathLike = Union[str, "os.PathLike[str]"]
# The values of a command's options by name.
Options = Mapping[str, object]


def run(
    words: Sequence[str],
    positionals: Sequence[object],
    options: Options,
    *,
    problems: bool,
) -> bytes:
    """Run a command, and return what it prints.

    Args:
        words: The command.
        positionals: Its arguments. None is left out.
        options: The values of its options by name. None and False are left out.
        problems: Whether the command can write its problems to a file.

    Raises:
        TemaError: The program could not run or write, or was ended by a signal.
        KeyboardInterrupt: The program was interrupted.
    """
    arguments = [binary(), *words, *_options(options)]
    with tempfile.TemporaryDirectory(prefix="tema-") as folder:
        file = Path(folder, "problems.jsonl")
        if problems:
            arguments.append(f"--problems={file}")
        # After --, an argument that begins with a hyphen is not read as an option.
        arguments += ["--", *(_text(value) for value in positionals if value is not None)]
        done = completed(arguments)
        messages = done.stderr.decode("utf-8", "replace").strip()
        if done.returncode in (130, -2):
            raise KeyboardInterrupt
        if done.returncode not in (0, 1):
            raise TemaError(messages or f"tema ended with exit code {done.returncode}", done.returncode)
        if done.returncode == 1:
            found = _problems(file) if problems else [{"message": line} for line in messages.splitlines()]
            warnings.warn(TemaWarning(found), stacklevel=_calls_in_package())
    return done.stdout


def print_text(
    words: Sequence[str], positionals: Sequence[object], options: Options, *, problems: bool
) -> str:
    """Run a command, and return the text that it prints."""
    return run(words, positionals, options, problems=problems).decode("utf-8")


def joined(value: str | Sequence[str] | None) -> str | None:
    """Return values as the program reads them from one option: separated by commas."""
    return value if value is None or isinstance(value, str) else ",".join(value)


def _options(options: Options) -> Iterator[str]:
    for name, value in options.items():
        if value is True:
            yield f"--{name}"
        elif isinstance(value, (list, tuple)):
            yield from (f"--{name}={_text(item)}" for item in value)
        elif value is not None and value is not False:
            yield f"--{name}={_text(value)}"


def _text(value: object) -> str:
    return os.fspath(value) if isinstance(value, os.PathLike) else str(value)


def _problems(file: Path) -> list[dict[str, Any]]:
    if not file.exists():
        return []
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def _calls_in_package() -> int:
    """Return how many calls up the caller of the package is, so that a warning names a line of the user."""
    folder = os.path.dirname(__file__)
    frame, count = sys._getframe(1), 1
    while frame.f_back is not None and os.path.dirname(frame.f_code.co_filename) == folder:
        frame, count = frame.f_back, count + 1
    return count
