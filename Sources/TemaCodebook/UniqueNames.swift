/// Names that must differ from one another: one that has been given already gets a number behind it, from 2.
package struct UniqueNames {
    private var taken: Set<String> = []
    /// The number that a name was given last, so that a thousand equal names are not tried a thousand times each.
    private var last: [String: Int] = [:]
    private let separator: String
    private let ignoresCase: Bool

    /// - Parameters:
    ///   - separator: What stands before the number.
    ///   - ignoringCase: Whether names that differ only in capitals are the same, as to some file systems they are.
    package init(separator: String = "-", ignoringCase: Bool = false) {
        (self.separator, ignoresCase) = (separator, ignoringCase)
    }

    package mutating func unique(_ name: String) -> String {
        var candidate = name
        while !taken.insert(folded(candidate)).inserted {
            last[folded(name), default: 1] += 1
            candidate = "\(name)\(separator)\(last[folded(name), default: 2])"
        }
        return candidate
    }

    private func folded(_ name: String) -> String { ignoresCase ? name.lowercased() : name }
}

/// Makes ids for codes that have only names: letters of any script, each different from its siblings' also in small letters.
package struct MadeIDs {
    package init() {}

    private var names = UniqueNames(ignoringCase: true)

    /// - Returns: The name with hyphens in the place of white space, slashes and control characters, and with a number behind it
    ///   where a sibling has it already.
    package mutating func id(for name: String) -> String { names.unique(Self.bare(name)) }

    private static func bare(_ name: String) -> String {
        let parts = name.unicodeScalars.split {
            $0 == "/" || $0 == "-" || $0.properties.isWhitespace || $0.properties.generalCategory == .control
        }
        let joined = parts.map { String(String.UnicodeScalarView($0)) }.joined(separator: "-")
        // Room is left for a number.
        let short = String.UnicodeScalarView(joined.unicodeScalars.prefix(CodebookLimits.idLength - 10))
        return short.isEmpty ? "code" : String(short)
    }
}
