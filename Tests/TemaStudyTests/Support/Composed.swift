import Foundation
import TemaModel

@testable import TemaStudy

/// Numbers that look random and are the same for the same seed.
struct Seeded: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state &* 0x2545_F491_4F6C_DD1D
    }
}

/// A place of its own for a study, gone when the test is over.
final class Place {
    let path: String

    init() {
        path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).tema").path
    }

    deinit {
        for suffix in ["", "-journal", ".backups"] { try? FileManager.default.removeItem(atPath: path + suffix) }
    }

    var bytes: Data { FileManager.default.contents(atPath: path) ?? Data() }
}

enum Composed {
    /// A document of paragraphs.
    static func document(_ id: String, _ paragraphs: [String]) -> Document {
        var document = Document(id: id, source: "\(id).txt")
        var text: [UInt8] = []
        for paragraph in paragraphs {
            if !text.isEmpty { text += [0x0A, 0x0A] }
            let start = text.count
            text += paragraph.utf8
            document.passages.append(Passage(kind: .paragraph, sectionType: .other, span: start..<text.count))
        }
        document.text = Text(utf8: text)
        return document
    }

    static let lake = document(
        "lake", ["She went to the lake.", "The lake was cold, and the boat was gone.", "Nobody saw the boat again."])

    /// A study with one document, coded by nobody.
    static func study(at place: Place, _ documents: [Document] = [lake]) throws -> Study {
        let study = try Study.create(at: place.path)
        _ = try study.importDocuments(by: "ana") { take in for document in documents { try take(document) } }
        return study
    }
}
