import TemaAnalysis
import TemaModel

/// A small codebook and two coded articles.
enum Coded {
    static let codes = CodeList(
        Codebook(
            id: "small", title: ByLanguage("A <small> codebook"), version: "2", levels: ["concept", "theme"],
            codes: [
                Code(
                    id: "hope", name: ByLanguage("Hope & co"),
                    codes: [
                        Code(id: "plans", name: ByLanguage("Plans"), definition: ByLanguage("What is <planned>.")),
                        Code(id: "people", name: ByLanguage("People")),
                    ]),
                Code(id: "harm", name: ByLanguage("Harm"), codes: [Code(id: "fear", name: ByLanguage("Fear"))]),
            ]))

    /// Returns a coded document.
    ///
    /// - Parameter passages: The number of pieces of evidence of each code, for each passage.
    static func document(_ id: String, year: Int? = nil, _ passages: [[Int: Int]]) -> CodedDocument {
        var document = Document(id: id, source: "\(id).xml", sections: [Section(heading: "Results")], languages: ["en"])
        document.metadata.title = "Title of \(id)"
        document.metadata.authors = ["Maas, A.", "Roe, B."]
        document.metadata.year = year
        var text: [UInt8] = []
        for number in passages.indices {
            let start = text.count + (text.isEmpty ? 0 : 2)
            text += Array(((text.isEmpty ? "" : "\n\n") + "Passage \(number) of \(id) <b> hope fear.").utf8)
            document.passages.append(
                Passage(kind: .paragraph, sectionType: .results, section: 0, language: 0, span: start..<text.count))
        }
        document.text = Text(utf8: text)
        var coded = CodedDocument(
            document: document, passages: passages.indices.map { CodedPassage(passage: $0, words: 7) })
        for (number, codes) in passages.enumerated() {
            let start = document.passages[number].span.lowerBound
            for (code, count) in codes.sorted(by: { $0.key < $1.key }) {
                let first = coded.evidence.count
                coded.evidence += (0..<count).map { Evidence(span: (start + $0)..<(start + $0 + 1), indicator: 0) }
                coded.codings.append(Coding(passage: number, code: code, evidence: first..<coded.evidence.count))
            }
        }
        return coded
    }

    static let documents = [
        document("d1", year: 2019, [[1: 1, 2: 1], [1: 2], [:]]),
        document("d2", year: 2021, [[1: 1, 2: 2, 4: 1], [4: 1]]),
    ]

    static func table(of statistic: some Statistic) -> Table {
        documents.reduce(into: statistic) { $0.add($1) }.table()
    }
}
