"""The examples of the documentation run."""

import shlex
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

import tema

REPOSITORY = Path(__file__).parents[2]


def blocks(page: str, language: str) -> list[str]:
    """Return the code blocks of a page in one language."""
    text = (REPOSITORY / "Documentation" / page).read_text(encoding="utf-8")
    return [block.split("```")[0] for block in text.split(f"```{language}\n")[1:]]


def run(page: str) -> dict[str, Any]:
    """Run the blocks of a page in Python, one after the other, and return its variables."""
    names: dict[str, Any] = {}
    for block in blocks(page, "python"):
        exec(compile(block, page, "exec"), names)
    return names


def test_the_examples_of_the_page_on_python_run(folder: Path) -> None:
    run("python.md")


def test_the_examples_of_the_page_on_spark_run(folder: Path) -> None:
    pytest.importorskip("pyspark")
    run("spark.md")


@pytest.fixture
def tables(folder: Path) -> None:
    """Write the files of the page for analysts, by its commands."""
    (block,) = blocks("analysts.md", "bash")
    for line in block.splitlines():
        subprocess.run([tema.binary(), *shlex.split(line)[1:]], check=True, capture_output=True)


def test_the_examples_for_pandas_and_polars_run(tables: None) -> None:
    pytest.importorskip("polars")
    names = run("analysts.md")
    expected = tema.codings("codebook.yaml", "articles")
    assert list(names["coded"]["code"]) == list(expected["code"])
    assert len(names["matches"]) == len(tema.codings("codebook.yaml", "articles", long=True))


def test_the_examples_for_duckdb_run(tables: None) -> None:
    duckdb = pytest.importorskip("duckdb")
    (block,) = blocks("analysts.md", "sql")
    results = [duckdb.sql(statement) for statement in block.split(";") if statement.strip()]
    frequencies = {row[0]: row[1] for row in results[0].fetchall()}
    codings = tema.codings("codebook.yaml", "articles")
    assert frequencies == codings["code"].value_counts().to_dict()
    assert len(results[1].fetchall()) == len(tema.codings("codebook.yaml", "articles", long=True))
    words = sum(row[3] for row in results[-1].fetchall())
    assert any(f"{words} words" in note for note in tema.frequencies("codebook.yaml", "articles").attrs["notes"])


def test_the_examples_for_r_run(tables: None) -> None:
    if shutil.which("Rscript") is None:
        pytest.skip("R is missing")
    check = 'for (p in c("jsonlite", "readr")) if (!requireNamespace(p, quietly = TRUE)) quit(status = 1)'
    if subprocess.run(["Rscript", "-e", check], check=False, capture_output=True).returncode:
        pytest.skip("R's packages jsonlite and readr are missing")
    (block,) = blocks("analysts.md", "r")
    subprocess.run(["Rscript", "-e", block], check=True)
