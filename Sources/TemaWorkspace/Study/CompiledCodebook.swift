import TemaCoding
import TemaModel
import TemaPipeline
import TemaStudy

/// A study's codebook, ready to code documents.
struct CompiledCodebook: Sendable {
    /// The number of the action that made this version of the codebook.
    let version: Int64
    let codes: CodeList
    private let matcher: Matcher

    init(of study: Study, version: Int64) throws(Problem) {
        self.version = version
        codes = try CodebookFile(of: study).codes
        matcher = try Matcher(codes)
    }

    /// Returns the automatic codings of a document.
    func code(_ document: Document) -> CodedDocument {
        var coder = AutomaticCoder(matcher, PassageChoice())
        return coder.code(document)
    }

    /// Returns the automatic coding of a passage with a code, or nil if the codebook does not find the code there.
    func automaticCoding(of opened: OpenDocument, passage: Int, code: String) -> AutomaticCoding? {
        let coded = self.code(opened.document)
        guard let coding = coded.codings.first(where: { $0.passage == passage && codes.entries[$0.code].path == code })
        else { return nil }
        return AutomaticCoding(
            document: opened.document.id, hash: opened.hash, passage: passage, code: code,
            evidence: coded.evidence(of: coding).map(\.span))
    }
}
