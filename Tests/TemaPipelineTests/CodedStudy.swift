import Foundation
import TemaModel
import TemaStudy

/// A study of one document with the codes `a` and `a/b`, in a folder of its own.
final class CodedStudy {
    let study: Study
    let codes: CodeList
    private let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        study = try Study.create(at: folder.appending(path: "s.tema").path)
        codes = CodeList(Codebook(id: "b", codes: [Code(id: "a", codes: [Code(id: "b")])]))
        let document = Document(
            id: "d", text: Text("one\n\ntwo"),
            passages: [0..<3, 5..<8].map { Passage(kind: .paragraph, sectionType: .other, span: $0) })
        _ = try study.importDocuments(by: "ana") { take in try take(document) }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func tag(passage: Int, _ code: String, by coder: String) throws {
        _ = try study.tag("d", .passage(passage), code: code, by: coder, memo: nil)
    }
}
