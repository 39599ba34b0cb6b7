import TemaModel

/// A codebook made of nothing but the names that codings have for their codes: `Care > Mother` is a code under another.
package enum MadeCodes {
    /// - Parameter names: In the order in which the codes are to stand.
    /// - Returns: The codebook, and the path of each name's code.
    package static func codebook(id: String, of names: [String]) -> (codebook: Codebook, paths: [String: String]) {
        var root = Branch()
        var paths: [String: String] = [:]
        for name in names where paths[name] == nil {
            let parts = Array(CodeNames.parts(of: name).prefix(CodebookLimits.depth))
            paths[name] = root.path(of: (parts.isEmpty ? [name] : parts)[...])
        }
        return (Codebook(id: id, codes: root.codes), paths)
    }

    /// An id for a codebook that comes without one, made of a name.
    package static func id(of name: String) -> String {
        var ids = MadeIDs()
        return ids.id(for: name)
    }

    /// Codes with one parent, in the order in which they were met.
    private struct Branch {
        private(set) var codes: [Code] = []
        private var below: [Branch] = []
        private var places: [String: Int] = [:]
        private var ids = MadeIDs()

        /// The path from here of the code that names lead to; what is missing on the way is made.
        mutating func path(of names: ArraySlice<String>) -> String {
            guard let name = names.first else { return "" }
            let at = places[name] ?? codes.count
            if at == codes.count {
                places[name] = at
                codes.append(Code(id: ids.id(for: name), name: ByLanguage(name)))
                below.append(Branch())
            }
            guard names.count > 1 else { return codes[at].id }
            let rest = below[at].path(of: names.dropFirst())
            codes[at].codes = below[at].codes
            return codes[at].id + "/" + rest
        }
    }
}
