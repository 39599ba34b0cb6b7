"""Tema in Python: code texts for themes, and count and compare the codings.

Each function runs a command of the program `tema` and returns its result. Tables are data frames of pandas.

Example:
    >>> table = tema.frequencies("codebook.yaml", "articles/", level="theme")
    >>> table.attrs["title"]
    'Code frequencies'
"""

from . import _commands
from ._binary import binary
from ._commands import *  # noqa: F403
from ._commands import __version__
from ._errors import TemaError, TemaWarning
from ._pictures import Chart, Report
from ._study import Study

__all__ = ["Chart", "Report", "Study", "TemaError", "TemaWarning", "__version__", "binary"]
__all__ += _commands.__all__
