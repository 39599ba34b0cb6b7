"""Collect the licences of all parts of the program in LICENSES/, or check that they are complete.

Usage: python3 Distribution/licences.py [--check] FOLDER OBJECTS

parts.tsv lists the parts: name, SPDX licence, kind, origin (a Swift package, a package of Debian) and the text's place.
FOLDER is fetch.py's, and OBJECTS is the linker's list of object files. A text is the package's own file below
.build/checkouts or FOLDER, the toolchain's LICENSE.txt, or the copyright file of a package of Debian.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
LICENCES = ROOT / "LICENSES"
CHECKOUTS = ROOT / ".build/checkouts"
EMBEDDED = ROOT / "Sources/CAssets/licences.c"
COMMON = Path("/usr/share/common-licenses")
# The licences that several parts share. The others contain the names of their authors, and are files of the parts.
SHARED = ["Apache-2.0", "GPL-2", "GPL-3", "LGPL-2.1", "LGPL-3", "MPL-2.0"]


def parts() -> list[dict[str, str]]:
    """Return the rows of parts.tsv."""
    with (LICENCES / "parts.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def toolchain() -> Path:
    """Return the folder of the Swift toolchain that is used here."""
    words = ["swift", "-print-target-info"]
    described = json.loads(subprocess.run(words, check=True, capture_output=True, text=True).stdout)
    return Path(described["paths"]["runtimeResourcePath"]).parent.parent


def text(place: str, folder: Path) -> Path:
    """Return the path of a licence's text."""
    if place == "LICENSE.txt":
        return toolchain() / "share/swift/LICENSE.txt"
    candidates = [CHECKOUTS / place, folder / place] if "/" in place else []
    candidates += [root / f"usr/share/doc/{place}/copyright" for root in (folder, Path("/"))]
    found = next((path for path in candidates if path.exists()), None)
    if found is None:
        sys.exit(f"licences: the text “{place}” was not found in {CHECKOUTS}, {folder} or /usr/share/doc")
    return found


def texts(folder: Path) -> dict[str, bytes]:
    """Return the texts by their names in LICENSES."""
    found = {f"{name}.txt": (COMMON / name).read_bytes() for name in SHARED}
    for part in parts():
        if part["text"] != "-":
            found[f"{part['part']}.txt"] = text(part["text"], folder).read_bytes()
    return dict(sorted(found.items()))


def linked(objects: Path) -> set[str]:
    """Return the names of the Swift packages whose modules are in a list of object files."""
    modules = set(re.findall(r"/([^/]+)\.build/", objects.read_text(encoding="utf-8")))
    packages = {path.name for path in CHECKOUTS.iterdir()}
    places = [(name, CHECKOUTS / name / folder) for name in packages for folder in ("Sources", ".")]
    return {name for name, folder in places if any((folder / module).is_dir() for module in modules)}


def embedded(names: list[str]) -> str:
    """Return the C source that includes the texts in the program."""
    lines = ["// The licences of the parts of the program. Distribution/licences.py writes this file."]
    lines += ['#include "CAssets.h"', ""]
    rows = []
    for name in names:
        identifier = re.sub(r"\W", "_", name)
        lines += [f"static const unsigned char {identifier}[] = {{", f'#embed "../../LICENSES/{name}"', "};", ""]
        rows.append(f'    {{"{name}", {identifier}, sizeof {identifier}}},')
    lines += ["static const tema_asset files[] = {", *rows, "};", ""]
    lines += ["const tema_asset *tema_licence_file(size_t number) {"]
    lines += ["    return number < sizeof files / sizeof *files ? &files[number] : NULL;", "}"]
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--check", action="store_true", help="change nothing, and fail if a file would change")
    parser.add_argument("folder", type=Path)
    parser.add_argument("objects", type=Path)
    options = parser.parse_args()
    listed = {part["origin"] for part in parts() if part["kind"] == "package"}
    if listed != (found := linked(options.objects)):
        sys.exit(f"licences: LICENSES/parts.tsv and the program differ in these packages: {sorted(listed ^ found)}")
    wanted = {LICENCES / name: content for name, content in texts(options.folder).items()}
    wanted[EMBEDDED] = embedded(["parts.tsv", *(path.name for path in wanted)]).encode()
    extra = set(LICENCES.glob("*.txt")) - set(wanted)
    for path, content in wanted.items():
        if not options.check:
            path.write_bytes(content)
        elif not path.exists() or path.read_bytes() != content:
            sys.exit(f"licences: {path.relative_to(ROOT)} is not that of the part\n  Run licences.py without --check.")
    if extra:
        sys.exit(f"licences: {', '.join(path.name for path in sorted(extra))}: no part has this text")


if __name__ == "__main__":
    main()
