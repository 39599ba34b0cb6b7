/// A reviewer's verdict on one code and one passage of a sample.
public struct Judgement: Sendable, Hashable {
    /// Whether the code applies to the passage.
    public enum Verdict: String, Sendable, Hashable {
        /// The code applies.
        case given
        /// The code does not apply.
        case not
        /// Not yet reviewed.
        case open
        /// Reviewed, but undecided.
        case unsure
    }

    /// The path of the code.
    public var code: String
    /// The id of the document.
    public var document: String
    /// The number of the passage in the document, from 0.
    public var passage: Int
    /// The text of the passage.
    public var text: String
    /// Whether the codebook found the code in the passage.
    public var isFound: Bool
    /// The indicators that found the code; empty if it was not found.
    public var indicators: [String]
    /// The number of passages of the corpus in the code's two strata, including passages not in the sample.
    public var population: Sample.Size
    /// The reviewer's verdict.
    public var verdict: Verdict

    /// Creates a judgement.
    public init(
        code: String, document: String, passage: Int, text: String = "", isFound: Bool,
        indicators: [String] = [], population: Sample.Size, verdict: Verdict
    ) {
        (self.code, self.document, self.passage) = (code, document, passage)
        (self.text, self.isFound, self.indicators) = (text, isFound, indicators)
        (self.population, self.verdict) = (population, verdict)
    }

    /// Whether the codebook and the reviewer disagree.
    var isError: Bool { verdict == (isFound ? .not : .given) }
}
