"""The commands of the program as functions.

generate.py writes this file from the command line's description. Do not edit it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from ._pictures import Chart, Report
from ._run import Options, PathLike, joined, print_text
from ._tables import Engine, read_table

if TYPE_CHECKING:
    import pandas as pd

__version__ = "0.1.0"

__all__ = [
    "passages",
    "ledger",
    "articles",
    "text_show",
    "text_export",
    "text_import",
    "check",
    "codebook_show",
    "codebook_format",
    "codebook_import",
    "codebook_export",
    "codebook_diff",
    "codebook_rename",
    "codebook_move",
    "codebook_merge",
    "codebook_split",
    "codebook_retire",
    "codebook_add",
    "codebook_edit",
    "codebook_suggest",
    "codebook_try",
    "convert",
    "frequencies",
    "cooccurrence",
    "combinations",
    "compare",
    "saturation",
    "codings",
    "quotes",
    "chart_frequencies",
    "chart_cooccurrence",
    "chart_network",
    "chart_combinations",
    "chart_compare",
    "chart_flows",
    "chart_portrait",
    "chart_saturation",
    "report",
    "agreement",
    "sample",
    "validate",
    "init",
    "import_",
    "code",
    "tag",
    "untag",
    "resize",
    "recode",
    "accept",
    "reject",
    "memo_add",
    "memo_edit",
    "memo_remove",
    "done",
    "status",
    "history",
    "undo",
    "redo",
    "reanchor",
    "merge",
    "coders",
    "assign",
    "blind",
    "reconcile",
    "backup",
    "verify",
    "purge",
    "doctor",
    "export",
    "refi_lint",
]


def passages(
    *paths: PathLike,
    with_: str | Sequence[str] | None = None,
    from_: str | None = None,
    encoding: str | None = None,
    parser: Literal["quick", "libxml2"] | None = None,
    kinds: str | Sequence[str] | None = None,
    sections: str | Sequence[str] | None = None,
    not_sections: str | Sequence[str] | None = None,
    sub_articles: bool = False,
    jobs: int | None = None,
    strict: bool = False,
    language: str | None = None,
    engine: Engine = "pandas",
) -> pd.DataFrame:
    """Show how documents are split into passages.

    Args:
        paths: Files, folders, archives (.tar, .tar.gz, .tar.zst, .zip, .gz), - for standard input, or a study
            (.tema). Statistics also read coded files (.coded).
        with_: Variables of the document to print in each row, such as year,journal.
        from_: Format of all files: pubmed, endnote, ris, medline, bibtex, csl, wos, csv, tei, html, jats, pdf,
            office, docx, jsonl, markdown, text. Detected by default.
        encoding: Encoding of all files, such as windows-1252 or UTF-16. Detected by default.
        parser: Parser of articles in XML: quick (with libxml2 for unusual markup) or libxml2. Both give the
            same documents.
        kinds: Kinds of passages, separated by commas: title, abstract, heading, paragraph, list-item, quote,
            box, caption, table-row, definition, footnote, acknowledgement, reference. By default titles,
            abstracts, paragraphs, list items, quotes and boxes are coded.
        sections: Types of sections whose passages are coded, separated by commas: front, abstract,
            introduction, methods, results, discussion, conclusion, appendix, back, other. All by default.
        not_sections: Types of sections whose passages are not coded, separated by commas.
        sub_articles: Also read sub-articles and responses as documents.
        jobs: Number of parallel workers.
        strict: Stop at the first file that cannot be read.
        language: Language of labels, notes and code names: en, id. By default labels are in the codebook's
            language.
        engine: Library of the data frame: "pandas", "polars" or "arrow".

    Example:
        >>> table = tema.passages("article.xml")
    """
    options: Options = {
        "with": joined(with_),
        "from": from_,
        "encoding": encoding,
        "parser": parser,
        "kinds": joined(kinds),
        "sections": joined(sections),
        "not-sections": joined(not_sections),
        "sub-articles": sub_articles,
        "jobs": jobs,
        "strict": strict,
        "language": language,
    }
    return read_table(("passages",), (*paths,), options, problems=True, engine=engine)


def ledger(
    *paths: PathLike,
    from_: str | None = None,
    encoding: str | None = None,
    parser: Literal["quick", "libxml2"] | None = None,
    kinds: str | Sequence[str] | None = None,
    sections: str | Sequence[str] | None = None,
    not_sections: str | Sequence[str] | None = None,
    sub_articles: bool = False,
    jobs: int | None = None,
    strict: bool = False,
    language: str | None = None,
    engine: Engine = "pandas",
) -> pd.DataFrame:
    """Return the content skipped when documents were read.

    Args:
        paths: Files, folders, archives (.tar, .tar.gz, .tar.zst, .zip, .gz), - for standard input, or a study
            (.tema). Statistics also read coded files (.coded).
        from_: Format of all files: pubmed, endnote, ris, medline, bibtex, csl, wos, csv, tei, html, jats, pdf,
            office, docx, jsonl, markdown, text. Detected by default.
        encoding: Encoding of all files, such as windows-1252 or UTF-16. Detected by default.
        parser: Parser of articles in XML: quick (with libxml2 for unusual markup) or libxml2. Both give the
            same documents.
        kinds: Kinds of passages, separated by commas: title, abstract, heading, paragraph, list-item, quote,
            box, caption, table-row, definition, footnote, acknowledgement, reference. By default titles,
            abstracts, paragraphs, list items, quotes and boxes are coded.
        sections: Types of sections whose passages are coded, separated by commas: front, abstract,
            introduction, methods, results, discussion, conclusion, appendix, back, other. All by default.
        not_sections: Types of sections whose passages are not coded, separated by commas.
        sub_articles: Also read sub-articles and responses as documents.
        jobs: Number of parallel workers.
        strict: Stop at the first file that cannot be read.
        language: Language of labels, notes and code names: en, id. By default labels are in the codebook's
            language.
        engine: Library of the data frame: "pandas", "polars" or "arrow".

    Example:
        >>> table = tema.ledger("article.xml")
    """
    options: Options = {
        "from": from_,
        "encoding": encoding,
        "parser": parser,
        "kinds": joined(kinds),
        "sections": joined(sections),
        "not-sections": joined(not_sections),
        "sub-articles": sub_articles,
        "jobs": jobs,
        "strict": strict,
        "language": language,
    }
    return read_table(("ledger",), (*paths,), options, problems=True, engine=engine)


def articles(
    *paths: PathLike,
    columns: str | Sequence[str] | None = None,
    length: int | None = None,
    cite: Literal["apa", "bibtex"] | None = None,
    from_: str | None = None,
    encoding: str | None = None,
    parser: Literal["quick", "libxml2"] | None = None,
    kinds: str | Sequence[str] | None = None,
    sections: str | Sequence[str] | None = None,
    not_sections: str | Sequence[str] | None = None,
    sub_articles: bool = False,
    jobs: int | None = None,
    strict: bool = False,
    language: str | None = None,
    engine: Engine = "pandas",
) -> pd.DataFrame:
    """Return a table of the articles, or cite them (BibTeX, APA).

    A column is no, document, file or citation; otherwise a variable of metadata or front matter; otherwise the
    text of the sections with that type (abstract, methods, results, …) or heading. NAME=SOURCE|SOURCE renames a
    column, and uses the first source that an article has.

    --cite prints a list of references instead: tema articles --cite bibtex articles/ -o references.bib

    Args:
        paths: Files, folders, archives (.tar, .tar.gz, .tar.zst, .zip, .gz), - for standard input, or a study
            (.tema). Statistics also read coded files (.coded).
        columns: Columns, separated by commas.
        length: Maximum length of a section's text in Unicode scalars; 0 for no limit.
        cite: Print references in this style.
        from_: Format of all files: pubmed, endnote, ris, medline, bibtex, csl, wos, csv, tei, html, jats, pdf,
            office, docx, jsonl, markdown, text. Detected by default.
        encoding: Encoding of all files, such as windows-1252 or UTF-16. Detected by default.
        parser: Parser of articles in XML: quick (with libxml2 for unusual markup) or libxml2. Both give the
            same documents.
        kinds: Kinds of passages, separated by commas: title, abstract, heading, paragraph, list-item, quote,
            box, caption, table-row, definition, footnote, acknowledgement, reference. By default titles,
            abstracts, paragraphs, list items, quotes and boxes are coded.
        sections: Types of sections whose passages are coded, separated by commas: front, abstract,
            introduction, methods, results, discussion, conclusion, appendix, back, other. All by default.
        not_sections: Types of sections whose passages are not coded, separated by commas.
        sub_articles: Also read sub-articles and responses as documents.
        jobs: Number of parallel workers.
        strict: Stop at the first file that cannot be read.
        language: Language of labels, notes and code names: en, id. By default labels are in the codebook's
            language.
        engine: Library of the data frame: "pandas", "polars" or "arrow".

    Example:
        >>> table = tema.articles("articles/", columns="no,title,authors,year,design=method|methods")
    """
    options: Options = {
        "columns": joined(columns),
        "length": length,
        "cite": cite,
        "from": from_,
        "encoding": encoding,
        "parser": parser,
        "kinds": joined(kinds),
        "sections": joined(sections),
        "not-sections": joined(not_sections),
        "sub-articles": sub_articles,
        "jobs": jobs,
        "strict": strict,
        "language": language,
    }
    return read_table(("articles",), (*paths,), options, problems=True, engine=engine)


def text_show(
    input: PathLike,
    document: str | None = None,
    *,
    passage: str | Sequence[str] | None = None,
    plain: bool = False,
    after: str | None = None,
    codebook: PathLike | None = None,
    nested: Literal["independent", "longest"] | None = None,
    output: PathLike | None = None,
    from_: str | None = None,
    encoding: str | None = None,
    parser: Literal["quick", "libxml2"] | None = None,
    kinds: str | Sequence[str] | None = None,
    sections: str | Sequence[str] | None = None,
    not_sections: str | Sequence[str] | None = None,
    sub_articles: bool = False,
    jobs: int | None = None,
    strict: bool = False,
) -> str:
    """Return a document for reading, with its codes beside it.

    Each passage has its number on the left and its codes on the right: those coded by hand with the coder, the
    others marked as automatic.

        tema text show -c codebook.yaml interviews/maria.md --passage 3-7
        tema text show interviews.tema maria --after 12 --plain

    Args:
        input: Study (.tema), or a file, folder or archive of texts.
        document: Id of the document. Of files, all documents by default.
        passage: Only these passages: a number, or a range such as 12-15. Can be repeated.
        plain: Print the text alone, unchanged.
        after: Print the text as it was after this action of the history, by its number, without codes.
        codebook: Codebook (YAML file). By default a study's own.
        nested: How to count a match nested in another code's longer match. By default independent.
        output: Write to a file, atomically.
        from_: Format of all files: pubmed, endnote, ris, medline, bibtex, csl, wos, csv, tei, html, jats, pdf,
            office, docx, jsonl, markdown, text. Detected by default.
        encoding: Encoding of all files, such as windows-1252 or UTF-16. Detected by default.
        parser: Parser of articles in XML: quick (with libxml2 for unusual markup) or libxml2. Both give the
            same documents.
        kinds: Kinds of passages, separated by commas: title, abstract, heading, paragraph, list-item, quote,
            box, caption, table-row, definition, footnote, acknowledgement, reference. By default titles,
            abstracts, paragraphs, list items, quotes and boxes are coded.
        sections: Types of sections whose passages are coded, separated by commas: front, abstract,
            introduction, methods, results, discussion, conclusion, appendix, back, other. All by default.
        not_sections: Types of sections whose passages are not coded, separated by commas.
        sub_articles: Also read sub-articles and responses as documents.
        jobs: Number of parallel workers.
        strict: Stop at the first file that cannot be read.

    Example:
        >>> text = tema.text_show("interviews.tema", "maria")
    """
    options: Options = {
        "passage": passage,
        "plain": plain,
        "after": after,
        "codebook": codebook,
        "nested": nested,
        "output": output,
        "from": from_,
        "encoding": encoding,
        "parser": parser,
        "kinds": joined(kinds),
        "sections": joined(sections),
        "not-sections": joined(not_sections),
        "sub-articles": sub_articles,
        "jobs": jobs,
        "strict": strict,
    }
    return print_text(("text", "show",), (input, document,), options, problems=True)


def text_export(
    study: PathLike,
    folder: PathLike,
) -> pd.DataFrame:
    """Export a study without its documents as plain text.

    Args:
        study: Study, such as interviews.tema.
        folder: New folder, or the folder of an earlier export.

    Example:
        >>> table = tema.text_export("interviews.tema", "interviews-text/")
    """
    options: Options = {
    }
    return read_table(("text", "export",), (study, folder,), options, problems=False)


def text_import(
    study: PathLike,
    folder: PathLike,
    *,
    coder: str | None = None,
) -> pd.DataFrame:
    """Replace all of a study but its documents by a text export.

    Codings, memos, marks, coders, assignments, rules and outcomes that are not in the folder are removed from
    the study. `tema undo` restores them.

    Args:
        study: Study, such as interviews.tema.
        folder: Folder of a `tema text export`.
        coder: Name of the coder. By default TEMA_CODER, or the user's name.

    Example:
        >>> table = tema.text_import("interviews.tema", "interviews-text/")
    """
    options: Options = {
        "coder": coder,
    }
    return read_table(("text", "import",), (study, folder,), options, problems=False)


def check(
    codebook: PathLike,
    *,
    corpus: str | Sequence[str] | None = None,
    from_: str | None = None,
    encoding: str | None = None,
    parser: Literal["quick", "libxml2"] | None = None,
    kinds: str | Sequence[str] | None = None,
    sections: str | Sequence[str] | None = None,
    not_sections: str | Sequence[str] | None = None,
    sub_articles: bool = False,
    jobs: int | None = None,
    strict: bool = False,
    language: str | None = None,
    engine: Engine = "pandas",
) -> pd.DataFrame:
    """Find mistakes in a codebook, its examples and indicators.

    With --corpus, it warns of indicators that have no match in these texts, are shadowed by others, match in
    one document only, or belong to two codes. With --format or -o, it prints them as a table.

    Args:
        codebook: Codebook (YAML file).
        corpus: Files, folders, archives or a study in which to try the indicators.
        from_: Format of all files: pubmed, endnote, ris, medline, bibtex, csl, wos, csv, tei, html, jats, pdf,
            office, docx, jsonl, markdown, text. Detected by default.
        encoding: Encoding of all files, such as windows-1252 or UTF-16. Detected by default.
        parser: Parser of articles in XML: quick (with libxml2 for unusual markup) or libxml2. Both give the
            same documents.
        kinds: Kinds of passages, separated by commas: title, abstract, heading, paragraph, list-item, quote,
            box, caption, table-row, definition, footnote, acknowledgement, reference. By default titles,
            abstracts, paragraphs, list items, quotes and boxes are coded.
        sections: Types of sections whose passages are coded, separated by commas: front, abstract,
            introduction, methods, results, discussion, conclusion, appendix, back, other. All by default.
        not_sections: Types of sections whose passages are not coded, separated by commas.
        sub_articles: Also read sub-articles and responses as documents.
        jobs: Number of parallel workers.
        strict: Stop at the first file that cannot be read.
        language: Language of labels, notes and code names: en, id. By default labels are in the codebook's
            language.
        engine: Library of the data frame: "pandas", "polars" or "arrow".

    Example:
        >>> table = tema.check("Codebooks/cecchet-2014.yaml", corpus="Corpus")
    """
    options: Options = {
        "corpus": corpus,
        "from": from_,
        "encoding": encoding,
        "parser": parser,
        "kinds": joined(kinds),
        "sections": joined(sections),
        "not-sections": joined(not_sections),
        "sub-articles": sub_articles,
        "jobs": jobs,
        "strict": strict,
        "language": language,
    }
    return read_table(("check",), (codebook,), options, problems=True, engine=engine)


def codebook_show(
    codebook: PathLike,
    *,
    language: str | None = None,
    engine: Engine = "pandas",
) -> pd.DataFrame:
    """Return the codes as a tree or a table.

    Args:
        codebook: Codebook (YAML file), or study.
        language: Language of labels, notes and code names: en, id. By default labels are in the codebook's
            language.
        engine: Library of the data frame: "pandas", "polars" or "arrow".

    Example:
        >>> table = tema.codebook_show("interviews.tema")
    """
    options: Options = {
        "language": language,
    }
    return read_table(("codebook", "show",), (codebook,), options, problems=False, engine=engine)


def codebook_format(
    codebook: PathLike,
    *,
    output: PathLike | None = None,
) -> str:
    """Write a codebook as YAML in the standard order.

    Comments are not kept.

    Args:
        codebook: Codebook (YAML file).
        output: Write to a file, atomically.

    Example:
        >>> text = tema.codebook_format("codebook.yaml", output="tidy.yaml")
    """
    options: Options = {
        "output": output,
    }
    return print_text(("codebook", "format",), (codebook,), options, problems=False)


def codebook_import(
    study: PathLike,
    codebook: PathLike,
    *,
    coder: str | None = None,
) -> pd.DataFrame:
    """Replace a study's codebook.

    Lists of codes of other programs are converted: REFI-QDA codebooks (.qdc), and tables (.csv, .tsv, .xlsx). A
    code with the GUID of a code of the study keeps that code's id, also if its name has changed.

    Args:
        study: Study, such as interviews.tema.
        codebook: Codebook (YAML file), or list of codes.
        coder: Name of the coder. By default TEMA_CODER, or the user's name.

    Example:
        >>> table = tema.codebook_import("interviews.tema", "codebook.yaml")
    """
    options: Options = {
        "coder": coder,
    }
    return read_table(("codebook", "import",), (study, codebook,), options, problems=False)


def codebook_export(
    study: PathLike,
    *,
    output: PathLike | None = None,
) -> str:
    """Write a study's codebook as YAML.

    Args:
        study: Study, such as interviews.tema.
        output: Write to a file, atomically.

    Example:
        >>> text = tema.codebook_export("interviews.tema", output="codebook.yaml")
    """
    options: Options = {
        "output": output,
    }
    return print_text(("codebook", "export",), (study,), options, problems=False)


def codebook_diff(
    study: PathLike,
    old: PathLike,
    new: PathLike | None = None,
    *,
    language: str | None = None,
    engine: Engine = "pandas",
) -> pd.DataFrame:
    """Compare the codings of two versions of a codebook.

    It lists the passages of the study that gain or lose a code. A version is a YAML file, or the number of an
    action in the history after which the codebook was in use.

    Args:
        study: Study, such as interviews.tema.
        old: Older version.
        new: Newer version. The current codebook by default.
        language: Language of labels, notes and code names: en, id. By default labels are in the codebook's
            language.
        engine: Library of the data frame: "pandas", "polars" or "arrow".

    Example:
        >>> table = tema.codebook_diff("interviews.tema", "2", "9")  # doctest: +SKIP
    """
    options: Options = {
        "language": language,
    }
    return read_table(("codebook", "diff",), (study, old, new,), options, problems=False, engine=engine)


def codebook_rename(
    study: PathLike,
    code: str,
    new_id: str,
    *,
    preview: bool = False,
    coder: str | None = None,
) -> pd.DataFrame:
    """Rename a code and its codings.

    Args:
        study: Study, such as interviews.tema.
        code: Code, by its path, id or name.
        new_id: New id.
        preview: Print what the edit would change, and do not change the study.
        coder: Name of the coder. By default TEMA_CODER, or the user's name.

    Example:
        >>> table = tema.codebook_rename("interviews.tema", "loss", "bereavement")
    """
    options: Options = {
        "preview": preview,
        "coder": coder,
    }
    return read_table(("codebook", "rename",), (study, code, new_id,), options, problems=False)


def codebook_move(
    study: PathLike,
    code: str,
    *,
    under: str | None = None,
    preview: bool = False,
    coder: str | None = None,
) -> pd.DataFrame:
    """Move a code and its codings under another code.

    Args:
        study: Study, such as interviews.tema.
        code: Code, by its path, id or name.
        under: New parent code, by its path, id or name. The top level by default.
        preview: Print what the edit would change, and do not change the study.
        coder: Name of the coder. By default TEMA_CODER, or the user's name.

    Example:
        >>> table = tema.codebook_move("interviews.tema", "loss", under="harm")
    """
    options: Options = {
        "under": under,
        "preview": preview,
        "coder": coder,
    }
    return read_table(("codebook", "move",), (study, code,), options, problems=False)


def codebook_merge(
    study: PathLike,
    code: str,
    *,
    into: str,
    preview: bool = False,
    coder: str | None = None,
) -> pd.DataFrame:
    """Merge a code into another one, without duplicate codings.

    Args:
        study: Study, such as interviews.tema.
        code: Code, by its path, id or name.
        into: Code to keep, by its path, id or name.
        preview: Print what the edit would change, and do not change the study.
        coder: Name of the coder. By default TEMA_CODER, or the user's name.

    Example:
        >>> table = tema.codebook_merge("interviews.tema", "sorrow", into="loss")
    """
    options: Options = {
        "into": into,
        "preview": preview,
        "coder": coder,
    }
    return read_table(("codebook", "merge",), (study, code,), options, problems=False)


def codebook_split(
    study: PathLike,
    code: str,
    *,
    into: str,
    codings: str | Sequence[str] | None = None,
    preview: bool = False,
    coder: str | None = None,
) -> pd.DataFrame:
    """Move some codings of a code to a new sibling code.

    Args:
        study: Study, such as interviews.tema.
        code: Code, by its path, id or name.
        into: Id of the new code.
        codings: Ids of the codings to move to the new code.
        preview: Print what the edit would change, and do not change the study.
        coder: Name of the coder. By default TEMA_CODER, or the user's name.

    Example:
        >>> table = tema.codebook_split("interviews.tema", "loss", "77b1", into="home-loss", codings="3f9a0c")  # doctest: +SKIP
    """
    options: Options = {
        "into": into,
        "codings": codings,
        "preview": preview,
        "coder": coder,
    }
    return read_table(("codebook", "split",), (study, code,), options, problems=False)


def codebook_retire(
    study: PathLike,
    code: str,
    *,
    preview: bool = False,
    coder: str | None = None,
) -> pd.DataFrame:
    """Remove a code and its codings. `tema undo` restores them.

    Args:
        study: Study, such as interviews.tema.
        code: Code, by its path, id or name.
        preview: Print what the edit would change, and do not change the study.
        coder: Name of the coder. By default TEMA_CODER, or the user's name.

    Example:
        >>> table = tema.codebook_retire("interviews.tema", "misc")
    """
    options: Options = {
        "preview": preview,
        "coder": coder,
    }
    return read_table(("codebook", "retire",), (study, code,), options, problems=False)


def codebook_add(
    study: PathLike,
    path: str,
    *,
    name: str | None = None,
    definition: str | None = None,
    include: str | None = None,
    exclude: str | None = None,
    color: str | None = None,
    note: str | None = None,
    indicator: str | Sequence[str] | None = None,
    in_: str | None = None,
    preview: bool = False,
    coder: str | None = None,
) -> pd.DataFrame:
    """Add a code to a study's codebook.

    Args:
        study: Study, such as interviews.tema.
        path: Path of the new code: the path of an existing code and a new id, or a new id for the top level.
        name: Name that people read.
        definition: What the code means.
        include: When to apply the code.
        exclude: When not to apply the code.
        color: Colour, such as "#2A9D8F".
        note: Note in the codebook.
        indicator: Words by which the code is found. Repeat the option for several.
        in_: Language of the texts. By default the codebook's main language.
        preview: Print what the edit would change, and do not change the study.
        coder: Name of the coder. By default TEMA_CODER, or the user's name.

    Example:
        >>> table = tema.codebook_add("interviews.tema", "loss/home", name="Home", definition="Loss of a home.")
    """
    options: Options = {
        "name": name,
        "definition": definition,
        "include": include,
        "exclude": exclude,
        "color": color,
        "note": note,
        "indicator": indicator,
        "in": in_,
        "preview": preview,
        "coder": coder,
    }
    return read_table(("codebook", "add",), (study, path,), options, problems=False)


def codebook_edit(
    study: PathLike,
    code: str,
    *,
    name: str | None = None,
    definition: str | None = None,
    include: str | None = None,
    exclude: str | None = None,
    color: str | None = None,
    note: str | None = None,
    indicator: str | Sequence[str] | None = None,
    in_: str | None = None,
    add: bool = False,
    preview: bool = False,
    coder: str | None = None,
) -> pd.DataFrame:
    """Change the name, definition or other fields of a code.

    An empty text ("") removes a field. --indicator replaces the indicators of the code; with --add, it adds to
    them. `tema codebook rename` changes the id.

    Args:
        study: Study, such as interviews.tema.
        code: Code, by its path, id or name.
        name: Name that people read.
        definition: What the code means.
        include: When to apply the code.
        exclude: When not to apply the code.
        color: Colour, such as "#2A9D8F".
        note: Note in the codebook.
        indicator: Words by which the code is found. Repeat the option for several.
        in_: Language of the texts. By default the codebook's main language.
        add: Add the indicators to those that the code has.
        preview: Print what the edit would change, and do not change the study.
        coder: Name of the coder. By default TEMA_CODER, or the user's name.

    Example:
        >>> table = tema.codebook_edit("interviews.tema", "loss", definition="Loss of a person, a home or a hope.")
    """
    options: Options = {
        "name": name,
        "definition": definition,
        "include": include,
        "exclude": exclude,
        "color": color,
        "note": note,
        "indicator": indicator,
        "in": in_,
        "add": add,
        "preview": preview,
        "coder": coder,
    }
    return read_table(("codebook", "edit",), (study, code,), options, problems=False)


def codebook_suggest(
    study: PathLike,
    code: str,
    *,
    coder: str | None = None,
    top: int | None = None,
    seed: int | None = None,
    language: str | None = None,
    engine: Engine = "pandas",
) -> pd.DataFrame:
    """Suggest indicators of a code from hand codings.

    It lists words, phrases and truncated words that are typical of the passages that people coded with the code
    or a code below it, and tells how often each is right in documents that were not used to find it.

    Args:
        study: Study, such as interviews.tema.
        code: Code, by its path, id or name.
        coder: Use the hand codings of one coder.
        top: Greatest number of suggestions.
        seed: Random seed of the documents that are held out.
        language: Language of labels, notes and code names: en, id. By default labels are in the codebook's
            language.
        engine: Library of the data frame: "pandas", "polars" or "arrow".

    Example:
        >>> table = tema.codebook_suggest("interviews.tema", "loss")  # doctest: +SKIP
    """
    options: Options = {
        "coder": coder,
        "top": top,
        "seed": seed,
        "language": language,
    }
    return read_table(("codebook", "suggest",), (study, code,), options, problems=False, engine=engine)


def codebook_try(
    study: PathLike,
    code: str,
    *,
    indicator: str | Sequence[str] | None = None,
    in_: str | None = None,
    add: bool = False,
    language: str | None = None,
    engine: Engine = "pandas",
) -> pd.DataFrame:
    """Show what indicators of a code would match.

    The study is not changed. Without --add, the indicators are tried instead of those that the code has.

    Args:
        study: Study, such as interviews.tema.
        code: Code, by its path, id or name.
        indicator: Words by which the code is found. Repeat the option for several.
        in_: Language of the texts. By default the codebook's main language.
        add: Try the indicators together with those that the code has.
        language: Language of labels, notes and code names: en, id. By default labels are in the codebook's
            language.
        engine: Library of the data frame: "pandas", "polars" or "arrow".

    Example:
        >>> table = tema.codebook_try("interviews.tema", "loss", indicator=["lost everything", "los* NEAR/3 home"])
    """
    options: Options = {
        "indicator": indicator,
        "in": in_,
        "add": add,
        "language": language,
    }
    return read_table(("codebook", "try",), (study, code,), options, problems=False, engine=engine)


def convert(
    input: PathLike,
    *,
    output: PathLike | None = None,
    from_: str | None = None,
    to: str | None = None,
    encoding: str | None = None,
    language: str | None = None,
    strict: bool = False,
    losses: PathLike | None = None,
) -> str:
    """Convert codebooks and dictionaries (LIWC, quanteda, …).

    Formats: tema, Tema codebooks in YAML; yoshikoder, Yoshikoder dictionaries (.ykd); liwc, LIWC dictionaries
    (.dic); lexicoder, Lexicoder dictionaries (.lc3); .lcd files are read as yoshikoder; wordstat, WordStat and
    QDA Miner dictionaries (.cat); csv, tables of codes and words in CSV (also reads TSV and .xlsx); quanteda,
    quanteda dictionaries in YAML; qdc, REFI-QDA codebook, for NVivo, ATLAS.ti, MAXQDA and others (.qdc). The
    input format is detected from the file's extension and first lines. The output format is that of the
    extension of -o, by default Tema's own. Losses are reported.

    Args:
        input: File to convert, or - for standard input.
        output: Write to a file, atomically.
        from_: Input format. Detected by default.
        to: Output format. By default that of the extension of -o.
        encoding: Input encoding, such as windows-1252 or UTF-16. Detected by default.
        language: Language of a dictionary, or language to select from a codebook.
        strict: Write nothing and exit with code 2 if anything would be lost.
        losses: Write a table of losses, in the format of the file's extension.

    Example:
        >>> text = tema.convert("newsmap.yml", output="newsmap.yaml")  # doctest: +SKIP
    """
    options: Options = {
        "output": output,
        "from": from_,
        "to": to,
        "encoding": encoding,
        "language": language,
        "strict": strict,
        "losses": losses,
    }
    return print_text(("convert",), (input,), options, problems=False)


def frequencies(
    codebook: PathLike | None,
    *paths: PathLike,
    sort: str | None = None,
    reverse: bool = False,
    top: int | None = None,
    min: int | float | str | Sequence[int | float | str] | None = None,
    max: int | float | str | Sequence[int | float | str] | None = None,
    code: str | Sequence[str] | None = None,
    transpose: bool = False,
    long: bool = False,
    nested: Literal["independent", "longest"] | None = None,
    level: str | None = None,
    from_: str | None = None,
    encoding: str | None = None,
    parser: Literal["quick", "libxml2"] | None = None,
    kinds: str | Sequence[str] | None = None,
    sections: str | Sequence[str] | None = None,
    not_sections: str | Sequence[str] | None = None,
    sub_articles: bool = False,
    jobs: int | None = None,
    strict: bool = False,
    codings: Literal["final", "automatic", "hand"] | None = None,
    coder: str | None = None,
    language: str | None = None,
    engine: Engine = "pandas",
) -> pd.DataFrame:
    """Return the codebook frequency table.

    The ten most frequent themes: tema frequencies -c codebook.yaml --level theme --top 10 articles/

    Args:
        codebook: Codebook (YAML file). By default a study's own.
        paths: Files, folders, archives (.tar, .tar.gz, .tar.zst, .zip, .gz), - for standard input, or a study
            (.tema). Statistics also read coded files (.coded).
        sort: Order rows by a column, by its name: numbers from the greatest, p and texts from the smallest.
        reverse: Reverse the order of `sort`.
        top: Print this many rows, the first by `sort` or by the main column (passages, n_ab, total).
        min: Print rows with at least this number in the main column or, as COLUMN=NUMBER, in another.
            Repeatable.
        max: Print rows with at most this number, such as q=0.05. Repeatable.
        code: Print rows of this code and those below it; of pairs, those with one of them. A path, id, name or
            unique end of a path. Repeatable.
        transpose: Print rows as columns. `sort`, `top`, `min` and `max` then choose from the new rows.
        long: Print one number a row, with its count and denominator, for programs (tidy data).
        nested: How to count a match nested in another code's longer match. By default independent.
        level: Codebook level to report, by its name or its number from the top.
        from_: Format of all files: pubmed, endnote, ris, medline, bibtex, csl, wos, csv, tei, html, jats, pdf,
            office, docx, jsonl, markdown, text. Detected by default.
        encoding: Encoding of all files, such as windows-1252 or UTF-16. Detected by default.
        parser: Parser of articles in XML: quick (with libxml2 for unusual markup) or libxml2. Both give the
            same documents.
        kinds: Kinds of passages, separated by commas: title, abstract, heading, paragraph, list-item, quote,
            box, caption, table-row, definition, footnote, acknowledgement, reference. By default titles,
            abstracts, paragraphs, list items, quotes and boxes are coded.
        sections: Types of sections whose passages are coded, separated by commas: front, abstract,
            introduction, methods, results, discussion, conclusion, appendix, back, other. All by default.
        not_sections: Types of sections whose passages are not coded, separated by commas.
        sub_articles: Also read sub-articles and responses as documents.
        jobs: Number of parallel workers.
        strict: Stop at the first file that cannot be read.
        codings: Codings of a study that count: final, all made by hand and the automatic ones that no one has
            rejected; automatic; or hand. By default final.
        coder: Count the hand codings of one coder.
        language: Language of labels, notes and code names: en, id. By default labels are in the codebook's
            language.
        engine: Library of the data frame: "pandas", "polars" or "arrow".

    Example:
        >>> table = tema.frequencies("codebook.yaml", "articles/", level="theme")
    """
    options: Options = {
        "codebook": codebook,
        "sort": sort,
        "reverse": reverse,
        "top": top,
        "min": min,
        "max": max,
        "code": code,
        "transpose": transpose,
        "long": long,
        "nested": nested,
        "level": level,
        "from": from_,
        "encoding": encoding,
        "parser": parser,
        "kinds": joined(kinds),
        "sections": joined(sections),
        "not-sections": joined(not_sections),
        "sub-articles": sub_articles,
        "jobs": jobs,
        "strict": strict,
        "codings": codings,
        "coder": coder,
        "language": language,
    }
    return read_table(("frequencies",), (*paths,), options, problems=True, engine=engine)


def cooccurrence(
    codebook: PathLike | None,
    *paths: PathLike,
    unit: Literal["sentence", "passage", "section", "document", "overlap", "near-words", "near-passages", "events"] | None = None,
    within: int | None = None,
    all: bool = False,
    sort: str | None = None,
    reverse: bool = False,
    top: int | None = None,
    min: int | float | str | Sequence[int | float | str] | None = None,
    max: int | float | str | Sequence[int | float | str] | None = None,
    code: str | Sequence[str] | None = None,
    transpose: bool = False,
    long: bool = False,
    nested: Literal["independent", "longest"] | None = None,
    level: str | None = None,
    from_: str | None = None,
    encoding: str | None = None,
    parser: Literal["quick", "libxml2"] | None = None,
    kinds: str | Sequence[str] | None = None,
    sections: str | Sequence[str] | None = None,
    not_sections: str | Sequence[str] | None = None,
    sub_articles: bool = False,
    jobs: int | None = None,
    strict: bool = False,
    codings: Literal["final", "automatic", "hand"] | None = None,
    coder: str | None = None,
    language: str | None = None,
    engine: Engine = "pandas",
) -> pd.DataFrame:
    """Return pairs of codes that co-occur.

    The five strongest pairs of a theme: tema cooccurrence -c codebook.yaml --code fear --sort jaccard --top 5
    articles/

    The units overlap, near-words, near-passages and events are for hand codings: `tema cooccurrence --unit
    overlap STUDY`. --format graphml and gexf write a network of codes.

    Args:
        codebook: Codebook (YAML file). By default a study's own.
        paths: Files, folders, archives (.tar, .tar.gz, .tar.zst, .zip, .gz), - for standard input, or a study
            (.tema). Statistics also read coded files (.coded).
        unit: Unit that two codes must share, or relation of their spans.
        within: Maximum distance for near-words and near-passages, in words or passages.
        all: Also print pairs that never co-occur.
        sort: Order rows by a column, by its name: numbers from the greatest, p and texts from the smallest.
        reverse: Reverse the order of `sort`.
        top: Print this many rows, the first by `sort` or by the main column (passages, n_ab, total).
        min: Print rows with at least this number in the main column or, as COLUMN=NUMBER, in another.
            Repeatable.
        max: Print rows with at most this number, such as q=0.05. Repeatable.
        code: Print rows of this code and those below it; of pairs, those with one of them. A path, id, name or
            unique end of a path. Repeatable.
        transpose: Print rows as columns. `sort`, `top`, `min` and `max` then choose from the new rows.
        long: Print one number a row, with its count and denominator, for programs (tidy data).
        nested: How to count a match nested in another code's longer match. By default independent.
        level: Codebook level to report, by its name or its number from the top.
        from_: Format of all files: pubmed, endnote, ris, medline, bibtex, csl, wos, csv, tei, html, jats, pdf,
            office, docx, jsonl, markdown, text. Detected by default.
        encoding: Encoding of all files, such as windows-1252 or UTF-16. Detected by default.
        parser: Parser of articles in XML: quick (with libxml2 for unusual markup) or libxml2. Both give the
            same documents.
        kinds: Kinds of passages, separated by commas: title, abstract, heading, paragraph, list-item, quote,
            box, caption, table-row, definition, footnote, acknowledgement, reference. By default titles,
            abstracts, paragraphs, list items, quotes and boxes are coded.
        sections: Types of sections whose passages are coded, separated by commas: front, abstract,
            introduction, methods, results, discussion, conclusion, appendix, back, other. All by default.
        not_sections: Types of sections whose passages are not coded, separated by commas.
        sub_articles: Also read sub-articles and responses as documents.
        jobs: Number of parallel workers.
        strict: Stop at the first file that cannot be read.
        codings: Codings of a study that count: final, all made by hand and the automatic ones that no one has
            rejected; automatic; or hand. By default final.
        coder: Count the hand codings of one coder.
        language: Language of labels, notes and code names: en, id. By default labels are in the codebook's
            language.
        engine: Library of the data frame: "pandas", "polars" or "arrow".

    Example:
        >>> table = tema.cooccurrence("codebook.yaml", "articles/", unit="section")
    """
    options: Options = {
        "codebook": codebook,
        "unit": unit,
        "within": within,
        "all": all,
        "sort": sort,
        "reverse": reverse,
        "top": top,
        "min": min,
        "max": max,
        "code": code,
        "transpose": transpose,
        "long": long,
        "nested": nested,
        "level": level,
        "from": from_,
        "encoding": encoding,
        "parser": parser,
        "kinds": joined(kinds),
        "sections": joined(sections),
        "not-sections": joined(not_sections),
        "sub-articles": sub_articles,
        "jobs": jobs,
        "strict": strict,
        "codings": codings,
        "coder": coder,
        "language": language,
    }
    return read_table(("cooccurrence",), (*paths,), options, problems=True, engine=engine)


def combinations(
    codebook: PathLike | None,
    *paths: PathLike,
    unit: Literal["sentence", "passage", "section", "document"] | None = None,
    at_least: int | None = None,
    nested: Literal["independent", "longest"] | None = None,
    level: str | None = None,
    from_: str | None = None,
    encoding: str | None = None,
    parser: Literal["quick", "libxml2"] | None = None,
    kinds: str | Sequence[str] | None = None,
    sections: str | Sequence[str] | None = None,
    not_sections: str | Sequence[str] | None = None,
    sub_articles: bool = False,
    jobs: int | None = None,
    strict: bool = False,
    codings: Literal["final", "automatic", "hand"] | None = None,
    coder: str | None = None,
    language: str | None = None,
    engine: Engine = "pandas",
) -> pd.DataFrame:
    """Return sets of codes that occur together.

    Args:
        codebook: Codebook (YAML file). By default a study's own.
        paths: Files, folders, archives (.tar, .tar.gz, .tar.zst, .zip, .gz), - for standard input, or a study
            (.tema). Statistics also read coded files (.coded).
        unit: Unit that the codes must share.
        at_least: Least number of codes of a combination.
        nested: How to count a match nested in another code's longer match. By default independent.
        level: Codebook level to report, by its name or its number from the top.
        from_: Format of all files: pubmed, endnote, ris, medline, bibtex, csl, wos, csv, tei, html, jats, pdf,
            office, docx, jsonl, markdown, text. Detected by default.
        encoding: Encoding of all files, such as windows-1252 or UTF-16. Detected by default.
        parser: Parser of articles in XML: quick (with libxml2 for unusual markup) or libxml2. Both give the
            same documents.
        kinds: Kinds of passages, separated by commas: title, abstract, heading, paragraph, list-item, quote,
            box, caption, table-row, definition, footnote, acknowledgement, reference. By default titles,
            abstracts, paragraphs, list items, quotes and boxes are coded.
        sections: Types of sections whose passages are coded, separated by commas: front, abstract,
            introduction, methods, results, discussion, conclusion, appendix, back, other. All by default.
        not_sections: Types of sections whose passages are not coded, separated by commas.
        sub_articles: Also read sub-articles and responses as documents.
        jobs: Number of parallel workers.
        strict: Stop at the first file that cannot be read.
        codings: Codings of a study that count: final, all made by hand and the automatic ones that no one has
            rejected; automatic; or hand. By default final.
        coder: Count the hand codings of one coder.
        language: Language of labels, notes and code names: en, id. By default labels are in the codebook's
            language.
        engine: Library of the data frame: "pandas", "polars" or "arrow".

    Example:
        >>> table = tema.combinations("codebook.yaml", "articles/", unit="section", at_least=2)
    """
    options: Options = {
        "codebook": codebook,
        "unit": unit,
        "at-least": at_least,
        "nested": nested,
        "level": level,
        "from": from_,
        "encoding": encoding,
        "parser": parser,
        "kinds": joined(kinds),
        "sections": joined(sections),
        "not-sections": joined(not_sections),
        "sub-articles": sub_articles,
        "jobs": jobs,
        "strict": strict,
        "codings": codings,
        "coder": coder,
        "language": language,
    }
    return read_table(("combinations",), (*paths,), options, problems=True, engine=engine)


def compare(
    codebook: PathLike | None,
    *paths: PathLike,
    by: str,
    split: int | float | str | Sequence[int | float | str] | None = None,
    measure: Literal["passages", "documents", "presence", "hits", "percent", "documents_percent", "row_percent", "documents_row_percent", "rate"] | None = None,
    view: Literal["values", "intervals", "tests"] | None = None,
    sort: str | None = None,
    reverse: bool = False,
    top: int | None = None,
    min: int | float | str | Sequence[int | float | str] | None = None,
    max: int | float | str | Sequence[int | float | str] | None = None,
    code: str | Sequence[str] | None = None,
    transpose: bool = False,
    long: bool = False,
    nested: Literal["independent", "longest"] | None = None,
    level: str | None = None,
    from_: str | None = None,
    encoding: str | None = None,
    parser: Literal["quick", "libxml2"] | None = None,
    kinds: str | Sequence[str] | None = None,
    sections: str | Sequence[str] | None = None,
    not_sections: str | Sequence[str] | None = None,
    sub_articles: bool = False,
    jobs: int | None = None,
    strict: bool = False,
    codings: Literal["final", "automatic", "hand"] | None = None,
    coder: str | None = None,
    language: str | None = None,
    engine: Engine = "pandas",
) -> pd.DataFrame:
    """Compare codes between sections, years or other groups.

    What is more frequent after 2015: tema compare -c codebook.yaml --by year --split 2015 --view tests
    articles/

    Args:
        codebook: Codebook (YAML file). By default a study's own.
        paths: Files, folders, archives (.tar, .tar.gz, .tar.zst, .zip, .gz), - for standard input, or a study
            (.tema). Statistics also read coded files (.coded).
        by: article, section, language, kind, code, coder (of a study), year, journal, or a variable of the
            documents.
        split: Divide a variable of numbers, such as year, after this number. Repeatable.
        measure: Value to compare. By default passages, or percent if the groups differ in size.
        view: values; intervals of shares; or tests of differences between groups.
        sort: Order rows by a column, by its name: numbers from the greatest, p and texts from the smallest.
        reverse: Reverse the order of `sort`.
        top: Print this many rows, the first by `sort` or by the main column (passages, n_ab, total).
        min: Print rows with at least this number in the main column or, as COLUMN=NUMBER, in another.
            Repeatable.
        max: Print rows with at most this number, such as q=0.05. Repeatable.
        code: Print rows of this code and those below it; of pairs, those with one of them. A path, id, name or
            unique end of a path. Repeatable.
        transpose: Print rows as columns. `sort`, `top`, `min` and `max` then choose from the new rows.
        long: Print one number a row, with its count and denominator, for programs (tidy data).
        nested: How to count a match nested in another code's longer match. By default independent.
        level: Codebook level to report, by its name or its number from the top.
        from_: Format of all files: pubmed, endnote, ris, medline, bibtex, csl, wos, csv, tei, html, jats, pdf,
            office, docx, jsonl, markdown, text. Detected by default.
        encoding: Encoding of all files, such as windows-1252 or UTF-16. Detected by default.
        parser: Parser of articles in XML: quick (with libxml2 for unusual markup) or libxml2. Both give the
            same documents.
        kinds: Kinds of passages, separated by commas: title, abstract, heading, paragraph, list-item, quote,
            box, caption, table-row, definition, footnote, acknowledgement, reference. By default titles,
            abstracts, paragraphs, list items, quotes and boxes are coded.
        sections: Types of sections whose passages are coded, separated by commas: front, abstract,
            introduction, methods, results, discussion, conclusion, appendix, back, other. All by default.
        not_sections: Types of sections whose passages are not coded, separated by commas.
        sub_articles: Also read sub-articles and responses as documents.
        jobs: Number of parallel workers.
        strict: Stop at the first file that cannot be read.
        codings: Codings of a study that count: final, all made by hand and the automatic ones that no one has
            rejected; automatic; or hand. By default final.
        coder: Count the hand codings of one coder.
        language: Language of labels, notes and code names: en, id. By default labels are in the codebook's
            language.
        engine: Library of the data frame: "pandas", "polars" or "arrow".

    Example:
        >>> table = tema.compare("codebook.yaml", "articles/", by="section", measure="percent")
    """
    options: Options = {
        "codebook": codebook,
        "by": by,
        "split": split,
        "measure": measure,
        "view": view,
        "sort": sort,
        "reverse": reverse,
        "top": top,
        "min": min,
        "max": max,
        "code": code,
        "transpose": transpose,
        "long": long,
        "nested": nested,
        "level": level,
        "from": from_,
        "encoding": encoding,
        "parser": parser,
        "kinds": joined(kinds),
        "sections": joined(sections),
        "not-sections": joined(not_sections),
        "sub-articles": sub_articles,
        "jobs": jobs,
        "strict": strict,
        "codings": codings,
        "coder": coder,
        "language": language,
    }
    return read_table(("compare",), (*paths,), options, problems=True, engine=engine)


def saturation(
    codebook: PathLike | None,
    *paths: PathLike,
    base: int | None = None,
    run: int | None = None,
    threshold: float | None = None,
    draws: int | None = None,
    seed: int | None = None,
    nested: Literal["independent", "longest"] | None = None,
    level: str | None = None,
    from_: str | None = None,
    encoding: str | None = None,
    parser: Literal["quick", "libxml2"] | None = None,
    kinds: str | Sequence[str] | None = None,
    sections: str | Sequence[str] | None = None,
    not_sections: str | Sequence[str] | None = None,
    sub_articles: bool = False,
    jobs: int | None = None,
    strict: bool = False,
    codings: Literal["final", "automatic", "hand"] | None = None,
    coder: str | None = None,
    language: str | None = None,
    engine: Engine = "pandas",
) -> pd.DataFrame:
    """Count new codes by document, and find saturation.

    Args:
        codebook: Codebook (YAML file). By default a study's own.
        paths: Files, folders, archives (.tar, .tar.gz, .tar.zst, .zip, .gz), - for standard input, or a study
            (.tema). Statistics also read coded files (.coded).
        base: Number of documents in the base.
        run: Number of documents in a run.
        threshold: Saturation threshold: new codes in a run, as a percentage of the codes in the base.
        draws: Number of random orders of the documents; 0 for none.
        seed: Random seed.
        nested: How to count a match nested in another code's longer match. By default independent.
        level: Codebook level to report, by its name or its number from the top.
        from_: Format of all files: pubmed, endnote, ris, medline, bibtex, csl, wos, csv, tei, html, jats, pdf,
            office, docx, jsonl, markdown, text. Detected by default.
        encoding: Encoding of all files, such as windows-1252 or UTF-16. Detected by default.
        parser: Parser of articles in XML: quick (with libxml2 for unusual markup) or libxml2. Both give the
            same documents.
        kinds: Kinds of passages, separated by commas: title, abstract, heading, paragraph, list-item, quote,
            box, caption, table-row, definition, footnote, acknowledgement, reference. By default titles,
            abstracts, paragraphs, list items, quotes and boxes are coded.
        sections: Types of sections whose passages are coded, separated by commas: front, abstract,
            introduction, methods, results, discussion, conclusion, appendix, back, other. All by default.
        not_sections: Types of sections whose passages are not coded, separated by commas.
        sub_articles: Also read sub-articles and responses as documents.
        jobs: Number of parallel workers.
        strict: Stop at the first file that cannot be read.
        codings: Codings of a study that count: final, all made by hand and the automatic ones that no one has
            rejected; automatic; or hand. By default final.
        coder: Count the hand codings of one coder.
        language: Language of labels, notes and code names: en, id. By default labels are in the codebook's
            language.
        engine: Library of the data frame: "pandas", "polars" or "arrow".

    Example:
        >>> table = tema.saturation("codebook.yaml", "interviews/", base=4, run=2, threshold=5)
    """
    options: Options = {
        "codebook": codebook,
        "base": base,
        "run": run,
        "threshold": threshold,
        "draws": draws,
        "seed": seed,
        "nested": nested,
        "level": level,
        "from": from_,
        "encoding": encoding,
        "parser": parser,
        "kinds": joined(kinds),
        "sections": joined(sections),
        "not-sections": joined(not_sections),
        "sub-articles": sub_articles,
        "jobs": jobs,
        "strict": strict,
        "codings": codings,
        "coder": coder,
        "language": language,
    }
    return read_table(("saturation",), (*paths,), options, problems=True, engine=engine)


def codings(
    codebook: PathLike | None,
    *paths: PathLike,
    nested: Literal["independent", "longest"] | None = None,
    from_: str | None = None,
    encoding: str | None = None,
    parser: Literal["quick", "libxml2"] | None = None,
    kinds: str | Sequence[str] | None = None,
    sections: str | Sequence[str] | None = None,
    not_sections: str | Sequence[str] | None = None,
    sub_articles: bool = False,
    jobs: int | None = None,
    strict: bool = False,
    long: bool = False,
    with_: str | Sequence[str] | None = None,
    language: str | None = None,
    codings: Literal["final", "automatic", "hand"] | None = None,
    coder: str | None = None,
    engine: Engine = "pandas",
) -> pd.DataFrame:
    """List every coding: document, passage, code and words.

    One row for each match, with the year and journal of its document: tema codings -c codebook.yaml --long
    --with year,journal articles/ -o codings.csv

    Args:
        codebook: Codebook (YAML file). By default a study's own.
        paths: Files, folders, archives (.tar, .tar.gz, .tar.zst, .zip, .gz), - for standard input, or a study
            (.tema). Statistics also read coded files (.coded).
        nested: How to count a match nested in another code's longer match. By default independent.
        from_: Format of all files: pubmed, endnote, ris, medline, bibtex, csl, wos, csv, tei, html, jats, pdf,
            office, docx, jsonl, markdown, text. Detected by default.
        encoding: Encoding of all files, such as windows-1252 or UTF-16. Detected by default.
        parser: Parser of articles in XML: quick (with libxml2 for unusual markup) or libxml2. Both give the
            same documents.
        kinds: Kinds of passages, separated by commas: title, abstract, heading, paragraph, list-item, quote,
            box, caption, table-row, definition, footnote, acknowledgement, reference. By default titles,
            abstracts, paragraphs, list items, quotes and boxes are coded.
        sections: Types of sections whose passages are coded, separated by commas: front, abstract,
            introduction, methods, results, discussion, conclusion, appendix, back, other. All by default.
        not_sections: Types of sections whose passages are not coded, separated by commas.
        sub_articles: Also read sub-articles and responses as documents.
        jobs: Number of parallel workers.
        strict: Stop at the first file that cannot be read.
        long: Print one row for each match of an indicator and each coding by hand (tidy data).
        with_: Variables of the document to print in each row, such as year,journal.
        language: Language of labels, notes and code names: en, id. By default labels are in the codebook's
            language.
        codings: Codings of a study that count: final, all made by hand and the automatic ones that no one has
            rejected; automatic; or hand. By default final.
        coder: Count the hand codings of one coder.
        engine: Library of the data frame: "pandas", "polars" or "arrow".

    Example:
        >>> table = tema.codings("codebook.yaml", "articles/")
    """
    options: Options = {
        "codebook": codebook,
        "nested": nested,
        "from": from_,
        "encoding": encoding,
        "parser": parser,
        "kinds": joined(kinds),
        "sections": joined(sections),
        "not-sections": joined(not_sections),
        "sub-articles": sub_articles,
        "jobs": jobs,
        "strict": strict,
        "long": long,
        "with": joined(with_),
        "language": language,
        "codings": codings,
        "coder": coder,
    }
    return read_table(("codings",), (*paths,), options, problems=True, engine=engine)


def quotes(
    codebook: PathLike | None,
    *paths: PathLike,
    nested: Literal["independent", "longest"] | None = None,
    code: str | Sequence[str] | None = None,
    context: str | None = None,
    from_: str | None = None,
    encoding: str | None = None,
    parser: Literal["quick", "libxml2"] | None = None,
    kinds: str | Sequence[str] | None = None,
    sections: str | Sequence[str] | None = None,
    not_sections: str | Sequence[str] | None = None,
    sub_articles: bool = False,
    jobs: int | None = None,
    strict: bool = False,
    codings: Literal["final", "automatic", "hand"] | None = None,
    coder: str | None = None,
    language: str | None = None,
    engine: Engine = "pandas",
) -> pd.DataFrame:
    """Return coded words in their sentences, with sources.

    All quotes of a code with authors and years, for Word:

        tema quotes -c codebook.yaml --code resilience articles/ -o quotes.docx

    Keywords in context, with 40 characters on each side:

        tema quotes -c codebook.yaml --code resilience --context 40 articles/

    Args:
        codebook: Codebook (YAML file). By default a study's own.
        paths: Files, folders, archives (.tar, .tar.gz, .tar.zst, .zip, .gz), - for standard input, or a study
            (.tema). Statistics also read coded files (.coded).
        nested: How to count a match nested in another code's longer match. By default independent.
        code: Code, by its path, id or name. Its descendants are included. Can be repeated. By default all
            codes.
        context: Text around the words: sentence (with its neighbours), passage, or a number of Unicode scalars
            on each side.
        from_: Format of all files: pubmed, endnote, ris, medline, bibtex, csl, wos, csv, tei, html, jats, pdf,
            office, docx, jsonl, markdown, text. Detected by default.
        encoding: Encoding of all files, such as windows-1252 or UTF-16. Detected by default.
        parser: Parser of articles in XML: quick (with libxml2 for unusual markup) or libxml2. Both give the
            same documents.
        kinds: Kinds of passages, separated by commas: title, abstract, heading, paragraph, list-item, quote,
            box, caption, table-row, definition, footnote, acknowledgement, reference. By default titles,
            abstracts, paragraphs, list items, quotes and boxes are coded.
        sections: Types of sections whose passages are coded, separated by commas: front, abstract,
            introduction, methods, results, discussion, conclusion, appendix, back, other. All by default.
        not_sections: Types of sections whose passages are not coded, separated by commas.
        sub_articles: Also read sub-articles and responses as documents.
        jobs: Number of parallel workers.
        strict: Stop at the first file that cannot be read.
        codings: Codings of a study that count: final, all made by hand and the automatic ones that no one has
            rejected; automatic; or hand. By default final.
        coder: Count the hand codings of one coder.
        language: Language of labels, notes and code names: en, id. By default labels are in the codebook's
            language.
        engine: Library of the data frame: "pandas", "polars" or "arrow".

    Example:
        >>> table = tema.quotes("codebook.yaml", "articles/", code="resilience")
    """
    options: Options = {
        "codebook": codebook,
        "nested": nested,
        "code": code,
        "context": context,
        "from": from_,
        "encoding": encoding,
        "parser": parser,
        "kinds": joined(kinds),
        "sections": joined(sections),
        "not-sections": joined(not_sections),
        "sub-articles": sub_articles,
        "jobs": jobs,
        "strict": strict,
        "codings": codings,
        "coder": coder,
        "language": language,
    }
    return read_table(("quotes",), (*paths,), options, problems=True, engine=engine)


def chart_frequencies(
    codebook: PathLike | None,
    *paths: PathLike,
    most: int | None = None,
    nested: Literal["independent", "longest"] | None = None,
    level: str | None = None,
    from_: str | None = None,
    encoding: str | None = None,
    parser: Literal["quick", "libxml2"] | None = None,
    kinds: str | Sequence[str] | None = None,
    sections: str | Sequence[str] | None = None,
    not_sections: str | Sequence[str] | None = None,
    sub_articles: bool = False,
    jobs: int | None = None,
    strict: bool = False,
    codings: Literal["final", "automatic", "hand"] | None = None,
    coder: str | None = None,
    width: int | None = None,
    language: str | None = None,
) -> Chart:
    """Draw code frequencies as bars.

    Args:
        codebook: Codebook (YAML file). By default a study's own.
        paths: Files, folders, archives (.tar, .tar.gz, .tar.zst, .zip, .gz), - for standard input, or a study
            (.tema). Statistics also read coded files (.coded).
        most: Maximum number of codes, the most frequent ones.
        nested: How to count a match nested in another code's longer match. By default independent.
        level: Codebook level to report, by its name or its number from the top.
        from_: Format of all files: pubmed, endnote, ris, medline, bibtex, csl, wos, csv, tei, html, jats, pdf,
            office, docx, jsonl, markdown, text. Detected by default.
        encoding: Encoding of all files, such as windows-1252 or UTF-16. Detected by default.
        parser: Parser of articles in XML: quick (with libxml2 for unusual markup) or libxml2. Both give the
            same documents.
        kinds: Kinds of passages, separated by commas: title, abstract, heading, paragraph, list-item, quote,
            box, caption, table-row, definition, footnote, acknowledgement, reference. By default titles,
            abstracts, paragraphs, list items, quotes and boxes are coded.
        sections: Types of sections whose passages are coded, separated by commas: front, abstract,
            introduction, methods, results, discussion, conclusion, appendix, back, other. All by default.
        not_sections: Types of sections whose passages are not coded, separated by commas.
        sub_articles: Also read sub-articles and responses as documents.
        jobs: Number of parallel workers.
        strict: Stop at the first file that cannot be read.
        codings: Codings of a study that count: final, all made by hand and the automatic ones that no one has
            rejected; automatic; or hand. By default final.
        coder: Count the hand codings of one coder.
        width: Width of the picture in pixels; 350 for a phone's screen.
        language: Language of labels, notes and code names: en, id. By default labels are in the codebook's
            language.

    Example:
        >>> chart = tema.chart_frequencies("codebook.yaml", "articles/")
    """
    options: Options = {
        "codebook": codebook,
        "most": most,
        "nested": nested,
        "level": level,
        "from": from_,
        "encoding": encoding,
        "parser": parser,
        "kinds": joined(kinds),
        "sections": joined(sections),
        "not-sections": joined(not_sections),
        "sub-articles": sub_articles,
        "jobs": jobs,
        "strict": strict,
        "codings": codings,
        "coder": coder,
        "width": width,
        "language": language,
    }
    return Chart(("chart", "frequencies",), (*paths,), options, problems=True)


def chart_cooccurrence(
    codebook: PathLike | None,
    *paths: PathLike,
    unit: Literal["sentence", "passage", "section", "document"] | None = None,
    measure: Literal["n_ab", "jaccard"] | None = None,
    order: Literal["codebook", "frequency", "cluster"] | None = None,
    most: int | None = None,
    nested: Literal["independent", "longest"] | None = None,
    level: str | None = None,
    from_: str | None = None,
    encoding: str | None = None,
    parser: Literal["quick", "libxml2"] | None = None,
    kinds: str | Sequence[str] | None = None,
    sections: str | Sequence[str] | None = None,
    not_sections: str | Sequence[str] | None = None,
    sub_articles: bool = False,
    jobs: int | None = None,
    strict: bool = False,
    codings: Literal["final", "automatic", "hand"] | None = None,
    coder: str | None = None,
    width: int | None = None,
    language: str | None = None,
) -> Chart:
    """Draw the co-occurrence of codes as a heat map.

    Args:
        codebook: Codebook (YAML file). By default a study's own.
        paths: Files, folders, archives (.tar, .tar.gz, .tar.zst, .zip, .gz), - for standard input, or a study
            (.tema). Statistics also read coded files (.coded).
        unit: Unit that two codes must share.
        measure: n_ab (the number of units with both codes) or jaccard (the c-coefficient).
        order: Order of the codes; cluster puts similar ones beside each other.
        most: Maximum number of codes, the most frequent ones.
        nested: How to count a match nested in another code's longer match. By default independent.
        level: Codebook level to report, by its name or its number from the top.
        from_: Format of all files: pubmed, endnote, ris, medline, bibtex, csl, wos, csv, tei, html, jats, pdf,
            office, docx, jsonl, markdown, text. Detected by default.
        encoding: Encoding of all files, such as windows-1252 or UTF-16. Detected by default.
        parser: Parser of articles in XML: quick (with libxml2 for unusual markup) or libxml2. Both give the
            same documents.
        kinds: Kinds of passages, separated by commas: title, abstract, heading, paragraph, list-item, quote,
            box, caption, table-row, definition, footnote, acknowledgement, reference. By default titles,
            abstracts, paragraphs, list items, quotes and boxes are coded.
        sections: Types of sections whose passages are coded, separated by commas: front, abstract,
            introduction, methods, results, discussion, conclusion, appendix, back, other. All by default.
        not_sections: Types of sections whose passages are not coded, separated by commas.
        sub_articles: Also read sub-articles and responses as documents.
        jobs: Number of parallel workers.
        strict: Stop at the first file that cannot be read.
        codings: Codings of a study that count: final, all made by hand and the automatic ones that no one has
            rejected; automatic; or hand. By default final.
        coder: Count the hand codings of one coder.
        width: Width of the picture in pixels; 350 for a phone's screen.
        language: Language of labels, notes and code names: en, id. By default labels are in the codebook's
            language.

    Example:
        >>> chart = tema.chart_cooccurrence("codebook.yaml", "articles/", unit="section")
    """
    options: Options = {
        "codebook": codebook,
        "unit": unit,
        "measure": measure,
        "order": order,
        "most": most,
        "nested": nested,
        "level": level,
        "from": from_,
        "encoding": encoding,
        "parser": parser,
        "kinds": joined(kinds),
        "sections": joined(sections),
        "not-sections": joined(not_sections),
        "sub-articles": sub_articles,
        "jobs": jobs,
        "strict": strict,
        "codings": codings,
        "coder": coder,
        "width": width,
        "language": language,
    }
    return Chart(("chart", "cooccurrence",), (*paths,), options, problems=True)


def chart_network(
    codebook: PathLike | None,
    *paths: PathLike,
    unit: Literal["sentence", "passage", "section", "document"] | None = None,
    measure: Literal["jaccard", "npmi"] | None = None,
    strongest: int | None = None,
    pairs: int | None = None,
    most: int | None = None,
    nested: Literal["independent", "longest"] | None = None,
    level: str | None = None,
    from_: str | None = None,
    encoding: str | None = None,
    parser: Literal["quick", "libxml2"] | None = None,
    kinds: str | Sequence[str] | None = None,
    sections: str | Sequence[str] | None = None,
    not_sections: str | Sequence[str] | None = None,
    sub_articles: bool = False,
    jobs: int | None = None,
    strict: bool = False,
    codings: Literal["final", "automatic", "hand"] | None = None,
    coder: str | None = None,
    width: int | None = None,
    language: str | None = None,
) -> Chart:
    """Draw the co-occurrence of codes as a network.

    Args:
        codebook: Codebook (YAML file). By default a study's own.
        paths: Files, folders, archives (.tar, .tar.gz, .tar.zst, .zip, .gz), - for standard input, or a study
            (.tema). Statistics also read coded files (.coded).
        unit: Unit that two codes must share.
        measure: Association by which lines are chosen and drawn: jaccard (the c-coefficient) or npmi.
        strongest: Number of the strongest pairs of each code that have a line.
        pairs: Maximum number of pairs; the strongest of each code come first.
        most: Maximum number of codes, the most frequent ones.
        nested: How to count a match nested in another code's longer match. By default independent.
        level: Codebook level to report, by its name or its number from the top.
        from_: Format of all files: pubmed, endnote, ris, medline, bibtex, csl, wos, csv, tei, html, jats, pdf,
            office, docx, jsonl, markdown, text. Detected by default.
        encoding: Encoding of all files, such as windows-1252 or UTF-16. Detected by default.
        parser: Parser of articles in XML: quick (with libxml2 for unusual markup) or libxml2. Both give the
            same documents.
        kinds: Kinds of passages, separated by commas: title, abstract, heading, paragraph, list-item, quote,
            box, caption, table-row, definition, footnote, acknowledgement, reference. By default titles,
            abstracts, paragraphs, list items, quotes and boxes are coded.
        sections: Types of sections whose passages are coded, separated by commas: front, abstract,
            introduction, methods, results, discussion, conclusion, appendix, back, other. All by default.
        not_sections: Types of sections whose passages are not coded, separated by commas.
        sub_articles: Also read sub-articles and responses as documents.
        jobs: Number of parallel workers.
        strict: Stop at the first file that cannot be read.
        codings: Codings of a study that count: final, all made by hand and the automatic ones that no one has
            rejected; automatic; or hand. By default final.
        coder: Count the hand codings of one coder.
        width: Width of the picture in pixels; 350 for a phone's screen.
        language: Language of labels, notes and code names: en, id. By default labels are in the codebook's
            language.

    Example:
        >>> chart = tema.chart_network("codebook.yaml", "articles/", most=20)
    """
    options: Options = {
        "codebook": codebook,
        "unit": unit,
        "measure": measure,
        "strongest": strongest,
        "pairs": pairs,
        "most": most,
        "nested": nested,
        "level": level,
        "from": from_,
        "encoding": encoding,
        "parser": parser,
        "kinds": joined(kinds),
        "sections": joined(sections),
        "not-sections": joined(not_sections),
        "sub-articles": sub_articles,
        "jobs": jobs,
        "strict": strict,
        "codings": codings,
        "coder": coder,
        "width": width,
        "language": language,
    }
    return Chart(("chart", "network",), (*paths,), options, problems=True)


def chart_combinations(
    codebook: PathLike | None,
    *paths: PathLike,
    unit: Literal["sentence", "passage", "section", "document"] | None = None,
    at_least: int | None = None,
    most: int | None = None,
    nested: Literal["independent", "longest"] | None = None,
    level: str | None = None,
    from_: str | None = None,
    encoding: str | None = None,
    parser: Literal["quick", "libxml2"] | None = None,
    kinds: str | Sequence[str] | None = None,
    sections: str | Sequence[str] | None = None,
    not_sections: str | Sequence[str] | None = None,
    sub_articles: bool = False,
    jobs: int | None = None,
    strict: bool = False,
    codings: Literal["final", "automatic", "hand"] | None = None,
    coder: str | None = None,
    width: int | None = None,
    language: str | None = None,
) -> Chart:
    """Draw which codes occur together in sets.

    Args:
        codebook: Codebook (YAML file). By default a study's own.
        paths: Files, folders, archives (.tar, .tar.gz, .tar.zst, .zip, .gz), - for standard input, or a study
            (.tema). Statistics also read coded files (.coded).
        unit: Unit that the codes must share.
        at_least: Least number of codes of a combination.
        most: Maximum number of combinations, the most frequent ones.
        nested: How to count a match nested in another code's longer match. By default independent.
        level: Codebook level to report, by its name or its number from the top.
        from_: Format of all files: pubmed, endnote, ris, medline, bibtex, csl, wos, csv, tei, html, jats, pdf,
            office, docx, jsonl, markdown, text. Detected by default.
        encoding: Encoding of all files, such as windows-1252 or UTF-16. Detected by default.
        parser: Parser of articles in XML: quick (with libxml2 for unusual markup) or libxml2. Both give the
            same documents.
        kinds: Kinds of passages, separated by commas: title, abstract, heading, paragraph, list-item, quote,
            box, caption, table-row, definition, footnote, acknowledgement, reference. By default titles,
            abstracts, paragraphs, list items, quotes and boxes are coded.
        sections: Types of sections whose passages are coded, separated by commas: front, abstract,
            introduction, methods, results, discussion, conclusion, appendix, back, other. All by default.
        not_sections: Types of sections whose passages are not coded, separated by commas.
        sub_articles: Also read sub-articles and responses as documents.
        jobs: Number of parallel workers.
        strict: Stop at the first file that cannot be read.
        codings: Codings of a study that count: final, all made by hand and the automatic ones that no one has
            rejected; automatic; or hand. By default final.
        coder: Count the hand codings of one coder.
        width: Width of the picture in pixels; 350 for a phone's screen.
        language: Language of labels, notes and code names: en, id. By default labels are in the codebook's
            language.

    Example:
        >>> chart = tema.chart_combinations("codebook.yaml", "articles/", at_least=2)
    """
    options: Options = {
        "codebook": codebook,
        "unit": unit,
        "at-least": at_least,
        "most": most,
        "nested": nested,
        "level": level,
        "from": from_,
        "encoding": encoding,
        "parser": parser,
        "kinds": joined(kinds),
        "sections": joined(sections),
        "not-sections": joined(not_sections),
        "sub-articles": sub_articles,
        "jobs": jobs,
        "strict": strict,
        "codings": codings,
        "coder": coder,
        "width": width,
        "language": language,
    }
    return Chart(("chart", "combinations",), (*paths,), options, problems=True)


def chart_compare(
    codebook: PathLike | None,
    *paths: PathLike,
    by: str,
    split: int | float | str | Sequence[int | float | str] | None = None,
    groups: int | None = None,
    measure: Literal["passages", "documents", "presence", "hits", "percent", "documents_percent", "row_percent", "documents_row_percent", "rate"] | None = None,
    as_: Literal["bars", "map"] | None = None,
    order: Literal["codebook", "frequency", "cluster"] | None = None,
    most: int | None = None,
    nested: Literal["independent", "longest"] | None = None,
    level: str | None = None,
    from_: str | None = None,
    encoding: str | None = None,
    parser: Literal["quick", "libxml2"] | None = None,
    kinds: str | Sequence[str] | None = None,
    sections: str | Sequence[str] | None = None,
    not_sections: str | Sequence[str] | None = None,
    sub_articles: bool = False,
    jobs: int | None = None,
    strict: bool = False,
    codings: Literal["final", "automatic", "hand"] | None = None,
    coder: str | None = None,
    width: int | None = None,
    language: str | None = None,
) -> Chart:
    """Draw codes across sections, years or other groups.

    Args:
        codebook: Codebook (YAML file). By default a study's own.
        paths: Files, folders, archives (.tar, .tar.gz, .tar.zst, .zip, .gz), - for standard input, or a study
            (.tema). Statistics also read coded files (.coded).
        by: article, section, language, kind, code, coder (of a study), year, journal, or a variable of the
            documents.
        split: Divide a variable of numbers, such as year, after this number. Repeatable.
        groups: Maximum number of groups, those with the most codes.
        measure: Value to compare. Bars of shares have intervals. By default passages, or percent if the groups
            differ in size.
        as_: bars, or map for a heat map. By default bars for up to 8 groups.
        order: Order of the codes; cluster puts similar ones beside each other.
        most: Maximum number of codes, the most frequent ones.
        nested: How to count a match nested in another code's longer match. By default independent.
        level: Codebook level to report, by its name or its number from the top.
        from_: Format of all files: pubmed, endnote, ris, medline, bibtex, csl, wos, csv, tei, html, jats, pdf,
            office, docx, jsonl, markdown, text. Detected by default.
        encoding: Encoding of all files, such as windows-1252 or UTF-16. Detected by default.
        parser: Parser of articles in XML: quick (with libxml2 for unusual markup) or libxml2. Both give the
            same documents.
        kinds: Kinds of passages, separated by commas: title, abstract, heading, paragraph, list-item, quote,
            box, caption, table-row, definition, footnote, acknowledgement, reference. By default titles,
            abstracts, paragraphs, list items, quotes and boxes are coded.
        sections: Types of sections whose passages are coded, separated by commas: front, abstract,
            introduction, methods, results, discussion, conclusion, appendix, back, other. All by default.
        not_sections: Types of sections whose passages are not coded, separated by commas.
        sub_articles: Also read sub-articles and responses as documents.
        jobs: Number of parallel workers.
        strict: Stop at the first file that cannot be read.
        codings: Codings of a study that count: final, all made by hand and the automatic ones that no one has
            rejected; automatic; or hand. By default final.
        coder: Count the hand codings of one coder.
        width: Width of the picture in pixels; 350 for a phone's screen.
        language: Language of labels, notes and code names: en, id. By default labels are in the codebook's
            language.

    Example:
        >>> chart = tema.chart_compare("codebook.yaml", "articles/", by="year", measure="percent")
    """
    options: Options = {
        "codebook": codebook,
        "by": by,
        "split": split,
        "groups": groups,
        "measure": measure,
        "as": as_,
        "order": order,
        "most": most,
        "nested": nested,
        "level": level,
        "from": from_,
        "encoding": encoding,
        "parser": parser,
        "kinds": joined(kinds),
        "sections": joined(sections),
        "not-sections": joined(not_sections),
        "sub-articles": sub_articles,
        "jobs": jobs,
        "strict": strict,
        "codings": codings,
        "coder": coder,
        "width": width,
        "language": language,
    }
    return Chart(("chart", "compare",), (*paths,), options, problems=True)


def chart_flows(
    codebook: PathLike | None,
    *paths: PathLike,
    by: str,
    split: int | float | str | Sequence[int | float | str] | None = None,
    groups: int | None = None,
    measure: Literal["passages", "documents", "hits"] | None = None,
    most: int | None = None,
    nested: Literal["independent", "longest"] | None = None,
    level: str | None = None,
    from_: str | None = None,
    encoding: str | None = None,
    parser: Literal["quick", "libxml2"] | None = None,
    kinds: str | Sequence[str] | None = None,
    sections: str | Sequence[str] | None = None,
    not_sections: str | Sequence[str] | None = None,
    sub_articles: bool = False,
    jobs: int | None = None,
    strict: bool = False,
    codings: Literal["final", "automatic", "hand"] | None = None,
    coder: str | None = None,
    width: int | None = None,
    language: str | None = None,
) -> Chart:
    """Draw codes and groups as flows.

    Args:
        codebook: Codebook (YAML file). By default a study's own.
        paths: Files, folders, archives (.tar, .tar.gz, .tar.zst, .zip, .gz), - for standard input, or a study
            (.tema). Statistics also read coded files (.coded).
        by: article, section, language, kind, code, coder (of a study), year, journal, or a variable of the
            documents.
        split: Divide a variable of numbers, such as year, after this number. Repeatable.
        groups: Maximum number of groups, those with the most codes.
        measure: What the width of a ribbon counts.
        most: Maximum number of codes, the most frequent ones.
        nested: How to count a match nested in another code's longer match. By default independent.
        level: Codebook level to report, by its name or its number from the top.
        from_: Format of all files: pubmed, endnote, ris, medline, bibtex, csl, wos, csv, tei, html, jats, pdf,
            office, docx, jsonl, markdown, text. Detected by default.
        encoding: Encoding of all files, such as windows-1252 or UTF-16. Detected by default.
        parser: Parser of articles in XML: quick (with libxml2 for unusual markup) or libxml2. Both give the
            same documents.
        kinds: Kinds of passages, separated by commas: title, abstract, heading, paragraph, list-item, quote,
            box, caption, table-row, definition, footnote, acknowledgement, reference. By default titles,
            abstracts, paragraphs, list items, quotes and boxes are coded.
        sections: Types of sections whose passages are coded, separated by commas: front, abstract,
            introduction, methods, results, discussion, conclusion, appendix, back, other. All by default.
        not_sections: Types of sections whose passages are not coded, separated by commas.
        sub_articles: Also read sub-articles and responses as documents.
        jobs: Number of parallel workers.
        strict: Stop at the first file that cannot be read.
        codings: Codings of a study that count: final, all made by hand and the automatic ones that no one has
            rejected; automatic; or hand. By default final.
        coder: Count the hand codings of one coder.
        width: Width of the picture in pixels; 350 for a phone's screen.
        language: Language of labels, notes and code names: en, id. By default labels are in the codebook's
            language.

    Example:
        >>> chart = tema.chart_flows("codebook.yaml", "articles/", by="section", most=12)
    """
    options: Options = {
        "codebook": codebook,
        "by": by,
        "split": split,
        "groups": groups,
        "measure": measure,
        "most": most,
        "nested": nested,
        "level": level,
        "from": from_,
        "encoding": encoding,
        "parser": parser,
        "kinds": joined(kinds),
        "sections": joined(sections),
        "not-sections": joined(not_sections),
        "sub-articles": sub_articles,
        "jobs": jobs,
        "strict": strict,
        "codings": codings,
        "coder": coder,
        "width": width,
        "language": language,
    }
    return Chart(("chart", "flows",), (*paths,), options, problems=True)


def chart_portrait(
    codebook: PathLike | None,
    *paths: PathLike,
    document: str | None = None,
    most: int | None = None,
    nested: Literal["independent", "longest"] | None = None,
    level: str | None = None,
    from_: str | None = None,
    encoding: str | None = None,
    parser: Literal["quick", "libxml2"] | None = None,
    kinds: str | Sequence[str] | None = None,
    sections: str | Sequence[str] | None = None,
    not_sections: str | Sequence[str] | None = None,
    sub_articles: bool = False,
    jobs: int | None = None,
    strict: bool = False,
    codings: Literal["final", "automatic", "hand"] | None = None,
    coder: str | None = None,
    width: int | None = None,
    language: str | None = None,
) -> Chart:
    """Draw the codes along one document.

    Args:
        codebook: Codebook (YAML file). By default a study's own.
        paths: Files, folders, archives (.tar, .tar.gz, .tar.zst, .zip, .gz), - for standard input, or a study
            (.tema). Statistics also read coded files (.coded).
        document: Id of the document, if there are several.
        most: Maximum number of codes, the most frequent ones.
        nested: How to count a match nested in another code's longer match. By default independent.
        level: Codebook level to report, by its name or its number from the top.
        from_: Format of all files: pubmed, endnote, ris, medline, bibtex, csl, wos, csv, tei, html, jats, pdf,
            office, docx, jsonl, markdown, text. Detected by default.
        encoding: Encoding of all files, such as windows-1252 or UTF-16. Detected by default.
        parser: Parser of articles in XML: quick (with libxml2 for unusual markup) or libxml2. Both give the
            same documents.
        kinds: Kinds of passages, separated by commas: title, abstract, heading, paragraph, list-item, quote,
            box, caption, table-row, definition, footnote, acknowledgement, reference. By default titles,
            abstracts, paragraphs, list items, quotes and boxes are coded.
        sections: Types of sections whose passages are coded, separated by commas: front, abstract,
            introduction, methods, results, discussion, conclusion, appendix, back, other. All by default.
        not_sections: Types of sections whose passages are not coded, separated by commas.
        sub_articles: Also read sub-articles and responses as documents.
        jobs: Number of parallel workers.
        strict: Stop at the first file that cannot be read.
        codings: Codings of a study that count: final, all made by hand and the automatic ones that no one has
            rejected; automatic; or hand. By default final.
        coder: Count the hand codings of one coder.
        width: Width of the picture in pixels; 350 for a phone's screen.
        language: Language of labels, notes and code names: en, id. By default labels are in the codebook's
            language.

    Example:
        >>> chart = tema.chart_portrait("codebook.yaml", "interview.txt")
    """
    options: Options = {
        "codebook": codebook,
        "document": document,
        "most": most,
        "nested": nested,
        "level": level,
        "from": from_,
        "encoding": encoding,
        "parser": parser,
        "kinds": joined(kinds),
        "sections": joined(sections),
        "not-sections": joined(not_sections),
        "sub-articles": sub_articles,
        "jobs": jobs,
        "strict": strict,
        "codings": codings,
        "coder": coder,
        "width": width,
        "language": language,
    }
    return Chart(("chart", "portrait",), (*paths,), options, problems=True)


def chart_saturation(
    codebook: PathLike | None,
    *paths: PathLike,
    draws: int | None = None,
    seed: int | None = None,
    nested: Literal["independent", "longest"] | None = None,
    level: str | None = None,
    from_: str | None = None,
    encoding: str | None = None,
    parser: Literal["quick", "libxml2"] | None = None,
    kinds: str | Sequence[str] | None = None,
    sections: str | Sequence[str] | None = None,
    not_sections: str | Sequence[str] | None = None,
    sub_articles: bool = False,
    jobs: int | None = None,
    strict: bool = False,
    codings: Literal["final", "automatic", "hand"] | None = None,
    coder: str | None = None,
    width: int | None = None,
    language: str | None = None,
) -> Chart:
    """Draw the number of codes by the number of documents.

    Args:
        codebook: Codebook (YAML file). By default a study's own.
        paths: Files, folders, archives (.tar, .tar.gz, .tar.zst, .zip, .gz), - for standard input, or a study
            (.tema). Statistics also read coded files (.coded).
        draws: Number of random orders of the documents; 0 for none.
        seed: Random seed.
        nested: How to count a match nested in another code's longer match. By default independent.
        level: Codebook level to report, by its name or its number from the top.
        from_: Format of all files: pubmed, endnote, ris, medline, bibtex, csl, wos, csv, tei, html, jats, pdf,
            office, docx, jsonl, markdown, text. Detected by default.
        encoding: Encoding of all files, such as windows-1252 or UTF-16. Detected by default.
        parser: Parser of articles in XML: quick (with libxml2 for unusual markup) or libxml2. Both give the
            same documents.
        kinds: Kinds of passages, separated by commas: title, abstract, heading, paragraph, list-item, quote,
            box, caption, table-row, definition, footnote, acknowledgement, reference. By default titles,
            abstracts, paragraphs, list items, quotes and boxes are coded.
        sections: Types of sections whose passages are coded, separated by commas: front, abstract,
            introduction, methods, results, discussion, conclusion, appendix, back, other. All by default.
        not_sections: Types of sections whose passages are not coded, separated by commas.
        sub_articles: Also read sub-articles and responses as documents.
        jobs: Number of parallel workers.
        strict: Stop at the first file that cannot be read.
        codings: Codings of a study that count: final, all made by hand and the automatic ones that no one has
            rejected; automatic; or hand. By default final.
        coder: Count the hand codings of one coder.
        width: Width of the picture in pixels; 350 for a phone's screen.
        language: Language of labels, notes and code names: en, id. By default labels are in the codebook's
            language.

    Example:
        >>> chart = tema.chart_saturation("codebook.yaml", "interviews/", draws=500)
    """
    options: Options = {
        "codebook": codebook,
        "draws": draws,
        "seed": seed,
        "nested": nested,
        "level": level,
        "from": from_,
        "encoding": encoding,
        "parser": parser,
        "kinds": joined(kinds),
        "sections": joined(sections),
        "not-sections": joined(not_sections),
        "sub-articles": sub_articles,
        "jobs": jobs,
        "strict": strict,
        "codings": codings,
        "coder": coder,
        "width": width,
        "language": language,
    }
    return Chart(("chart", "saturation",), (*paths,), options, problems=True)


def report(
    codebook: PathLike | None,
    *paths: PathLike,
    unit: Literal["sentence", "passage", "section", "document"] | None = None,
    quotes: int | None = None,
    validation: PathLike | None = None,
    draws: int | None = None,
    seed: int | None = None,
    date: str | None = None,
    nested: Literal["independent", "longest"] | None = None,
    level: str | None = None,
    from_: str | None = None,
    encoding: str | None = None,
    parser: Literal["quick", "libxml2"] | None = None,
    kinds: str | Sequence[str] | None = None,
    sections: str | Sequence[str] | None = None,
    not_sections: str | Sequence[str] | None = None,
    sub_articles: bool = False,
    jobs: int | None = None,
    strict: bool = False,
    codings: Literal["final", "automatic", "hand"] | None = None,
    coder: str | None = None,
    language: str | None = None,
) -> Report:
    """Write tables, charts and quotes as one HTML page.

    The page has charts, tables, quotes, methods and provenance, and loads no external resources. The same input
    produces the same page: it has a date only with --date.

    Args:
        codebook: Codebook (YAML file). By default a study's own.
        paths: Files, folders, archives (.tar, .tar.gz, .tar.zst, .zip, .gz), - for standard input, or a study
            (.tema). Statistics also read coded files (.coded).
        unit: Unit of co-occurrence.
        quotes: Maximum number of quotes for each code. By default 3.
        validation: A reviewed sample of `tema sample`, for a section on validation.
        draws: Number of random orders of the documents; 0 for none.
        seed: Random seed.
        date: Date to print, in any form.
        nested: How to count a match nested in another code's longer match. By default independent.
        level: Codebook level to report, by its name or its number from the top.
        from_: Format of all files: pubmed, endnote, ris, medline, bibtex, csl, wos, csv, tei, html, jats, pdf,
            office, docx, jsonl, markdown, text. Detected by default.
        encoding: Encoding of all files, such as windows-1252 or UTF-16. Detected by default.
        parser: Parser of articles in XML: quick (with libxml2 for unusual markup) or libxml2. Both give the
            same documents.
        kinds: Kinds of passages, separated by commas: title, abstract, heading, paragraph, list-item, quote,
            box, caption, table-row, definition, footnote, acknowledgement, reference. By default titles,
            abstracts, paragraphs, list items, quotes and boxes are coded.
        sections: Types of sections whose passages are coded, separated by commas: front, abstract,
            introduction, methods, results, discussion, conclusion, appendix, back, other. All by default.
        not_sections: Types of sections whose passages are not coded, separated by commas.
        sub_articles: Also read sub-articles and responses as documents.
        jobs: Number of parallel workers.
        strict: Stop at the first file that cannot be read.
        codings: Codings of a study that count: final, all made by hand and the automatic ones that no one has
            rejected; automatic; or hand. By default final.
        coder: Count the hand codings of one coder.
        language: Language of labels, notes and code names: en, id. By default labels are in the codebook's
            language.

    Example:
        >>> report = tema.report("codebook.yaml", "articles/")
    """
    options: Options = {
        "codebook": codebook,
        "unit": unit,
        "quotes": quotes,
        "validation": validation,
        "draws": draws,
        "seed": seed,
        "date": date,
        "nested": nested,
        "level": level,
        "from": from_,
        "encoding": encoding,
        "parser": parser,
        "kinds": joined(kinds),
        "sections": joined(sections),
        "not-sections": joined(not_sections),
        "sub-articles": sub_articles,
        "jobs": jobs,
        "strict": strict,
        "codings": codings,
        "coder": coder,
        "language": language,
    }
    return Report(("report",), (*paths,), options, problems=True)


def agreement(
    study: PathLike | None = None,
    *,
    data: PathLike | None = None,
    columns: str | Sequence[str] | None = None,
    scale: str | Sequence[str] | None = None,
    unit: Literal["document", "passage", "sentence", "word", "character"] | None = None,
    code: str | None = None,
    coders: str | Sequence[str] | None = None,
    level: str | None = None,
    spans: bool = False,
    disagreements: bool = False,
    draws: int | None = None,
    seed: int | None = None,
    language: str | None = None,
    engine: Engine = "pandas",
) -> pd.DataFrame:
    """Compute agreement between coders.

    With --disagreements it lists the units on which coders differ. With --data ratings.csv it reads ratings
    from a table. A study's coders are compared code by code, a table of ratings as one variable.

    Args:
        study: Study, such as interviews.tema.
        data: A CSV file of ratings, one per row, instead of a study.
        columns: With `data`, the columns of unit, coder and value and, optionally, of the clusters to resample.
        scale: With `data`, the values in ascending order.
        unit: Unit of comparison. By default passage.
        code: Report all coefficients of one code, by its path, id or name.
        coders: Coders to compare, separated by commas. All by default.
        level: Codebook level to report, by its name or its number from the top.
        spans: Compare spans instead of units: uα, |uα, cuα and (k)uα.
        disagreements: List the units on which coders differ, with their text.
        draws: Number of resamples for the intervals; 0 for no intervals.
        seed: Random seed.
        language: Language of labels, notes and code names: en, id. By default labels are in the codebook's
            language.
        engine: Library of the data frame: "pandas", "polars" or "arrow".

    Example:
        >>> table = tema.agreement("interviews.tema", unit="sentence")
    """
    options: Options = {
        "data": data,
        "columns": joined(columns),
        "scale": joined(scale),
        "unit": unit,
        "code": code,
        "coders": joined(coders),
        "level": level,
        "spans": spans,
        "disagreements": disagreements,
        "draws": draws,
        "seed": seed,
        "language": language,
    }
    return read_table(("agreement",), (study,), options, problems=False, engine=engine)


def sample(
    codebook: PathLike | None,
    *paths: PathLike,
    found: int | None = None,
    other: int | None = None,
    seed: int | None = None,
    code: str | Sequence[str] | None = None,
    level: str | None = None,
    study: PathLike | None = None,
    nested: Literal["independent", "longest"] | None = None,
    from_: str | None = None,
    encoding: str | None = None,
    parser: Literal["quick", "libxml2"] | None = None,
    kinds: str | Sequence[str] | None = None,
    sections: str | Sequence[str] | None = None,
    not_sections: str | Sequence[str] | None = None,
    sub_articles: bool = False,
    jobs: int | None = None,
    strict: bool = False,
    coder: str | None = None,
    language: str | None = None,
    engine: Engine = "pandas",
) -> pd.DataFrame:
    """Draw random passages to label by hand, for validate.

    For each code it draws passages in which the code was found, and passages in which it was not. Write yes or
    no in the column verdict, or code the passages by hand in the study of --study. Then `tema validate`
    computes precision and recall.

    Args:
        codebook: Codebook (YAML file). By default a study's own.
        paths: Files, folders, archives (.tar, .tar.gz, .tar.zst, .zip, .gz), - for standard input, or a study
            (.tema). Statistics also read coded files (.coded).
        found: Number of passages in which a code was found.
        other: Number of other passages.
        seed: Random seed.
        code: Code to check, by its path, id or name. Repeat it for more codes.
        level: Codebook level to check, by its name or its number from the top.
        study: Create a study of the sample's documents, to code the passages by hand.
        nested: How to count a match nested in another code's longer match. By default independent.
        from_: Format of all files: pubmed, endnote, ris, medline, bibtex, csl, wos, csv, tei, html, jats, pdf,
            office, docx, jsonl, markdown, text. Detected by default.
        encoding: Encoding of all files, such as windows-1252 or UTF-16. Detected by default.
        parser: Parser of articles in XML: quick (with libxml2 for unusual markup) or libxml2. Both give the
            same documents.
        kinds: Kinds of passages, separated by commas: title, abstract, heading, paragraph, list-item, quote,
            box, caption, table-row, definition, footnote, acknowledgement, reference. By default titles,
            abstracts, paragraphs, list items, quotes and boxes are coded.
        sections: Types of sections whose passages are coded, separated by commas: front, abstract,
            introduction, methods, results, discussion, conclusion, appendix, back, other. All by default.
        not_sections: Types of sections whose passages are not coded, separated by commas.
        sub_articles: Also read sub-articles and responses as documents.
        jobs: Number of parallel workers.
        strict: Stop at the first file that cannot be read.
        coder: Name of the coder. By default TEMA_CODER, or the user's name.
        language: Language of labels, notes and code names: en, id. By default labels are in the codebook's
            language.
        engine: Library of the data frame: "pandas", "polars" or "arrow".

    Example:
        >>> table = tema.sample("codebook.yaml", "articles/")
    """
    options: Options = {
        "codebook": codebook,
        "found": found,
        "other": other,
        "seed": seed,
        "code": code,
        "level": level,
        "study": study,
        "nested": nested,
        "from": from_,
        "encoding": encoding,
        "parser": parser,
        "kinds": joined(kinds),
        "sections": joined(sections),
        "not-sections": joined(not_sections),
        "sub-articles": sub_articles,
        "jobs": jobs,
        "strict": strict,
        "coder": coder,
        "language": language,
    }
    return read_table(("sample",), (*paths,), options, problems=True, engine=engine)


def validate(
    sample: PathLike,
    *,
    view: Literal["codes", "indicators", "errors"] | None = None,
    study: PathLike | None = None,
    coder: str | None = None,
    language: str | None = None,
    engine: Engine = "pandas",
) -> pd.DataFrame:
    """Compute how many automatic codings are right, by a sample.

    check.csv is the output of `tema sample --format csv`, with a person's yes or no in the column verdict. With
    --study the verdicts are hand codings, and all passages of the sample count as reviewed.

    Args:
        sample: Labelled sample (CSV file).
        view: codes; indicators, with their precision; or errors, the passages wrongly found or missed.
        study: Study whose hand codings are the verdicts.
        coder: With `study`, use the codings of one coder. By default those of all.
        language: Language of labels, notes and code names: en, id. By default labels are in the codebook's
            language.
        engine: Library of the data frame: "pandas", "polars" or "arrow".

    Example:
        >>> table = tema.validate("check.csv")
    """
    options: Options = {
        "view": view,
        "study": study,
        "coder": coder,
        "language": language,
    }
    return read_table(("validate",), (sample,), options, problems=False, engine=engine)


def init(
    study: PathLike,
) -> pd.DataFrame:
    """Create an empty study.

    Args:
        study: Study, such as interviews.tema.

    Example:
        >>> table = tema.init("interviews.tema")  # doctest: +SKIP
    """
    options: Options = {
    }
    return read_table(("init",), (study,), options, problems=False)


def import_(
    study: PathLike,
    *paths: PathLike,
    from_: str | None = None,
    encoding: str | None = None,
    parser: Literal["quick", "libxml2"] | None = None,
    kinds: str | Sequence[str] | None = None,
    sections: str | Sequence[str] | None = None,
    not_sections: str | Sequence[str] | None = None,
    sub_articles: bool = False,
    jobs: int | None = None,
    strict: bool = False,
    coder: str | None = None,
    losses: PathLike | None = None,
    offsets: str | None = None,
    add_codes: bool = False,
) -> pd.DataFrame:
    """Add documents, or other programs' projects, to a study.

    All documents are imported in one action; if the run fails, none is. Hand codings of a changed document move
    to the same words of its new text. Those that need review are listed.

    Projects and codings are imported after the documents, each in one action. --from also accepts their
    formats: qdpx, REFI-QDA project, for NVivo, ATLAS.ti, MAXQDA and others (.qdpx, or .qde outside its
    archive); codings-csv, codings, one per row: document, code, start and end or quote (.csv; also reads .xlsx,
    and exports of MAXQDA, ATLAS.ti, Dedoose and QualCoder); codings-tsv, the same, tab-separated (.tsv, .tab);
    codings-jsonl, the same, as JSON Lines (.jsonl, .ndjson); web-annotation, W3C Web Annotations as JSON-LD
    (.jsonld, .json), also those of Hypothes.is; taguette, Taguette's project (.sqlite3), read only; qualcoder,
    QualCoder's project (the folder NAME.qda, or data.qda in it), read only; rqda, RQDA's project (.rqda), read
    only; brat, brat stand-off: a folder of .txt and .ann, or one .ann with its .txt.

    Args:
        study: Study, such as interviews.tema.
        paths: Files, folders, archives (.tar, .tar.gz, .tar.zst, .zip, .gz), - for standard input, or a study
            (.tema). Statistics also read coded files (.coded).
        from_: Format of all files: pubmed, endnote, ris, medline, bibtex, csl, wos, csv, tei, html, jats, pdf,
            office, docx, jsonl, markdown, text. Detected by default.
        encoding: Encoding of all files, such as windows-1252 or UTF-16. Detected by default.
        parser: Parser of articles in XML: quick (with libxml2 for unusual markup) or libxml2. Both give the
            same documents.
        kinds: Kinds of passages, separated by commas: title, abstract, heading, paragraph, list-item, quote,
            box, caption, table-row, definition, footnote, acknowledgement, reference. By default titles,
            abstracts, paragraphs, list items, quotes and boxes are coded.
        sections: Types of sections whose passages are coded, separated by commas: front, abstract,
            introduction, methods, results, discussion, conclusion, appendix, back, other. All by default.
        not_sections: Types of sections whose passages are not coded, separated by commas.
        sub_articles: Also read sub-articles and responses as documents.
        jobs: Number of parallel workers.
        strict: Stop at the first file that cannot be read.
        coder: Name of the coder. By default TEMA_CODER, or the user's name.
        losses: Write a table of losses, in the format of the file's extension.
        offsets: How a project counts positions: standard, nvivo, atlas, maxqda, or a list such as utf16,crlf=2.
        add_codes: Add codes that the codings have and the codebook lacks.

    Example:
        >>> table = tema.import_("interviews.tema", "transcripts/", "nvivo.qdpx")  # doctest: +SKIP
    """
    options: Options = {
        "from": from_,
        "encoding": encoding,
        "parser": parser,
        "kinds": joined(kinds),
        "sections": joined(sections),
        "not-sections": joined(not_sections),
        "sub-articles": sub_articles,
        "jobs": jobs,
        "strict": strict,
        "coder": coder,
        "losses": losses,
        "offsets": offsets,
        "add-codes": add_codes,
    }
    return read_table(("import",), (study, *paths,), options, problems=True)


def code(
    codebook: PathLike | None,
    *paths: PathLike,
    from_: str | None = None,
    encoding: str | None = None,
    parser: Literal["quick", "libxml2"] | None = None,
    kinds: str | Sequence[str] | None = None,
    sections: str | Sequence[str] | None = None,
    not_sections: str | Sequence[str] | None = None,
    sub_articles: bool = False,
    jobs: int | None = None,
    strict: bool = False,
    nested: Literal["independent", "longest"] | None = None,
    output: PathLike | None = None,
    coder: str | None = None,
) -> str:
    """Code a study's documents, or texts into a coded file.

    A coded file has the codings of texts without the texts. All statistics read one or many of them in place of
    the texts, so that parts of a large corpus can be coded on many machines:

        tema code -c codebook.yaml articles/a/ -o a.coded
        tema code -c codebook.yaml articles/b/ -o b.coded.gz
        tema frequencies a.coded b.coded.gz

    Args:
        codebook: Codebook (YAML file). By default a study's own.
        paths: Files, folders, archives (.tar, .tar.gz, .tar.zst, .zip, .gz), - for standard input, or a study
            (.tema). Statistics also read coded files (.coded).
        from_: Format of all files: pubmed, endnote, ris, medline, bibtex, csl, wos, csv, tei, html, jats, pdf,
            office, docx, jsonl, markdown, text. Detected by default.
        encoding: Encoding of all files, such as windows-1252 or UTF-16. Detected by default.
        parser: Parser of articles in XML: quick (with libxml2 for unusual markup) or libxml2. Both give the
            same documents.
        kinds: Kinds of passages, separated by commas: title, abstract, heading, paragraph, list-item, quote,
            box, caption, table-row, definition, footnote, acknowledgement, reference. By default titles,
            abstracts, paragraphs, list items, quotes and boxes are coded.
        sections: Types of sections whose passages are coded, separated by commas: front, abstract,
            introduction, methods, results, discussion, conclusion, appendix, back, other. All by default.
        not_sections: Types of sections whose passages are not coded, separated by commas.
        sub_articles: Also read sub-articles and responses as documents.
        jobs: Number of parallel workers.
        strict: Stop at the first file that cannot be read.
        nested: How to count a match nested in another code's longer match. By default independent.
        output: Coded file to write: .coded, .coded.gz, .coded.zst, or - for standard output.
        coder: Name of the coder. By default TEMA_CODER, or the user's name.

    Example:
        >>> text = tema.code(None, "interviews.tema")
    """
    options: Options = {
        "codebook": codebook,
        "from": from_,
        "encoding": encoding,
        "parser": parser,
        "kinds": joined(kinds),
        "sections": joined(sections),
        "not-sections": joined(not_sections),
        "sub-articles": sub_articles,
        "jobs": jobs,
        "strict": strict,
        "nested": nested,
        "output": output,
        "coder": coder,
    }
    return print_text(("code",), (*paths,), options, problems=True)


def tag(
    study: PathLike,
    document: str,
    *,
    code: str | Sequence[str],
    quote: str | None = None,
    place: int | None = None,
    span: str | None = None,
    passage: int | None = None,
    memo: str | None = None,
    coder: str | None = None,
) -> pd.DataFrame:
    """Code words, a sentence or a passage by hand.

    Words are found whatever their case, white space, quotation marks and dashes, unless they occur exactly. It
    prints the id of each new coding after the codings have been saved.

    Args:
        study: Study, such as interviews.tema.
        document: Id of the document.
        code: Code, by its path, id or name. Can be repeated.
        quote: Words of the document to code.
        place: Which occurrence of the quote, in the text or the passage, from 1.
        span: Span to code: START-END in Unicode scalars of the text, excluding END.
        passage: Number of a passage to code completely, or of the passage of the quote.
        memo: Text of a memo on the first of the codings.
        coder: Name of the coder. By default TEMA_CODER, or the user's name.

    Example:
        >>> table = tema.tag("interviews.tema", "maria", code="loss", quote="they took it")
    """
    options: Options = {
        "code": code,
        "quote": quote,
        "place": place,
        "span": span,
        "passage": passage,
        "memo": memo,
        "coder": coder,
    }
    return read_table(("tag",), (study, document,), options, problems=False)


def untag(
    study: PathLike,
    *ids: str,
    coder: str | None = None,
) -> pd.DataFrame:
    """Remove hand codings. `tema undo` restores them.

    Args:
        study: Study, such as interviews.tema.
        ids: Ids of codings, or unique prefixes of ids.
        coder: Name of the coder. By default TEMA_CODER, or the user's name.

    Example:
        >>> table = tema.untag("interviews.tema", "3f9a0c")  # doctest: +SKIP
    """
    options: Options = {
        "coder": coder,
    }
    return read_table(("untag",), (study, *ids,), options, problems=False)


def resize(
    study: PathLike,
    id: str,
    *,
    quote: str | None = None,
    place: int | None = None,
    span: str | None = None,
    passage: int | None = None,
    coder: str | None = None,
) -> pd.DataFrame:
    """Move a hand coding to other words of its document.

    The coding keeps its id and its memos.

    Args:
        study: Study, such as interviews.tema.
        id: Id of the coding, or a unique prefix of it.
        quote: Words of the document to code.
        place: Which occurrence of the quote, in the text or the passage, from 1.
        span: Span to code: START-END in Unicode scalars of the text, excluding END.
        passage: Number of a passage to code completely, or of the passage of the quote.
        coder: Name of the coder. By default TEMA_CODER, or the user's name.

    Example:
        >>> table = tema.resize("interviews.tema", "3f9a0c", quote="they took it in the night")  # doctest: +SKIP
    """
    options: Options = {
        "quote": quote,
        "place": place,
        "span": span,
        "passage": passage,
        "coder": coder,
    }
    return read_table(("resize",), (study, id,), options, problems=False)


def recode(
    study: PathLike,
    *ids: str,
    code: str,
    coder: str | None = None,
) -> pd.DataFrame:
    """Change the code of hand codings.

    The codings keep their ids and memos. If you have already coded the same words with the code, one coding is
    kept, with the memos of both.

    Args:
        study: Study, such as interviews.tema.
        ids: Ids of codings, or unique prefixes of ids.
        code: New code, by its path, id or name.
        coder: Name of the coder. By default TEMA_CODER, or the user's name.

    Example:
        >>> table = tema.recode("interviews.tema", "3f9a0c", code="loss")  # doctest: +SKIP
    """
    options: Options = {
        "code": code,
        "coder": coder,
    }
    return read_table(("recode",), (study, *ids,), options, problems=False)


def accept(
    study: PathLike,
    document: str | None = None,
    *,
    passage: int | None = None,
    code: str | None = None,
    all: bool = False,
    override: bool = False,
    coder: str | None = None,
) -> pd.DataFrame:
    """Accept automatic codings as hand codings.

    The hand coding covers the words that the indicators matched, from the first to the last. Codings that a
    coder has rejected stay rejected without --override.

    Args:
        study: Study, such as interviews.tema.
        document: Id of the document. All documents by default.
        passage: Number of the passage.
        code: Code, by its path, id or name.
        all: Decide on all automatic codings of the study.
        override: Also decide on codings on which a coder has decided otherwise.
        coder: Name of the coder. By default TEMA_CODER, or the user's name.

    Example:
        >>> table = tema.accept("interviews.tema", "maria", passage=4, code="loss")
    """
    options: Options = {
        "passage": passage,
        "code": code,
        "all": all,
        "override": override,
        "coder": coder,
    }
    return read_table(("accept",), (study, document,), options, problems=False)


def reject(
    study: PathLike,
    document: str | None = None,
    *,
    passage: int | None = None,
    code: str | None = None,
    all: bool = False,
    override: bool = False,
    coder: str | None = None,
) -> pd.DataFrame:
    """Reject automatic codings that are wrong.

    Rejected codings are not counted. Codings that a coder has accepted stay accepted without --override.

    Args:
        study: Study, such as interviews.tema.
        document: Id of the document. All documents by default.
        passage: Number of the passage.
        code: Code, by its path, id or name.
        all: Decide on all automatic codings of the study.
        override: Also decide on codings on which a coder has decided otherwise.
        coder: Name of the coder. By default TEMA_CODER, or the user's name.

    Example:
        >>> table = tema.reject("interviews.tema", "maria", passage=4, code="loss")
    """
    options: Options = {
        "passage": passage,
        "code": code,
        "all": all,
        "override": override,
        "coder": coder,
    }
    return read_table(("reject",), (study, document,), options, problems=False)


def memo_add(
    study: PathLike,
    text: str | None = None,
    *,
    document: str | None = None,
    code: str | None = None,
    coding: str | None = None,
    coder: str | None = None,
    language: str | None = None,
    engine: Engine = "pandas",
) -> pd.DataFrame:
    """Add a memo, or list all memos.

    Without --document, --code or --coding the memo is on the study. Without a text the command lists all memos.

    Args:
        study: Study, such as interviews.tema.
        text: Text of the memo.
        document: Document that the memo is on.
        code: Code that the memo is on, by its path, id or name.
        coding: Coding that the memo is on, by its id.
        coder: Name of the coder. By default TEMA_CODER, or the user's name.
        language: Language of labels, notes and code names: en, id. By default labels are in the codebook's
            language.
        engine: Library of the data frame: "pandas", "polars" or "arrow".

    Example:
        >>> table = tema.memo_add("interviews.tema", "She laughs here.", document="maria")
    """
    options: Options = {
        "document": document,
        "code": code,
        "coding": coding,
        "coder": coder,
        "language": language,
    }
    return read_table(("memo", "add",), (study, text,), options, problems=False, engine=engine)


def memo_edit(
    study: PathLike,
    id: str,
    text: str,
    *,
    coder: str | None = None,
) -> pd.DataFrame:
    """Replace the text of a memo.

    Args:
        study: Study, such as interviews.tema.
        id: Id of the memo, or its beginning.
        text: New text.
        coder: Name of the coder. By default TEMA_CODER, or the user's name.

    Example:
        >>> table = tema.memo_edit("interviews.tema", "5c1a", "She laughs, but not at him.")  # doctest: +SKIP
    """
    options: Options = {
        "coder": coder,
    }
    return read_table(("memo", "edit",), (study, id, text,), options, problems=False)


def memo_remove(
    study: PathLike,
    *ids: str,
    coder: str | None = None,
) -> pd.DataFrame:
    """Remove memos. `tema undo` restores them.

    Args:
        study: Study, such as interviews.tema.
        ids: Ids of the memos, or their beginnings.
        coder: Name of the coder. By default TEMA_CODER, or the user's name.

    Example:
        >>> table = tema.memo_remove("interviews.tema", "5c1a")  # doctest: +SKIP
    """
    options: Options = {
        "coder": coder,
    }
    return read_table(("memo", "remove",), (study, *ids,), options, problems=False)


def done(
    study: PathLike,
    *document: str,
    undo: bool = False,
    coder: str | None = None,
) -> pd.DataFrame:
    """Mark documents as read and coded to the end.

    A document without codings counts for a coder only if it is marked as done. `tema status` shows the marks.

    Args:
        study: Study, such as interviews.tema.
        document: Documents, by their ids.
        undo: Remove the marks.
        coder: Name of the coder. By default TEMA_CODER, or the user's name.

    Example:
        >>> table = tema.done("interviews.tema", "maria")
    """
    options: Options = {
        "undo": undo,
        "coder": coder,
    }
    return read_table(("done",), (study, *document,), options, problems=False)


def status(
    study: PathLike,
    *,
    by: Literal["document", "coder", "uncoded"] | None = None,
    coder: str | None = None,
    language: str | None = None,
    engine: Engine = "pandas",
) -> pd.DataFrame:
    """Show the progress of hand coding and the next passage.

    It counts passages of the kinds that are coded by default: no headings, captions, footnotes or references.

    Args:
        study: Study, such as interviews.tema.
        by: Row: each document, each coder, or each passage that the coder has not coded.
        coder: Name of the coder. By default TEMA_CODER, or the user's name.
        language: Language of labels, notes and code names: en, id. By default labels are in the codebook's
            language.
        engine: Library of the data frame: "pandas", "polars" or "arrow".

    Example:
        >>> table = tema.status("interviews.tema", by="coder")
    """
    options: Options = {
        "by": by,
        "coder": coder,
        "language": language,
    }
    return read_table(("status",), (study,), options, problems=False, engine=engine)


def history(
    study: PathLike,
    *,
    last: int | None = None,
    coder: str | None = None,
    language: str | None = None,
    engine: Engine = "pandas",
) -> pd.DataFrame:
    """List the actions on a study.

    Args:
        study: Study, such as interviews.tema.
        last: Only the last actions.
        coder: Only the actions of this coder.
        language: Language of labels, notes and code names: en, id. By default labels are in the codebook's
            language.
        engine: Library of the data frame: "pandas", "polars" or "arrow".

    Example:
        >>> table = tema.history("interviews.tema", last=20, coder="maria")
    """
    options: Options = {
        "last": last,
        "coder": coder,
        "language": language,
    }
    return read_table(("history",), (study,), options, problems=False, engine=engine)


def undo(
    study: PathLike,
    count: int | None = None,
    *,
    action: int | None = None,
    anyone: bool = False,
    coder: str | None = None,
) -> pd.DataFrame:
    """Undo your last action or actions.

    An action is not undone if later ones depend on it, by you or by others.

    Args:
        study: Study, such as interviews.tema.
        count: Number of actions, 1 by default.
        action: Only this action, by its number in `tema history`.
        anyone: Also actions of other coders.
        coder: Name of the coder. By default TEMA_CODER, or the user's name.

    Example:
        >>> table = tema.undo("interviews.tema", "2")  # doctest: +SKIP
    """
    options: Options = {
        "action": action,
        "anyone": anyone,
        "coder": coder,
    }
    return read_table(("undo",), (study, count,), options, problems=False)


def redo(
    study: PathLike,
    count: int | None = None,
    *,
    action: int | None = None,
    anyone: bool = False,
    coder: str | None = None,
) -> pd.DataFrame:
    """Redo your last undone action or actions.

    Args:
        study: Study, such as interviews.tema.
        count: Number of actions, 1 by default.
        action: Only this action, by its number in `tema history`.
        anyone: Also actions of other coders.
        coder: Name of the coder. By default TEMA_CODER, or the user's name.

    Example:
        >>> table = tema.redo("interviews.tema")  # doctest: +SKIP
    """
    options: Options = {
        "action": action,
        "anyone": anyone,
        "coder": coder,
    }
    return read_table(("redo",), (study, count,), options, problems=False)


def reanchor(
    study: PathLike,
    *,
    confirm: str | Sequence[str] | None = None,
    coder: str | None = None,
) -> pd.DataFrame:
    """Find the words of codings again after texts have changed.

    With --confirm, the place of the codings is confirmed, and they are no longer listed.

    Args:
        study: Study, such as interviews.tema.
        confirm: Ids of reviewed codings whose place is right.
        coder: Name of the coder. By default TEMA_CODER, or the user's name.

    Example:
        >>> table = tema.reanchor("interviews.tema", confirm="3f9a0c")  # doctest: +SKIP
    """
    options: Options = {
        "confirm": confirm,
        "coder": coder,
    }
    return read_table(("reanchor",), (study,), options, problems=False)


def merge(
    study: PathLike,
    copy: PathLike,
    *,
    coder: str | None = None,
) -> pd.DataFrame:
    """Merge the changes of another copy of a study.

    Args:
        study: Study, such as interviews.tema.
        copy: Other copy, which is not changed.
        coder: Name of the coder. By default TEMA_CODER, or the user's name.

    Example:
        >>> table = tema.merge("interviews.tema", "from-ben.tema")  # doctest: +SKIP
    """
    options: Options = {
        "coder": coder,
    }
    return read_table(("merge",), (study, copy,), options, problems=False)


def coders(
    study: PathLike,
    *,
    add: str | None = None,
    role: Literal["coordinator", "coder"] | None = None,
    remove: str | None = None,
    coder: str | None = None,
    language: str | None = None,
    engine: Engine = "pandas",
) -> pd.DataFrame:
    """List coders with their work; add coders to the team.

    Anyone can code in a study, under any name. The team has the coders' roles: a coordinator assigns documents,
    sets the blind rule and reconciles.

    Args:
        study: Study, such as interviews.tema.
        add: Add a coder to the team, or change the role.
        role: With `add`, the role: coordinator or coder. By default coder.
        remove: Remove a coder who has not coded from the team.
        coder: Name of the coder. By default TEMA_CODER, or the user's name.
        language: Language of labels, notes and code names: en, id. By default labels are in the codebook's
            language.
        engine: Library of the data frame: "pandas", "polars" or "arrow".

    Example:
        >>> table = tema.coders("interviews.tema", add="ben")
    """
    options: Options = {
        "add": add,
        "role": role,
        "remove": remove,
        "coder": coder,
        "language": language,
    }
    return read_table(("coders",), (study,), options, problems=False, engine=engine)


def assign(
    study: PathLike,
    *document: str,
    to: str | Sequence[str] | None = None,
    all: bool = False,
    undo: bool = False,
    evenly: str | Sequence[str] | None = None,
    shared: int | None = None,
    seed: int | None = None,
    coder: str | None = None,
) -> pd.DataFrame:
    """Assign documents to coders.

    With --evenly it divides the documents that no one is assigned to, at random. `tema status` shows the
    assignments. They do not restrict what a coder can code.

    Args:
        study: Study, such as interviews.tema.
        document: Documents, by their ids.
        to: Coders, separated by commas, each of whom gets the documents.
        all: Choose all documents of the study.
        undo: Remove the assignments.
        evenly: Coders, separated by commas, among whom to divide the documents.
        shared: With `evenly`, the number of documents that every coder gets.
        seed: With `evenly`, the random seed. By default 1.
        coder: Name of the coder. By default TEMA_CODER, or the user's name.

    Example:
        >>> table = tema.assign("interviews.tema", "maria", to="ann")
    """
    options: Options = {
        "to": joined(to),
        "all": all,
        "undo": undo,
        "evenly": joined(evenly),
        "shared": shared,
        "seed": seed,
        "coder": coder,
    }
    return read_table(("assign",), (study, *document,), options, problems=False)


def blind(
    study: PathLike,
    *,
    on: bool = False,
    off: bool = False,
    open: str | Sequence[str] | None = None,
    close: str | Sequence[str] | None = None,
    coder: str | None = None,
    language: str | None = None,
    engine: Engine = "pandas",
) -> pd.DataFrame:
    """Hide coders' work from each other until both are done.

    Without options it lists how the rule applies to each document. The rule is enforced by the workspace in the
    browser, which knows who asks. The command line prints everything: who has the file can read all of it.

    Args:
        study: Study, such as interviews.tema.
        on: Turn the rule on.
        off: Turn the rule off.
        open: Show everyone's work in these documents in spite of the rule.
        close: Apply the rule to these documents again.
        coder: Name of the coder. By default TEMA_CODER, or the user's name.
        language: Language of labels, notes and code names: en, id. By default labels are in the codebook's
            language.
        engine: Library of the data frame: "pandas", "polars" or "arrow".

    Example:
        >>> table = tema.blind("interviews.tema", on=True)
    """
    options: Options = {
        "on": on,
        "off": off,
        "open": open,
        "close": close,
        "coder": coder,
        "language": language,
    }
    return read_table(("blind",), (study,), options, problems=False, engine=engine)


def reconcile(
    study: PathLike,
    id: str | None = None,
    *,
    coders: str | Sequence[str] | None = None,
    unit: Literal["document", "passage", "sentence", "word", "character"] | None = None,
    take: str | None = None,
    code: str | Sequence[str] | None = None,
    note: str | None = None,
    agreed: bool = False,
    all: bool = False,
    coder: str | None = None,
    language: str | None = None,
    engine: Engine = "pandas",
) -> pd.DataFrame:
    """Decide on units that coders coded differently.

    Without an id it lists the units on which coders disagree and that are not decided. The outcomes are codings
    of the coder consensus.

    Args:
        study: Study, such as interviews.tema.
        id: Id of the unit, or its beginning.
        coders: Coders to compare, separated by commas. All by default.
        unit: Unit of comparison.
        take: Take the codes of a coder by name, or: both, neither.
        code: Take this code instead, by its path, id or name. Repeatable.
        note: Reason for the decision.
        agreed: Copy the codes that all coders of a document gave to the consensus.
        all: List decided units, too, with their outcome.
        coder: Name of the coder. By default TEMA_CODER, or the user's name.
        language: Language of labels, notes and code names: en, id. By default labels are in the codebook's
            language.
        engine: Library of the data frame: "pandas", "polars" or "arrow".

    Example:
        >>> table = tema.reconcile("interviews.tema", "5c1a", take="ann", note="She means the boat.")  # doctest: +SKIP
    """
    options: Options = {
        "coders": joined(coders),
        "unit": unit,
        "take": take,
        "code": code,
        "note": note,
        "agreed": agreed,
        "all": all,
        "coder": coder,
        "language": language,
    }
    return read_table(("reconcile",), (study, id,), options, problems=False, engine=engine)


def backup(
    study: PathLike,
) -> pd.DataFrame:
    """Back up a study, and verify the backup.

    Args:
        study: Study, such as interviews.tema.

    Example:
        >>> table = tema.backup("interviews.tema")
    """
    options: Options = {
    }
    return read_table(("backup",), (study,), options, problems=False)


def verify(
    study: PathLike,
) -> pd.DataFrame:
    """Check that a study is undamaged. Changes nothing.

    Args:
        study: Study, such as interviews.tema.

    Example:
        >>> table = tema.verify("interviews.tema")
    """
    options: Options = {
    }
    return read_table(("verify",), (study,), options, problems=False)


def purge(
    study: PathLike,
    *,
    yes: bool = False,
    backups: bool = False,
    coder: str | None = None,
) -> pd.DataFrame:
    """Permanently delete removed codings and old versions.

    It deletes removed codings and memos, and old texts that no coding needs, from the file. This cannot be
    undone.

    Args:
        study: Study, such as interviews.tema.
        yes: Confirm the purge, which cannot be undone.
        backups: Also delete all backups, which contain the purged data.
        coder: Name of the coder. By default TEMA_CODER, or the user's name.

    Example:
        >>> table = tema.purge("interviews.tema", yes=True)
    """
    options: Options = {
        "yes": yes,
        "backups": backups,
        "coder": coder,
    }
    return read_table(("purge",), (study,), options, problems=False)


def doctor(
    study: PathLike,
    *,
    output: PathLike,
) -> pd.DataFrame:
    """Recover a study that is damaged or does not open.

    Args:
        study: Study, such as interviews.tema.
        output: New study. The damaged one is not changed.

    Example:
        >>> table = tema.doctor("interviews.tema", output="rescued.tema")  # doctest: +SKIP
    """
    options: Options = {
        "output": output,
    }
    return read_table(("doctor",), (study,), options, problems=False)


def export(
    codebook: PathLike | None,
    *paths: PathLike,
    unit: Literal["sentence", "passage", "section", "document"] | None = None,
    quotes: int | None = None,
    language: str | None = None,
    nested: Literal["independent", "longest"] | None = None,
    level: str | None = None,
    from_: str | None = None,
    encoding: str | None = None,
    parser: Literal["quick", "libxml2"] | None = None,
    kinds: str | Sequence[str] | None = None,
    sections: str | Sequence[str] | None = None,
    not_sections: str | Sequence[str] | None = None,
    sub_articles: bool = False,
    jobs: int | None = None,
    strict: bool = False,
    codings: Literal["final", "automatic", "hand"] | None = None,
    coder: str | None = None,
    output: PathLike | None = None,
    to: str | None = None,
    dialect: str | None = None,
    losses: PathLike | None = None,
) -> str:
    """Export a spreadsheet, or a project for NVivo and others.

    The spreadsheet contains codebook, frequencies, co-occurrence, matrix and quotes. A study has its own
    codebook: tema export interviews.tema -o codebook.xlsx

    The extension of -o, or --to, chooses another program's format. The file contains the study's documents,
    codebook, memos and codings (see --codings; automatic ones are those of a separate coder): tema export
    interviews.tema -o interviews.qdpx. Formats: qdpx, REFI-QDA project, for NVivo, ATLAS.ti, MAXQDA and others
    (.qdpx, or .qde outside its archive); codings-csv, codings, one per row: document, code, start and end or
    quote (.csv; also reads .xlsx, and exports of MAXQDA, ATLAS.ti, Dedoose and QualCoder); codings-tsv, the
    same, tab-separated (.tsv, .tab); codings-jsonl, the same, as JSON Lines (.jsonl, .ndjson); web-annotation,
    W3C Web Annotations as JSON-LD (.jsonld, .json), also those of Hypothes.is; brat, brat stand-off: a folder
    of .txt and .ann, or one .ann with its .txt. For the codebook alone: tema, yoshikoder, liwc, lexicoder,
    wordstat, csv, quanteda, qdc.

    Args:
        codebook: Codebook (YAML file). By default a study's own.
        paths: Files, folders, archives (.tar, .tar.gz, .tar.zst, .zip, .gz), - for standard input, or a study
            (.tema). Statistics also read coded files (.coded).
        unit: Unit of co-occurrence.
        quotes: Maximum number of quotes for each code. By default 10.
        language: Language of labels, notes and code names: en, id. By default labels are in the codebook's
            language.
        nested: How to count a match nested in another code's longer match. By default independent.
        level: Codebook level to report, by its name or its number from the top.
        from_: Format of all files: pubmed, endnote, ris, medline, bibtex, csl, wos, csv, tei, html, jats, pdf,
            office, docx, jsonl, markdown, text. Detected by default.
        encoding: Encoding of all files, such as windows-1252 or UTF-16. Detected by default.
        parser: Parser of articles in XML: quick (with libxml2 for unusual markup) or libxml2. Both give the
            same documents.
        kinds: Kinds of passages, separated by commas: title, abstract, heading, paragraph, list-item, quote,
            box, caption, table-row, definition, footnote, acknowledgement, reference. By default titles,
            abstracts, paragraphs, list items, quotes and boxes are coded.
        sections: Types of sections whose passages are coded, separated by commas: front, abstract,
            introduction, methods, results, discussion, conclusion, appendix, back, other. All by default.
        not_sections: Types of sections whose passages are not coded, separated by commas.
        sub_articles: Also read sub-articles and responses as documents.
        jobs: Number of parallel workers.
        strict: Stop at the first file that cannot be read.
        codings: Codings of a study that count: final, all made by hand and the automatic ones that no one has
            rejected; automatic; or hand. By default final.
        coder: Count the hand codings of one coder.
        output: Write to a file, atomically.
        to: Format. By default that of the extension of -o.
        dialect: Program whose positions and line ends to use: standard, nvivo, atlas, maxqda.
        losses: Write a table of losses, in the format of the file's extension.

    Example:
        >>> text = tema.export("codebook.yaml", "articles/", output="codebook.xlsx")
    """
    options: Options = {
        "codebook": codebook,
        "unit": unit,
        "quotes": quotes,
        "language": language,
        "nested": nested,
        "level": level,
        "from": from_,
        "encoding": encoding,
        "parser": parser,
        "kinds": joined(kinds),
        "sections": joined(sections),
        "not-sections": joined(not_sections),
        "sub-articles": sub_articles,
        "jobs": jobs,
        "strict": strict,
        "codings": codings,
        "coder": coder,
        "output": output,
        "to": to,
        "dialect": dialect,
        "losses": losses,
    }
    return print_text(("export",), (*paths,), options, problems=True)


def refi_lint(
    file: PathLike,
    *,
    fix: bool = False,
    language: str | None = None,
    engine: Engine = "pandas",
) -> pd.DataFrame:
    """Check a REFI-QDA codebook or project, and repair it.

    It checks the schema and what the schema does not cover: GUIDs without an object, positions outside the
    text, missing files. With --fix it writes a copy with all unambiguous repairs. The file itself is never
    changed. Exit codes: 0 no errors, 1 errors (with --fix: in the copy), 2 the file could not be read.

    Args:
        file: File to check.
        fix: Write a repaired copy to the file of -o.
        language: Language of labels, notes and code names: en, id. By default labels are in the codebook's
            language.
        engine: Library of the data frame: "pandas", "polars" or "arrow".

    Example:
        >>> table = tema.refi_lint("project.qdpx")  # doctest: +SKIP
    """
    options: Options = {
        "fix": fix,
        "language": language,
    }
    return read_table(("refi", "lint",), (file,), options, problems=False, engine=engine)
