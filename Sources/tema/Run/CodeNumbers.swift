import TemaModel
import TemaStudy

/// The numbers of a study's codes, by the paths that codings by hand name.
struct CodeNumbers: Sendable {
    private let numbers: [String: Int]
    private let path: String

    init(_ codes: CodeList, of study: Study) {
        numbers = Dictionary(codes.entries.enumerated().map { ($1.path, $0) }) { first, _ in first }
        path = study.path
    }

    subscript(code: String) -> Int {
        get throws(Problem) {
            guard let number = numbers[code] else {
                throw Problem("the codebook has no code \(code), which hand codings have", file: path)
            }
            return number
        }
    }
}
