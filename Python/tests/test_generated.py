"""The generated files are those that the generator writes for the program at hand."""

import inspect
import sys
from pathlib import Path

import tema

PYTHON = Path(__file__).parents[1]
sys.path.insert(0, str(PYTHON))

import generate  # noqa: E402


def test_the_generated_files_are_up_to_date() -> None:
    for name, text in generate.files(tema.binary()).items():
        current = (PYTHON / "tema" / name).read_text(encoding="utf-8")
        assert current == text, f"{name} is out of date: run python3 Python/generate.py BINARY"


def test_each_method_of_a_study_has_the_options_of_its_function() -> None:
    for name, method in vars(tema.Study).items():
        if name.startswith("_"):
            continue
        options = set(inspect.signature(method).parameters) - {"self"}
        left = set(inspect.signature(getattr(tema, name)).parameters) - options
        assert left in ({"codebook", "paths"}, {"paths"}, {"study"}), name
