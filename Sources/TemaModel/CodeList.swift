/// A codebook's codes in the order they are written, each known by a number: what is counted with.
///
/// A code's descendants follow it at once, so a subtree is a range of numbers.
public struct CodeList: Sendable {
    public struct Entry: Sendable {
        /// Ids from the top, joined by `/`.
        public let path: String
        public let name: String
        /// 1 for the codes at the top.
        public let depth: Int
        public let parent: Int?
        /// The number after its last descendant's.
        public let end: Int
        public let code: Code
    }

    public let codebook: Codebook
    public let entries: [Entry]
    /// Every indicator as written, in the order of the codes that own them: what evidence names by number.
    public let indicators: [OwnedIndicator]

    public struct OwnedIndicator: Sendable {
        public let indicator: Indicator
        public let language: String?
        /// The number of the code it stands for.
        public let code: Int
    }

    public init(_ codebook: Codebook) {
        self.codebook = codebook
        var entries: [Entry] = []
        var indicators: [OwnedIndicator] = []
        func visit(_ codes: [Code], above: String, depth: Int, parent: Int?) {
            for code in codes {
                let number = entries.count
                let path = above + code.id
                entries.append(
                    Entry(
                        path: path, name: code.name.entries.first?.value ?? code.id, depth: depth, parent: parent,
                        end: number + code.size, code: code))
                for list in code.indicators.entries {
                    indicators += list.value.map {
                        OwnedIndicator(indicator: $0, language: list.language, code: number)
                    }
                }
                visit(code.codes, above: path + "/", depth: depth + 1, parent: number)
            }
        }
        visit(codebook.codes, above: "", depth: 1, parent: nil)
        self.entries = entries
        self.indicators = indicators
    }

    public var count: Int { entries.count }

    /// The name of a code's level, empty below the named ones.
    public func level(of code: Int) -> String {
        let depth = entries[code].depth
        return depth <= codebook.levels.count ? codebook.levels[depth - 1] : ""
    }

    /// The depth of the deepest named level that has codes; of the deepest code where no level is named.
    public var deepestLevel: Int {
        let deepest = entries.map(\.depth).max() ?? 0
        return codebook.levels.isEmpty ? deepest : min(deepest, codebook.levels.count)
    }

    /// The code and those above it, from itself upwards.
    public func lineage(of code: Int) -> [Int] {
        Array(sequence(first: code) { self.entries[$0].parent })
    }
}

extension Code {
    /// The number of codes in its subtree, itself included.
    fileprivate var size: Int { codes.reduce(1) { $0 + $1.size } }
}
