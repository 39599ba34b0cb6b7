import TemaAnalysis
public import TemaModel
public import TemaStudy

extension Study {
    /// Assigns the documents that no one is assigned to, at random and evenly: the numbers of documents of two coders
    /// differ by one at most.
    ///
    /// - Parameters:
    ///   - coders: The coders' names.
    ///   - shared: The number of documents that every coder gets, for example to compare the coders.
    ///   - seed: The random seed. Equal seeds divide equal documents equally.
    ///   - coder: The person who assigns.
    /// - Returns: The documents that were assigned, each with its coders, in the order of the study.
    /// - Throws: A ``Problem`` if there are fewer documents than are to be shared, a coder is unknown, or the study
    ///   cannot be written.
    public func assignEvenly(
        to coders: [String], shared: Int = 0, seed: UInt64 = 1, by coder: String
    ) throws(Problem) -> [(document: String, coders: [String])] {
        let assigned = Set(try assignments().map(\.document))
        let open = try documentIDs().filter { !assigned.contains($0) }
        guard 0...open.count ~= shared else {
            throw Problem(
                "\(counted(open.count, "document")) \(open.count == 1 ? "is" : "are") not assigned yet, so that \(shared) cannot be shared",
                suggestion: "share fewer", file: path)
        }
        let division = EvenDivision.of(open, among: coders, shared: shared, seed: seed)
        _ = try assign(division, by: coder)
        return division
    }
}

/// A random division of documents among coders.
enum EvenDivision {
    /// Returns each document with its coders, in the order of the documents.
    ///
    /// - Parameter shared: The number of documents that every coder gets.
    static func of(
        _ documents: [String], among coders: [String], shared: Int, seed: UInt64
    ) -> [(document: String, coders: [String])] {
        guard !coders.isEmpty else { return [] }
        var random = SplitMix64(seed)
        var chosen: [Int: [String]] = [:]
        for (place, index) in documents.indices.shuffled(using: &random).enumerated() {
            chosen[index] = place < shared ? coders : [coders[(place - shared) % coders.count]]
        }
        return documents.indices.map { (documents[$0], chosen[$0] ?? []) }
    }
}
