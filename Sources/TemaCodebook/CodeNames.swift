import TemaModel

/// Finds the codes of a codebook by the names that other programs use: a path, an id, a name, or a path of names.
///
/// Case is ignored. The parts of a path may be separated by `/`, `>`, `::`, `\` or `.`.
package struct CodeNames: Sendable {
    /// For each name the path of its code, or nil if several codes have the name.
    private var paths: [String: String?] = [:]
    /// The exact paths, which have priority.
    private let exact: Set<String>
    private let names: [String]

    package init(_ codes: CodeList) {
        exact = Set(codes.entries.map(\.path))
        names = codes.entries.map(\.path) + codes.entries.map(\.name)
        /// The names of the ancestors of the current code.
        var above: [String] = []
        for entry in codes.entries {
            above = Array(above.prefix(entry.depth - 1)) + [entry.name]
            let own = entry.code.name.entries.map(\.value)
            for name in Set(([entry.path, entry.code.id, above.joined(separator: "/")] + own).map(Self.key)) {
                paths[name] = paths.keys.contains(name) ? .some(nil) : entry.path
            }
        }
    }

    /// Returns the path of the code with a name.
    ///
    /// - Throws: A ``Problem`` if no code has the name, with the nearest name as suggestion, or if several codes have
    ///   it.
    package func path(of name: String) throws(Problem) -> String {
        if exact.contains(name) { return name }
        let key = Self.key(name)
        // Taguette separates the levels of its tags by dots, which may also be part of names.
        let dotted = Self.key(String(name.map { $0 == "." ? "/" : $0 }))
        switch paths[paths.keys.contains(key) ? key : dotted] {
        case .some(.some(let path)): return path
        case .some(.none):
            throw Problem("several codes are named “\(name)”", suggestion: "use the path of one of them")
        case .none:
            let nearest = didYouMean(name, among: names)
            throw Problem(
                "the codebook has no code “\(name)”",
                suggestion: nearest ?? "add it to the codebook, or use --add-codes")
        }
    }

    private static func key(_ name: String) -> String {
        parts(of: name).joined(separator: "/").lowercased()
    }

    /// Returns the parts of a path as other programs write it.
    static func parts(of name: String) -> [String] {
        var parts: [String] = []
        var part = String.UnicodeScalarView()
        func end() {
            let trimmed = part.drop { $0.properties.isWhitespace }.reversed().drop { $0.properties.isWhitespace }
            if !trimmed.isEmpty { parts.append(String(String.UnicodeScalarView(trimmed.reversed()))) }
            part = String.UnicodeScalarView()
        }
        let scalars = Array(name.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            // Only a double colon is a separator.
            let isDouble =
                scalar == ":"
                && (index + 1 < scalars.count && scalars[index + 1] == ":" || index > 0 && scalars[index - 1] == ":")
            if scalar == "/" || scalar == ">" || scalar == "\\" || isDouble { end() } else { part.append(scalar) }
        }
        end()
        return parts
    }
}
