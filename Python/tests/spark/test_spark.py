"""The tables of a cluster are those of one machine, whatever happens to tasks."""

import json
import random
import shutil
from pathlib import Path
from typing import Any, Callable

import pandas as pd
import pytest
from pyspark.sql import SparkSession

import tema
import tema.spark
from tema import _files

pytestmark = pytest.mark.filterwarnings("ignore::tema.TemaWarning")
STATISTICS: list[tuple[Callable[..., pd.DataFrame], Callable[..., pd.DataFrame], dict[str, Any]]] = [
    (tema.spark.frequencies, tema.frequencies, {}),
    (tema.spark.cooccurrence, tema.cooccurrence, {"unit": "sentence"}),
    (tema.spark.cooccurrence, tema.cooccurrence, {"unit": "document", "all": True}),
    (tema.spark.compare, tema.compare, {"by": "year", "view": "tests"}),
]


def lines_of_one_machine(texts: Path) -> list[str]:
    """Return the lines of documents and problems of one run, in order."""
    text = tema.code(texts / "storms.yaml", texts / "texts", output="-")
    return [line for line in text.splitlines() if json.loads(line)["type"] in {"document", "problem"}]


@pytest.mark.parametrize(("clustered", "plain", "options"), STATISTICS)
def test_tables_are_those_of_one_machine(
    spark: SparkSession,
    texts: Path,
    clustered: Callable[..., pd.DataFrame],
    plain: Callable[..., pd.DataFrame],
    options: dict[str, Any],
) -> None:
    expected = plain(texts / "storms.yaml", texts / "texts", **options)
    found = clustered(spark, [texts / "texts"], texts / "storms.yaml", partitions=5, **options)
    assert found.to_csv() == expected.to_csv()
    assert found.attrs == expected.attrs


@pytest.mark.parametrize("partitions", [1, 2, 3, 7, 16, 64])
def test_neither_partitions_nor_the_order_of_paths_matter(spark: SparkSession, texts: Path, partitions: int) -> None:
    paths = list(_files.files([str(texts / "texts")]))
    random.Random(partitions).shuffle(paths)
    coded = tema.spark.code(spark, paths, texts / "storms.yaml", partitions=partitions)
    rows = coded.collect()
    assert len({row.part for row in rows}) == partitions
    lines = [row.line for row in rows if json.loads(row.line)["type"] in {"document", "problem"}]
    assert sorted(lines, key=lambda line: json.loads(line)["place"][0].encode()) == lines_of_one_machine(texts)


def test_killed_and_repeated_tasks_change_nothing(
    spark: SparkSession, texts: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kills = tmp_path / "kills"
    program = tmp_path / "tema"
    program.write_text(
        "#!/bin/bash\n"
        "if (( RANDOM % 2 )); then\n"
        f"  '{tema.binary()}' \"$@\" | head -c $((RANDOM % 9000)); echo >> '{kills}'; kill -9 $$\n"
        "fi\n"
        f"exec '{tema.binary()}' \"$@\"\n"
    )
    program.chmod(0o755)
    expected = tema.frequencies(texts / "storms.yaml", texts / "texts").to_csv()
    while not kills.exists() or len(kills.read_bytes()) < 100:
        found = tema.spark.frequencies(
            spark, [texts / "texts"], texts / "storms.yaml", partitions=24, program=str(program)
        )
        assert found.to_csv() == expected
    with capsys.disabled():
        print(f" {len(kills.read_bytes())} kills ", end="")


def test_a_part_that_was_cut_is_refused(spark: SparkSession, texts: Path, tmp_path: Path) -> None:
    coded = tema.spark.code(spark, [texts / "texts"], texts / "storms.yaml", partitions=3)
    with pytest.raises(tema.TemaError):
        tema.frequencies(None, *tema.spark.write(coded.filter("number != 2"), tmp_path))


def test_files_of_hadoop_are_read(spark: SparkSession, texts: Path) -> None:
    # hdfs: would need a name node. viewfs: is a scheme of Hadoop's that leads to other places, here to the folder.
    context: Any = spark.sparkContext
    context._jsc.hadoopConfiguration().set("mapreduce.input.fileinputformat.input.dir.recursive", "true")
    context._jsc.hadoopConfiguration().set("fs.viewfs.mounttable.test.link./texts", (texts / "texts").as_uri())
    expected = tema.frequencies(texts / "storms.yaml", texts / "texts").to_csv()
    found = tema.spark.frequencies(spark, ["viewfs://test/texts"], texts / "storms.yaml", partitions=3)
    assert found.to_csv() == expected


def test_urls_of_files_are_paths_and_archives_are_one_file(spark: SparkSession, texts: Path, tmp_path: Path) -> None:
    archive = shutil.make_archive(str(tmp_path / "all texts"), "gztar", texts, "texts")
    expected = tema.frequencies(texts / "storms.yaml", archive).to_csv()
    assert tema.spark.frequencies(spark, [Path(archive).as_uri()], texts / "storms.yaml").to_csv() == expected


def test_what_cannot_run_is_an_error(spark: SparkSession, texts: Path, tmp_path: Path) -> None:
    with pytest.raises(tema.TemaError, match="no files"):
        tema.spark.code(spark, [tmp_path], texts / "storms.yaml")
    with pytest.raises(TypeError, match="levle"):
        tema.spark.code(spark, [texts], texts / "storms.yaml", levle="theme")
    with pytest.raises(tema.TemaError, match="no-such-kind"):
        tema.spark.code(spark, [texts], texts / "storms.yaml", kinds="no-such-kind")


def test_the_driver_lists_the_files_that_the_program_reads(texts: Path, tmp_path: Path) -> None:
    names = [f"a{number}.{ending}" for number, ending in enumerate(sorted(_files.TEXTS | {"log", "py", "png", "jpg"}))]
    names += ["a.tar", "a.tar.gz", "a.tar.zst", "a.tgz", "a.zip", "a.xml.gz", "a.py.gz", "a.gz", "A.XML"]
    names += [".hidden.txt", "~$open.docx", "readme.txt", "README.md", "noending", "below/b.txt", ".git/c.txt"]
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("")
    (tmp_path / "link").symlink_to(tmp_path / "below")
    last = tema.code(texts / "storms.yaml", tmp_path, output="-").splitlines()[-1]
    skipped = {(item["reason"], item.get("extension")) for item in json.loads(last)["skipped"]}
    read = {Path(path).name for path in _files.files([str(tmp_path)])}
    assert {ending for reason, ending in skipped if reason == "extension"} == {
        name.rsplit(".", 1)[1].lower() for name in names if "." in name and Path(name).name not in read
    } - {"txt", "docx", "md"}
