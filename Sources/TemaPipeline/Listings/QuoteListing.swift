public import TemaModel
import TemaStudy

/// A table of the words that codes matched or that people coded, with their context and their source.
public struct QuoteListing: Sendable {
    /// The title and the columns of the table.
    public let layout: Table.Layout
    private let codes: CodeList
    private let chosen: [Int]
    private let isWanted: [Bool]
    private let context: QuoteContext
    private let names: [Table.Cell]
    private let hand: HandQuotes?

    /// Creates a listing of the quotes of codes and their descendants.
    ///
    /// - Parameters:
    ///   - corpus: The coded documents. Hand codings that count in it are quoted too.
    ///   - chosen: The numbers of the codes, or an empty array for all codes.
    ///   - context: How much of the text around the coded words is quoted.
    /// - Throws: A ``Problem`` if the study cannot be read.
    public init(_ corpus: CodedCorpus, of chosen: [Int], context: QuoteContext) throws(Problem) {
        let codes = corpus.codes
        (self.codes, self.chosen, self.context) = (codes, chosen, context)
        var isWanted = [Bool](repeating: chosen.isEmpty, count: codes.count)
        for code in chosen { for number in code..<codes.entries[code].end { isWanted[number] = true } }
        self.isWanted = isWanted
        names = codes.entries.indices.map { code in
            .list(codes.lineage(of: code).reversed().map { .text(codes.entries[$0].name) })
        }
        hand = try HandQuotes(corpus)
        layout = Self.layout(withCode: isWanted.count { $0 } > 1)
    }

    /// Returns the columns. Those for people are of keywords in context; other formats for people have their own form.
    ///
    /// - Parameter withCode: Whether people need the code, because quotes are of several codes.
    private static func layout(withCode: Bool) -> Table.Layout {
        Table.Layout(
            title: "Quotes",
            columns: [
                .document, .init("passage", "Passage", style: .ordinal),
                .init("section_type", "Section type", for: .programs),
                .init("code", "Code", for: withCode ? .everyone : .programs, rank: .name),
                .init("start", "Start", style: .ordinal, for: .programs),
                .init("end", "End", style: .ordinal, for: .programs),
                .init("before", "Before", style: .rightText), .init("match", "Match"), .init("after", "After"),
                .init("indicator", "Indicator", for: .programs), .init("text", "Text", for: .programs),
                .init("code_names", "Code names", style: .path, for: .programs),
                .init("author", "Author", for: .programs),
                .init("year", "Year", style: .ordinal, for: .programs),
                .init("citation", "Citation", for: .programs),
                .init("section", "Section", style: .path, for: .programs),
                .init("last_passage", "Last passage", style: .ordinal, for: .programs),
                .init("language", "Language", for: .programs), .init("coder", "Coder", for: .programs),
                .init("memo", "Memo", for: .programs), .init("evidence", "Evidence", for: .programs),
                .init("text_start", "Text start", style: .ordinal, for: .programs),
                .init("text_end", "Text end", style: .ordinal, for: .programs), .init("cut", "Cut", for: .programs),
            ])
    }

    /// Passes the quotes of a document to a function, with the numbers of their codes. They are ordered by passage; in a
    /// passage, those coded by hand come first, then the others by code.
    ///
    /// - Throws: A ``Problem`` if the study cannot be read, or what the function throws.
    /// - Complexity: O(*n* + *m*) in the length of the text and the number of its matches, for one code in each passage.
    public func each(
        _ coded: CodedDocument, _ add: (_ code: Int, Table.Row) throws(Problem) -> Void
    ) throws(Problem) {
        var finder = QuoteFinder(coded.document, context: context)
        let source = QuoteSource(coded.document)
        var spans = try hand?.codings(of: coded).filter { isWanted[$0.code] }[...] ?? []
        func addHandCoded(before passage: Int) throws(Problem) {
            while let next = spans.first, source.document.passage(at: next.coding.span.lowerBound) <= passage {
                spans.removeFirst()
                let quote = finder.quote(ofHandCoded: next.coding.span)
                try add(next.code, row(quote, source, next.code, .hand(next.coding, memo: hand?.memos[next.coding.id])))
            }
        }
        for coding in coded.codings where isWanted[coding.code] {
            try addHandCoded(before: coding.passage)
            let matches = coded.evidence(of: coding)
            let automatic = matches.contains(where: \.isByHand) ? matches.filter { !$0.isByHand }[...] : matches
            try finder.quotes(of: coding.passage, matches: automatic) { quote throws(Problem) in
                try add(coding.code, row(quote, source, coding.code, .matches(automatic[quote.matches])))
            }
        }
        try addHandCoded(before: .max)
    }

