/// A codebook's codes in the order in which they are written. Statistics refer to a code by its number, its index in
/// this list.
///
/// A code's descendants follow it directly, so a subtree is a range of numbers.
public struct CodeList: Sendable {
    /// A code and its position in the tree.
    public struct Entry: Sendable {
        /// The ids from the top level down to the code, joined by `/`.
        public let path: String
        /// The code's name, or its id if it has no name.
        public let name: String
        /// The depth in the tree: 1 for top-level codes.
        public let depth: Int
        /// The number of the parent, or nil for top-level codes.
        public let parent: Int?
        /// The number after the code's last descendant.
        public let end: Int
        /// The code itself, with the codes below it.
        public let code: Code
    }

    /// The codebook that the list was made from.
    public let codebook: Codebook
    /// The codes; a code's number is its index.
    public let entries: [Entry]
    /// Every indicator as written, in the order of the codes that own them. Evidence refers to an indicator by its
    /// index.
    public let indicators: [OwnedIndicator]

    /// An indicator and the code it belongs to.
    public struct OwnedIndicator: Sendable {
        /// The indicator as written.
        public let indicator: Indicator
        /// The language tag under which it is listed, or nil if no language was named.
        public let language: String?
        /// The number of the code that it indicates.
        public let code: Int
    }

    /// Creates the list of a codebook's codes and indicators.
    ///
    /// - Parameter language: The language of the names. A code without a name in it has its first name.
    public init(_ codebook: Codebook, namesIn language: String? = nil) {
        self.codebook = codebook
        var entries: [Entry] = []
        var indicators: [OwnedIndicator] = []
        func visit(_ codes: [Code], above: String, depth: Int, parent: Int?) {
            for code in codes {
                let number = entries.count
                let path = above + code.id
                entries.append(
                    Entry(
                        path: path, name: code.name.value(in: language) ?? code.id, depth: depth, parent: parent,
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

    /// The number of codes.
    public var count: Int { entries.count }

    /// Returns the name of a code's level, or an empty string below the last named level.
    public func level(of code: Int) -> String {
        let depth = entries[code].depth
        return depth <= codebook.levels.count ? codebook.levels[depth - 1] : ""
    }

    /// Returns the number of a level and its name, if it has one, such as `3 (theme)`.
    ///
    /// - Parameter level: The depth of its codes, 1 for the top level.
    package func name(ofLevel level: Int) -> String {
        codebook.levels.indices.contains(level - 1) ? "\(level) (\(codebook.levels[level - 1]))" : String(level)
    }

    /// The depth of the deepest named level that has codes, or of the deepest code if no level is named.
    public var deepestLevel: Int {
        let deepest = entries.map(\.depth).max() ?? 0
        return codebook.levels.isEmpty ? deepest : min(deepest, codebook.levels.count)
    }

    /// Whether a code precedes another one and is not above it. Only such codes are paired. The codes below a code are the
    /// range that follows it.
    package func isApart(_ earlier: Int, from later: Int) -> Bool { entries[earlier].end <= later }

    /// Returns, for each code, the code that it counts for: itself if the level is nil, otherwise itself or the ancestor
    /// at this depth; nil if there is none.
    package func counted(atLevel level: Int?) -> [Int?] {
        entries.indices.map { code in
            level.map { level in lineage(of: code).first { entries[$0].depth == level } } ?? code
        }
    }

    /// Returns the name of each code or, if another code has the same name, its path.
    ///
    /// - Complexity: O(*n*) in the number of codes.
    package func labels() -> [String] {
        let counts = Dictionary(entries.map { ($0.name, 1) }, uniquingKeysWith: +)
        return entries.map { counts[$0.name, default: 0] > 1 ? $0.path : $0.name }
    }

    /// Returns the numbers of the code and its ancestors, from the code upwards.
    public func lineage(of code: Int) -> [Int] {
        Array(sequence(first: code) { self.entries[$0].parent })
    }
}

extension Code {
    /// The number of codes in the subtree, including the code itself.
    fileprivate var size: Int { codes.reduce(1) { $0 + $1.size } }
}
