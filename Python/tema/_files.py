"""The files of paths, as the program finds them, in groups for tasks."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

# The extensions of files that the program reads in folders, and of archives. A test compares them with the program.
TEXTS = {
    *("bib", "bibtex", "ciw", "csv", "docx", "htm", "html", "jats", "json", "jsonl", "markdown", "md", "nbib"),
    *("ndjson", "nxml", "odt", "pdf", "ris", "rtf", "tab", "tei", "text", "tsv", "txt", "xhtml", "xml"),
}
ARCHIVES = {"tar", "tgz", "tzst", "zip"}
COMPRESSED = {"gz", "zst"}


def is_read(name: str) -> bool:
    """Whether the program reads a file of this name in a folder."""
    if name.startswith((".", "~$")) or name.lower().startswith("readme"):
        return False
    stem, ending = _split(name)
    if ending in COMPRESSED:
        return _split(stem)[1] in TEXTS | {"tar"}
    return ending in TEXTS | ARCHIVES


def _split(name: str) -> tuple[str, str]:
    stem, ending = os.path.splitext(name)
    return stem, ending[1:].lower()


def files(paths: Iterable[str]) -> Iterator[str]:
    """Return the files at paths and below folders, each once. Their paths begin as the given ones do.

    Links to folders are not followed, because they could form a loop.
    """
    seen = set()
    for path in paths:
        for file in _below(path) if os.path.isdir(path) else [path]:
            if file not in seen:
                seen.add(file)
                yield file


def _below(folder: str) -> Iterator[str]:
    # Joins with a slash as the program does, so that places are spelled alike.
    start = folder if folder.endswith("/") else folder + "/"
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _below(start + entry.name)
            elif not entry.is_dir() and is_read(entry.name):
                yield start + entry.name


def groups(paths: list[str], count: int) -> list[list[str]]:
    """Return files in groups of about the same number of bytes. Their order has no influence on results."""
    sizes = {path: os.path.getsize(path) if os.path.exists(path) else 0 for path in paths}
    dealt = sorted(paths, key=lambda path: (-sizes[path], path))
    return [group for start in range(count) if (group := dealt[start::count])]


def path(name: str) -> str:
    """Return the path that a `file:` URL names, or else the name."""
    return unquote(urlsplit(name).path) if name.startswith("file:") else name


def write(folder: str, contents: Iterable[tuple[str, bytes]]) -> Iterator[str]:
    """Write the files of Hadoop below a folder, and return their paths in it: host or bucket, and path."""
    for url, content in contents:
        path = url.split(":", 1)[1].lstrip("/")
        if is_read(os.path.basename(path)):
            file = Path(folder, path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
            yield path
