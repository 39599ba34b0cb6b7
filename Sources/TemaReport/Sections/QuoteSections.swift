import TemaModel

/// A row of the quote table, formatted for the report.
struct ReportQuote {
    let code: String
    let name: String
    let document: String
    let passage: Int
    let source: String
    let title: String
    let section: String
    let language: String
    let score: Phrase
    let before: String
    let after: String
    let text: String
    let evidence: [Range<Int>]

    init(_ row: Table.Row, _ reading: TableReader) {
        code = reading.text(row, "code")
        name = reading.text(row, "name")
        document = reading.text(row, "document")
        passage = Int(reading.number(row, "passage"))
        title = reading.text(row, "title")
        let year = reading.cell(row, "year") == .empty ? nil : Int(reading.number(row, "year"))
        source = Citation.short(reading.cell(row, "authors").texts, year) ?? document
        let path = reading.cell(row, "section").texts.joined(separator: " > ")
        section = path.isEmpty ? reading.text(row, "section_type") : path
        language = reading.text(row, "language")
        let (hits, words) = (Int(reading.number(row, "hits")), Int(reading.number(row, "words")))
        score = Phrase("\(count: hits, "hit") in \(count: words, "word")")
        (before, after) = (reading.text(row, "before"), reading.text(row, "after"))
        text = reading.text(row, "text")
        evidence = reading.cell(row, "evidence").spans
    }

    /// Returns the text as HTML with these spans marked. Overlapping spans are united.
    func marked(_ spans: [Range<Int>]) -> String {
        let scalars = Array(text.unicodeScalars)
        func part(_ range: Range<Int>) -> String {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars[range.clamped(to: scalars.indices)])
            return HTML.text(String(view))
        }
        var html = ""
        var index = 0
        for span in spans.sorted(by: { $0.lowerBound < $1.lowerBound }) where span.upperBound > index {
            let start = max(index, span.lowerBound)
            html += part(index..<start) + "<mark>\(part(start..<span.upperBound))</mark>"
            index = span.upperBound
        }
        return (html + part(min(index, scalars.count)..<scalars.count)).replacing("</mark><mark>", with: "")
    }

    /// The HTML attributes for the text's language, if known, and its direction.
    var attributes: String {
        let tag = language.unicodeScalars.allSatisfy {
            $0.isASCII && ($0.properties.isAlphabetic || $0 == "-" || ("0"..."9").contains($0))
        }
        return tag && !language.isEmpty ? " lang=\"\(language)\" dir=\"auto\"" : " dir=\"auto\""
    }
}

extension Table.Cell {
    fileprivate var texts: [String] {
        guard case .list(let items) = self else { return [] }
        return items.compactMap { if case .text(let text) = $0 { text } else { nil } }
    }

    fileprivate var spans: [Range<Int>] {
        guard case .list(let items) = self else { return [] }
        return items.compactMap { item in
            guard case .record(let fields) = item, let start = fields.first?.value.value,
                let end = fields.last?.value.value,
                start <= end
            else { return nil }
            return Int(start)..<Int(end)
        }
    }
}

extension ReportContent {
    /// The quotes, grouped by code.
    private var quoted: [[ReportQuote]] {
        let reading = TableReader(tables.quotes, in: language)
        return Self.byCode(tables.quotes.rows.map { ReportQuote($0, reading) })
    }

    /// Returns quotes in groups of one code. Those of a code must be together.
    private static func byCode(_ quotes: [ReportQuote]) -> [[ReportQuote]] {
        var groups: [[ReportQuote]] = []
        for quote in quotes {
            if let last = groups.last?.last, last.code == quote.code {
                groups[groups.count - 1].append(quote)
            } else {
                groups.append([quote])
            }
        }
        return groups
    }

    /// The quotes shown: all of them, or those of the codes with the most passages.
    private var allQuotes: [ReportQuote] {
        let quoted = quoted
        guard quoted.count > Self.mostQuoted else { return quoted.flatMap(\.self) }
        let passages = passages
        let greatest = indicesOfGreatest(quoted.map { passages[$0.first?.code ?? ""] ?? 0 }, most: Self.mostQuoted)
        return greatest.flatMap { quoted[$0] }
    }

    /// The number of passages of each code, by its path.
    private var passages: [String: Double] {
        let reading = TableReader(tables.frequencies, in: language)
        return Dictionary(
            tables.frequencies.rows.map { (reading.text($0, "code"), reading.number($0, "passages")) }
        ) { first, _ in first }
    }