    private enum Origin {
        case matches(ArraySlice<Evidence>)
        case hand(HandCoding, memo: String?)
    }

    private func row(_ quote: QuotedWords, _ source: QuoteSource, _ code: Int, _ origin: Origin) -> Table.Row {
        let (text, offsets) = (source.document.text, source.offsets)
        let (words, kept) = (offsets.scalars(quote.words), offsets.scalars(quote.kept))
        let shown = quote.words.clamped(to: quote.kept)
        let first = source.document.passage(at: quote.words.lowerBound)
        let evidence: [Table.Cell]
        let (indicator, coder, memo): (Table.Cell, String, String?)
        switch origin {
        case .matches(let matches):
            evidence = matches.map { ListedCoding.Piece($0, of: source.document, offsets, codes).record }
            indicator = matches.first.map { .text(codes.indicators[$0.indicator].indicator.match) } ?? .empty
            (coder, memo) = (codes.codebook.coder, nil)
        case .hand(let coding, let note):
            evidence = [ListedCoding.Piece(span: words, indicator: nil, words: coding.quote).record]
            (indicator, coder, memo) = (.empty, coding.coder, note)
        }
        let place = source.cells(of: first)
        return Table.Row([
            .text(source.document.id), .integer(first), place.type, .text(codes.entries[code].path),
            .integer(words.lowerBound), .integer(words.upperBound),
            .text(text.string(quote.kept.lowerBound..<shown.lowerBound)), .text(text.string(shown)),
            .text(text.string(shown.upperBound..<quote.kept.upperBound)), indicator, .text(text.string(quote.kept)),
            names[code], source.author, source.year, source.citation, place.section,
            .integer(max(first, source.document.passage(at: quote.words.upperBound - 1))), place.language,
            .text(coder), memo.map(Table.Cell.text) ?? .empty, .list(evidence), .integer(kept.lowerBound),
            .integer(kept.upperBound), Self.cut(quote.isCut),
        ])
    }

    private static func cut(_ isCut: (start: Bool, end: Bool)) -> Table.Cell {
        switch isCut {
        case (true, true): .text("both")
        case (true, false): .text("start")
        case (false, true): .text("end")
        case (false, false): .empty
        }
    }

    /// Returns the notes of a listing of a number of documents.
    public func notes(documents: Int) -> [Phrase] {
        let paths = chosen.map { codes.entries[$0].path }.joined(separator: ", ")
        let what = chosen.isEmpty ? Phrase("All codes") : Phrase("\(paths), and the codes below")
        let unit =
            switch context {
            case .sentence:
                Phrase(
                    """
                    A quote is a sentence with coded words, and the sentences before and after it in its passage; quotes \
                    that overlap are one. Long texts are shown in parts around the words, marked by “…”.
                    """)
            case .passage:
                Phrase(
                    """
                    A quote is a passage with all words that were coded in it. Passages longer than \
                    10,000 bytes are shown in parts around the words, marked by “…”.
                    """)
            case .scalars: Phrase("A quote is one match.")
            }
        let spans = hand == nil ? [] : [Phrase("Words coded by hand are one quote, in their sentences or passages.")]
        return [Phrase("\(count: documents, "document"). \(what)."), unit] + spans
    }
}
