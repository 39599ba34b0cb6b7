"""Every example of the documentation of the functions runs."""

import doctest
from pathlib import Path

import pytest

import tema
from tema import _commands, _study

FINDER = doctest.DocTestFinder(recurse=True)
EXAMPLES = [
    test for module in (tema, _commands, _study) for test in FINDER.find(module, module.__name__) if test.examples
]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda test: test.name)
def test_the_example_of_a_docstring_runs(example: doctest.DocTest, folder: Path) -> None:
    if example.name.endswith("text_export"):
        # The folder of the example must not exist yet.
        (folder / "interviews-text").rename(folder / "other")
    example.globs["tema"] = tema
    failed, _ = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(example)
    assert failed == 0
