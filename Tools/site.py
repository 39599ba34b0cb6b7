#!/usr/bin/env python3
"""Builds the documentation as a static site, which needs neither a server nor a network.

usage: site.py FOLDER

Documentation/index.md is the first page. The links in its table are the navigation, in their order. Links and anchors
follow the rules of GitHub. The site is written only if all of them lead to a page, a section or a file. The same input
produces the same bytes.
"""
import difflib
import html
import json
import pathlib
import posixpath
import re
import shutil
import string
import sys
from xml.etree import ElementTree

import markdown

ROOT = pathlib.Path(__file__).resolve().parent.parent
PARTS = ROOT / "Tools/site"
INDEX = "Documentation/index.md"
SOURCES = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "Documentation").glob("*.md"))
SOURCES += ["README.md", "CHANGELOG.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "Corpus/README.md"]
HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6"]
# The characters of rules and bars in the outputs of commands. They are not searched.
DRAWING = "─█▉▊▋▌▍▎▏"


def text_of(element):
    return " ".join(word for word in "".join(element.itertext()).split() if word.strip(DRAWING))


def markup_of(element):
    return ElementTree.tostring(element, encoding="unicode", method="html")


def slug(heading):
    """Returns the anchor of a heading by the rules of GitHub."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def wrap(parent, position, tag, attributes):
    """Puts a new element around a child."""
    child, box = parent[position], ElementTree.Element(tag, attributes)
    box.tail, child.tail = child.tail, "\n"
    box.append(child)
    parent[position] = box


def mark_commands(code):
    """Puts the commands in a transcript, which begin with a dollar sign, in <b>."""
    lines, code.text, last = code.text.splitlines(keepends=True), "", None
    for line in lines:
        if line.startswith("$ "):
            last = ElementTree.SubElement(code, "b")
            last.text, last.tail = line.rstrip("\n"), "\n"
        elif last is None:
            code.text += line
        else:
            last.tail += line


class Page:
    """A Markdown file as a tree of HTML, with its sections and their ids."""

    def __init__(self, source):
        self.source = source
        path = pathlib.PurePosixPath(source)
        self.name = ("corpus" if source == "Corpus/README.md" else path.stem.lower()) + ".html"
        text = (ROOT / source).read_text(encoding="utf-8")
        self.lines = text.splitlines()
        # GitHub accepts two spaces before the content of a list item. By default this parser needs four.
        body = markdown.markdown(text, extensions=["tables", "fenced_code", "sane_lists"], tab_length=2)
        try:
            self.tree = ElementTree.fromstring(f"<div>{body}</div>")
        except ElementTree.ParseError as error:
            sys.exit(f"{source}: HTML in Markdown must be well-formed: {error}")
        if [child.tag for child in self.tree].count("h1") != 1 or self.tree[0].tag != "h1":
            sys.exit(f"{source}:1: a page must begin with its only heading of the first level")
        self.read_sections()
        self.label = self.sections[0][1]
        self.improve()

    def read_sections(self):
        """Gives ids to the headings, and collects id, heading, level and content of each section.

        A definition, which is a paragraph such as **Term**: meaning, is searched like a section of the level 7.
        """
        self.sections, self.ids = [], set()
        for element in self.tree:
            if element.tag in HEADINGS:
                heading = text_of(element)
                base = identifier = slug(heading)
                number = 0
                while identifier in self.ids:
                    number += 1
                    identifier = f"{base}-{number}"
                self.ids.add(identifier)
                element.set("id", identifier)
                self.sections.append((identifier, heading, int(element.tag[1]), []))
            elif len(element) and element[0].tag == "strong" and re.match(r"( \(.*\))?:", element[0].tail or ""):
                # GitHub has no such anchor, so it is not in ids, and pages cannot link to it.
                element.set("id", "term-" + slug(text_of(element[0])))
                self.sections.append((element.get("id"), text_of(element[0]), 7, [element]))
            else:
                self.sections[-1][3].append(element)

    def improve(self):
        """Makes tables and transcripts easier to read and to scroll."""
        for code in self.tree.iterfind(".//pre/code"):
            mark_commands(code)
        for code in self.tree.iterfind(".//table//code"):
            # GitHub reads \| as | also in the code of a table.
            code.text = code.text.replace("\\|", "|")
        for cell in self.tree.iterfind(".//thead//th"):
            if text_of(cell):
                cell.set("scope", "col")
            else:
                cell.tag = "td"
        for parent in list(self.tree.iter()):
            for position, child in enumerate(parent):
                if child.tag == "table":
                    wrap(parent, position, "div", {"class": "scroll"})


def link_targets(pages, files, problems):
    """Replaces all links to files of the project by links in the site.

    Adds linked files that are not pages to `files`, and broken links to `problems`.
    """
    by_source = {page.source: page for page in pages}
    for page in pages:
        for element in page.tree.iter():
            key = {"a": "href", "img": "src"}.get(element.tag)
            link = element.get(key) if key else None
            if not link or "://" in link or link.startswith("mailto:"):
                continue
            path, _, anchor = link.partition("#")
            source = posixpath.normpath(posixpath.join(posixpath.dirname(page.source), path)) if path else page.source
            target = by_source.get(source)
            if target and (not anchor or anchor in target.ids):
                element.set(key, (target.name if path else "") + (f"#{anchor}" if anchor else ""))
                continue
            file = ROOT / source
            if not target and not anchor and file.is_file():
                # A browser does not show a file without an extension.
                name = file.name if file.suffix else file.name + ".txt"
                if files.setdefault(name, file) != file:
                    sys.exit(f"{page.source}: {link} and {files[name]} have the same name")
                element.set(key, name)
                continue
            if target:
                reason, near = f"no section #{anchor}", difflib.get_close_matches(anchor, sorted(target.ids), 1, 0.75)
            else:
                reason, near = "no such page or file", difflib.get_close_matches(source, sorted(by_source), 1, 0.75)
            advice = f" (did you mean {'#' if target else ''}{near[0]}?)" if near else ""
            forms = (f"]({link})", f"]({link} ")
            found = [number for number, line in enumerate(page.lines, 1) if any(form in line for form in forms)] or [1]
            problems += [(page.source, number, f"broken link {link}: {reason}{advice}") for number in found]


def navigation(pages, problems):
    """Returns the groups of the table in the index, as pairs of a title and pages."""
    index = next(page for page in pages if page.source == INDEX)
    by_name = {page.name: page for page in pages}
    groups, listed = [("", [index])], [index]
    index.label = "Overview"
    for cell in index.tree.iterfind(".//td"):
        if cell.find("strong") is not None:
            groups.append((text_of(cell), []))
        for link in cell.iterfind("a"):
            page = by_name.get(link.get("href"))
            if page and page not in listed:
                page.label = text_of(link)
                groups[-1][1].append(page)
                listed.append(page)
    # A link whose text is the name of a file shows the name of the page.
    for link in (link for page in pages for link in page.tree.iter("a")):
        target = by_name.get(link.get("href", "").partition("#")[0])
        if target and (link.text or "").endswith(".md"):
            link.text = target.label
    problems += [(page.source, 1, f"not in the table of {INDEX}") for page in pages if page not in listed]
    return groups


def navigation_markup(groups, current):
    parts = []
    for title, members in groups:
        items = "".join(
            f'<li><a href="{page.name}"' + (' aria-current="page">' if page is current else ">")
            + f"{html.escape(page.label)}</a></li>\n" for page in members)
        parts.append((f"<p>{html.escape(title)}</p>\n" if title else "") + f"<ul>\n{items}</ul>\n")
    return "".join(parts)


def contents_markup(page):
    """Returns the table of contents, or an empty string for a page with fewer than two sections."""
    items = [
        f'<li class="level-{level}"><a href="#{identifier}">{html.escape(heading)}</a></li>\n'
        for identifier, heading, level, _ in page.sections if 2 <= level <= 3]
    if len(items) < 2:
        return ""
    return f'<nav class="contents" aria-label="On this page">\n<p>On this page</p>\n<ul>\n{"".join(items)}</ul>\n</nav>\n'


def search_index(pages):
    """Returns a script that defines the searched texts: one line per section.

    The index is not searched, because each of its lines leads to a page that is.
    """
    rows = []
    for page in (page for page in pages if page.source != INDEX):
        for identifier, heading, level, content in page.sections:
            address = page.name if level == 1 else f"{page.name}#{identifier}"
            row = [address, page.label, "" if level == 1 else heading, " ".join(map(text_of, content))]
            rows.append(json.dumps(row, ensure_ascii=False))
    return "const searchIndex = [\n" + ",\n".join(rows) + "\n];\n"


def main(folder):
    pages, files, problems = [Page(source) for source in SOURCES], {}, []
    link_targets(pages, files, problems)
    groups = navigation(pages, problems) if not problems else []
    for source, number, message in sorted(problems):
        print(f"{source}:{number}: {message}", file=sys.stderr)
    if problems:
        sys.exit(1)
    pages = [page for _, members in groups for page in members]
    template = string.Template((PARTS / "page.html").read_text(encoding="utf-8"))
    if folder.exists() and not (folder / "search-index.js").exists():
        sys.exit(f"{folder} exists and is not a site; remove it or choose another folder")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / "search-index.js").write_text(search_index(pages), encoding="utf-8")
    for position, page in enumerate(pages):
        heading, *content = page.tree
        around = [("Previous", "prev", pages[position - 1])] if position > 0 else []
        around += [("Next", "next", pages[position + 1])] if position + 1 < len(pages) else []
        text = template.substitute(
            title=html.escape(f"{page.label} – Tema"),
            navigation=navigation_markup(groups, page), heading=markup_of(heading), contents=contents_markup(page),
            content="".join(map(markup_of, content)), source=page.source,
            around="".join(
                f'<a rel="{relation}" href="{other.name}">{word}: {html.escape(other.label)}</a>\n'
                for word, relation, other in around))
        (folder / page.name).write_text(text, encoding="utf-8")
    for name in ["site.css", "site.js"]:
        files[name] = PARTS / name
    for name, file in sorted(files.items()):
        shutil.copyfile(file, folder / name)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(pathlib.Path(sys.argv[1]))
