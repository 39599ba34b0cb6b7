/// A path in a REFI-QDA project, read in the forms of the standard and in those that programs write instead.
enum RefiPath: Hashable {
    /// A file in the project's folder `sources`, by its path there: `internal://x`, `internal:/x`, `sources/x`, `x`.
    case inside(String)
    /// A file in the folder of the project file, by its path there: `relative:///x`.
    case beside(String)
    /// An absolute path, or one that could lead out of its folder. It is never opened.
    case outside

    init(_ text: String) {
        let path = text.replacing("\\", with: "/")
        let scheme = path.firstIndex(of: ":").map { path[..<$0].lowercased() }
        let name = (scheme == nil ? path[...] : path.dropFirst((scheme?.count ?? 0) + 1)).drop { $0 == "/" }
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        let isSafe = !name.contains(":") && !name.unicodeScalars.contains { $0.value < 0x20 }
        guard isSafe, parts.allSatisfy({ !["", ".", ".."].contains($0) }) else {
            self = .outside
            return
        }
        switch scheme {
        case "relative": self = .beside(String(name))
        case nil where path.hasPrefix("/"): self = .outside
        case "internal", nil:
            let isNamed = parts.count > 1 && parts[0].lowercased() == "sources"
            self = .inside(isNamed ? parts.dropFirst().joined(separator: "/") : String(name))
        default: self = .outside
        }
    }

    /// The path in the folder `sources`, or nil if the file is not in it.
    var inside: String? { if case .inside(let name) = self { name } else { nil } }
}
