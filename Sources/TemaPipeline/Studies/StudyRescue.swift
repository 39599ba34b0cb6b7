import TemaCodebook
public import TemaModel
public import TemaStudy

/// Recovers a damaged study, and makes it usable.
public enum StudyRescue {
    /// Recovers a study (see ``TemaStudy/Rescue/save(_:into:)``). Codes that its codings have and its codebook lacks are added
    /// to the codebook.
    ///
    /// - Throws: A ``Problem`` if no row can be read, or the new study cannot be created.
    public static func save(_ path: String, into saved: String) throws(Problem) -> RescueResult {
        let result = try Rescue.save(path, into: saved)
        try Study(saved, for: .writing).addMissingCodes(by: "tema")
        return result
    }
}

extension Study {
    /// Adds the codes to the codebook that codings have and it lacks, without content.
    fileprivate func addMissingCodes(by coder: String) throws(Problem) {
        let used = Set(try usedCodes().map(\.code))
        let file = try? CodebookFile(of: self)
        var codebook = file?.codes.codebook ?? Codebook(id: "recovered")
        var known = Set(file?.codes.entries.map(\.path) ?? [])
        for path in used.sorted() {
            var parent: String?
            for id in path.split(separator: "/").map(String.init) {
                let own = parent.map { "\($0)/\(id)" } ?? id
                if known.insert(own).inserted {
                    codebook = try CodebookEdit.add(Code(id: id), under: parent).applied(to: codebook)
                }
                parent = own
            }
        }
        guard known.count > file?.codes.count ?? 0 else { return }
        try setCodebook(codebook, by: coder)
    }
}
