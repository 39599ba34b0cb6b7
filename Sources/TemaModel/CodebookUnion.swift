extension Codebook {
    /// This codebook with the codes of another one that it does not have, each under the code that it stands under there.
    ///
    /// Codes beside each other are the same where their ids are, or where one has a name of the other: programs that know
    /// names alone give back codes with other ids. What this codebook says of a code stays.
    ///
    /// - Returns: The codebook, and the path in it of each code of the other one, by its path there.
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
        for (at, code) in own.enumerated() {
            for name in code.names where names[name] == nil { names[name] = at }
        }
        for other in others {
            let at = ids[other.id] ?? other.names.lazy.compactMap { names[$0] }.first ?? codes.count
            if at == codes.count {
                var bare = other
                bare.codes = []
                ids[other.id] = at
                codes.append(bare)
            }
            let path = above + codes[at].id
            paths[aboveOther + other.id] = path
            codes[at].codes = united(
                codes[at].codes, other.codes, above: path + "/", aboveOther: aboveOther + other.id + "/")
        }
        return codes
    }
}

extension Code {
    /// What people call it: its names, or its id where it has none.
    fileprivate var names: [String] { name.isEmpty ? [id] : name.entries.map(\.value) }
}
