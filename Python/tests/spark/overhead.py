"""Print what a task that runs the program costs more than an empty one.

Usage: PYTHONPATH=Python python Python/tests/spark/overhead.py [TASKS]
"""

import sys
import tempfile
import time
from pathlib import Path

from pyspark.sql import SparkSession

import tema.spark

TASKS = int(sys.argv[1]) if len(sys.argv) > 1 else 200
CODEBOOK = "tema: 1\nid: a\ntitle: A\nversion: 1.0.0\nlanguage: en\ncodes:\n  - {id: a, name: A, indicators: [storm]}\n"


def main() -> None:
    spark = SparkSession.builder.master("local[2]").config("spark.ui.showConsoleProgress", "false").getOrCreate()
    context = spark.sparkContext
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "a.yaml").write_text(CODEBOOK, encoding="utf-8")
        for number in range(TASKS):
            Path(folder, f"{number}.txt").write_text(f"The storm {number}.\n", encoding="utf-8")
        make = tema.spark._files_of_parts
        coded = tema.spark._coded(make, spark, [folder], Path(folder, "a.yaml"), TASKS, None, {})
        empty = context.parallelize(range(TASKS), TASKS)
        coded.count()
        for name, run in [("empty tasks", empty.count), ("tasks with tema", coded.count)] * 2:
            start = time.monotonic()
            run()
            print(f"{TASKS} {name}: {(time.monotonic() - start) / TASKS * 2000:.1f} ms for each task on a core")
    spark.stop()


main()
