import TemaAnalysis
import TemaModel

extension ReportContent {
    /// The methods as sentences that can be cited in a paper.
    var methods: ReportSection {
        let paragraphs = [coding, frequencyMethod, cooccurrenceMethod, comparisonMethod, saturationMethod, quoteMethod]
        return ReportSection(
            id: "methods", title: "Methods (ready to cite)", body: paragraphs.map(HTML.paragraph).joined())
    }

    private var coding: String {
        let book = codes.codebook
        let levels =
            book.levels.isEmpty
            ? "" : " on \(counted(book.levels.count, "level")) (\(book.levels.joined(separator: " > ")))"
        let kinds = provenance.kinds.map(\.rawValue).joined(separator: ", ")
        let how =
            provenance.coder == book.coder
            ? "A passage was coded once with each code that has an indicator matching its words"
                + " (\(counted(codes.indicators.count, "indicator")) in total; case is ignored). Every coding records the"
                + " indicators and the words that they matched."
            : "The codings were made by hand by \(provenance.coder). A passage was counted once for each code that"
                + " was applied to a part of it."
        return
            "A corpus of \(counted(provenance.documents, "document")) was coded with \(provenance.software) using the codebook"
            + " “\(book.title.value(in: "en") ?? book.id)” (\(book.id), version \(book.version), SHA-256"
            + " \(provenance.codebookHash.prefix(16))…), which has \(counted(codes.count, "code"))\(levels)."
            + " The unit of coding was the passage: one block of prose, of the kinds \(kinds). \(how)"
    }

    private var frequencyMethod: String {
        "The counts of a code include all codes below it. A passage or document with several codes of one branch was"
            + " counted once for the code above them. " + tables.frequencies.notes.prefix(2).joined(separator: " ")
    }

    private var cooccurrenceMethod: String {
        "Two codes co-occur if a \(provenance.unit) contains both. " + tables.cooccurrence.notes.joined(separator: " ")
            + " Sources: Jaccard (1901); Bouma (2009) for NPMI; Fisher (1922); Benjamini and Hochberg (1995)."
    }

    private var comparisonMethod: String {
        "Percentages by section refer to the section's passages of the coded kinds, percentages by year to the year's"
            + " documents. The upper bounds of a heat map's six steps are its greatest number times (step / 6)²."
    }

    private var saturationMethod: String {
        "Saturation was assessed by the number of new codes in each document. "
            + tables.saturation.notes.joined(separator: " ")
    }

    private var quoteMethod: String {
        "Quotes were selected by a fixed rule. " + (tables.quotes.notes.first ?? "")
    }
}
