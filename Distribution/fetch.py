"""Fetch the pinned packages that the static program is built from, and unpack them.

Usage: python3 Distribution/fetch.py FOLDER

sources.txt has a line for each package: its SHA-256 and its path on Debian's mirror. A binary package is unpacked to
FOLDER/usr, and a source package (.dsc) to FOLDER/SOURCE with Debian's patches applied. The hashes of a source
package's files are in its .dsc file.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import re
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

MIRROR = os.environ.get("DEBIAN_MIRROR", "http://deb.debian.org")
SOURCES = Path(__file__).with_name("sources.txt")


def download(path: str, sha256: str, folder: Path) -> Path:
    """Download a file of the mirror unless the folder has it, and return its path there.

    Exits if the file's hash is another one, or if the mirror no longer has it.
    """
    target = folder / path.rsplit("/", 1)[1]
    if not target.exists():
        try:
            with urllib.request.urlopen(f"{MIRROR}/{path}", timeout=60) as answer:
                content = answer.read()
        except urllib.error.HTTPError as error:
            sys.exit(
                f"fetch: {MIRROR}/{path}: {error}\n  If Debian has replaced this version, enter the new version and "
                f"its hash in {SOURCES.name}, and run the tests with it."
            )
        except OSError as error:
            sys.exit(f"fetch: {MIRROR}/{path}: {error}\n  Check the network connection, and try again.")
        target.write_bytes(content)
    found = hashlib.sha256(target.read_bytes()).hexdigest()
    if found != sha256:
        sys.exit(f"fetch: {target} has the SHA-256 {found}, not {sha256}\n  Delete the file, and try again.")
    return target


def files(description: Path) -> list[tuple[str, str]]:
    """Return the hash and the name of each file of a source package, without signatures."""
    part = re.search(r"^Checksums-Sha256:\n((?: .*\n)+)", description.read_text(encoding="utf-8"), re.MULTILINE)
    rows = [line.split() for line in part[1].splitlines()] if part else []
    return [(row[0], row[2]) for row in rows if not row[2].endswith(".asc")]


def unpack(package: Path, folder: Path) -> None:
    """Unpack a binary package, or a source package with its patches."""
    if package.suffix == ".deb":
        subprocess.run(["dpkg-deb", "-x", package, folder], check=True)
        return
    target = folder / package.name.split("_")[0]
    if not target.exists():
        words: list[str | Path] = ["dpkg-source", "--no-check", "--no-copy", "-x", package, target]
        subprocess.run(words, check=True, stdout=subprocess.DEVNULL, cwd=folder)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder.resolve()
    downloads = folder / "downloads"
    downloads.mkdir(parents=True, exist_ok=True)
    for line in SOURCES.read_text(encoding="utf-8").splitlines():
        sha256, path = line.split()
        package = download(path, sha256, downloads)
        if package.suffix == ".dsc":
            for digest, name in files(package):
                download(f"{path.rsplit('/', 1)[0]}/{name}", digest, downloads)
        unpack(package, folder)


if __name__ == "__main__":
    main()
