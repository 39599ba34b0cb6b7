"""Charts and reports, which notebooks show."""

from __future__ import annotations

import html
import os
from collections.abc import Sequence
from pathlib import Path

from ._run import Options, PathLike, run


class _Page:
    """What a command draws, as text."""

    def __init__(
        self, words: Sequence[str], positionals: Sequence[object], options: Options, *, problems: bool
    ) -> None:
        self._command = (tuple(words), tuple(positionals), dict(options), problems)
        self._bytes = run(words, positionals, options, problems=problems)

    def __str__(self) -> str:
        return self._bytes.decode("utf-8")


class Chart(_Page):
    """A chart as SVG. Notebooks draw it."""

    def _repr_svg_(self) -> str:
        # Notebooks put the element into their page, where an XML declaration is not allowed.
        text = str(self)
        return text[text.index("<svg") :]

    def save(self, path: PathLike) -> None:
        """Write the chart as .svg, or as .png, which the program draws with rsvg-convert."""
        if os.fspath(path).endswith(".svg"):
            Path(path).write_bytes(self._bytes)
            return
        words, positionals, options, problems = self._command
        run(words, positionals, {**options, "output": path}, problems=problems)


class Report(_Page):
    """A report as one page of HTML. Notebooks show it in a frame, because it has styles of its own."""

    def _repr_html_(self) -> str:
        page = html.escape(str(self), quote=True)
        return f'<iframe srcdoc="{page}" width="100%" height="600" style="border:0"></iframe>'

    def save(self, path: PathLike) -> None:
        """Write the report as .html."""
        Path(path).write_bytes(self._bytes)
