"""Codes texts on a cluster of Apache Spark.

The driver lists files and gives their paths, not their bytes, to tasks. Each task runs `tema code` on its files. The
lines of the coded files come back to the driver, where the program counts them. The results are those of one machine:
the program orders documents by their paths and skips documents that occur twice, whatever task they come from.

Each worker needs this package, and the files at the same paths.

Example:
    >>> from pyspark.sql import SparkSession
    >>> spark = SparkSession.builder.master("local[2]").getOrCreate()
    >>> table = tema.spark.frequencies(spark, ["articles/"], "codebook.yaml", level="theme")
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Callable
from urllib.parse import unquote, urlsplit

from . import _commands, _files
from ._binary import binary
from ._errors import TemaError
from ._run import PathLike, joined

if TYPE_CHECKING:
    import pandas as pd
    from pyspark.sql import DataFrame, SparkSession

# The options of `tema code`. The others are those of the statistics.
CODING = ("from_", "encoding", "parser", "kinds", "sections", "not_sections", "sub_articles", "nested")
# Limits the length of a command line, which is 2 MiB on Linux.
MOST_CHARACTERS = 1_000_000

Row = tuple[int, int, str]


def code(
    spark: SparkSession,
    paths: Sequence[PathLike],
    codebook: PathLike,
    *,
    partitions: int | None = None,
    program: str | None = None,
    **options: Any,
) -> DataFrame:
    """Code texts, and return the lines of their coded files: columns `part`, `number` and `line`.

    Problems of files are lines of the type `problem`. A task fails, and Spark repeats it, if the program could not run
    or was killed.

    Args:
        spark: The session.
        paths: Files, folders and archives, or URLs: `file:` names a path, and others (`hdfs:`, `s3a:`) are read through
            Hadoop, which is slower. Workers need the folder in which the driver runs for relative paths.
        codebook: Codebook (YAML file) on the driver.
        partitions: Number of tasks. By default three for each core, but not more than there are files.
        program: Path of `tema` on the workers. By default the one of this package.
        options: Options of `tema code`, such as `kinds="paragraph"`.
    """
    names = [os.fspath(path) for path in paths]
    local = [_path(name) for name in names if urlsplit(name).scheme in ("", "file")]
    remote = [name for name in names if urlsplit(name).scheme not in ("", "file")]
    unknown = options.keys() - set(CODING)
    if unknown:
        raise TypeError(f"unknown options: {', '.join(sorted(unknown))}")
    book, arguments = Path(codebook).read_bytes(), list(_arguments(options))
    with tempfile.TemporaryDirectory(prefix="tema-") as empty:
        # An invalid codebook or option is an error here, not in each task.
        list(_lines(0, None, book, arguments, [empty], None))
    context = spark.sparkContext
    found = list(_files.files(local))
    count = max(partitions or 3 * context.defaultParallelism, sum(map(len, found)) // MOST_CHARACTERS + 1)
    groups = list(enumerate(_files.groups(found, count)))
    # Relative paths stay as they are, because they order documents and name them in tables.
    here = None if all(map(os.path.isabs, found)) else os.getcwd()

    def code_paths(parts: Iterable[tuple[int, list[str]]]) -> Iterator[Row]:
        for part, group in parts:
            yield from _lines(part, program, book, arguments, group, here)

    def code_bytes(index: int, contents: Iterable[tuple[str, bytes]]) -> Iterator[Row]:
        with tempfile.TemporaryDirectory(prefix="tema-") as folder:
            group = list(_write(folder, contents))
            if group:
                yield from _lines(len(groups) + index, program, book, arguments, group, folder)

    rows = []
    if groups:
        rows.append(context.parallelize(groups, len(groups)).mapPartitions(code_paths))
    if remote:
        read = context.binaryFiles(",".join(remote), partitions)
        rows.append(read.mapPartitionsWithIndex(code_bytes))
    if not rows:
        raise TemaError("no files to code (check the paths)", 2)
    return spark.createDataFrame(context.union(rows), "part int, number int, line string", verifySchema=False)


def write(coded: DataFrame, folder: PathLike) -> list[str]:
    """Write coded lines to one file a task, and return the paths: `tema.saturation(None, *write(coded, folder))`.

    The lines of a part must be in their order. The program refuses files whose lines are not.
    """
    cached = coded.is_cached
    # All tasks run at once for the count. Then the driver fetches one partition after the other, so that its memory
    # holds one of them.
    coded = coded.persist()
    coded.count()
    paths: list[str] = []
    part, file = None, None
    for row in coded.toLocalIterator(prefetchPartitions=True):
        if row.part != part:
            if file:
                file.close()
            part = row.part
            paths.append(os.path.join(folder, f"{part:06}.coded"))
            file = open(paths[-1], "w", encoding="utf-8", newline="")  # noqa: SIM115
        if file:
            file.write(row.line + "\n")
    if file:
        file.close()
    if not cached:
        coded.unpersist()
    return paths


def frequencies(spark: SparkSession, paths: Sequence[PathLike], codebook: PathLike, **options: Any) -> pd.DataFrame:
    """Return what `tema.frequencies` returns. Options are those of `code` and of `tema.frequencies`."""
    return _statistic(_commands.frequencies, spark, paths, codebook, options)


def cooccurrence(spark: SparkSession, paths: Sequence[PathLike], codebook: PathLike, **options: Any) -> pd.DataFrame:
    """Return what `tema.cooccurrence` returns. Options are those of `code` and of `tema.cooccurrence`."""
    return _statistic(_commands.cooccurrence, spark, paths, codebook, options)


def compare(spark: SparkSession, paths: Sequence[PathLike], codebook: PathLike, **options: Any) -> pd.DataFrame:
    """Return what `tema.compare` returns. Options are those of `code` and of `tema.compare`."""
    return _statistic(_commands.compare, spark, paths, codebook, options)


def _statistic(
    function: Callable[..., pd.DataFrame],
    spark: SparkSession,
    paths: Sequence[PathLike],
    codebook: PathLike,
    options: dict[str, Any],
) -> pd.DataFrame:
    coding = {name: options.pop(name) for name in (*CODING, "partitions", "program") if name in options}
    with tempfile.TemporaryDirectory(prefix="tema-") as folder:
        return function(None, *write(code(spark, paths, codebook, **coding), folder), **options)


def _path(name: str) -> str:
    return unquote(urlsplit(name).path) if name.startswith("file:") else name


def _arguments(options: dict[str, Any]) -> Iterator[str]:
    for name, value in options.items():
        option = "--" + name.rstrip("_").replace("_", "-")
        if value is True:
            yield option
        elif value is not None and value is not False:
            yield f"{option}={joined(value)}"


def _write(folder: str, contents: Iterable[tuple[str, bytes]]) -> Iterator[str]:
    """Write the files of Hadoop below a folder, and return their paths in it: host or bucket, and path."""
    for url, content in contents:
        path = url.split(":", 1)[1].lstrip("/")
        if _files.is_read(os.path.basename(path)):
            file = Path(folder, path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
            yield path


def _lines(
    part: int, program: str | None, book: bytes, arguments: list[str], group: list[str], folder: str | None
) -> Iterator[Row]:
    """Run the program in a task, and return what it prints. The codebook is its standard input."""
    command = [program or binary(), "code", "-c", "/dev/stdin", "-j", "1", "-o", "-", *arguments, "--", *group]
    with tempfile.TemporaryFile() as codebook, tempfile.TemporaryFile() as messages:
        codebook.write(book)
        codebook.seek(0)
        with subprocess.Popen(command, stdin=codebook, stdout=subprocess.PIPE, stderr=messages, cwd=folder) as process:
            for number, line in enumerate(process.stdout or ()):
                yield part, number, line.decode("utf-8").rstrip("\n")
        # 1 means problems, which are lines of the output.
        if process.returncode not in (0, 1):
            messages.seek(0)
            text = messages.read().decode("utf-8", "replace").strip()
            raise TemaError(text or f"tema ended with exit code {process.returncode}", process.returncode)
