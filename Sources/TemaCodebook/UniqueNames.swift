/// Makes names unique: a name that is already used gets a number, from 2.
package struct UniqueNames {
    private var taken: Set<String> = []
    /// The last number that was added to a name. It avoids trying all numbers again for each duplicate.
    private var last: [String: Int] = [:]
    private let separator: String
    private let ignoresCase: Bool

    /// Creates an empty set of names.
    ///
    /// - Parameters:
    ///   - separator: The text before the number.
    ///   - ignoringCase: Whether names that differ only in case are equal, as in some file systems.
    package init(separator: String = "-", ignoringCase: Bool = false) {
        (self.separator, ignoresCase) = (separator, ignoringCase)
    }

    /// Returns a name, with a number if it is already used.
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

/// Makes unique ids from names, for sibling codes. Ids may contain letters of any script, and differ in more than case.
package struct IDMaker {
    package init() {}

    private var names = UniqueNames(ignoringCase: true)

    /// Returns the id for a name: white space, slashes and control characters are replaced by hyphens, and a number is
    /// added if a sibling has the same id.
    package mutating func id(for name: String) -> String { names.unique(Self.bare(name)) }

    private static func bare(_ name: String) -> String {
        let parts = name.unicodeScalars.split {
            $0 == "/" || $0 == "-" || $0.properties.isWhitespace || $0.properties.generalCategory == .control
        }
        let joined = parts.map { String(String.UnicodeScalarView($0)) }.joined(separator: "-")
        // Leaves space for a number.
        let short = String.UnicodeScalarView(joined.unicodeScalars.prefix(CodebookLimits.idLength - 10))
        return short.isEmpty ? "code" : String(short)
    }
}