    /// The quoted passages with their quotes, sorted by article and by position in the text.
    private var places: [(anchor: String, quotes: [ReportQuote])] {
        let quotes = allQuotes.enumerated().sorted { left, right in
            let (a, b) = (left.element, right.element)
            if a.document != b.document { return a.document.utf8.lexicographicallyPrecedes(b.document.utf8) }
            return (a.passage, left.offset) < (b.passage, right.offset)
        }.map(\.element)
        var places: [(anchor: String, quotes: [ReportQuote])] = []
        for quote in quotes {
            if let last = places.last?.quotes.last, last.document == quote.document, last.passage == quote.passage {
                places[places.count - 1].quotes.append(quote)
            } else {
                places.append(("place-\(places.count + 1)", [quote]))
            }
        }
        return places
    }

    /// The best quotes of each code, with links to their context.
    var quotes: ReportSection {
        let bounds = Bounded.note(
            min(Self.mostQuoted, quoted.count), of: quoted.count, noun: Phrase("codes"), by: Phrase("passages")
        )
        var anchors: [String: String] = [:]
        for place in places {
            for quote in place.quotes { anchors["\(quote.code) \(quote.passage) \(quote.document)"] = place.anchor }
        }
        func markup(_ quote: ReportQuote) -> String {
            let anchor = anchors["\(quote.code) \(quote.passage) \(quote.document)"] ?? ""
            return "<blockquote>\n<p\(quote.attributes)>\(quote.marked(quote.evidence))</p>\n<footer>"
                + "<a href=\"#\(anchor)\">\(HTML.isolated(quote.source)), \(HTML.isolated(quote.section))</a>"
                + " <span class=\"facts\">\(html.text(quote.score))</span></footer>\n</blockquote>\n"
        }
        var body = ""
        let groups = Self.byCode(allQuotes)
        let passages = passages
        let open = Set(indicesOfGreatest(groups.map { passages[$0.first?.code ?? ""] ?? 0 }, most: Self.mostOpenQuotes))
        for (index, quotes) in groups.enumerated() {
            guard let first = quotes.first else { continue }
            body += "<h3>\(HTML.isolated(first.name)) <code>\(HTML.text(first.code))</code></h3>\n"
            // The first quote of frequent codes is also seen in print.
            let seen = open.contains(index) ? 1 : 0
            let rest = quotes.dropFirst(seen)
            body += quotes.prefix(seen).map(markup).joined()
            let title =
                seen > 0 ? Phrase("\(count: rest.count, "further quote")") : Phrase("\(count: rest.count, "quote")")
            body += html.folded(title, rest.map(markup).joined())
        }
        if body.isEmpty { body = html.paragraph(Phrase("No passage is coded with any of the \(levelNoun).")) }
        return ReportSection(
            id: "quotes", title: Phrase("Quotes"),
            body: html.list(tables.quotes.notes + (bounds.isEmpty ? [] : [bounds])) + body)
    }

    /// The context of each quoted passage: its article and section, and the text before and after it.
    var appendix: ReportSection {
        var body = ""
        var document: String?
        for place in places {
            guard let first = place.quotes.first else { continue }
            if first.document != document {
                let title = [first.title, first.document].filter { !$0.isEmpty }.joined(separator: " · ")
                let heading = first.source == first.document ? title : "\(first.source): \(title)"
                body += "<h3>\(HTML.isolated(heading))</h3>\n"
                document = first.document
            }
            body +=
                "<div class=\"place\" id=\"\(place.anchor)\">\n"
                + "<p class=\"facts\">\(HTML.isolated(first.section)) · \(html.text(Phrase("passage \(first.passage)")))</p>\n"
            if !first.before.isEmpty { body += "<p class=\"beside\" dir=\"auto\">\(HTML.text(first.before))</p>\n" }
            body += "<p\(first.attributes)>\(first.marked(place.quotes.flatMap(\.evidence)))</p>\n"
            if !first.after.isEmpty { body += "<p class=\"beside\" dir=\"auto\">\(HTML.text(first.after))</p>\n" }
            let names = place.quotes.map(\.name).joined(separator: ", ")
            body += "<p class=\"facts\">\(html.text(Phrase("Quoted for: \(names)")))</p>\n</div>\n"
        }
        return ReportSection(
            id: "places", title: Phrase("Quotes in context"),
            body: html.folded(
                Phrase("Each quoted passage with the text before and after it in its article."), body))
    }
}
