"""What is raised or warned when a command does not succeed."""

from __future__ import annotations

from typing import Any


class TemaError(Exception):
    """The program could not run (exit code 2), could not write (74), or was ended by a signal (negative)."""

    def __init__(self, message: str, exit_code: int) -> None:
        super().__init__(message)
        self.exit_code = exit_code


class TemaWarning(UserWarning):
    """The program finished with problems (exit code 1). The result contains the rest of the work."""

    def __init__(self, problems: list[dict[str, Any]]) -> None:
        lines = [_line(problem) for problem in problems]
        shown = lines[:5] + (["…"] if len(lines) > 5 else [])
        super().__init__("\n".join([f"{len(lines)} problem{'' if len(lines) == 1 else 's'}", *shown]))
        self.problems = problems


def _line(problem: dict[str, Any]) -> str:
    place = f"{problem['path']}: " if problem.get("path") else ""
    suggestion = f" ({problem['suggestion']})" if problem.get("suggestion") else ""
    return f"{place}{problem['message']}{suggestion}"
