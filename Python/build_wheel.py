"""Make a wheel of the package with the program in it. Needs Python 3.11.

Usage: python3 Python/build_wheel.py BINARY FOLDER [--platform TAG]

The program is the wheel's script, so that `tema` in a terminal starts without Python. TAG must be true for the
program's libraries: linux_x86_64 is for this machine only; manylinux_2_17_x86_64, for example, says that a system with
glibc 2.17 has all that the program needs. The same input gives the same bytes.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import re
import sysconfig
import zipfile
from pathlib import Path
from typing import Any

import tomllib  # type: ignore[import-not-found,unused-ignore]

from generate import version

PYTHON = Path(__file__).parent


def metadata(project: dict[str, Any], number: str) -> str:
    """Return the file METADATA of a project."""
    lines = [
        "Metadata-Version: 2.1",
        f"Name: {project['name']}",
        f"Version: {number}",
        f"Summary: {project['description']}",
        "License: Apache-2.0",
        f"Requires-Python: {project['requires-python']}",
    ]
    lines += [f"Requires-Dist: {name}" for name in project["dependencies"]]
    for extra, names in project["optional-dependencies"].items():
        lines.append(f"Provides-Extra: {extra}")
        lines += [f'Requires-Dist: {name} ; extra == "{extra}"' for name in names]
    lines.append("Description-Content-Type: text/markdown")
    return "\n".join(lines) + "\n\n" + (PYTHON / "README.md").read_text(encoding="utf-8")


def contents(binary: Path, number: str, platform: str) -> dict[str, bytes]:
    """Return the files of the wheel by their names, without the list of them."""
    project = tomllib.loads((PYTHON / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    name = f"{project['name'].replace('-', '_')}-{number}"
    files = {f"tema/{path.name}": path.read_bytes() for path in (PYTHON / "tema").iterdir() if path.is_file()}
    files[f"{name}.data/scripts/tema"] = binary.read_bytes()
    wheel = f"Wheel-Version: 1.0\nGenerator: tema\nRoot-Is-Purelib: false\nTag: py3-none-{platform}\n"
    files[f"{name}.dist-info/WHEEL"] = wheel.encode()
    files[f"{name}.dist-info/METADATA"] = metadata(project, number).encode()
    files[f"{name}.dist-info/licenses/LICENSE"] = (PYTHON.parent / "LICENSE").read_bytes()
    return files


def record(files: dict[str, bytes], own: str) -> bytes:
    """Return the list of the files with their hashes and sizes."""
    lines = []
    for name, content in sorted(files.items()):
        digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
        lines.append(f"{name},sha256={digest},{len(content)}\n")
    return "".join([*lines, f"{own},,\n"]).encode()


def build(binary: Path, folder: Path, platform: str) -> Path:
    """Write the wheel, and return its path."""
    number = version(str(binary.resolve()))
    files = contents(binary, number, platform)
    name = next(name for name in files if name.endswith("/WHEEL")).split(".dist-info")[0]
    own = f"{name}.dist-info/RECORD"
    wheel = folder / f"{name}-py3-none-{platform}.whl"
    folder.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(wheel, "w") as archive:
        for path, content in [*sorted(files.items()), (own, record(files, own))]:
            # The first date that ZIP can have. Installers make scripts executable, other programs read the mode.
            item = zipfile.ZipInfo(path, (1980, 1, 1, 0, 0, 0))
            item.external_attr = (0o100755 if "/scripts/" in path else 0o100644) << 16
            item.compress_type = zipfile.ZIP_DEFLATED
            item.create_system = 3
            archive.writestr(item, content, compresslevel=9)
    return wheel


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("binary", type=Path)
    parser.add_argument("folder", type=Path)
    here = re.sub("[-.]", "_", sysconfig.get_platform())
    parser.add_argument("--platform", default=here, metavar="TAG", help=f"platform tag (by default {here})")
    options = parser.parse_args()
    print(build(options.binary, options.folder, options.platform))


if __name__ == "__main__":
    main()
