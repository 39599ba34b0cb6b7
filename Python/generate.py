"""Write the functions of the package from the description that the program prints of its command line.

Usage: python3 Python/generate.py [BINARY]

A command that prints a table or a receipt becomes a function that returns a data frame. Charts and the report become
objects that notebooks show. Other commands return the text that they print. `serve` and `help` are left out.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from generator.command import Command, commands
from generator.functions import function
from generator.methods import method

HEADER = '''"""{title}

generate.py writes this file from the command line's description. Do not edit it.
"""

from __future__ import annotations

'''

COMMANDS = '''from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from ._pictures import Chart, Report
from ._run import Options, PathLike, joined, print_text
from ._tables import Engine, read_table

if TYPE_CHECKING:
    import pandas as pd

__version__ = "{version}"
'''

STUDY = '''import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from . import _commands
from ._pictures import Chart, Report
from ._run import PathLike
from ._tables import Engine

if TYPE_CHECKING:
    import pandas as pd


class Study:
    """A study: one file with texts, codebook, codings and memos. Its methods are the functions of this package.

    Example:
        >>> study = tema.Study("interviews.tema")
        >>> table = study.frequencies(level="theme")
    """

    def __init__(self, path: PathLike) -> None:
        self.path = path

    def __repr__(self) -> str:
        return f"Study({os.fspath(self.path)!r})"
'''


def description(binary: str) -> list[Command]:
    """Return the commands of a program."""
    output = subprocess.run([binary, "--experimental-dump-help"], check=True, stdout=subprocess.PIPE).stdout
    return list(commands(json.loads(output)["command"]))


def version(binary: str) -> str:
    """Return the version that a program prints: the second word, without the comma after it."""
    output = subprocess.run([binary, "--version"], check=True, stdout=subprocess.PIPE).stdout
    return output.decode().split()[1].rstrip(",")


def files(binary: str) -> dict[str, str]:
    """Return the texts of the generated files by their names."""
    described = description(binary)
    functions = "".join(function(command) for command in described)
    methods = "".join(method(command) for command in described if command.takes_study)
    names = "".join(f'    "{command.name}",\n' for command in described)
    return {
        "_commands.py": HEADER.format(title="The commands of the program as functions.")
        + COMMANDS.format(version=version(binary))
        + f"\n__all__ = [\n{names}]\n"
        + functions,
        "_study.py": HEADER.format(title="The commands that read or change a study, as methods.") + STUDY + methods,
    }


def main() -> None:
    binary = sys.argv[1] if len(sys.argv) > 1 else "tema"
    for name, text in files(binary).items():
        (Path(__file__).parent / "tema" / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
