import TemaModel
import TestSupport

/// A random project with all kinds of content that a study can have. The same seed results in the same project.
struct RandomProject {
    private(set) var project = Project()
    private var random: SeededGenerator

    init(_ seed: Int) {
        random = SeededGenerator(seed: seed)
        project.name = words(2)
        var codebook = Codebook(id: "book-\(seed)", title: ByLanguage("Titel \(words(1))"), levels: ["theme", "code"])
        codebook.codes = codes(depth: 1)
        project.codebook = codebook
        for number in 0..<Int.random(in: 1...4, using: &random) { project.documents.append(document(number)) }
        let paths = CodeList(codebook).entries.map(\.path)
        for document in project.documents { addCodings(document, paths) }
        addMemos(paths)
        project.kept = [
            Project.Kept(name: "other/notes.bin", bytes: [0, 1, 2, 255]),
            Project.Kept(name: "refi/sources/lost.jpg", bytes: [7]),
        ]
    }

    private mutating func codes(depth: Int) -> [Code] {
        (0..<Int.random(in: 1...3, using: &random)).map { number in
            var code = Code(id: "c\(number)-\(depth)", name: ByLanguage("Code \(number) \(words(2))"))
            if Bool.random(using: &random) { code.definition = ByLanguage("Was it is\n \(words(3)) <&>\r\"") }
            if Bool.random(using: &random) { code.color = "#0a\(number)b3c" }
            if Bool.random(using: &random) { code.indicators = ByLanguage([Indicator("hope*")]) }
            if depth < 3, Bool.random(using: &random) { code.codes = codes(depth: depth + 1) }
            return code
        }
    }

    private mutating func document(_ number: Int) -> Document {
        let blocks = (0..<Int.random(in: 1...6, using: &random)).map { _ in
            words(Int.random(in: 1...30, using: &random))
        }
        let text = blocks.joined(separator: "\n\n")
        var document = Document(id: "doc \(number) \(words(1))", source: "in/\(number).xml", text: Text(text))
        var start = 0
        for (at, block) in blocks.enumerated() {
            document.passages.append(
                Passage(
                    kind: PassageKind.allCases[at % 5], sectionType: .results, section: at == 0 ? nil : 0,
                    language: at == 1 ? 0 : nil, span: start..<(start + block.utf8.count)))
            start += block.utf8.count + 2
        }
        document.sections = [Section(heading: "Ergebnisse \(words(1))")]
        document.languages = ["id"]
        document.metadata.title = words(4)
        document.metadata.year = 1990 + number
        document.metadata.authors = ["Ærø, Ø.", "Groupe \"A\" & Co"]
        document.metadata.variables = [
            Metadata.Variable(name: "country of \(words(1))", values: ["Indonesia", words(1)])
        ]
        document.ledger.add("fig", .notText, characters: 3)
        return document
    }

    private mutating func addCodings(_ document: Document, _ paths: [String]) {
        let count = ScalarOffsets(document.text).count
        for _ in 0..<Int.random(in: 0...12, using: &random) {
            let start = Int.random(in: 0..<count, using: &random)
            let end = Int.random(in: (start + 1)...min(count, start + 150), using: &random)
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                project.codings.append(
                    Project.Coding(
                        id: id(), document: document.id, place: .span(start..<end),
                        code: paths.randomElement(using: &random) ?? "", coder: coder(), at: time()))
            }
        }
    }

    private mutating func addMemos(_ paths: [String]) {
        var targets: [Project.Memo.Target] = [.study] + paths.prefix(2).map { .code($0) }
        targets += project.documents.map { .document($0.id) } + project.codings.prefix(4).map { .coding($0.id ?? "") }
        for target in targets + targets {
            let hostile = ["", "\r\n", "\u{1}\u{1F}", "  ", "\n"].randomElement(using: &random) ?? ""
            project.memos.append(
                Project.Memo(id: id(), target: target, coder: coder(), text: words(5) + hostile + words(40), at: time())
            )
        }
    }

    private mutating func id() -> String {
        (0..<2).map { _ in String(UInt64.random(in: 1 << 60...UInt64.max, using: &random), radix: 16) }.joined()
    }

    private mutating func coder() -> String? {
        ["Ana", "B. <b>", "Çelik “x”\u{200F}", nil].randomElement(using: &random) ?? nil
    }

    private mutating func time() -> String? {
        Bool.random(using: &random)
            ? "2026-0\(Int.random(in: 1...9, using: &random))-11T08:05:0\(Int.random(in: 0...9, using: &random))Z" : nil
    }

    private static let pieces = [
        "word", "e\u{301}te\u{301}", "👩‍👩‍👧", "🇮🇩", "שלום", "مرحبا", "tab\there", "line\u{2028}break", "mark\u{FEFF}inside",
        "a&b<c>",
        "“quoted”", "日本語", "x\nnext", "𝒳", "ﬁn.", "\u{85}", "\u{7F}", "--", "]]>", "&amp;", "&#60;\u{301}", "<\u{301}",
        "&\u{301}",
    ]

    private mutating func words(_ count: Int) -> String {
        (0..<count).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined(separator: " ")
    }
}
