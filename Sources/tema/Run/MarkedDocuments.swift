import TemaAnalysis
import TemaModel
import TemaStudy

extension Study {
    /// Gives each document that has codings by hand with these; those that were lost have no words.
    ///
    /// - Parameter coder: Whose; everybody's where none is named.
    func eachMarked(
        _ codes: CodeList, by coder: String? = nil, _ take: (Document, [CodeAgreement.Mark]) throws -> Void
    ) throws {
        let numbers = CodeNumbers(codes, of: self)
        for id in try codedDocuments() {
            let marks = try codings(of: id, by: coder).filter { $0.state != .lost }.map { coding in
                CodeAgreement.Mark(coding.span, code: try numbers[coding.code], coder: coding.coder)
            }
            try take(try document(id), marks)
        }
    }
}
