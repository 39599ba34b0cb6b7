import TemaAnalysis
import TemaFormats
import TemaModel
import TemaStudy

/// A unit of a document to which at least one of the compared coders gave a code.
struct ComparedUnit {
    let document: Document
    /// The SHA-256 of the document's text.
    let hash: String
    /// The span of the unit, in UTF-8 offsets of the text.
    let span: Range<Int>
    /// For each compared coder of the document, the paths of the codes, each with the time of its latest coding.
    let codes: [String: [String: String]]

    /// The unit's id.
    var id: String { Reconciliation.id(of: document.id, hash: hash, span: span) }

    /// Whether all coders gave the same codes.
    var isAgreed: Bool { Set(codes.values.map { Set($0.keys) }).count == 1 }

    /// The codes that all coders gave, in order.
    var agreed: [String] {
        let sets = codes.values.map { Set($0.keys) }
        return (sets.first ?? []).filter { code in sets.allSatisfy { $0.contains(code) } }.sorted()
    }
}

extension Study {
    /// Returns the coders who have coded or marked a document as done, except the consensus.
    func activeCoders() throws(Problem) -> [String] {
        try coders().filter { $0.codings + $0.done > 0 && $0.coder != Study.consensus }.map(\.coder)
    }

    /// Returns the coders to compare: those named or, without names, all who have coded or marked a document as done,
    /// except the consensus.
    ///
    /// - Throws: A ``Problem`` if a coder is unknown, or there are fewer than two.
    func comparedCoders(_ names: [String]?) throws(Problem) -> [String] {
        var chosen: [String] = []
        if let names {
            for name in names where !chosen.contains(name) { chosen.append(try coder(named: name)) }
        } else {
            chosen = try activeCoders()
        }
        guard chosen.count > 1 else {
            throw Problem(
                "agreement needs at least two coders", suggestion: "list the coders with `tema coders`", file: path)
        }
        return chosen
    }

    /// Passes each unit with codes to a body, document by document, in the documents that at least two of the coders have
    /// coded or marked as done. Orphaned codings are ignored.
    ///
    /// - Complexity: Linear in the codings and in the units that they cover.
    func eachComparedUnit(
        _ unit: CodingUnit, _ coders: [String], _ body: (ComparedUnit) throws(Problem) -> Void
    ) throws(Problem) {
        let done = Dictionary(grouping: try doneMarks(), by: \.document)
        let coded = Set(try codedDocuments())
        for id in try documentIDs() where coded.contains(id) {
            let codings = try codings(of: id).filter { $0.state != .lost && coders.contains($0.coder) }
            let present = Set(codings.map(\.coder) + (done[id] ?? []).map(\.coder)).intersection(coders)
            guard present.count > 1 else { continue }
            let document = try document(id)
            let hash = SHA256.hex(document.text.utf8)
            let spans = unit.spans(in: document)
            let none = Dictionary(uniqueKeysWithValues: present.map { ($0, [String: String]()) })
            var given: [Int: [String: [String: String]]] = [:]
            for coding in codings where coding.hash == hash {
                for index in spans.reached(by: coding.span) {
                    let earlier = given[index]?[coding.coder]?[coding.code] ?? ""
                    given[index, default: none][coding.coder, default: [:]][coding.code] = max(earlier, coding.at)
                }
            }
            for (index, codes) in given.sorted(by: { $0.key < $1.key }) {
                try body(ComparedUnit(document: document, hash: hash, span: spans[index], codes: codes))
            }
        }
    }
}
