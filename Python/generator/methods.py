"""The methods of a study, as text."""

from __future__ import annotations

from .command import Command
from .functions import result_of, signature


def method(command: Command) -> str:
    """Return the method of a command: its function without the codebook and without the study's path."""
    rest = command.positionals[1:]
    text = "\n" + signature(command, ["self", *(parameter.declaration for parameter in rest)], "    ")
    text += f'        """{result_of(command)} `tema.{command.name}` describes the parameters."""\n'
    values = (["None"] if command.codebook else []) + ["self.path"]
    values += [f"*{p.name}" if p.repeats else p.name for p in rest]
    named = [p.name for p in command.options] + (["engine"] if command.has_engine else [])
    lines = "".join(f"            {value},\n" for value in [*values, *(f"{name}={name}" for name in named)])
    return text + f"        return _commands.{command.name}(\n{lines}        )\n"
