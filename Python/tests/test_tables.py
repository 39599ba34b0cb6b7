"""Every data frame equals the command's CSV cell by cell."""

import csv
import inspect
import io
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Callable

import pandas as pd
import pytest

import tema
from tema import _commands, _run, _tables

CB, TEXTS, STUDY = "codebook.yaml", "articles", "interviews.tema"
CASES: list[tuple[str, tuple[Any, ...], dict[str, Any]]] = [
    ("passages", (TEXTS, "article.xml"), {"with_": ["year", "journal"]}),
    ("ledger", ("article.xml",), {}),
    ("articles", (TEXTS,), {"columns": ["no", "title", "year", "journal"]}),
    ("check", (CB,), {"corpus": TEXTS}),
    ("codebook_show", (CB,), {}),
    ("codebook_diff", (STUDY, CB), {}),
    ("codebook_suggest", (STUDY, "loss"), {}),
    ("codebook_try", (STUDY, "loss"), {"indicator": ["lost everything", "roof"]}),
    ("frequencies", (CB, TEXTS), {}),
    ("frequencies", (CB, TEXTS), {"long": True}),
    ("frequencies", (CB, TEXTS), {"transpose": True}),
    ("frequencies", (CB, TEXTS), {"min": [1, "hits=2"], "language": "id"}),
    ("frequencies", (CB, TEXTS), {"min": 99}),
    ("frequencies", (None, STUDY), {"codings": "hand", "coder": "ann"}),
    ("cooccurrence", (CB, TEXTS), {"unit": "document", "all": True}),
    ("combinations", (CB, TEXTS), {"unit": "document"}),
    ("compare", (CB, TEXTS), {"by": "year"}),
    ("compare", (CB, TEXTS), {"by": "year", "split": 2015, "view": "tests"}),
    ("compare", (CB, TEXTS), {"by": "journal", "measure": "hits"}),
    ("saturation", (CB, TEXTS), {"base": 1, "run": 1, "threshold": 5.0}),
    ("codings", (CB, TEXTS), {}),
    ("codings", (None, STUDY), {"long": True, "with_": "journal"}),
    ("quotes", (CB, TEXTS), {"code": ["loss", "sorrow"]}),
    ("agreement", (STUDY,), {"unit": "sentence", "draws": 10}),
    ("sample", (CB, TEXTS), {}),
    ("validate", ("check.csv",), {}),
    ("memo_add", (STUDY,), {}),
    ("status", (STUDY,), {}),
    ("history", (STUDY,), {}),
    ("coders", (STUDY,), {}),
    ("blind", (STUDY,), {}),
    ("reconcile", (STUDY,), {}),
    ("refi_lint", ("project.qdpx",), {}),
]


@pytest.fixture
def commands(folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[Callable[[], bytes]]:
    """Collect the commands that are run, as functions that print their CSV."""
    collected: list[Callable[[], bytes]] = []

    def run(words: Sequence[str], positionals: Sequence[object], options: _run.Options, *, problems: bool) -> bytes:
        printed = {**options, "format": "csv", "raw": True}
        collected.append(lambda: _run.run(words, positionals, printed, problems=problems))
        return _run.run(words, positionals, options, problems=problems)

    monkeypatch.setattr(_tables, "run", run)
    return collected


@pytest.mark.filterwarnings("ignore::tema.TemaWarning")
@pytest.mark.parametrize(("name", "arguments", "options"), CASES, ids=str)
def test_the_data_frame_equals_the_csv(
    name: str, arguments: tuple[Any, ...], options: dict[str, Any], commands: list[Callable[[], bytes]]
) -> None:
    frame: pd.DataFrame = getattr(tema, name)(*arguments, **options)
    text = commands[0]().decode()
    # Universal newlines would change the texts of cells.
    header, *rows = list(csv.reader(io.StringIO(text, newline="")))
    assert list(frame.columns) == header
    assert len(frame) == len(rows)
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            assert same(frame.iat[number, column], cell), (name, number, header[column])


def same(value: Any, cell: str) -> bool:
    """Whether a value is the one that a cell of CSV shows."""
    if value is None or value is pd.NA or isinstance(value, float) and value != value:
        return cell == ""
    return value == cell if isinstance(value, str) else value == float(cell)


def test_every_command_that_prints_a_table_is_tested() -> None:
    tables = {n for n in _commands.__all__ if "engine" in inspect.signature(getattr(tema, n)).parameters}
    assert tables == {name for name, _, _ in CASES}


def test_whole_numbers_are_nullable_and_notes_are_attributes(folder: Path) -> None:
    frame = tema.frequencies(CB, TEXTS)
    assert str(frame["passages"].dtype) == "Int64"
    assert str(frame["passages_percent"].dtype) == "float64"
    assert any("Denominators: " in note for note in frame.attrs["notes"])
    assert frame.attrs["labels"]["own_passages"] == "own"
    percent = tema.saturation(CB, TEXTS, base=1, run=1)["run_percent"]
    assert percent.isna().any() or len(percent) == 2


def test_engines_have_the_same_cells(folder: Path) -> None:
    pytest.importorskip("polars")
    pytest.importorskip("pyarrow")
    pandas = tema.compare(CB, TEXTS, by="year", measure="hits")
    polars: Any = tema.compare(CB, TEXTS, by="year", measure="hits", engine="polars")
    arrow: Any = tema.compare(CB, TEXTS, by="year", measure="hits", engine="arrow")
    assert polars.rows(named=True) == arrow.to_pylist() == pandas.to_dict("records")
    assert json.loads(arrow.schema.metadata[b"notes"]) == pandas.attrs["notes"]


def test_a_study_has_the_same_tables(folder: Path) -> None:
    study = tema.Study(folder / STUDY)
    pd.testing.assert_frame_equal(study.frequencies(level="code"), tema.frequencies(None, STUDY, level="code"))
    assert list(study.tag("tono", code="harm", quote="The storm")["quote"]) == ["The storm"]


def test_a_coded_file_takes_the_place_of_texts(folder: Path) -> None:
    tema.code(CB, TEXTS, output="a.coded")
    pd.testing.assert_frame_equal(tema.frequencies(None, "a.coded"), tema.frequencies(CB, TEXTS))
