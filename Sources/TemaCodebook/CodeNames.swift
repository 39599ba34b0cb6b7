import TemaModel

/// The codes of a codebook by all that other programs may call them: a path, an id, a name, or a path of names.
///
/// Capitals, and how the parts of a path are parted (`/`, `>`, `::`, `\`, `.`), make no difference.
package struct CodeNames: Sendable {
    /// What is known by each name: a code's path, or nothing where several codes have that name.
    private var paths: [String: String?] = [:]
    /// Paths as they are, which come before all else.
    private let exact: Set<String>
    private let names: [String]

    package init(_ codes: CodeList) {
        exact = Set(codes.entries.map(\.path))
        names = codes.entries.map(\.path) + codes.entries.map(\.name)
        /// The names of the codes above each, as far as the one before it.
        var above: [String] = []
        for entry in codes.entries {
            above = Array(above.prefix(entry.depth - 1)) + [entry.name]
            let own = entry.code.name.entries.map(\.value)
            for name in Set(([entry.path, entry.code.id, above.joined(separator: "/")] + own).map(Self.key)) {
                paths[name] = paths.keys.contains(name) ? .some(nil) : entry.path
            }
        }
    }

    /// The path of the code that a name means.
    ///
    /// - Throws: A ``Problem`` where there is none, with the nearest, or there are several.
    package func path(of name: String) throws(Problem) -> String {
        if exact.contains(name) { return name }
        let key = Self.key(name)
        // Taguette parts the levels of its tags by dots, which may stand in names too.
        let dotted = Self.key(String(name.map { $0 == "." ? "/" : $0 }))
        switch paths[paths.keys.contains(key) ? key : dotted] {
        case .some(.some(let path)): return path
        case .some(.none):
            throw Problem("several codes are named “\(name)”", suggestion: "give the path of one of them")
        case .none:
            let nearest = Suggestion.nearest(to: name, among: names).map { "did you mean “\($0)”?" }
            throw Problem(
                "the codebook has no code “\(name)”",
                suggestion: nearest ?? "add it to the codebook, or say --add-codes")
        }
    }

    private static func key(_ name: String) -> String {
        parts(of: name).joined(separator: "/").lowercased()
    }

    /// The parts of a path as other programs write it.
    static func parts(of name: String) -> [String] {
        var parts: [String] = []
        var part = String.UnicodeScalarView()
        func end() {
            let trimmed = part.drop { $0.properties.isWhitespace }.reversed().drop { $0.properties.isWhitespace }
            if !trimmed.isEmpty { parts.append(String(String.UnicodeScalarView(trimmed.reversed()))) }
            part = String.UnicodeScalarView()
        }
        let scalars = Array(name.unicodeScalars)
        for (at, scalar) in scalars.enumerated() {
            // A colon parts where there are two.
            let isDouble =
                scalar == ":"
                && (at + 1 < scalars.count && scalars[at + 1] == ":" || at > 0 && scalars[at - 1] == ":")
            if scalar == "/" || scalar == ">" || scalar == "\\" || isDouble { end() } else { part.append(scalar) }
        }
        end()
        return parts
    }
}
