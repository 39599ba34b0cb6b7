#!/usr/bin/env python3
"""Checks a built site: links, ids, headings, pictures, and Markdown that was not converted.

usage: check.py FOLDER

It reads only the HTML, so it also finds errors of the script that built it.
"""
import html.parser
import pathlib
import re
import sys

# What remains in a text if the Markdown has a form that the parser does not know.
REMAINS = re.compile(r"^\s*(\|.*\||[-*] |\d{1,2}\. |#+ |```)|\]\(|\*\*", re.MULTILINE)


class Reader(html.parser.HTMLParser):
    """Collects the ids and links of a page, and its errors as pairs of a line and a message."""

    def __init__(self, text):
        super().__init__()
        self.ids, self.links, self.errors = [], [], []
        self.levels, self.code, self.language = [], 0, None
        self.feed(text)
        if self.levels.count(1) != 1:
            self.error(f"{self.levels.count(1)} headings of the first level")
        if not self.language:
            self.error("no language")

    def error(self, message):
        self.errors.append((self.getpos()[0], message))

    def handle_starttag(self, tag, pairs):
        attributes = dict(pairs)
        self.code += tag in ["code", "script", "style"]
        if tag == "html":
            self.language = attributes.get("lang")
        if "id" in attributes:
            if attributes["id"] in self.ids:
                self.error(f"duplicate id {attributes['id']}")
            self.ids.append(attributes["id"])
        if re.fullmatch("h[1-6]", tag):
            level = int(tag[1])
            if level > (self.levels[-1] if self.levels else 0) + 1:
                self.error(f"a heading of level {level} without one of level {level - 1} before it")
            self.levels.append(level)
        if tag == "img" and not attributes.get("alt"):
            self.error("a picture without a description")
        for name in ["href", "src"]:
            if name in attributes:
                self.links.append((self.getpos()[0], attributes[name]))

    def handle_endtag(self, tag):
        self.code -= tag in ["code", "script", "style"]

    def handle_data(self, data):
        if self.code == 0 and REMAINS.search(data):
            self.error(f"Markdown that was not converted: {data.strip()[:60]}")


def main(folder):
    pages = {path.name: Reader(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.html"))}
    problems = [(name, *error) for name, page in pages.items() for error in page.errors]
    for name, page in pages.items():
        for line, link in page.links:
            if link.startswith(("https://", "http://", "mailto:")):
                continue
            target, _, anchor = link.partition("#")
            target = target or name
            if not (folder / target).is_file() or anchor and anchor not in pages[target].ids:
                problems.append((name, line, f"broken link {link}"))
    for name, line, message in sorted(problems):
        print(f"{folder / name}:{line}: {message}", file=sys.stderr)
    if problems or not pages:
        sys.exit(1)
    print(f"{folder}/index.html: {len(pages)} pages, {sum(len(page.links) for page in pages.values())} links checked")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(pathlib.Path(sys.argv[1]))
