import Foundation
import TemaModel
import TestSupport

@testable import TemaStudy

/// The path of a study in a temporary folder.
final class Place {
    private let folder = TemporaryFolder()
    let path: String

    init() { path = folder.path("s.tema") }

    var bytes: Data { FileManager.default.contents(atPath: path) ?? Data() }
}

enum Composed {
    /// Returns a document of paragraphs.
    static func document(_ id: String, _ paragraphs: [String]) -> Document {
        Document(id: id, source: "\(id).txt", paragraphs: paragraphs)
    }

    static let lake = document(
        "lake", ["She went to the lake.", "The lake was cold, and the boat was gone.", "Nobody saw the boat again."])

    /// Reads no codes from codebooks, which are not YAML in these tests.
    static let noCodes: @Sendable (String) throws(Problem) -> [String: String] = { _ throws(Problem) in [:] }

    /// Creates a study without codings.
    static func study(at place: Place, _ documents: [Document] = [lake]) throws -> Study {
        let study = try Study.create(at: place.path)
        _ = try study.importDocuments(by: "ana") { take in for document in documents { try take(document) } }
        return study
    }
}

extension Study {
    /// Merges a copy whose codebook is the same, or keeps this study's codebook.
    func merge(_ theirs: Study, by coder: String) throws(Problem) -> MergeResult {
        try merge(theirs, by: coder) { copies throws(Problem) in
            UnitedCodebook(yaml: copies.ours, ourPaths: [:], theirPaths: [:], earlierPaths: [:], conflicts: [])
        }
    }

    /// Undoes anyone's last actions, without reading codebooks.
    func undo(_ count: Int, by coder: String) throws(Problem) -> [Action] {
        try revert(.undo, last: count, by: coder, anyone: true, codes: Composed.noCodes)
    }

    /// Redoes anyone's last undone actions, without reading codebooks.
    func redo(_ count: Int, by coder: String) throws(Problem) -> [Action] {
        try revert(.redo, last: count, by: coder, anyone: true, codes: Composed.noCodes)
    }
}
