public import TemaModel

// The text form of dialects: the value of `--offsets`, also used in messages.
extension OffsetDialect: CustomStringConvertible {
    /// All dialects, the standard first.
    public static let all: [OffsetDialect] = [false, true].flatMap { inclusive in
        [false, true].flatMap { mark in
            [false, true].flatMap { two in
                Unit.allCases.map {
                    OffsetDialect(unit: $0, countsCRLFAsTwo: two, countsMark: mark, endIsInclusive: inclusive)
                }
            }
        }
    }

    /// The dialects that have a name: the standard's, and those of programs.
    ///
    /// NVivo's was measured in a file of NVivo 12 for Windows. For ATLAS.ti and MAXQDA, only the counting of line ends
    /// is known.
    public static let named: [(name: String, dialect: OffsetDialect)] = [
        ("standard", .standard), ("nvivo", OffsetDialect(unit: .utf16, countsCRLFAsTwo: true)),
        ("atlas", .standard), ("maxqda", OffsetDialect(countsCRLFAsTwo: true)),
    ]

    /// Returns the dialect with a name, as in `--offsets` and `--dialect`, or nil if there is none.
    public static func named(_ name: String) -> OffsetDialect? { named.first { $0.name == name }?.dialect }

    /// The form that ``init(parsing:)`` accepts, such as `utf16,crlf=2`: the unit and line ends, then other differences
    /// from the standard.
    public var description: String {
        var parts = [unit.rawValue, countsCRLFAsTwo ? "crlf=2" : "crlf=1"]
        if countsMark { parts.append("bom") }
        if endIsInclusive { parts.append("inclusive") }
        return parts.joined(separator: ",")
    }

    /// Parses a name, words separated by commas, or a name followed by words that modify it.
    ///
    /// The words are `codepoint`, `utf16`, `crlf=1`, `crlf=2`, `bom`, `no-bom`, `exclusive` and `inclusive`. Properties
    /// that are not specified are as in the standard.
    ///
    /// - Throws: A ``Problem`` that names the word if it is unknown, not at the beginning, or contradicts another word.
    public init(parsing text: String) throws(Problem) {
        var dialect = OffsetDialect.standard
        /// The word that set each property, by the property's index.
        var said: [Int: Substring] = [:]
        for (index, part) in text.split(separator: ",", omittingEmptySubsequences: false).enumerated() {
            let word = String(part.filter { $0 != " " }).lowercased()
            if index == 0, let named = Self.named(word) {
                dialect = named
                continue
            }
            guard let thing = Self.words.firstIndex(where: { $0.contains { $0.word == word } }),
                let set = Self.words[thing].first(where: { $0.word == word })?.set
            else { throw Self.unknown(word) }
            guard said[thing].map({ $0 == part }) ?? true else {
                throw Problem(
                    "“\(said[thing] ?? "")” and “\(part)” contradict each other", suggestion: "use one of them")
            }
            said[thing] = part
            set(&dialect)
        }
        self = dialect
    }

    private typealias Word = (word: String, set: @Sendable (inout OffsetDialect) -> Void)

    /// One row for each property.
    private static let words: [[Word]] = [
        [("codepoint", { $0.unit = .codepoint }), ("utf16", { $0.unit = .utf16 })],
        [("crlf=1", { $0.countsCRLFAsTwo = false }), ("crlf=2", { $0.countsCRLFAsTwo = true })],
        [("bom", { $0.countsMark = true }), ("no-bom", { $0.countsMark = false })],
        [("exclusive", { $0.endIsInclusive = false }), ("inclusive", { $0.endIsInclusive = true })],
    ]

    private static func unknown(_ word: String) -> Problem {
        if named(word) != nil {
            return Problem(
                "the name “\(word)” must come first", suggestion: "write it first, as in \(word),inclusive")
        }
        let known = named.map(\.name) + words.joined().map(\.word)
        let suggestion =
            didYouMean(word, among: known)
            ?? "use \(named.map(\.name).joined(separator: ", ")), or words as in utf16,crlf=2,bom,inclusive"
        return Problem("unknown way of counting positions “\(word)”", suggestion: suggestion)
    }
}
