"""The wheel installs the program and the package, and leaves nothing when it is removed."""

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

import pandas as pd
import pytest

import tema

PYTHON = Path(__file__).parents[1]


def build(binary: Path, folder: Path) -> Path:
    """Build the wheel of a program."""
    command = [sys.executable, str(PYTHON / "build_wheel.py"), str(binary), str(folder), "--platform", "linux_x86_64"]
    return Path(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.strip())


def entries(folder: Path) -> set[str]:
    """Return all paths below a folder but compiled modules, which Python leaves where it imports."""
    return {str(path) for path in folder.rglob("*") if "__pycache__" not in str(path)}


@pytest.mark.skipif(sys.version_info < (3, 11), reason="build_wheel.py needs Python 3.11")
@pytest.mark.skipif(sys.platform != "linux", reason="the program is for Linux")
def test_the_wheel_is_installed_used_and_removed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Without symbols, the program is packed in half of the time.
    binary = folder / "stripped"
    if shutil.which("strip"):
        subprocess.run(["strip", "-o", str(binary), tema.binary()], check=True)
    else:
        shutil.copy(tema.binary(), binary)
    wheel = build(binary, folder / "first")
    assert wheel.name == f"tema_coding-{tema.__version__}-py3-none-linux_x86_64.whl"
    assert wheel.read_bytes() == build(binary, folder / "second").read_bytes()

    venv.create(folder / "venv", with_pip=True)
    python = folder / "venv/bin/python"
    # The environment has pandas from the one that runs the tests, and no program but the wheel's.
    environment = {"PYTHONPATH": str(Path(pd.__file__).parents[1]), "PATH": "/nowhere", "PYTHONDONTWRITEBYTECODE": "1"}
    before = entries(folder / "venv")
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "-q"]
    subprocess.run([*pip, "install", "--no-deps", "--no-index", str(wheel)], check=True)
    assert (folder / "venv/bin/tema").read_bytes() == binary.read_bytes()
    output = subprocess.run([folder / "venv/bin/tema", "--version"], check=True, stdout=subprocess.PIPE, env={}).stdout
    assert output.decode().startswith(f"tema {tema.__version__}")
    code = "import tema; print(tema.binary()); print(tema.frequencies('codebook.yaml', 'articles').to_csv())"
    output = subprocess.run([python, "-c", code], check=True, stdout=subprocess.PIPE, env=environment).stdout
    expected = tema.frequencies("codebook.yaml", "articles").to_csv()
    assert output.decode() == f"{folder / 'venv/bin/tema'}{os.linesep}{expected}\n"
    subprocess.run([*pip, "uninstall", "-y", "tema-coding"], check=True)
    assert entries(folder / "venv") == before
