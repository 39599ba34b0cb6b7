"""Problems are warnings, and what could not run is an error."""

import os
import sys
from pathlib import Path

import pytest

import tema


def test_problems_are_a_warning_that_lists_them(folder: Path) -> None:
    Path("articles/broken.txt").write_bytes(b"\xff broken")
    with pytest.warns(tema.TemaWarning, match="1 problem\n.*broken.txt") as caught:
        frame = tema.frequencies("codebook.yaml", "articles")
    assert len(frame) == 5
    assert caught[0].filename == __file__
    (problem,) = caught[0].message.problems  # type: ignore[union-attr]
    assert (problem["code"], problem["severity"]) == ("encoding", "error")


def test_what_cannot_run_is_an_error(folder: Path) -> None:
    with pytest.raises(tema.TemaError, match="none.yaml.*no such file") as caught:
        tema.frequencies("none.yaml", "articles")
    assert caught.value.exit_code == 2


def test_what_cannot_be_written_is_an_error(folder: Path) -> None:
    with pytest.raises(tema.TemaError) as caught:
        tema.code("codebook.yaml", "articles", output="/dev/full")
    assert caught.value.exit_code in {2, 74}


@pytest.mark.parametrize(
    ("script", "error", "exit_code"),
    [("exit 74", tema.TemaError, 74), ("kill -9 $$", tema.TemaError, -9), ("exit 130", KeyboardInterrupt, None)],
)
def test_exit_codes_and_signals(
    script: str, error: type[BaseException], exit_code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "tema"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("TEMA_BINARY", str(program))
    with pytest.raises(error) as caught:
        tema.frequencies("codebook.yaml", "articles")
    assert getattr(caught.value, "exit_code", None) == exit_code


def test_arguments_are_never_options_and_no_shell_reads_them(folder: Path) -> None:
    name = "--help; touch made"
    os.rename("interview.txt", name)
    assert len(tema.passages(name, from_="text")) == 2
    assert not Path("made").exists()


def test_the_program_is_beside_python_or_on_the_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TEMA_BINARY", raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "beside" / "python"))
    monkeypatch.setenv("PATH", str(tmp_path / "path"))
    with pytest.raises(tema.TemaError, match="was not found"):
        tema.binary()
    for folder in ("path", "beside"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "tema").touch(mode=0o755)
        assert tema.binary() == str(tmp_path / folder / "tema")
