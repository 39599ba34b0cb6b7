"""The commands that read or change a study, as methods.

generate.py writes this file from the command line's description. Do not edit it.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from . import _commands
from ._pictures import Chart, Report
from ._run import PathLike
from ._tables import Engine

if TYPE_CHECKING:
    import pandas as pd


class Study:
    """A study: one file with texts, codebook, codings and memos. Its methods are the functions of this package.

    Example:
        >>> study = tema.Study("interviews.tema")
        >>> table = study.frequencies(level="theme")
    """

    def __init__(self, path: PathLike) -> None:
        self.path = path

    def __repr__(self) -> str:
        return f"Study({os.fspath(self.path)!r})"

    def passages(
        self,
        *,
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
        """Show how documents are split into passages. `tema.passages` describes the parameters."""
        return _commands.passages(
            self.path,
            with_=with_,
            from_=from_,
            encoding=encoding,
            parser=parser,
            kinds=kinds,
            sections=sections,
            not_sections=not_sections,
            sub_articles=sub_articles,
            jobs=jobs,
            strict=strict,
            language=language,
            engine=engine,
        )

    def ledger(
        self,
        *,
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
        """Return the content skipped when documents were read. `tema.ledger` describes the parameters."""
        return _commands.ledger(
            self.path,
            from_=from_,
            encoding=encoding,
            parser=parser,
            kinds=kinds,
            sections=sections,
            not_sections=not_sections,
            sub_articles=sub_articles,
            jobs=jobs,
            strict=strict,
            language=language,
            engine=engine,
        )

    def articles(
        self,
        *,
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
        """Return a table of the articles, or cite them (BibTeX, APA). `tema.articles` describes the parameters."""
        return _commands.articles(
            self.path,
            columns=columns,
            length=length,
            cite=cite,
            from_=from_,
            encoding=encoding,
            parser=parser,
            kinds=kinds,
            sections=sections,
            not_sections=not_sections,
            sub_articles=sub_articles,
            jobs=jobs,
            strict=strict,
            language=language,
            engine=engine,
        )

    def text_export(
        self,
        folder: PathLike,
    ) -> pd.DataFrame:
        """Export a study without its documents as plain text. `tema.text_export` describes the parameters."""
        return _commands.text_export(
            self.path,
            folder,
        )

    def text_import(
        self,
        folder: PathLike,
        *,
        coder: str | None = None,
    ) -> pd.DataFrame:
        """Replace all of a study but its documents by a text export. `tema.text_import` describes the parameters."""
        return _commands.text_import(
            self.path,
            folder,
            coder=coder,
        )

    def codebook_import(
        self,
        codebook: PathLike,
        *,
        coder: str | None = None,
    ) -> pd.DataFrame:
        """Replace a study's codebook. `tema.codebook_import` describes the parameters."""
        return _commands.codebook_import(
            self.path,
            codebook,
            coder=coder,
        )

    def codebook_export(
        self,
        *,
        output: PathLike | None = None,
    ) -> str:
        """Write a study's codebook as YAML. `tema.codebook_export` describes the parameters."""
        return _commands.codebook_export(
            self.path,
            output=output,
        )

    def codebook_diff(
        self,
        old: PathLike,
        new: PathLike | None = None,
        *,
        language: str | None = None,
        engine: Engine = "pandas",
    ) -> pd.DataFrame:
        """Compare the codings of two versions of a codebook. `tema.codebook_diff` describes the parameters."""
        return _commands.codebook_diff(
            self.path,
            old,
            new,
            language=language,
            engine=engine,
        )

    def codebook_rename(
        self,
        code: str,
        new_id: str,
        *,
        preview: bool = False,
        coder: str | None = None,
    ) -> pd.DataFrame:
        """Rename a code and its codings. `tema.codebook_rename` describes the parameters."""
        return _commands.codebook_rename(
            self.path,
            code,
            new_id,
            preview=preview,
            coder=coder,
        )

    def codebook_move(
        self,
        code: str,
        *,
        under: str | None = None,
        preview: bool = False,
        coder: str | None = None,
    ) -> pd.DataFrame:
        """Move a code and its codings under another code. `tema.codebook_move` describes the parameters."""
        return _commands.codebook_move(
            self.path,
            code,
            under=under,
            preview=preview,
            coder=coder,
        )

    def codebook_merge(
        self,
        code: str,
        *,
        into: str,
        preview: bool = False,
        coder: str | None = None,
    ) -> pd.DataFrame:
        """Merge a code into another one, without duplicate codings. `tema.codebook_merge` describes the parameters."""
        return _commands.codebook_merge(
            self.path,
            code,
            into=into,
            preview=preview,
            coder=coder,
        )

    def codebook_split(
        self,
        code: str,
        *,
        into: str,
        codings: str | Sequence[str] | None = None,
        preview: bool = False,
        coder: str | None = None,
    ) -> pd.DataFrame:
        """Move some codings of a code to a new sibling code. `tema.codebook_split` describes the parameters."""
        return _commands.codebook_split(
            self.path,
            code,
            into=into,
            codings=codings,
            preview=preview,
            coder=coder,
        )

    def codebook_retire(
        self,
        code: str,
        *,
        preview: bool = False,
        coder: str | None = None,
    ) -> pd.DataFrame:
        """Remove a code and its codings. `tema undo` restores them. `tema.codebook_retire` describes the parameters."""
        return _commands.codebook_retire(
            self.path,
            code,
            preview=preview,
            coder=coder,
        )

    def codebook_add(
        self,
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
        """Add a code to a study's codebook. `tema.codebook_add` describes the parameters."""
        return _commands.codebook_add(
            self.path,
            path,
            name=name,
            definition=definition,
            include=include,
            exclude=exclude,
            color=color,
            note=note,
            indicator=indicator,
            in_=in_,
            preview=preview,
            coder=coder,
        )

    def codebook_edit(
        self,
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
        """Change the name, definition or other fields of a code. `tema.codebook_edit` describes the parameters."""
        return _commands.codebook_edit(
            self.path,
            code,
            name=name,
            definition=definition,
            include=include,
            exclude=exclude,
            color=color,
            note=note,
            indicator=indicator,
            in_=in_,
            add=add,
            preview=preview,
            coder=coder,
        )

    def codebook_suggest(
        self,
        code: str,
        *,
        coder: str | None = None,
        top: int | None = None,
        seed: int | None = None,
        language: str | None = None,
        engine: Engine = "pandas",
    ) -> pd.DataFrame:
        """Suggest indicators of a code from hand codings. `tema.codebook_suggest` describes the parameters."""
        return _commands.codebook_suggest(
            self.path,
            code,
            coder=coder,
            top=top,
            seed=seed,
            language=language,
            engine=engine,
        )

    def codebook_try(
        self,
        code: str,
        *,
        indicator: str | Sequence[str] | None = None,
        in_: str | None = None,
        add: bool = False,
        language: str | None = None,
        engine: Engine = "pandas",
    ) -> pd.DataFrame:
        """Show what indicators of a code would match. `tema.codebook_try` describes the parameters."""
        return _commands.codebook_try(
            self.path,
            code,
            indicator=indicator,
            in_=in_,
            add=add,
            language=language,
            engine=engine,
        )

    def frequencies(
        self,
        *,
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
        """Return the codebook frequency table. `tema.frequencies` describes the parameters."""
        return _commands.frequencies(
            None,
            self.path,
            sort=sort,
            reverse=reverse,
            top=top,
            min=min,
            max=max,
            code=code,
            transpose=transpose,
            long=long,
            nested=nested,
            level=level,
            from_=from_,
            encoding=encoding,
            parser=parser,
            kinds=kinds,
            sections=sections,
            not_sections=not_sections,
            sub_articles=sub_articles,
            jobs=jobs,
            strict=strict,
            codings=codings,
            coder=coder,
            language=language,
            engine=engine,
        )

    def cooccurrence(
        self,
        *,
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
        """Return pairs of codes that co-occur. `tema.cooccurrence` describes the parameters."""
        return _commands.cooccurrence(
            None,
            self.path,
            unit=unit,
            within=within,
            all=all,
            sort=sort,
            reverse=reverse,
            top=top,
            min=min,
            max=max,
            code=code,
            transpose=transpose,
            long=long,
            nested=nested,
            level=level,
            from_=from_,
            encoding=encoding,
            parser=parser,
            kinds=kinds,
            sections=sections,
            not_sections=not_sections,
            sub_articles=sub_articles,
            jobs=jobs,
            strict=strict,
            codings=codings,
            coder=coder,
            language=language,
            engine=engine,
        )

    def combinations(
        self,
        *,
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
        """Return sets of codes that occur together. `tema.combinations` describes the parameters."""
        return _commands.combinations(
            None,
            self.path,
            unit=unit,
            at_least=at_least,
            nested=nested,
            level=level,
            from_=from_,
            encoding=encoding,
            parser=parser,
            kinds=kinds,
            sections=sections,
            not_sections=not_sections,
            sub_articles=sub_articles,
            jobs=jobs,
            strict=strict,
            codings=codings,
            coder=coder,
            language=language,
            engine=engine,
        )

    def compare(
        self,
        *,
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
        """Compare codes between sections, years or other groups. `tema.compare` describes the parameters."""
        return _commands.compare(
            None,
            self.path,
            by=by,
            split=split,
            measure=measure,
            view=view,
            sort=sort,
            reverse=reverse,
            top=top,
            min=min,
            max=max,
            code=code,
            transpose=transpose,
            long=long,
            nested=nested,
            level=level,
            from_=from_,
            encoding=encoding,
            parser=parser,
            kinds=kinds,
            sections=sections,
            not_sections=not_sections,
            sub_articles=sub_articles,
            jobs=jobs,
            strict=strict,
            codings=codings,
            coder=coder,
            language=language,
            engine=engine,
        )

    def saturation(
        self,
        *,
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
        """Count new codes by document, and find saturation. `tema.saturation` describes the parameters."""
        return _commands.saturation(
            None,
            self.path,
            base=base,
            run=run,
            threshold=threshold,
            draws=draws,
            seed=seed,
            nested=nested,
            level=level,
            from_=from_,
            encoding=encoding,
            parser=parser,
            kinds=kinds,
            sections=sections,
            not_sections=not_sections,
            sub_articles=sub_articles,
            jobs=jobs,
            strict=strict,
            codings=codings,
            coder=coder,
            language=language,
            engine=engine,
        )

    def codings(
        self,
        *,
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
        """List every coding: document, passage, code and words. `tema.codings` describes the parameters."""
        return _commands.codings(
            None,
            self.path,
            nested=nested,
            from_=from_,
            encoding=encoding,
            parser=parser,
            kinds=kinds,
            sections=sections,
            not_sections=not_sections,
            sub_articles=sub_articles,
            jobs=jobs,
            strict=strict,
            long=long,
            with_=with_,
            language=language,
            codings=codings,
            coder=coder,
            engine=engine,
        )

    def quotes(
        self,
        *,
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
        """Return coded words in their sentences, with sources. `tema.quotes` describes the parameters."""
        return _commands.quotes(
            None,
            self.path,
            nested=nested,
            code=code,
            context=context,
            from_=from_,
            encoding=encoding,
            parser=parser,
            kinds=kinds,
            sections=sections,
            not_sections=not_sections,
            sub_articles=sub_articles,
            jobs=jobs,
            strict=strict,
            codings=codings,
            coder=coder,
            language=language,
            engine=engine,
        )

    def chart_frequencies(
        self,
        *,
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
        """Draw code frequencies as bars. `tema.chart_frequencies` describes the parameters."""
        return _commands.chart_frequencies(
            None,
            self.path,
            most=most,
            nested=nested,
            level=level,
            from_=from_,
            encoding=encoding,
            parser=parser,
            kinds=kinds,
            sections=sections,
            not_sections=not_sections,
            sub_articles=sub_articles,
            jobs=jobs,
            strict=strict,
            codings=codings,
            coder=coder,
            width=width,
            language=language,
        )

    def chart_cooccurrence(
        self,
        *,
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
        """Draw the co-occurrence of codes as a heat map. `tema.chart_cooccurrence` describes the parameters."""
        return _commands.chart_cooccurrence(
            None,
            self.path,
            unit=unit,
            measure=measure,
            order=order,
            most=most,
            nested=nested,
            level=level,
            from_=from_,
            encoding=encoding,
            parser=parser,
            kinds=kinds,
            sections=sections,
            not_sections=not_sections,
            sub_articles=sub_articles,
            jobs=jobs,
            strict=strict,
            codings=codings,
            coder=coder,
            width=width,
            language=language,
        )

    def chart_network(
        self,
        *,
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
        """Draw the co-occurrence of codes as a network. `tema.chart_network` describes the parameters."""
        return _commands.chart_network(
            None,
            self.path,
            unit=unit,
            measure=measure,
            strongest=strongest,
            pairs=pairs,
            most=most,
            nested=nested,
            level=level,
            from_=from_,
            encoding=encoding,
            parser=parser,
            kinds=kinds,
            sections=sections,
            not_sections=not_sections,
            sub_articles=sub_articles,
            jobs=jobs,
            strict=strict,
            codings=codings,
            coder=coder,
            width=width,
            language=language,
        )

    def chart_combinations(
        self,
        *,
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
        """Draw which codes occur together in sets. `tema.chart_combinations` describes the parameters."""
        return _commands.chart_combinations(
            None,
            self.path,
            unit=unit,
            at_least=at_least,
            most=most,
            nested=nested,
            level=level,
            from_=from_,
            encoding=encoding,
            parser=parser,
            kinds=kinds,
            sections=sections,
            not_sections=not_sections,
            sub_articles=sub_articles,
            jobs=jobs,
            strict=strict,
            codings=codings,
            coder=coder,
            width=width,
            language=language,
        )

    def chart_compare(
        self,
        *,
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
        """Draw codes across sections, years or other groups. `tema.chart_compare` describes the parameters."""
        return _commands.chart_compare(
            None,
            self.path,
            by=by,
            split=split,
            groups=groups,
            measure=measure,
            as_=as_,
            order=order,
            most=most,
            nested=nested,
            level=level,
            from_=from_,
            encoding=encoding,
            parser=parser,
            kinds=kinds,
            sections=sections,
            not_sections=not_sections,
            sub_articles=sub_articles,
            jobs=jobs,
            strict=strict,
            codings=codings,
            coder=coder,
            width=width,
            language=language,
        )

    def chart_flows(
        self,
        *,
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
        """Draw codes and groups as flows. `tema.chart_flows` describes the parameters."""
        return _commands.chart_flows(
            None,
            self.path,
            by=by,
            split=split,
            groups=groups,
            measure=measure,
            most=most,
            nested=nested,
            level=level,
            from_=from_,
            encoding=encoding,
            parser=parser,
            kinds=kinds,
            sections=sections,
            not_sections=not_sections,
            sub_articles=sub_articles,
            jobs=jobs,
            strict=strict,
            codings=codings,
            coder=coder,
            width=width,
            language=language,
        )

    def chart_portrait(
        self,
        *,
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
        """Draw the codes along one document. `tema.chart_portrait` describes the parameters."""
        return _commands.chart_portrait(
            None,
            self.path,
            document=document,
            most=most,
            nested=nested,
            level=level,
            from_=from_,
            encoding=encoding,
            parser=parser,
            kinds=kinds,
            sections=sections,
            not_sections=not_sections,
            sub_articles=sub_articles,
            jobs=jobs,
            strict=strict,
            codings=codings,
            coder=coder,
            width=width,
            language=language,
        )

    def chart_saturation(
        self,
        *,
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
        """Draw the number of codes by the number of documents. `tema.chart_saturation` describes the parameters."""
        return _commands.chart_saturation(
            None,
            self.path,
            draws=draws,
            seed=seed,
            nested=nested,
            level=level,
            from_=from_,
            encoding=encoding,
            parser=parser,
            kinds=kinds,
            sections=sections,
            not_sections=not_sections,
            sub_articles=sub_articles,
            jobs=jobs,
            strict=strict,
            codings=codings,
            coder=coder,
            width=width,
            language=language,
        )

    def report(
        self,
        *,
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
        """Write tables, charts and quotes as one HTML page. `tema.report` describes the parameters."""
        return _commands.report(
            None,
            self.path,
            unit=unit,
            quotes=quotes,
            validation=validation,
            draws=draws,
            seed=seed,
            date=date,
            nested=nested,
            level=level,
            from_=from_,
            encoding=encoding,
            parser=parser,
            kinds=kinds,
            sections=sections,
            not_sections=not_sections,
            sub_articles=sub_articles,
            jobs=jobs,
            strict=strict,
            codings=codings,
            coder=coder,
            language=language,
        )

    def agreement(
        self,
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
        """Compute agreement between coders. `tema.agreement` describes the parameters."""
        return _commands.agreement(
            self.path,
            data=data,
            columns=columns,
            scale=scale,
            unit=unit,
            code=code,
            coders=coders,
            level=level,
            spans=spans,
            disagreements=disagreements,
            draws=draws,
            seed=seed,
            language=language,
            engine=engine,
        )

    def sample(
        self,
        *,
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
        """Draw random passages to label by hand, for validate. `tema.sample` describes the parameters."""
        return _commands.sample(
            None,
            self.path,
            found=found,
            other=other,
            seed=seed,
            code=code,
            level=level,
            study=study,
            nested=nested,
            from_=from_,
            encoding=encoding,
            parser=parser,
            kinds=kinds,
            sections=sections,
            not_sections=not_sections,
            sub_articles=sub_articles,
            jobs=jobs,
            strict=strict,
            coder=coder,
            language=language,
            engine=engine,
        )

    def init(
        self,
    ) -> pd.DataFrame:
        """Create an empty study. `tema.init` describes the parameters."""
        return _commands.init(
            self.path,
        )

    def import_(
        self,
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
        """Add documents, or other programs' projects, to a study. `tema.import_` describes the parameters."""
        return _commands.import_(
            self.path,
            *paths,
            from_=from_,
            encoding=encoding,
            parser=parser,
            kinds=kinds,
            sections=sections,
            not_sections=not_sections,
            sub_articles=sub_articles,
            jobs=jobs,
            strict=strict,
            coder=coder,
            losses=losses,
            offsets=offsets,
            add_codes=add_codes,
        )

    def code(
        self,
        *,
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
        """Code a study's documents, or texts into a coded file. `tema.code` describes the parameters."""
        return _commands.code(
            None,
            self.path,
            from_=from_,
            encoding=encoding,
            parser=parser,
            kinds=kinds,
            sections=sections,
            not_sections=not_sections,
            sub_articles=sub_articles,
            jobs=jobs,
            strict=strict,
            nested=nested,
            output=output,
            coder=coder,
        )

    def tag(
        self,
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
        """Code words, a sentence or a passage by hand. `tema.tag` describes the parameters."""
        return _commands.tag(
            self.path,
            document,
            code=code,
            quote=quote,
            place=place,
            span=span,
            passage=passage,
            memo=memo,
            coder=coder,
        )

    def untag(
        self,
        *ids: str,
        coder: str | None = None,
    ) -> pd.DataFrame:
        """Remove hand codings. `tema undo` restores them. `tema.untag` describes the parameters."""
        return _commands.untag(
            self.path,
            *ids,
            coder=coder,
        )

    def resize(
        self,
        id: str,
        *,
        quote: str | None = None,
        place: int | None = None,
        span: str | None = None,
        passage: int | None = None,
        coder: str | None = None,
    ) -> pd.DataFrame:
        """Move a hand coding to other words of its document. `tema.resize` describes the parameters."""
        return _commands.resize(
            self.path,
            id,
            quote=quote,
            place=place,
            span=span,
            passage=passage,
            coder=coder,
        )

    def recode(
        self,
        *ids: str,
        code: str,
        coder: str | None = None,
    ) -> pd.DataFrame:
        """Change the code of hand codings. `tema.recode` describes the parameters."""
        return _commands.recode(
            self.path,
            *ids,
            code=code,
            coder=coder,
        )

    def accept(
        self,
        document: str | None = None,
        *,
        passage: int | None = None,
        code: str | None = None,
        all: bool = False,
        override: bool = False,
        coder: str | None = None,
    ) -> pd.DataFrame:
        """Accept automatic codings as hand codings. `tema.accept` describes the parameters."""
        return _commands.accept(
            self.path,
            document,
            passage=passage,
            code=code,
            all=all,
            override=override,
            coder=coder,
        )

    def reject(
        self,
        document: str | None = None,
        *,
        passage: int | None = None,
        code: str | None = None,
        all: bool = False,
        override: bool = False,
        coder: str | None = None,
    ) -> pd.DataFrame:
        """Reject automatic codings that are wrong. `tema.reject` describes the parameters."""
        return _commands.reject(
            self.path,
            document,
            passage=passage,
            code=code,
            all=all,
            override=override,
            coder=coder,
        )

    def memo_add(
        self,
        text: str | None = None,
        *,
        document: str | None = None,
        code: str | None = None,
        coding: str | None = None,
        coder: str | None = None,
        language: str | None = None,
        engine: Engine = "pandas",
    ) -> pd.DataFrame:
        """Add a memo, or list all memos. `tema.memo_add` describes the parameters."""
        return _commands.memo_add(
            self.path,
            text,
            document=document,
            code=code,
            coding=coding,
            coder=coder,
            language=language,
            engine=engine,
        )

    def memo_edit(
        self,
        id: str,
        text: str,
        *,
        coder: str | None = None,
    ) -> pd.DataFrame:
        """Replace the text of a memo. `tema.memo_edit` describes the parameters."""
        return _commands.memo_edit(
            self.path,
            id,
            text,
            coder=coder,
        )

    def memo_remove(
        self,
        *ids: str,
        coder: str | None = None,
    ) -> pd.DataFrame:
        """Remove memos. `tema undo` restores them. `tema.memo_remove` describes the parameters."""
        return _commands.memo_remove(
            self.path,
            *ids,
            coder=coder,
        )

    def done(
        self,
        *document: str,
        undo: bool = False,
        coder: str | None = None,
    ) -> pd.DataFrame:
        """Mark documents as read and coded to the end. `tema.done` describes the parameters."""
        return _commands.done(
            self.path,
            *document,
            undo=undo,
            coder=coder,
        )

    def status(
        self,
        *,
        by: Literal["document", "coder", "uncoded"] | None = None,
        coder: str | None = None,
        language: str | None = None,
        engine: Engine = "pandas",
    ) -> pd.DataFrame:
        """Show the progress of hand coding and the next passage. `tema.status` describes the parameters."""
        return _commands.status(
            self.path,
            by=by,
            coder=coder,
            language=language,
            engine=engine,
        )

    def history(
        self,
        *,
        last: int | None = None,
        coder: str | None = None,
        language: str | None = None,
        engine: Engine = "pandas",
    ) -> pd.DataFrame:
        """List the actions on a study. `tema.history` describes the parameters."""
        return _commands.history(
            self.path,
            last=last,
            coder=coder,
            language=language,
            engine=engine,
        )

    def undo(
        self,
        count: int | None = None,
        *,
        action: int | None = None,
        anyone: bool = False,
        coder: str | None = None,
    ) -> pd.DataFrame:
        """Undo your last action or actions. `tema.undo` describes the parameters."""
        return _commands.undo(
            self.path,
            count,
            action=action,
            anyone=anyone,
            coder=coder,
        )

    def redo(
        self,
        count: int | None = None,
        *,
        action: int | None = None,
        anyone: bool = False,
        coder: str | None = None,
    ) -> pd.DataFrame:
        """Redo your last undone action or actions. `tema.redo` describes the parameters."""
        return _commands.redo(
            self.path,
            count,
            action=action,
            anyone=anyone,
            coder=coder,
        )

    def reanchor(
        self,
        *,
        confirm: str | Sequence[str] | None = None,
        coder: str | None = None,
    ) -> pd.DataFrame:
        """Find the words of codings again after texts have changed. `tema.reanchor` describes the parameters."""
        return _commands.reanchor(
            self.path,
            confirm=confirm,
            coder=coder,
        )

    def merge(
        self,
        copy: PathLike,
        *,
        coder: str | None = None,
    ) -> pd.DataFrame:
        """Merge the changes of another copy of a study. `tema.merge` describes the parameters."""
        return _commands.merge(
            self.path,
            copy,
            coder=coder,
        )

    def coders(
        self,
        *,
        add: str | None = None,
        role: Literal["coordinator", "coder"] | None = None,
        remove: str | None = None,
        coder: str | None = None,
        language: str | None = None,
        engine: Engine = "pandas",
    ) -> pd.DataFrame:
        """List coders with their work; add coders to the team. `tema.coders` describes the parameters."""
        return _commands.coders(
            self.path,
            add=add,
            role=role,
            remove=remove,
            coder=coder,
            language=language,
            engine=engine,
        )

    def assign(
        self,
        *document: str,
        to: str | Sequence[str] | None = None,
        all: bool = False,
        undo: bool = False,
        evenly: str | Sequence[str] | None = None,
        shared: int | None = None,
        seed: int | None = None,
        coder: str | None = None,
    ) -> pd.DataFrame:
        """Assign documents to coders. `tema.assign` describes the parameters."""
        return _commands.assign(
            self.path,
            *document,
            to=to,
            all=all,
            undo=undo,
            evenly=evenly,
            shared=shared,
            seed=seed,
            coder=coder,
        )

    def blind(
        self,
        *,
        on: bool = False,
        off: bool = False,
        open: str | Sequence[str] | None = None,
        close: str | Sequence[str] | None = None,
        coder: str | None = None,
        language: str | None = None,
        engine: Engine = "pandas",
    ) -> pd.DataFrame:
        """Hide coders' work from each other until both are done. `tema.blind` describes the parameters."""
        return _commands.blind(
            self.path,
            on=on,
            off=off,
            open=open,
            close=close,
            coder=coder,
            language=language,
            engine=engine,
        )

    def reconcile(
        self,
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
        """Decide on units that coders coded differently. `tema.reconcile` describes the parameters."""
        return _commands.reconcile(
            self.path,
            id,
            coders=coders,
            unit=unit,
            take=take,
            code=code,
            note=note,
            agreed=agreed,
            all=all,
            coder=coder,
            language=language,
            engine=engine,
        )

    def backup(
        self,
    ) -> pd.DataFrame:
        """Back up a study, and verify the backup. `tema.backup` describes the parameters."""
        return _commands.backup(
            self.path,
        )

    def verify(
        self,
    ) -> pd.DataFrame:
        """Check that a study is undamaged. Changes nothing. `tema.verify` describes the parameters."""
        return _commands.verify(
            self.path,
        )

    def purge(
        self,
        *,
        yes: bool = False,
        backups: bool = False,
        coder: str | None = None,
    ) -> pd.DataFrame:
        """Permanently delete removed codings and old versions. `tema.purge` describes the parameters."""
        return _commands.purge(
            self.path,
            yes=yes,
            backups=backups,
            coder=coder,
        )

    def doctor(
        self,
        *,
        output: PathLike,
    ) -> pd.DataFrame:
        """Recover a study that is damaged or does not open. `tema.doctor` describes the parameters."""
        return _commands.doctor(
            self.path,
            output=output,
        )

    def export(
        self,
        *,
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
        """Export a spreadsheet, or a project for NVivo and others. `tema.export` describes the parameters."""
        return _commands.export(
            None,
            self.path,
            unit=unit,
            quotes=quotes,
            language=language,
            nested=nested,
            level=level,
            from_=from_,
            encoding=encoding,
            parser=parser,
            kinds=kinds,
            sections=sections,
            not_sections=not_sections,
            sub_articles=sub_articles,
            jobs=jobs,
            strict=strict,
            codings=codings,
            coder=coder,
            output=output,
            to=to,
            dialect=dialect,
            losses=losses,
        )
