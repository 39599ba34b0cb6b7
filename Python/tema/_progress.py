"""Runs the program, and shows its progress to a person who waits for it."""

from __future__ import annotations

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
import threading
import tty
from collections.abc import Callable, Sequence
from typing import Any

Completed = subprocess.CompletedProcess[bytes]
# Shows a line in place of the one before; an empty line removes it.
Show = Callable[[str], None]

# The program writes this before each progress line and each message.
CLEARED = b"\r\x1b[K"
COLUMNS = 80


def completed(arguments: Sequence[str]) -> Completed:
    """Run a program, and return its exit code, its output and its messages.

    In a notebook and at a terminal, the progress of long runs is shown, as on the command line.
    """
    show = _show()
    if show is None:
        return subprocess.run(arguments, check=False, stdin=subprocess.DEVNULL, capture_output=True)
    return _watched(arguments, show)


def _show() -> Show | None:
    """Return what shows the progress, or None if nobody would see it."""
    interactive = sys.modules.get("IPython")
    shell: Any = interactive.get_ipython() if interactive is not None else None
    if hasattr(shell, "kernel"):
        return _InNotebook()
    return _at_terminal if sys.stderr is not None and sys.stderr.isatty() else None


def _at_terminal(line: str) -> None:
    sys.stderr.write(CLEARED.decode() + line)
    sys.stderr.flush()


class _InNotebook:
    """Shows the progress in the cell that runs. Short runs show none."""

    def __init__(self) -> None:
        self.handle: Any = None

    def __call__(self, line: str) -> None:
        content = {"text/plain": line}
        if self.handle is not None:
            self.handle.update(content, raw=True)
        elif line:
            self.handle = sys.modules["IPython"].display.display(content, raw=True, display_id=True)


def _watched(arguments: Sequence[str], show: Show) -> Completed:
    # The program shows its progress at terminals only.
    reading, writing = pty.openpty()
    tty.setraw(writing)
    fcntl.ioctl(writing, termios.TIOCSWINSZ, struct.pack("HHHH", 24, COLUMNS, 0, 0))
    messages = bytearray()
    reader = threading.Thread(target=_read, args=(reading, messages, show), daemon=True)
    with subprocess.Popen(arguments, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=writing) as process:
        os.close(writing)
        reader.start()
        try:
            output, _ = process.communicate()
        except BaseException:
            process.kill()
            raise
        finally:
            reader.join()
            os.close(reading)
            show("")
    return subprocess.CompletedProcess(arguments, process.returncode, output, bytes(messages))


def _read(reading: int, messages: bytearray, show: Show) -> None:
    """Read a terminal until the program closes it. Lines that end are messages, and the others are progress."""
    rest = b""
    while True:
        try:
            more = os.read(reading, 1 << 16)
        except OSError:  # Linux reports the end so.
            more = b""
        if not more:
            messages += rest
            return
        *pieces, rest = (rest + more).split(CLEARED)
        for piece in pieces:
            messages += piece[: piece.rfind(b"\n") + 1]
        end = rest.rfind(b"\n") + 1
        messages += rest[:end]
        rest = rest[end:]
        line = rest.split(b"\r")[0]  # Perhaps with the beginning of the next mark.
        if line:
            show(line.decode("utf-8", "ignore"))
