import TemaModel
import TestSupport

/// A random codebook and documents coded with it, generated from a seed.
struct Corpus {
    var codes: CodeList
    var documents: [CodedDocument] = []

    init(seed: Int, documents count: Int = 12) {
        var random = SeededGenerator(seed: seed)
        codes = CodeList(
            Codebook(
                id: "made-up", levels: ["concept", "category", "theme"],
                codes: Self.codes(depth: 1, count: 3, using: &random)))
        for number in 0..<count { documents.append(document(number, using: &random)) }
    }

    /// Codes on up to three levels; some codes of upper levels have no children.
    private static func codes(depth: Int, count: Int, using random: inout SeededGenerator) -> [Code] {
        (0..<count).map { number in
            let below = depth == 3 ? 0 : Int.random(in: 0...3, using: &random)
            return Code(
                id: "c\(number)", name: ByLanguage("Code \(depth).\(number)"),
                codes: codes(depth: depth + 1, count: below, using: &random))
        }
    }

    private func document(_ number: Int, using random: inout SeededGenerator) -> CodedDocument {
        var document = Document(id: "d\(number)", languages: ["en", "EN-gb", "id", ""])
        document.sections = [Section(heading: "A"), Section(heading: "B", parent: 0), Section(heading: "C")]
        document.metadata.year = [nil, 2019, 2021, 998].randomElement(using: &random) ?? nil
        // The last two are canonically equivalent.
        let countries = ["Chad", "(none)", "", "total", "Per\u{FA}", "Peru\u{301}"].filter { _ in random.chance(25) }
        document.metadata.variables = [Metadata.Variable(name: "country", values: countries)]
        var text: [UInt8] = []
        for _ in 0..<Int.random(in: 0...8, using: &random) {
            let words = (0..<Int.random(in: 1...12, using: &random)).map { _ in
                ["She", "left", "home.", "Why?", "e.g.", "Dr.", "tired…", "(No", "way!)"].randomElement(using: &random)
                    ?? ""
            }
            let start = text.count + (text.isEmpty ? 0 : 2)
            text += Array(((text.isEmpty ? "" : "\n\n") + words.joined(separator: " ")).utf8)
            document.passages.append(
                Passage(
                    kind: PassageKind.allCases.randomElement(using: &random) ?? .paragraph,
                    sectionType: SectionType.allCases.randomElement(using: &random) ?? .other,
                    section: random.chance(70) ? Int.random(in: 0..<3, using: &random) : nil,
                    language: random.chance(80) ? Int.random(in: 0..<4, using: &random) : nil, span: start..<text.count)
            )
        }
        document.text = Text(utf8: text)
        return coded(document, using: &random)
    }

    /// Codes passages of a document, including some that are not of the coded kinds.
    private func coded(_ document: Document, using random: inout SeededGenerator) -> CodedDocument {
        var coded = CodedDocument(document: document)
        for (number, passage) in document.passages.enumerated() {
            if random.chance(85) {
                coded.passages.append(CodedPassage(passage: number, words: Int.random(in: 1...20, using: &random)))
            }
            for code in 0..<codes.count where random.chance(12) {
                let first = coded.evidence.count
                for _ in 0..<Int.random(in: 1...3, using: &random) {
                    let start = Int.random(in: passage.span, using: &random)
                    let end = Int.random(in: start..<passage.span.upperBound, using: &random) + 1
                    coded.evidence.append(Evidence(span: start..<end, indicator: 0))
                }
                coded.codings.append(Coding(passage: number, code: code, evidence: first..<coded.evidence.count))
            }
        }
        return coded
    }
}
