import TemaAnalysis
import TemaModel

extension ReportContent {
    /// How everything was counted, as sentences that a paper can quote.
    var methods: ReportSection {
        let paragraphs = [coding, frequencyMethod, cooccurrenceMethod, comparisonMethod, saturationMethod, quoteMethod]
        return ReportSection(
            id: "methods", title: "Methods, to be quoted", body: paragraphs.map(HTML.paragraph).joined())
    }

    private var coding: String {
        let book = codes.codebook
        let levels =
            book.levels.isEmpty ? "" : " on \(book.levels.count) levels (\(book.levels.joined(separator: " > ")))"
        let kinds = provenance.kinds.map(\.rawValue).joined(separator: ", ")
        let how =
            provenance.coder == book.coder
            ? "A passage was coded with a code, once, where at least one of the code's"
                + " \(codes.indicators.count == 1 ? "1 indicator" : "indicators") matched its words (\(codes.indicators.count)"
                + " indicators in all; words were compared without regard to case); every coding names the indicator and the words it"
                + " rests on."
            : "Codings are those made by hand by \(provenance.coder); a passage was counted once for each code that"
                + " reaches into it."
        return "\(provenance.documents) documents were coded with \(provenance.software) by the codebook"
            + " “\(book.title.value(in: "en") ?? book.id)” (\(book.id), version \(book.version), SHA-256"
            + " \(provenance.codebookHash.prefix(16))…), which has \(codes.count) codes\(levels)."
            + " The unit of coding was the passage: one block of prose, of the kinds \(kinds). \(how)"
    }

    private var frequencyMethod: String {
        "A code stands for itself and all codes below it; a passage or document that holds several codes of one branch was"
            + " counted once for the code above them. " + tables.frequencies.notes.prefix(2).joined(separator: " ")
    }

    private var cooccurrenceMethod: String {
        "Two codes co-occur when one \(provenance.unit) holds both. " + tables.cooccurrence.notes.joined(separator: " ")
            + " Sources: Jaccard (1901); Bouma (2009) for NPMI; Fisher (1922); Benjamini and Hochberg (1995)."
    }

    private var comparisonMethod: String {
        "Shares by section are of the section's passages of the coded kinds; shares by year are of the year's documents."
            + " A heat map's six steps end at the squares of sixths of its greatest number."
    }

    private var saturationMethod: String {
        "Saturation was judged by the number of new codes in each document. "
            + tables.saturation.notes.joined(separator: " ")
    }

    private var quoteMethod: String {
        "Quotes were chosen by rule. " + (tables.quotes.notes.first ?? "")
    }
}
