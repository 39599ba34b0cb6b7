"""A session of Spark, and texts with all that parts of a corpus must agree on."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyspark.sql import SparkSession

CODEBOOK = """\
tema: 1
id: storms
title: Storms
version: 1.0.0
language: en
levels: [theme]
codes:
  - {id: loss, name: Loss, indicators: [lost, "took it"]}
  - {id: storm, name: Storm, indicators: ["storm*", flood]}
  - {id: repair, name: Repair, indicators: ["rebuil*"]}
"""
SENTENCES = ["The storm came.", "We lost the boat.", "They rebuilt the house after the flood.", "No one was hurt."]


@pytest.fixture(scope="session")
def spark() -> Iterator[SparkSession]:
    """Start a session of two cores, or of the cluster that TEMA_SPARK_MASTER names. Tasks may fail often."""
    builder = (
        SparkSession.builder.master(os.environ.get("TEMA_SPARK_MASTER", "local[2,100]"))
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.task.maxFailures", "100")
        .config("spark.speculation", "true")
        .config("spark.speculation.interval", "50ms")
        .config("spark.speculation.multiplier", "1.1")
        .config("spark.speculation.quantile", "0.1")
        .config("spark.speculation.minTaskRuntime", "50ms")
        .config("spark.excludeOnFailure.enabled", "false")
    )
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("OFF")
    yield session
    session.stop()


@pytest.fixture(scope="session")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write 100 invented texts: every eighth is repeated in another folder, and some ids have two texts."""
    folder = tmp_path_factory.mktemp("spark")
    (folder / "storms.yaml").write_text(CODEBOOK, encoding="utf-8")
    for number in range(100):
        lines = [SENTENCES[(number * 7 + line * line) % 4] for line in range(number % 5 + 1)]
        text = f"---\nyear: {2010 + number % 3}\n---\n" + "\n\n".join(lines) + "\n"
        write(folder / f"texts/{number % 4}/doc-{number:03}.md", text)
        if number % 8 == 0:
            write(folder / f"texts/again/doc-{number:03}.md", text)
        if number % 30 == 0:
            write(folder / f"texts/changed/doc-{number:03}.md", text + "\nWe lost it.\n")
    write(folder / "texts/README.md", "The storm of this file is not read.\n")
    write(folder / "texts/notes.log", "The storm of this file is not read.\n")
    (folder / "texts/0/broken.txt").write_bytes(b"\xff\n")
    return folder


def write(path: Path, text: str) -> None:
    """Write a file below new folders."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
