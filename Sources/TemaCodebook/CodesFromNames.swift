import TemaModel

/// Makes a codebook from the names of codings' codes alone: `Care > Mother` is a code with a parent.
package enum CodesFromNames {
    /// Returns a codebook with codes for some names.
    ///
    /// - Parameter names: The names, in the order of the codes.
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

    /// Returns an id made from a name, for a codebook without one.
    package static func id(of name: String) -> String {
        var ids = IDMaker()
        return ids.id(for: name)
    }

    /// Codes with one parent, in the order in which they are added.
    private struct Branch {
        private(set) var codes: [Code] = []
        private var below: [Branch] = []
        private var places: [String: Int] = [:]
        private var ids = IDMaker()

        /// Returns the path, from this branch, of the code with a path of names. Missing codes are added.
        mutating func path(of names: ArraySlice<String>) -> String {
            guard let name = names.first else { return "" }
            let index = places[name] ?? codes.count
            if index == codes.count {
                places[name] = index
                codes.append(Code(id: ids.id(for: name), name: ByLanguage(name)))
                below.append(Branch())
            }
            guard names.count > 1 else { return codes[index].id }
            let rest = below[index].path(of: names.dropFirst())
            codes[index].codes = below[index].codes
            return codes[index].id + "/" + rest
        }
    }
}
