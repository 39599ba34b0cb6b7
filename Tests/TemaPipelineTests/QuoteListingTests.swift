import TemaCoding
import TemaModel
import TemaStudy
import TestSupport
import Testing

@testable import TemaPipeline

@Suite("Quotes") struct QuoteListingTests {
    static let contexts: [QuoteContext] = [.sentence, .passage, .scalars(0), .scalars(25)]

    /// Returns the quotes of files, each as a dictionary from column names to cells.
    private func quotes(
        _ corpus: CodedCorpus, of names: [String] = [], context: QuoteContext
    ) throws -> [(coded: CodedDocument, row: [String: Table.Cell])] {
        let listing = try QuoteListing(
            corpus, of: try names.map { try corpus.codes.number(named: $0) }, context: context)
        var quotes: [(coded: CodedDocument, row: [String: Table.Cell])] = []
        _ = try corpus.each { coded throws(Problem) in
            try listing.each(coded) { _, row in
                #expect(row.cells.count == listing.layout.columns.count)
                quotes.append(
                    (coded, Dictionary(uniqueKeysWithValues: zip(listing.layout.columns.map(\.name), row.cells))))
            }
        }
        return quotes
    }

    /// Returns the quotes of one text with a codebook of the codes `loss`, `loss/home` and `hope`.
    private func quotes(
        _ text: String, of names: [String] = [], context: QuoteContext
    ) throws -> [[String: Table.Cell]] {
        let folder = TemporaryFolder()
        try folder.write(["text.txt": text, "codebook.yaml": Self.codebook])
        let file = try CodebookFile(path: folder.path("codebook.yaml"))
        return try quotes(
            CodedCorpus(.paths([folder.path("text.txt")]), codebook: file), of: names, context: context
        ).map(\.row)
    }

    private static let codebook = """
        tema: 1
        id: small
        language: en
        codes:
          - {id: loss, name: Loss, indicators: [lost, gone], codes: [{id: home, name: Home, indicators: [home*]}]}
          - {id: hope, name: Hope, indicators: [hope*]}
        """

    private func text(_ row: [String: Table.Cell], _ column: String) -> String {
        if case .text(let text)? = row[column] { text } else { "" }
    }

    private func integer(_ row: [String: Table.Cell], _ column: String) -> Int {
        if case .integer(let integer)? = row[column] { integer } else { -1 }
    }

    private func spans(_ row: [String: Table.Cell]) -> [Range<Int>] {
        guard case .list(let items)? = row["evidence"] else { return [] }
        return items.compactMap { item in
            guard case .record(let fields) = item, case .integer(let start)? = fields.first?.value,
                case .integer(let end)? = fields.dropFirst().first?.value
            else { return nil }
            return start..<end
        }
    }

    @Test("have the words at their offsets, and each match of a code once", arguments: contexts)
    func offsets(context: QuoteContext) throws {
        let file = try CodebookFile(path: Repository.path("Codebooks/cecchet-2014.yaml"))
        let corpus = try CodedCorpus(.paths([Repository.path("Corpus")]), codebook: file)
        var matches: [String: Int] = [:]
        var quoted: [String: Int] = [:]
        for (coded, row) in try quotes(corpus, context: context) {
            let scalars = Array(coded.document.text.string.unicodeScalars)
            func words(_ span: Range<Int>) -> String {
                var view = String.UnicodeScalarView()
                view.append(contentsOf: scalars[span])
                return String(view)
            }
            let all = integer(row, "text_start")..<integer(row, "text_end")
            #expect(words(all) == text(row, "text"))
            #expect(words(integer(row, "start")..<integer(row, "end")) == text(row, "match"))
            #expect(text(row, "before") + text(row, "match") + text(row, "after") == text(row, "text"))
            #expect(spans(row).allSatisfy { all.contains($0.lowerBound) && $0.upperBound <= all.upperBound })
            #expect(spans(row).first == integer(row, "start")..<integer(row, "end"))
            quoted[coded.document.id, default: 0] += spans(row).count
            matches[coded.document.id] = coded.evidence.count
        }
        #expect(quoted == matches && quoted.count > 10)
    }

    private static let story =
        "First words. We had hope. Then home was gone, lost. It rained. Nobody hoped. The end.\n\nA home again."

    @Test(
        "are sentences with their neighbours, passages, or words in context",
        arguments: [
            (
                .sentence,
                [
                    "loss: We had hope. Then home was [gone], [lost]. It rained.",
                    "loss/home: We had hope. Then [home] was gone, lost. It rained.",
                    "hope: First words. We had [hope]. Then home was gone, lost.",
                    "hope: It rained. Nobody [hoped]. The end.", "loss/home: A [home] again.",
                ]
            ),
            (
                .passage,
                [
                    "loss: First words. We had hope. Then home was [gone], [lost]. It rained. Nobody hoped. The end.",
                    "loss/home: First words. We had hope. Then [home] was gone, lost. It rained. Nobody hoped. The end.",
                    "hope: First words. We had [hope]. Then home was gone, lost. It rained. Nobody [hoped]. The end.",
                    "loss/home: A [home] again.",
                ]
            ),
            (
                .scalars(5),
                [
                    "loss: … was [gone], los…", "loss: …one, [lost]. It …", "loss/home: …Then [home] was …",
                    "hope: … had [hope]. The…", "hope: …body [hoped]. The…", "loss/home: A [home] agai…",
                ]
            ),
        ] as [(QuoteContext, [String])])
    func shapes(context: QuoteContext, expected: [String]) throws {
        let found = try quotes(Self.story, context: context).map { row in
            let start = integer(row, "text_start")
            var words = Array(text(row, "text").unicodeScalars.map(String.init))
            for span in spans(row) {
                words[span.lowerBound - start] = "[" + words[span.lowerBound - start]
                words[span.upperBound - 1 - start] += "]"
            }
            let cut = text(row, "cut")
            return text(row, "code") + ": " + (["start", "both"].contains(cut) ? "…" : "") + words.joined()
                + (["end", "both"].contains(cut) ? "…" : "")
        }
        #expect(found == expected)
    }

