import TemaFormats
import TemaModel

/// The columns of a document's line: lists of whole numbers. A missing value is `null` in the line and -1 here.
struct CodedColumns {
    /// The names of the columns, in the order in which they are written.
    enum Name: String, CaseIterable {
        // One value for each passage.
        case kind
        case sectionType = "section_type"
        case section, language, start, end
        // One value for each passage of the coded kinds.
        case coded, words
        /// The ends of all sentences of those passages. A sentence begins where the one before it ends.
        case sentenceEnd = "sentence_end"
        // One value for each coding.
        case codingPassage = "coding_passage"
        case codingCode = "coding_code"
        case codingMatches = "coding_matches"
        // One value for each match of an indicator, in the order of the codings.
        case matchStart = "match_start"
        case matchEnd = "match_end"
        case matchIndicator = "match_indicator"
    }

    private var columns: [Name: [Int]] = [:]

    private subscript(name: Name) -> [Int] {
        get { columns[name] ?? [] }
        set { columns[name] = newValue }
    }

    /// Creates empty columns.
    init() {}

    /// Creates the columns of a document.
    init(_ coded: CodedDocument) {
        let (document, passages) = (coded.document, coded.document.passages)
        let offsets = ScalarOffsets(document.text)
        let (kinds, types) = (PassageKind.allCases, SectionType.allCases)
        self[.kind] = passages.map { kinds.firstIndex(of: $0.kind) ?? -1 }
        self[.sectionType] = passages.map { types.firstIndex(of: $0.sectionType) ?? -1 }
        self[.section] = passages.map { $0.section ?? -1 }
        self[.language] = passages.map { $0.language ?? -1 }
        self[.start] = passages.map { offsets.scalars(at: $0.span.lowerBound) }
        self[.end] = passages.map { offsets.scalars(at: $0.span.upperBound) }
        self[.coded] = coded.passages.map(\.passage)
        self[.words] = coded.passages.map(\.words)
        self[.sentenceEnd] = coded.passages.flatMap { passage in
            coded.sentences(of: passage.passage).map { offsets.scalars(at: $0.upperBound) }
        }
        self[.codingPassage] = coded.codings.map(\.passage)
        self[.codingCode] = coded.codings.map(\.code)
        self[.codingMatches] = coded.codings.map(\.evidence.count)
        let matches = coded.codings.flatMap { coded.evidence[$0.evidence] }
        self[.matchStart] = matches.map { offsets.scalars(at: $0.span.lowerBound) }
        self[.matchEnd] = matches.map { offsets.scalars(at: $0.span.upperBound) }
        self[.matchIndicator] = matches.map(\.indicator)
    }

    /// Appends the columns as members of a JSON object, each after a comma.
    func append(to line: inout [UInt8]) {
        for name in Name.allCases {
            line += ",\"\(name.rawValue)\":[".utf8
            for (index, value) in self[name].enumerated() {
                if index > 0 { line.append(UInt8(ascii: ",")) }
                if value < 0 { line += "null".utf8 } else { Self.append(value, to: &line) }
            }
            line.append(UInt8(ascii: "]"))
        }
    }

    /// Appends the digits of a number that is not negative. `String` would make one for each number.
    private static func append(_ value: Int, to line: inout [UInt8]) {
        if value >= 10 { append(value / 10, to: &line) }
        line.append(UInt8(ascii: "0") + UInt8(value % 10))
    }

    /// Reads the column with a name.
    ///
    /// - Throws: A ``Problem`` if there is no such column, or it is not a list of whole numbers.
    mutating func read(_ name: String, _ cursor: inout JSONCursor) throws(Problem) {
        guard let column = Name(rawValue: name) else { throw Problem("unknown column “\(name)”") }
        self[column] = try cursor.integers(null: -1)
    }

    /// Returns the document with its passages and codings.
    ///
    /// - Throws: A ``Problem`` if the columns contradict each other.
    func document(_ document: Document, _ codes: CodeList) throws(Problem) -> CodedDocument {
        var coded = CodedDocument(document: document)
        coded.document.passages = try passages(languages: document.languages.count)
        coded.passages = try codedPassages(coded.document.passages.count)
        coded.sentenceEnds = self[.sentenceEnd]
        (coded.codings, coded.evidence) = try codings(codes, passages: coded.document.passages.count)
        return coded
    }

    private func passages(languages: Int) throws(Problem) -> [Passage] {
        let (starts, ends) = (self[.start], self[.end])
        try require([.kind, .sectionType, .section, .language, .end], count: starts.count)
        let (kinds, types, sections, tags) = (self[.kind], self[.sectionType], self[.section], self[.language])
        let (allKinds, allTypes) = (PassageKind.allCases, SectionType.allCases)
        var passages: [Passage] = []
        passages.reserveCapacity(starts.count)
        var last = 0
        for index in starts.indices {
            let (start, end) = (starts[index], ends[index])
            guard last <= start, start <= end, end <= Int(Int32.max), allKinds.indices.contains(kinds[index]),
                allTypes.indices.contains(types[index]), tags[index] < languages
            else { throw Problem("passage \(index) is damaged") }
            passages.append(
                Passage(
                    kind: allKinds[kinds[index]], sectionType: allTypes[types[index]],
                    section: sections[index] < 0 ? nil : sections[index],
                    language: tags[index] < 0 ? nil : tags[index], span: start..<end))
            last = end
        }
        return passages
    }

    private func codedPassages(_ count: Int) throws(Problem) -> [CodedPassage] {
        let words = self[.words]
        try require([.coded], count: words.count)
        var coded: [CodedPassage] = []
        coded.reserveCapacity(words.count)
        for (passage, words) in zip(self[.coded], words) {
            guard (coded.last?.passage ?? -1) < passage, passage < count, words >= 0 else {
                throw Problem("the coded passages are damaged")
            }
            coded.append(CodedPassage(passage: passage, words: words))
        }
        return coded
    }

    private func codings(_ codes: CodeList, passages: Int) throws(Problem) -> ([Coding], [Evidence]) {
        let damaged = Problem("the codings are damaged")
        let (starts, ends, indicators) = (self[.matchStart], self[.matchEnd], self[.matchIndicator])
        try require([.matchStart, .matchEnd], count: indicators.count)
        try require([.codingCode, .codingMatches], count: self[.codingPassage].count)
        var evidence: [Evidence] = []
        evidence.reserveCapacity(indicators.count)
        for index in indicators.indices {
            guard 0 <= starts[index], starts[index] <= ends[index], ends[index] <= Int(Int32.max),
                codes.indicators.indices.contains(indicators[index])
            else { throw damaged }
            evidence.append(Evidence(span: starts[index]..<ends[index], indicator: indicators[index]))
        }
        var codings: [Coding] = []
        codings.reserveCapacity(self[.codingCode].count)
        var (next, last) = (0, (-1, -1))
        for (passage, (code, matches)) in zip(self[.codingPassage], zip(self[.codingCode], self[.codingMatches])) {
            guard last < (passage, code), passage < passages, 0..<codes.count ~= code, matches > 0,
                matches <= evidence.count - next
            else { throw damaged }
            codings.append(Coding(passage: passage, code: code, evidence: next..<(next + matches)))
            next += matches
            last = (passage, code)
        }
        guard next == evidence.count else { throw damaged }
        return (codings, evidence)
    }

    private func require(_ names: [Name], count: Int) throws(Problem) {
        for name in names where self[name].count != count {
            throw Problem("the column “\(name.rawValue)” has \(self[name].count) values instead of \(count)")
        }
    }
}
