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

import gzip
import itertools
import os
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Callable
from urllib.parse import urlsplit

from . import _commands, _files
from ._binary import binary
from ._errors import TemaError
from ._run import PathLike, joined

if TYPE_CHECKING:
    import pandas as pd
    from pyspark import RDD
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
    rows = _coded(_rows, spark, paths, codebook, partitions, program, options)
    return spark.createDataFrame(rows, "part int, number int, line string", verifySchema=False)


def write(coded: DataFrame, folder: PathLike) -> list[str]:
    """Write coded lines to one file a task, and return the paths: `tema.saturation(None, *write(coded, folder))`.

    A part must be in one partition, with its lines in their order. The program refuses files that are not complete.
    """
    # Compressed, a document is about 200 bytes.
    return _write_parts(coded.rdd.map(tuple).mapPartitions(_compress), folder, "gz")


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
    coding = {name: options.pop(name) for name in CODING if name in options}
    partitions, program = options.pop("partitions", None), options.pop("program", None)
    parts = _coded(_files_of_parts, spark, paths, codebook, partitions, program, coding)
    with tempfile.TemporaryDirectory(prefix="tema-") as folder:
        return function(None, *_write_parts(parts, folder, "zst"), **options)


def _coded(
    results: Callable[..., Iterator[Any]],
    spark: SparkSession,
    paths: Sequence[PathLike],
    codebook: PathLike,
    partitions: int | None,
    program: str | None,
    options: dict[str, Any],
) -> RDD[Any]:
    """Return the results of all tasks: `_rows` or `_files_of_parts`. Data frames cost 10 ms more a task."""
    if options.keys() - set(CODING):
        raise TypeError(f"unknown options: {', '.join(sorted(options.keys() - set(CODING)))}")
    names = [os.fspath(path) for path in paths]
    remote = [name for name in names if urlsplit(name).scheme not in ("", "file")]
    book, arguments = Path(codebook).read_bytes(), list(_arguments(options))
    with tempfile.TemporaryDirectory(prefix="tema-") as empty:  # invalid options are an error here, not in each task
        list(_rows(0, None, book, arguments, [empty], None))
    context = spark.sparkContext
    found = list(_files.files(_files.path(name) for name in names if name not in remote))
    count = max(partitions or 3 * context.defaultParallelism, sum(map(len, found)) // MOST_CHARACTERS + 1)
    groups = list(enumerate(_files.groups(found, count)))
    # Relative paths stay as they are, because they order documents and name them in tables.
    here = None if all(map(os.path.isabs, found)) else os.getcwd()

    def code_paths(parts: Iterable[tuple[int, list[str]]]) -> Iterator[Any]:
        for part, group in parts:
            yield from results(part, program, book, arguments, group, here)

    def code_bytes(index: int, contents: Iterable[tuple[str, bytes]]) -> Iterator[Any]:
        with tempfile.TemporaryDirectory(prefix="tema-") as folder:
            group = list(_files.write(folder, contents))
            if group:
                yield from results(len(groups) + index, program, book, arguments, group, folder)

    coded = [context.parallelize(groups, len(groups)).mapPartitions(code_paths)] if groups else []
    if remote:
        coded.append(context.binaryFiles(",".join(remote), partitions).mapPartitionsWithIndex(code_bytes))
    if not coded:
        raise TemaError("no files to code (check the paths)", 2)
    return context.union(coded)


def _write_parts(parts: RDD[bytes], folder: PathLike, ending: str) -> list[str]:
    # One job collects all parts, because a job costs more than a task.
    paths = []
    for number, part in enumerate(parts.collect()):
        paths.append(os.path.join(folder, f"{number:06}.coded.{ending}"))
        Path(paths[-1]).write_bytes(part)
    return paths


def _compress(rows: Iterable[Row]) -> Iterator[bytes]:
    for _, group in itertools.groupby(rows, key=lambda row: row[0]):
        yield gzip.compress("".join(f"{line}\n" for _, _, line in group).encode(), 1)


def _arguments(options: dict[str, Any]) -> Iterator[str]:
    for name, value in options.items():
        option = "--" + name.rstrip("_").replace("_", "-")
        if value is True:
            yield option
        elif value is not None and value is not False:
            yield f"{option}={joined(value)}"


def _rows(part: int, *task: Any) -> Iterator[Row]:
    for number, line in enumerate(_output("-", *task)):
        yield part, number, line.decode("utf-8").rstrip("\n")


def _files_of_parts(part: int, *task: Any) -> Iterator[bytes]:
    with tempfile.TemporaryDirectory(prefix="tema-") as folder:
        file = Path(folder, "part.coded.zst")
        list(_output(str(file), *task))
        yield file.read_bytes()


def _output(
    path: str, program: str | None, book: bytes, arguments: list[str], group: list[str], folder: str | None
) -> Iterator[bytes]:
    """Run the program in a task, and return the lines that it prints. The codebook is its standard input."""
    command = [program or binary(), "code", "-c", "/dev/stdin", "-j", "1", "-o", path, *arguments, "--", *group]
    with tempfile.TemporaryFile() as codebook, tempfile.TemporaryFile() as messages:
        codebook.write(book)
        codebook.seek(0)
        with subprocess.Popen(command, stdin=codebook, stdout=subprocess.PIPE, stderr=messages, cwd=folder) as process:
            yield from process.stdout or ()
        # 1 means problems, which are lines of the output.
        if process.returncode not in (0, 1):
            messages.seek(0)
            text = messages.read().decode("utf-8", "replace").strip()
            raise TemaError(text or f"tema ended with exit code {process.returncode}", process.returncode)
