"""Progress is shown to people who wait, and messages stay messages."""

import sys
import types
from pathlib import Path

import pytest

import tema
from tema import _progress

PROGRAM = """#!/bin/sh
printf '\\r\\033[K██ 1 document' >&2; sleep 0.2
printf '\\r\\033[Ka.txt: error: broken\\n' >&2
printf '\\r\\033[K████ 2 documents' >&2; sleep 0.2
printf '\\r\\033[K' >&2
printf 'one problem\\n' >&2
echo '{"columns": [], "rows": []}'
exit 2
"""


class Notebook:
    """What IPython offers in a notebook."""

    def __init__(self) -> None:
        self.shown: list[str] = []
        self.kernel = None

    def get_ipython(self) -> "Notebook":
        return self

    @property
    def display(self) -> types.SimpleNamespace:
        return types.SimpleNamespace(display=self.begin)

    def begin(self, content: dict[str, str], raw: bool, display_id: bool) -> "Notebook":
        self.update(content, raw)
        return self

    def update(self, content: dict[str, str], raw: bool) -> None:
        self.shown.append(content["text/plain"])


@pytest.fixture
def notebook(monkeypatch: pytest.MonkeyPatch) -> Notebook:
    """Return a notebook in which the package runs."""
    notebook = Notebook()
    monkeypatch.setitem(sys.modules, "IPython", notebook)  # type: ignore[arg-type]
    return notebook


def test_a_notebook_shows_progress_and_the_error_has_only_messages(
    notebook: Notebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "tema"
    program.write_text(PROGRAM, encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("TEMA_BINARY", str(program))
    with pytest.raises(tema.TemaError) as caught:
        tema.frequencies("codebook.yaml", "articles")
    assert str(caught.value) == "a.txt: error: broken\none problem"
    assert notebook.shown == ["██ 1 document", "████ 2 documents", ""]


def test_tables_in_notebooks_are_the_same(folder: Path, notebook: Notebook, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = tema.frequencies("codebook.yaml", "articles")
    monkeypatch.delitem(sys.modules, "IPython")
    assert shown.equals(tema.frequencies("codebook.yaml", "articles"))
    assert notebook.shown in ([], [""])


def test_progress_in_pieces_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "\r\x1b[K█ 1\r\x1b[Kwarning: ä\n\r\x1b[K██ 2\r\x1b[Kend".encode()
    for size in range(1, len(text) + 1):
        pieces = iter([text[start : start + size] for start in range(0, len(text), size)] + [b""])
        monkeypatch.setattr(_progress.os, "read", lambda *_: next(pieces))  # noqa: B023
        messages, shown = bytearray(), list[str]()
        _progress._read(0, messages, shown.append)
        assert messages.decode() == "warning: ä\nend"
        assert not any("\r" in line or "\x1b" in line for line in shown)
