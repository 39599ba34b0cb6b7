import TemaCoding
public import TemaModel
public import TemaStudy

/// A code that a passage gains or loses when one codebook replaces another.
public struct CodingChange: Sendable, Hashable {
    /// The id of the document.
    public let document: String
    /// The passage's number among the document's, from 0.
    public let passage: Int
    /// The code's path.
    public let code: String
    /// Whether the passage gains the code; otherwise it loses it.
    public let isGained: Bool
}

extension Study {
    /// Compares the codings of two codebooks in the study's documents.
    ///
    /// - Parameters:
    ///   - old: The codes of the old codebook.
    ///   - new: The codes of the new codebook.
    ///   - body: Receives each difference, document by document.
    /// - Returns: The numbers of codings gained and lost.
    /// - Throws: A ``Problem`` if a codebook cannot be compiled or a document cannot be read, or what the body throws.
    public func codingChanges(
        from old: CodeList, to new: CodeList, _ body: (CodingChange) throws(Problem) -> Void
    ) throws(Problem) -> (gained: Int, lost: Int) {
        var (old, new) = (AutomaticCoder(try Matcher(old)), AutomaticCoder(try Matcher(new)))
        var counts = (gained: 0, lost: 0)
        for id in try documentIDs() {
            let document = try document(id)
            guard document.parent == nil else { continue }
            let (before, after) = (Given.all(document, &old), Given.all(document, &new))
            counts.gained += after.subtracting(before).count
            counts.lost += before.subtracting(after).count
            for given in before.symmetricDifference(after).sorted() {
                try body(
                    CodingChange(
                        document: id, passage: given.passage, code: given.code, isGained: after.contains(given)))
            }
        }
        return counts
    }
}

/// A code of a passage.
private struct Given: Hashable, Comparable {
    let passage: Int
    let code: String

    static func < (one: Given, other: Given) -> Bool { (one.passage, one.code) < (other.passage, other.code) }

    static func all(_ document: Document, _ coder: inout AutomaticCoder) -> Set<Given> {
        let codes = coder.matcher.codes
        return Set(
            coder.code(document).codings.map { Given(passage: $0.passage, code: codes.entries[$0.code].path) })
    }
}
