import TemaAnalysis
import TemaModel

extension ReportContent {
    /// The methods as sentences that can be cited in a paper.
    var methods: ReportSection {
        let paragraphs = [coding, frequencyMethod, cooccurrenceMethod, comparisonMethod, saturationMethod, quoteMethod]
        return ReportSection(
            id: "methods", title: Phrase("Methods (ready to cite)"), body: paragraphs.map(html.paragraph).joined())
    }

    private var coding: Phrase {
        let book = codes.codebook
        let title = book.title.value(in: language.tag) ?? book.id
        let version = Phrase("\(book.id), version \(book.version)")
        let hash = String(provenance.codebookHash.prefix(16))
        let (levels, path) = (book.levels, book.levels.joined(separator: " > "))
        let kinds = provenance.kinds.map(\.rawValue).joined(separator: ", ")
        let count = Phrase.count(codes.count, "code")
        return Phrase(
            """
            A corpus of \(count: provenance.documents, "document") was coded with \(provenance.software) using the \
            codebook “\(title)” (\(version), SHA-256 \(hash)…), which has
            """) + Phrase(verbatim: " ")
            + (levels.isEmpty
                ? Phrase("\(count).") : Phrase("\(count) on \(count: levels.count, "level") (\(path))."))
            + Phrase(verbatim: " ")
            + unit(kinds) + Phrase(verbatim: " ") + codingMethod
    }

    private func unit(_ kinds: String) -> Phrase {
        guard provenance.sections.count < SectionType.allCases.count else {
            return Phrase("The unit of coding was the passage: one block of prose, of the kinds \(kinds).")
        }
        let sections = provenance.sections.map(\.rawValue).joined(separator: ", ")
        return Phrase(
            """
            The unit of coding was the passage: one block of prose, of the kinds \(kinds), in sections of the types \
            \(sections).
            """)
    }

    /// How the codings were made.
    private var codingMethod: Phrase {
        let automatic = Phrase(
            """
            A passage was coded once with each code that has an indicator matching its words (number of indicators: \
            \(codes.indicators.count); case is ignored). Every coding records the indicators and the words that they matched.
            """)
        return switch provenance.origin {
        case .automatic: automatic
        case .byHand:
            Phrase(
                """
                The codings were made by hand by \(provenance.coder). A passage was counted once for each code that was \
                applied to a part of it.
                """)
        case .both:
            automatic + Phrase(verbatim: " ")
                + Phrase(
                    """
                    Automatic codings that a coder rejected were not counted, and codings made by hand were counted with the \
                    automatic ones.
                    """)
        }
    }

    private var frequencyMethod: Phrase {
        let notes = tables.frequencies.definitions + tables.frequencies.notes.prefix(1)
        return sentences(
            [
                Phrase(
                    """
                    The counts of a code include all codes below it. A passage or document with several codes of one branch \
                    was counted once for the code above them.
                    """)
            ] + notes)
    }

    private var cooccurrenceMethod: Phrase {
        sentences(
            [Phrase("Two codes co-occur if a \(provenance.unit.noun) contains both.")] + tables.cooccurrence.notes
                + tables.cooccurrence.definitions
                + [
                    Phrase(
                        "Sources: Jaccard (1901); Bouma (2009) for NPMI; Fisher (1922); Benjamini and Hochberg (1995).")
                ])
    }

    private var comparisonMethod: Phrase {
        Phrase(
            """
            Percentages by section refer to the section's passages of the coded kinds, percentages by year to the year's \
            documents. The steps of a heat map are equal and begin at 0.
            """)
    }

    private var saturationMethod: Phrase {
        sentences(
            [Phrase("Saturation was assessed by the number of new codes in each document.")] + tables.saturation.notes)
    }

    private var quoteMethod: Phrase {
        sentences([Phrase("Quotes were selected by a fixed rule.")] + tables.quotes.notes.prefix(1))
    }

    private func sentences(_ sentences: [Phrase]) -> Phrase { sentences.joined(separator: " ") }
}
