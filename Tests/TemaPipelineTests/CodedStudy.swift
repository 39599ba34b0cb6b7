import Foundation
import TemaModel
import TemaStudy
import TestSupport

/// A study of one document and the codes `a` and `a/b`, in a temporary folder.
final class CodedStudy {
    let study: Study
    let codes: CodeList
    private let folder = TemporaryFolder()

    init() throws {
        study = try Study.create(at: folder.path("s.tema"))
        codes = CodeList(Codebook(id: "b", codes: [Code(id: "a", codes: [Code(id: "b")])]))
        let document = Document(id: "d", paragraphs: ["one", "two"])
        _ = try study.importDocuments(by: "ana") { take in try take(document) }
    }

    func tag(passage: Int, _ code: String, by coder: String) throws {
        _ = try study.tag("d", .passage(passage), code: code, by: coder, memo: nil)
    }
}
