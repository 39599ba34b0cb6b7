public import TemaAnalysis
public import TemaModel
public import TemaStudy

/// The codings by hand of a study, for what is computed from their spans.
public struct MarkedCorpus: Sendable {
    public let study: Study
    public let codes: CodeList
    private let codings: HandCodings

    /// - Parameter codebook: The codebook; nil takes the study's own.
    /// - Throws: A ``Problem`` if the study has no codebook.
    public init(_ study: Study, codebook: CodebookFile? = nil) throws(Problem) {
        self.study = study
        codes = if let codebook { codebook.codes } else { try CodebookFile(of: study).codes }
        codings = HandCodings(study, codes)
    }

    /// Counts how the spans of a coder's codings, or of everyone's, lie to each other.
    public func cooccurrence(
        _ relation: SpanRelation, level: Int?, by choice: CoderChoice
    ) throws -> SpanCooccurrence {
        var counts = SpanCooccurrence(codes: codes, relation: relation, level: level)
        try codings.eachMarked(by: choice) { counts.add($0, $1) }
        return counts
    }

    /// Compares coders unit by unit.
    ///
    /// - Parameters:
    ///   - coders: Their names; nil for all who have coded.
    ///   - disagreement: Receives each unit on which they differ, with its document.
    /// - Throws: A ``Problem`` if a coder is unknown, or there are fewer than two.
    public func agreement(
        unit: CodingUnit, level: Int?, coders: [String]?,
        disagreement: (CodeAgreement.Disagreement, Document) throws -> Void = { _, _ in }
    ) throws -> CodeAgreement {
        let chosen = try coders?.map { try study.coder(named: $0) } ?? study.coders().map(\.coder)
        guard chosen.count > 1 else {
            throw Problem("agreement takes two coders", suggestion: "`tema coders` lists them", file: study.path)
        }
        var agreement = CodeAgreement(codes, unit: unit, coders: chosen, level: level)
        try codings.eachMarked(by: .everyone) { document, marks in
            var found: [CodeAgreement.Disagreement] = []
            try agreement.add(document, marks) { found.append($0) }
            for each in found { try disagreement(each, document) }
        }
        return agreement
    }
}
