public import TemaModel

extension CodeList {
    /// Returns the number of the code with a path; otherwise of the only code with an id, a name in any language, or a path
    /// that ends with this text.
    ///
    /// Names and ends are compared without regard to case. The first of these ways that finds a code decides.
    ///
    /// - Throws: A ``Problem`` with the nearest known name if there is none, or with the paths if there are several.
    public func number(named name: String) throws(Problem) -> Int {
        if let exact = entries.firstIndex(where: { $0.path == name }) { return exact }
        let wanted = name.lowercased()
        let ways: [(what: String, fits: (Entry) -> Bool)] = [
            ("the id", { $0.code.id == name }),
            ("the name", { $0.name == name || $0.code.name.entries.contains { $0.value.lowercased() == wanted } }),
            (
                "a path that ends with",
                { $0.path.lowercased().hasSuffix("/" + wanted) || $0.path.lowercased() == wanted }
            ),
        ]
        for (what, fits) in ways {
            let same = entries.indices.filter { fits(entries[$0]) }
            if let only = same.first, same.count == 1 { return only }
            guard same.isEmpty else {
                let paths = same.map { entries[$0].path }.joined(separator: ", ")
                throw Problem("several codes have \(what) “\(name)”", suggestion: "enter one of the paths: \(paths)")
            }
        }
        let known = entries.map(\.path) + entries.map(\.code.id)
        let nearest = didYouMean(name, among: known) ?? didYouMean(name, among: entries.map(\.name))
        throw Problem(
            "unknown code “\(name)”", kind: .missing, suggestion: nearest ?? "list the codes with `tema codebook show`")
    }

    /// Returns the path of the code with a path, id, name or end of a path.
    ///
    /// - Throws: A ``Problem`` if there is no such code, or several have the id; see ``number(named:)``.
    public func path(named name: String) throws(Problem) -> String { entries[try number(named: name)].path }

    /// Returns the numbers of codes and of all codes below them.
    ///
    /// - Throws: A ``Problem`` if there is no such code, or several have the name; see ``number(named:)``.
    public func subtrees(named names: [String]) throws(Problem) -> Set<Int> {
        var numbers: Set<Int> = []
        for name in names {
            let code = try number(named: name)
            numbers.formUnion(code..<entries[code].end)
        }
        return numbers
    }

    /// Returns the depth of the level with a name or a number, where 1 is the top level.
    ///
    /// - Throws: A ``Problem`` with the nearest known name if there is none.
    public func depth(ofLevel name: String) throws(Problem) -> Int {
        if let index = codebook.levels.firstIndex(of: name) { return index + 1 }
        if let number = Int(name), (1...max(1, entries.map(\.depth).max() ?? 1)).contains(number) { return number }
        let known =
            codebook.levels.isEmpty ? "enter its number, from 1 for the top level" : didYouMean(name, codebook.levels)
        throw Problem("unknown level “\(name)”", suggestion: known)
    }
}
