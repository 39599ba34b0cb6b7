import TemaFormats
import TemaModel
import TemaStudy

/// The passages that people coded with a code or with a code below it, in documents that are divided by chance.
struct HandCodedPassages {
    /// The ids of the documents in which indicators are sought.
    let trained: [String]
    /// The ids of the documents in which they are measured.
    let heldOut: Set<String>
    private let known: Set<String>
    private let targets: [String: Set<Int>]

    /// The fewest documents of which some are held out.
    private static let fewest = 4

    /// - Parameters:
    ///   - code: The path of the code.
    ///   - coder: The coder's name, or nil for all coders.
    init(_ study: Study, code: String, coder: String?, seed: UInt64) throws(Problem) {
        var targets: [String: Set<Int>] = [:]
        var read: [String] = []
        for id in try study.documents(readBy: coder) {
            let document = try study.document(id)
            guard document.parent == nil else { continue }
            read.append(id)
            let chosen = Set(document.codedByDefault)
            for (span, own) in try study.codedSpans(of: id, by: coder)
            where own == code || own.hasPrefix(code + "/") {
                targets[id, default: []].formUnion(chosen.intersection(document.passages(in: span)))
            }
        }
        self.targets = targets
        let drawn = read.map { (hash: SHA256.hex(Array("\(seed)\t\($0)".utf8)), id: $0) }
            .sorted { ($0.hash, $0.id) < ($1.hash, $1.id) }.map(\.id)
        let held = drawn.count < Self.fewest ? [] : drawn.indices.filter { $0 % 3 == 2 }.map { drawn[$0] }
        heldOut = Set(held)
        trained = drawn.filter { !held.contains($0) }
        known = Set(trained)
    }

    /// Returns whether indicators are sought in a document.
    func isTrained(_ document: String) -> Bool { known.contains(document) }

    /// Returns whether a passage has the code by hand.
    func isTarget(_ passage: Int, of document: String) -> Bool { targets[document]?.contains(passage) ?? false }
}

extension Document {
    /// The indices of the passages of the kinds that are coded by default.
    var codedByDefault: [Int] {
        passages.indices.filter { PassageKind.codedByDefault.contains(passages[$0].kind) }
    }
}