    @Test(
        "are of the chosen codes and those below them",
        arguments: [(["hope"], 2), (["loss"], 3), (["home", "hope"], 4)])
    func chosen(names: [String], count: Int) throws {
        #expect(try quotes(Self.story, of: names, context: .sentence).count == count)
    }

    @Test(
        "of a text on one line grow as the text and its matches do",
        arguments: [QuoteContext.sentence, .passage, .scalars(10)])
    func linear(context: QuoteContext) throws {
        func size(_ count: Int) throws -> Int {
            let rows = try quotes(String(repeating: "lost words ", count: count), context: context)
            #expect(rows.reduce(0) { $0 + spans($1).count } == count)
            return rows.reduce(0) {
                $0 + text($1, "text").utf8.count + text($1, "before").utf8.count + text($1, "after").utf8.count
            }
        }
        let (small, large) = (try size(2_000), try size(8_000))
        #expect(large < 5 * small && large < 8_000 * 11 * 10)
    }

    @Test("contain a match that is longer than a quote may be")
    func longMatch() throws {
        let rows = try quotes("A home" + String(repeating: "é", count: 30_000) + " was lost.", context: .sentence)
        #expect(rows.map { text($0, "code") } == ["loss", "loss/home"])
        #expect(rows.allSatisfy { text($0, "text").utf8.count < 4_000 && !text($0, "text").contains("\u{FFFD}") })
        #expect(integer(rows[1], "end") - integer(rows[1], "start") == 30_004)
    }

    @Test("coded by hand are the words in their sentences, with coder and memo, once over several passages")
    func byHand() throws {
        let folder = TemporaryFolder()
        let study = try Study.create(at: folder.path("s.tema"))
        let document = Document(
            id: "d", paragraphs: ["One. We had to leave it. Two.", "Three words here. Four.", "Five. Six."])
        _ = try study.importDocuments(by: "ana") { take in try take(document) }
        try study.setCodebook(Codebook(id: "b", codes: [Code(id: "a"), Code(id: "z")]), by: "ana")
        for (words, coder) in [("leave it. Two.\n\nThree words", "ana"), ("had to leave", "ben")] {
            _ = try study.tag("d", .quote(words), code: "a", by: coder, memo: coder == "ana" ? "Why?" : nil)
        }
        func found(_ choice: CodingChoice, _ context: QuoteContext = .sentence) throws -> [String] {
            try quotes(try CodedCorpus(.study(study), codings: choice), of: ["a"], context: context).map { _, row in
                [
                    text(row, "coder"), "\(integer(row, "passage"))-\(integer(row, "last_passage"))", text(row, "memo"),
                    text(row, "before") + "[" + text(row, "match") + "]" + text(row, "after"),
                ].joined(separator: "|")
            }
        }
        let ben = "ben|0-0||We [had to leave] it."
        let ana = "ana|0-1|Why?|We had to [leave it. Two.\n\nThree words] here."
        #expect(try found(.final) == [ben, ana])
        #expect(try found(.hand(.everyone)) == [ben, ana])
        #expect(try found(.hand(.coder("ben"))) == [ben])
        #expect(try found(.automatic).isEmpty)
        #expect(try found(.hand(.coder("ben")), .passage) == ["ben|0-0||One. We [had to leave] it. Two."])
        #expect(try found(.hand(.coder("ben")), .scalars(3)) == ["ben|0-0||We [had to leave] it"])
    }

    @Test("are put in the order of the codes, and citations of several documents have their ids")
    func byCode() throws {
        let folder = TemporaryFolder()
        let head = "---\nauthors: [\"Roe, A.\"]\nyear: 2019\n---\n"
        try folder.write([
            "a.md": head + "We hoped. It was lost.", "b.md": head + "All is lost.",
            "c.md": "---\nauthors: [\"Maas, B.\", \"Roe, A.\"]\n---\nLost.", "codebook.yaml": Self.codebook,
        ])
        let paths = ["a", "b", "c"].map { folder.path("\($0).md") }
        let corpus = try CodedCorpus(
            .paths(paths), codebook: try CodebookFile(path: folder.path("codebook.yaml")))
        let listing = try QuoteListing(corpus, of: [], context: .sentence)
        var byCode = QuotesByCode(listing, corpus.codes)
        _ = try corpus.each { coded throws(Problem) in
            try listing.each(coded) { code, row throws(Problem) in try byCode.add(row, of: code) }
        }
        var found: [String] = []
        let columns = listing.layout.columns.map(\.name)
        try byCode.each { row in
            let row = Dictionary(uniqueKeysWithValues: zip(columns, row.cells))
            found.append("\(text(row, "code")) \(text(row, "citation"))")
        }
        #expect(found == ["loss Roe 2019 [a]", "loss Roe 2019 [b]", "loss Maas & Roe n.d.", "hope Roe 2019 [a]"])
    }
}
