import ArgumentParser
import TemaCodebook
import TemaModel

extension CodeList {
    /// The number of the code that a person names by its path, or by its id where only one code has it.
    func number(named name: String) throws -> Int {
        if let exact = entries.firstIndex(where: { $0.path == name }) { return exact }
        let same = entries.indices.filter { entries[$0].code.id == name }
        if let only = same.first, same.count == 1 { return only }
        if same.count > 1 {
            let paths = same.map { entries[$0].path }.joined(separator: ", ")
            throw ValidationError("“\(name)” is the id of several codes; give the path: \(paths)")
        }
        let known = entries.map(\.path) + entries.map(\.code.id)
        let nearest = Suggestion.nearest(to: name, among: known).map { "; did you mean “\($0)”?" }
        throw ValidationError("the codebook has no code “\(name)”\(nearest ?? "; `tema codebook show` lists them")")
    }

    /// The depth of the level that a person names, or gives as a number from the top.
    func depth(ofLevel name: String) throws -> Int {
        if let at = codebook.levels.firstIndex(of: name) { return at + 1 }
        if let number = Int(name), (1...max(1, entries.map(\.depth).max() ?? 1)).contains(number) { return number }
        throw ValidationError("the codebook has no level “\(name)”; \(didYouMean(name, codebook.levels))")
    }
}
