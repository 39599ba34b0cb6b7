public import TemaModel

extension CodeList {
    /// Returns the number of the code with a path, or with an id if only one code has it.
    ///
    /// - Throws: A ``Problem`` with the nearest known name if there is none, or with the paths if there are several.
    public func number(named name: String) throws(Problem) -> Int {
        if let exact = entries.firstIndex(where: { $0.path == name }) { return exact }
        let same = entries.indices.filter { entries[$0].code.id == name }
        if let only = same.first, same.count == 1 { return only }
        if same.count > 1 {
            let paths = same.map { entries[$0].path }.joined(separator: ", ")
            throw Problem("several codes have the id “\(name)”", suggestion: "enter one of the paths: \(paths)")
        }
        let known = entries.map(\.path) + entries.map(\.code.id)
        let nearest = didYouMean(name, among: known)
        throw Problem("unknown code “\(name)”", suggestion: nearest ?? "list the codes with `tema codebook show`")
    }

    /// Returns the path of the code with a path or an id.
    ///
    /// - Throws: A ``Problem`` if there is no such code, or several have the id; see ``number(named:)``.
    public func path(named name: String) throws(Problem) -> String { entries[try number(named: name)].path }

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
