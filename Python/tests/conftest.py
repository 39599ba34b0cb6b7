"""A folder with the files that the examples of the commands name."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

import tema

REPOSITORY = Path(__file__).parents[2]

CODEBOOK = """\
tema: 1
id: interviews
title: Interviews
version: 1.0.0
language: en
levels: [theme, code]
codes:
  - {id: loss, name: Loss, indicators: [lost everything, they took it]}
  - {id: sorrow, name: Sorrow, indicators: ["wept*"]}
  - {id: harm, name: Harm, indicators: ["flood*", storm]}
  - {id: misc, name: Miscellaneous, indicators: [teacher]}
  - {id: resilience, name: Resilience, indicators: ["rebuil*"]}
"""

# Invented texts.
TEXTS = {
    "interviews/maria.md": """\
---
year: 2014
journal: Journal of Examples
---
The flood came at night, and we lost everything. They took it while we slept.

I wept for a week. Then we rebuilt the house.

My teacher helped us.

At home the storm had taken the roof. My mother wept.

The debt was the worst: they took it out of our pay.
""",
    "interviews/tono.md": """\
---
year: 2019
journal: =SUM(A1)
---
The storm took our boat.

We rebuilt it with the teacher, and no one wept.
""",
    "article.xml": """\
<article><front><article-meta><title-group><article-title>A storm</article-title></title-group></article-meta></front>
<body><sec><title>Results</title><p>They rebuilt after the flood.</p></sec></body></article>
""",
    "interview.txt": "The flood came.\n\nThey rebuilt.\n",
}


def program(*arguments: str) -> None:
    """Run the program without the package."""
    environment = {**os.environ, "TEMA_CODER": "ann"}
    subprocess.run([tema.binary(), *arguments], check=True, env=environment, capture_output=True)


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Prepare the folder once, and leave it unchanged."""
    folder = tmp_path_factory.mktemp("prepared")
    before = Path.cwd()
    os.chdir(folder)
    try:
        Path("codebook.yaml").write_text(CODEBOOK, encoding="utf-8")
        for name, text in TEXTS.items():
            Path(name).parent.mkdir(exist_ok=True)
            Path(name).write_text(text, encoding="utf-8")
        shutil.copytree("interviews", "articles")
        for name in ("Codebooks", "Corpus"):
            Path(name).symlink_to(REPOSITORY / name)
        program("init", "interviews.tema")
        program("codebook", "import", "interviews.tema", "codebook.yaml")
        program("import", "interviews.tema", "interviews")
        program("code", "interviews.tema")
        program("tag", "interviews.tema", "maria", "--code", "loss", "--quote", "They took it", "--coder", "ann")
        program("tag", "interviews.tema", "maria", "--code", "sorrow", "--quote", "They took it", "--coder", "ben")
        program("memo", "interviews.tema", "She laughs.", "--document", "maria", "--coder", "maria")
        program("done", "interviews.tema", "maria", "tono", "--coder", "ann")
        program("done", "interviews.tema", "maria", "tono", "--coder", "ben")
        program("sample", "-c", "codebook.yaml", "articles", "-o", "check.csv")
        text = Path("check.csv").read_text(encoding="utf-8")
        Path("check.csv").write_text(text.replace(",,", ",yes,", 1), encoding="utf-8")
        program("text", "export", "interviews.tema", "before-text")
        Path("before-text").rename("interviews-text")
        program("export", "interviews.tema", "-o", "project.qdpx")
    finally:
        os.chdir(before)
    return folder


@pytest.fixture
def folder(prepared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the folder, which is the current one."""
    copy = tmp_path / "work"
    shutil.copytree(prepared, copy, symlinks=True)
    monkeypatch.chdir(copy)
    return copy
