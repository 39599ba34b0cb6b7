"""Where the program is."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from ._errors import TemaError


def binary() -> str:
    """Return the path of the program.

    It is the value of the environment variable TEMA_BINARY, or `tema` beside the running Python, where pip puts it, or
    `tema` on PATH.

    Raises:
        TemaError: There is no program.
    """
    chosen = os.environ.get("TEMA_BINARY")
    if chosen:
        return chosen
    beside = Path(sys.executable).parent / "tema"
    if os.access(beside, os.X_OK) and beside.is_file():
        return str(beside)
    found = shutil.which("tema")
    if found is None:
        raise TemaError("the program tema was not found (install it, or set TEMA_BINARY to its path)", 2)
    return found
