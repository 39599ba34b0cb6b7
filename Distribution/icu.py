"""Make the data of ICU in Swift's Foundation smaller: only English, and none of the converters of encodings.

Usage: python3 Distribution/icu.py ARCHIVE FOLDER

ARCHIVE is the toolchain's lib_FoundationICU.a, whose data has 34 MB. Tema does not use it: its words, sentences and
encodings are its own. Its libraries use Foundation's dates and regular expressions, in English at most. The result is
FOLDER/icu.o, which defines the same symbol. ICU's user guide describes the format (chapter "ICU Data").
"""

from __future__ import annotations

import argparse
import re
import struct
import subprocess
import sys
from pathlib import Path

MEMBER = "icu_packaged_data.cpp.o"
# Names of units, places and so on are in folders by language, and resources of a language have the name of its locale.
LOCALE = re.compile(r"([a-z]{2,3}(_[A-Za-z0-9_]+)?|root)\.res")
KEPT_LOCALES = {"root.res", "en.res", "en_001.res", "en_US.res", "en_US_POSIX.res"}


def is_kept(name: str) -> bool:
    """Return whether an item of the data is kept, by its name such as `icudt76l/brkitr/en.res`."""
    file = name.rsplit("/", 1)[1]
    return file in KEPT_LOCALES or not (LOCALE.fullmatch(file) or file.endswith((".cnv", ".dict")))


def filtered(data: bytes) -> bytes:
    """Return the data with the kept items: its header, a table of names and offsets, the names, and the items."""
    (header,) = struct.unpack_from("<H", data)
    if data[2:4] != b"\xda\x27" or data[12:16] != b"CmnD":
        sys.exit("icu: the data of ICU has an unknown format")
    body = data[header:]
    (count,) = struct.unpack_from("<I", body)
    places = [struct.unpack_from("<II", body, 4 + 8 * index) for index in range(count)]
    ends = [place for _, place in places[1:]] + [len(body)]
    items = []
    for (name, start), end in zip(places, ends):
        text = body[name : body.index(b"\0", name)]
        if is_kept(text.decode()):
            items.append((text, body[start:end]))
    table_size = 4 + 8 * len(items)
    names = b"".join(text + b"\0" for text, _ in items)
    table = struct.pack("<I", len(items))
    name_offset, offset = table_size, (table_size + len(names) + 15) & ~15
    contents = bytes(offset - table_size - len(names))
    for text, content in items:
        table += struct.pack("<II", name_offset, offset)
        name_offset += len(text) + 1
        contents += content + bytes(-len(content) % 16)
        offset = table_size + len(names) + len(contents)
    return data[:header] + table + names + contents


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("archive", type=Path)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    folder = options.folder
    folder.mkdir(parents=True, exist_ok=True)

    def run(*words: str | Path) -> str:
        return subprocess.run(words, check=True, capture_output=True, text=True, cwd=folder).stdout

    run("ar", "x", options.archive.resolve(), MEMBER)
    symbol = re.search(r" R (icudt\d+_dat)$", run("nm", MEMBER), re.MULTILINE)
    if symbol is None:
        sys.exit(f"icu: {MEMBER} has no data")
    run("objcopy", "-O", "binary", "-j", ".rodata", MEMBER, "all.dat")
    (folder / "kept.dat").write_bytes(filtered((folder / "all.dat").read_bytes()))
    source = f'.section .rodata\n.balign 16\n.globl {symbol[1]}\n{symbol[1]}: .incbin "kept.dat"\n'
    source += '.section .note.GNU-stack,"",@progbits\n'
    (folder / "icu.s").write_text(source)
    run("gcc", "-c", "icu.s", "-o", "icu.o")


if __name__ == "__main__":
    main()
