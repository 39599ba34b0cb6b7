"""The examples of the documentation run."""

from pathlib import Path
from typing import Any

import pytest

REPOSITORY = Path(__file__).parents[2]


def blocks(page: str, language: str) -> list[str]:
    """Return the code blocks of a page in one language."""
    text = (REPOSITORY / "Documentation" / page).read_text(encoding="utf-8")
    return [block.split("```")[0] for block in text.split(f"```{language}\n")[1:]]


def run(page: str) -> None:
    """Run the blocks of a page in Python, one after the other."""
    names: dict[str, Any] = {}
    for block in blocks(page, "python"):
        exec(compile(block, page, "exec"), names)


def test_the_examples_of_the_page_on_python_run(folder: Path) -> None:
    run("python.md")


def test_the_examples_of_the_page_on_spark_run(folder: Path) -> None:
    pytest.importorskip("pyspark")
    run("spark.md")
