public import TemaModel

// What `--offsets` takes and what is shown.
extension OffsetDialect: CustomStringConvertible {
    /// All of them, the standard first.
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
    /// NVivo's was measured in a file of NVivo 12 for Windows. Of ATLAS.ti and MAXQDA it is known how they count line ends.
    public static let named: [(name: String, dialect: OffsetDialect)] = [
        ("standard", .standard), ("nvivo", OffsetDialect(unit: .utf16, countsCRLFAsTwo: true)),
        ("atlas", .standard), ("maxqda", OffsetDialect(countsCRLFAsTwo: true)),
    ]

    /// The dialect that `--offsets` and `--dialect` call by a name.
    public static func named(_ name: String) -> OffsetDialect? { named.first { $0.name == name }?.dialect }

    /// As ``init(parsing:)`` takes it, such as `utf16,crlf=2`. It begins with the unit and ends with what differs from the standard.
    public var description: String {
        var parts = [unit.rawValue, countsCRLFAsTwo ? "crlf=2" : "crlf=1"]
        if countsMark { parts.append("bom") }
        if endIsInclusive { parts.append("inclusive") }
        return parts.joined(separator: ",")
    }

    /// Reads what a person has said: a name, or words parted by commas, or a name and words that say what is different.
    ///
    /// The words are `codepoint`, `utf16`, `crlf=1`, `crlf=2`, `bom`, `no-bom`, `exclusive` and `inclusive`. What is not said is as the
    /// standard has it.
    ///
    /// - Throws: A ``Problem`` that names the word that is none, or that contradicts another.
    public init(parsing text: String) throws(Problem) {
        var dialect = OffsetDialect.standard
        /// What was said already of each thing that can be said, by its number.
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
                    "“\(said[thing] ?? "")” and “\(part)” contradict each other", suggestion: "say one of them")
            }
            said[thing] = part
            set(&dialect)
        }
        self = dialect
    }

    private typealias Word = (word: String, set: @Sendable (inout OffsetDialect) -> Void)

    /// One row for each thing that can be said.
    private static let words: [[Word]] = [
        [("codepoint", { $0.unit = .codepoint }), ("utf16", { $0.unit = .utf16 })],
        [("crlf=1", { $0.countsCRLFAsTwo = false }), ("crlf=2", { $0.countsCRLFAsTwo = true })],
        [("bom", { $0.countsMark = true }), ("no-bom", { $0.countsMark = false })],
        [("exclusive", { $0.endIsInclusive = false }), ("inclusive", { $0.endIsInclusive = true })],
    ]

    private static func unknown(_ word: String) -> Problem {
        if named(word) != nil {
            return Problem(
                "“\(word)” stands behind what it would undo", suggestion: "say it first, as in \(word),inclusive")
        }
        let known = named.map(\.name) + words.joined().map(\.word)
        let suggestion =
            Suggestion.nearest(to: word, among: known).map { "did you mean “\($0)”?" }
            ?? "say one of \(named.map(\.name).joined(separator: ", ")), or such as utf16,crlf=2,bom,inclusive"
        return Problem("“\(word)” says nothing of how positions are counted", suggestion: suggestion)
    }
}
