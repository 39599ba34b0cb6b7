#!/usr/bin/env python3
"""Compares the speed of Tema, xmllint, Python and ripgrep, and writes Documentation/benchmarks.md and .svg.

usage: run.py FOLDER [--megabytes N] [--rounds N]

FOLDER contains the composed corpora and the virtual environment of the peers. Every figure is the median of the rounds, in
seconds of user CPU time. The commands alternate, so that all run under the same conditions.
"""
import argparse
import csv
import io
import json
import os
import pathlib
import platform
import shutil
import statistics
import subprocess
import sys
import venv

import chart
import corpus
import study

ROOT = pathlib.Path(__file__).resolve().parent.parent
TEMA = ROOT / ".build/release/tema"
PEERS = ["lxml", "pyahocorasick", "ahocorasick_rs", "flashtext"]
# Slow peers read a part of the corpus; their figures are scaled up.
PARTS = {"flashtext": 8, "re": 40}


def environment(folder):
    """Returns the Python interpreter with the peers, after installing them if needed."""
    python = folder / "venv/bin/python"
    if not python.exists():
        venv.create(folder / "venv", with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "-q", *PEERS], check=True)
    return python


def is_part(name):
    return name.split(" ")[-1] in PARTS


def measure(command, output=None):
    """Returns user seconds and wall seconds of one command."""
    with open(output or os.devnull, "w") as out:
        begin = os.times().elapsed
        process = subprocess.Popen(command, shell=isinstance(command, str), stdout=out, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        wall = os.times().elapsed - begin
    if status not in (0, 256):
        sys.exit(f"failed: {command}")
    return usage.ru_utime, wall


def commands(folder, python, articles):
    """Yields name, codebook, command, and the factor that scales its figures to the complete corpus."""
    text = folder / "articles"
    yield "xmllint --sax", "", f"find {text} -name '*.xml' | sort | xargs xmllint --sax --noout", 1
    for book in ("small", "large"):
        yaml = folder / f"{book}.yaml"
        for jobs in (1, 2):
            line = [str(TEMA), "frequencies", "-q", "--format", "csv", "--jobs", str(jobs), "-c", str(yaml), str(text)]
            yield f"tema, {jobs} worker{'s'[:jobs - 1]}", book, line, 1
        for library in ("pyahocorasick", "ahocorasick_rs", "flashtext", "re"):
            if (library, book) == ("re", "large"):
                continue
            part = PARTS.get(library, 1)
            line = [str(python), str(ROOT / "Benchmarks/peer.py"), library, str(yaml), str(text)]
            yield f"lxml + {library}", book, line + ["--articles", str(articles // part)], articles / (articles // part)
    words = folder / "small.words"
    words.write_text("".join(f"{word.rstrip('*')}\n" for word in indicators(folder / "small.yaml")))
    yield "ripgrep, sort, uniq", "small", f"rg -oiwIN --no-messages -f {words} {text} | sort -f | uniq -ci", 1


def indicators(path):
    return [line.split('"')[1] for line in path.read_text().splitlines() if line.strip().startswith('- "')]


def study_jobs(folder):
    """Yields each job on a study, and its wall seconds in Tema and with Python's sqlite3."""
    codings, count = study.write(folder / "study")
    ours, theirs = folder / "study/measured.tema", folder / "study/measured.sqlite"
    for path in folder.glob("study/measured*"):
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    tema = [str(TEMA)]
    peer = [sys.executable, str(ROOT / "Benchmarks/study_peer.py")]
    for line in (["init", ours], ["import", "-q", ours, folder / "study/texts"], ["codebook", "import", ours, folder / "study/codes.yaml"]):
        measure(tema + [str(part) for part in line])
    jobs = [
        (f"import {count:,} codings of {study.DOCUMENTS * study.PASSAGES:,} passages", 1,
         tema + ["text", "import", str(ours), str(codings)], peer + ["import", str(theirs), str(codings)]),
        ("count the passages of each code", 5,
         tema + ["frequencies", "-q", "--coder", "ana", "--format", "csv", str(ours)], peer + ["frequencies", str(theirs)]),
        ("add one coding, durable when the command ends", 5,
         tema + ["tag", str(ours), "d0500", "--passage", "{}", "--code", "c1"], peer + ["tag", str(theirs), "d0500", "{}", "c1"]),
    ]
    for job, rounds, *both in jobs:
        walls = [[], []]
        for number in range(rounds):
            for who, command in enumerate(both):
                print(f"study: {job}", file=sys.stderr)
                walls[who].append(measure([part.replace("{}", str(number)) for part in command])[1])
        yield job, *(statistics.median(taken) for taken in walls)


def agreement(folder, book, outputs):
    """Returns, for each peer, for how many codes its counts equal Tema's."""
    rows = csv.DictReader(io.StringIO(outputs["tema, 1 worker", book].read_text()))
    own = {row["code"]: [int(row[column]) for column in ("passages", "documents", "hits")] for row in rows}
    results = {}
    for (name, of), path in outputs.items():
        if of != book or not name.startswith("lxml") or is_part(name):
            continue
        counts = json.loads(path.read_text())
        same = sum(counts.get(code, [0, 0, 0]) == numbers for code, numbers in own.items())
        results[name] = f"{same} of {len(own)} codes"
    return results


def version(command):
    return subprocess.run(command, shell=True, capture_output=True, text=True).stdout.split("\n")[0].strip()


def report(rows, size, articles, agreed, rounds, studied):
    floor = rows["xmllint --sax", ""][0]
    lines = [
        "# Benchmarks", "",
        f"Written by `make bench` on {platform.system()}, {platform.machine()}, {version('lscpu | sed -n s/^Model.name:[[:space:]]*//p')}, "
        f"{os.cpu_count()} cores. {version(f'{TEMA} --version')}; {version('swift --version 2>/dev/null')}; "
        f"Python {platform.python_version()}; {version('rg --version')}.", "",
        f"The corpus is {articles:,} composed articles in JATS, {size / 1e6:.0f} MB (`Benchmarks/corpus.py`). Figures are medians of "
        f"{rounds} rounds in which the commands alternate; seconds are user CPU time, with files in the page cache.", "",
        "![Megabytes of XML per second of CPU time, by program](benchmarks.svg)", "",
        "| | codebook | CPU s | wall s | MB of XML per CPU second | times xmllint | same counts |",
        "| --- | --- | ---: | ---: | ---: | ---: | --- |",
    ]
    for (name, book), (cpu, wall) in rows.items():
        scaled = " (part)" if is_part(name) else ""
        lines.append(
            f"| {name}{scaled} | {book} | {cpu:.2f} | {wall:.2f} | {size / 1e6 / cpu:.1f} | {cpu / floor:.2f} "
            f"| {agreed.get((name, book), '')} |")
    lines += [
        "", "*small* is 27 codes and 200 indicators, *large* 500 and 10,000: words, wildcards, phrases. xmllint only parses. "
        "The Python peers (`Benchmarks/peer.py`) read the same passages by the same rules and count passages, articles and hits of each code; "
        "flashtext supports neither wildcards nor words inside phrases, and ripgrep counts words of the complete file, including markup. "
        "Programs marked *(part)* read a part of the corpus, and their figures are scaled up.", "", "Commands:", "", "```",
        "find articles -name '*.xml' | sort | xargs xmllint --sax --noout",
        "tema frequencies -q --format csv --jobs 1 -c small.yaml articles",
        "python Benchmarks/peer.py pyahocorasick small.yaml articles",
        "rg -oiwIN -f small.words articles | sort -f | uniq -ci", "```", "",
        "## A study", "",
        "Wall seconds of complete commands, compared with a script for Python's sqlite3 (`Benchmarks/study_peer.py`) that has one table of codings, "
        "without history, checksums, or a check that the text contains the words of each coding.", "",
        "| | tema | Python's sqlite3 |", "| --- | ---: | ---: |",
    ] + [f"| {job} | {ours:.3f} | {theirs:.3f} |" for job, ours, theirs in studied] + [
        "", "Commands: `tema text import STUDY FOLDER`, `tema frequencies --codings hand STUDY`, `tema tag STUDY DOCUMENT --passage N --code CODE`.",
    ]
    (ROOT / "Documentation/benchmarks.md").write_text("\n".join(lines) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--megabytes", type=float, default=120)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    articles, size = corpus.write(options.folder, options.megabytes)
    plan = list(commands(options.folder, environment(options.folder), articles))
    samples, outputs = {}, {}
    for number in range(options.rounds):
        for name, book, command, scale in plan:
            print(f"round {number + 1}: {name} {book}", file=sys.stderr)
            output = options.folder / f"{name} {book}.out".replace(" ", "_")
            cpu, wall = measure(command, output)
            samples.setdefault((name, book), []).append((cpu * scale, wall * scale))
            outputs[name, book] = output
    rows = {key: tuple(statistics.median(column) for column in zip(*taken)) for key, taken in samples.items()}
    agreed = {(name, book): results for book in ("small", "large") for name, results in agreement(options.folder, book, outputs).items()}
    report(rows, size, articles, agreed, options.rounds, list(study_jobs(options.folder)))
    speeds = [(name, book, size / 1e6 / cpu) for (name, book), (cpu, _) in rows.items() if "workers" not in name]
    (ROOT / "Documentation/benchmarks.svg").write_text(chart.bars("MB of XML per CPU second", speeds))


if __name__ == "__main__":
    main()
