"""Tables of the program as data frames."""

from __future__ import annotations

import importlib
import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal

from ._errors import TemaError
from ._run import Options, run

if TYPE_CHECKING:
    import pandas as pd

Engine = Literal["pandas", "polars", "arrow"]


def read_table(
    words: Sequence[str],
    positionals: Sequence[object],
    options: Options,
    *,
    problems: bool,
    engine: Engine = "pandas",
) -> pd.DataFrame:
    """Run a command, and return its table as a data frame of an engine.

    The cells are those of the command's CSV: numbers as numbers, missing numbers as missing values, lists as text. A
    data frame of pandas has the title, the labels of the columns and the notes in `attrs`, a table of Arrow has them in
    the metadata of its schema. Type checkers see a data frame of pandas: use `typing.cast` for other engines.
    """
    output = run(words, positionals, {**options, "format": "json"}, problems=problems)
    if not output:
        raise TemaError(f"tema {' '.join(words)} printed no table", 1)
    # Two columns of a comparison can have one name, so that rows are read as pairs.
    table = dict(json.loads(output, object_pairs_hook=_Record))
    names = [dict(column)["name"] for column in table["columns"]]
    rows = [[_cell(value) for _, value in row] for row in table["rows"]]
    columns = [list(values) for values in zip(*rows)] if rows else [[] for _ in names]
    labels = {name: dict(column)["label"] for name, column in zip(names, table["columns"])}
    attributes = {"title": table["title"], "labels": labels, "notes": list(table["notes"])}
    result: pd.DataFrame = FRAMES[engine](names, columns, attributes)
    return result


def _pandas(names: list[str], columns: list[list[Any]], attributes: dict[str, Any]) -> Any:
    pandas: Any = importlib.import_module("pandas")
    result = pandas.DataFrame({n: pandas.Series(column, dtype=_kind(column)) for n, column in enumerate(columns)})
    result.columns = pandas.Index(names)
    result.attrs.update(attributes)
    return result


def _polars(names: list[str], columns: list[list[Any]], attributes: dict[str, Any]) -> Any:
    polars: Any = importlib.import_module("polars")
    return polars.DataFrame([polars.Series(name, _alike(column)) for name, column in zip(names, columns)])


def _arrow(names: list[str], columns: list[list[Any]], attributes: dict[str, Any]) -> Any:
    arrow: Any = importlib.import_module("pyarrow")
    metadata = {key: json.dumps(value, ensure_ascii=False) for key, value in attributes.items()}
    table = arrow.table([arrow.array(_alike(column)) for column in columns], names=names)
    return table.replace_schema_metadata(metadata)


# An engine's library is imported when it is first used: `import tema` takes a few milliseconds.
FRAMES = {"pandas": _pandas, "polars": _polars, "arrow": _arrow}


class _Record(list[Any]):
    """An object of JSON, as pairs."""


def _cell(value: Any) -> Any:
    """Return a cell. A list is the text that it is in CSV."""
    return _written(value) if isinstance(value, list) else value


def _written(value: Any) -> str:
    if isinstance(value, _Record):
        return "; ".join(f"{name}={_written(item)}" for name, item in value)
    if isinstance(value, list):
        separator = "; " if all(isinstance(item, str) for item in value) else " | "
        return separator.join(map(_written, value))
    return "" if value is None else str(value)


def _alike(values: list[Any]) -> list[Any]:
    """Return values of one type, which the columns of polars and Arrow need."""
    kinds = {type(value) for value in values} - {type(None)}
    kind = str if str in kinds and len(kinds) > 1 else float if float in kinds else None
    return [None if value is None else kind(value) for value in values] if kind else values


def _kind(values: list[Any]) -> str:
    """Return the type of a column of pandas: whole numbers are Int64, which can have missing values."""
    kinds = {type(value) for value in values} - {type(None)}
    return "Int64" if kinds == {int} else "float64" if kinds and kinds <= {int, float} else "object"
