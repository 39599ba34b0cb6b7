import TemaCodebook
public import TemaModel
import TemaRefi
public import TemaStudy

extension Study {
    /// Merges the changes of another copy of this study. The codebooks are united code by code.
    ///
    /// - Throws: A ``Problem`` if both are the same file, a codebook or a row is damaged, or the study cannot be backed up
    ///   or written. The study is then unchanged.
    public func merge(_ theirs: Study, by coder: String) throws(Problem) -> MergeResult {
        try merge(theirs, by: coder) { [path] copies throws(Problem) in try UnitedCodebook(copies, path: path) }
    }
}

extension UnitedCodebook {
    fileprivate init(_ copies: CodebookCopies, path: String) throws(Problem) {
        let ancestor = try copies.ancestor.map { yaml throws(Problem) in try Self.codebook(yaml, path) }
        let (ours, theirs) = (try Self.codebook(copies.ours, path), try Self.codebook(copies.theirs, path))
        // GUIDs that codes do not have yet are made of the codebook's id, which may have been changed, too.
        let id = ancestor?.id ?? (copies.isOursNewer ? ours : theirs).id
        func side(_ codebook: Codebook, _ used: Set<String> = []) -> CodebookSide {
            CodebookSide(codebook, guids: RefiCodeGUIDs.all(in: codebook, id: id), used: used)
        }
        let before = ancestor.map { side($0) }
        let (we, they) = (side(ours, copies.usedByUs), side(theirs, copies.usedByThem))
        // If only one copy changed, the result is its codebook, in its order.
        let prefersOurs = copies.ours != copies.ancestor && (copies.theirs == copies.ancestor || copies.isOursNewer)
        let merge = CodebookMerge(before, prefersOurs ? we : they, prefersOurs ? they : we)
        let (first, second) = (merge.firstPaths, merge.secondPaths)
        self.init(
            yaml: CodebookYAML.write(RefiCodeGUIDs.withoutDerived(merge.codebook, id: id)),
            ourPaths: prefersOurs ? first : second, theirPaths: prefersOurs ? second : first,
            earlierPaths: merge.ancestorPaths, conflicts: merge.conflicts)
    }

    private static func codebook(_ yaml: String, _ path: String) throws(Problem) -> Codebook {
        let (codebook, problems) = CodebookYAML.read(Array(yaml.utf8), file: path)
        guard let codebook else {
            throw problems.first { $0.severity == .error } ?? Problem("the codebook is damaged", file: path)
        }
        return codebook
    }
}
