extension Codebook {
    /// Returns this codebook with the missing codes of another codebook added, each under the code that matches its
    /// parent.
    ///
    /// Codes with the same parent match if they have the same id or share a name, because programs that store only
    /// names export codes with other ids. The content of a code that is in both codebooks is not changed.
    ///
    /// - Returns: The codebook, and the path in it of each code of the other codebook, by its path there.
    public func united(with other: Codebook) -> (codebook: Codebook, paths: [String: String]) {
        var union = CodeUnion()
        var united = self
        united.codes = union.united(codes, other.codes, above: "", aboveOther: "")
        return (united, union.paths)
    }
}

private struct CodeUnion {
    var paths: [String: String] = [:]

    mutating func united(_ own: [Code], _ others: [Code], above: String, aboveOther: String) -> [Code] {
        var codes = own
        var ids = Dictionary(own.enumerated().map { ($0.element.id, $0.offset) }) { first, _ in first }
        var names: [String: Int] = [:]
        for (index, code) in own.enumerated() {
            for name in code.names where names[name] == nil { names[name] = index }
        }
        for other in others {
            let index = ids[other.id] ?? other.names.lazy.compactMap { names[$0] }.first ?? codes.count
            if index == codes.count {
                var bare = other
                bare.codes = []
                ids[other.id] = index
                codes.append(bare)
            }
            let path = above + codes[index].id
            paths[aboveOther + other.id] = path
            codes[index].codes = united(
                codes[index].codes, other.codes, above: path + "/", aboveOther: aboveOther + other.id + "/")
        }
        return codes
    }
}

extension Code {
    /// The code's names in all languages, or its id if it has no name.
    fileprivate var names: [String] { name.isEmpty ? [id] : name.entries.map(\.value) }
}
