/// What a person says of one code and one passage of a sample.
public struct Judgement: Sendable, Hashable {
    public enum Verdict: String, Sendable, Hashable {
        /// The code belongs to the passage.
        case given
        /// It does not.
        case not
        /// Nobody has judged it yet.
        case open
        /// A person could not tell.
        case unsure
    }

    /// The code's path.
    public var code: String
    public var document: String
    public var passage: Int
    public var text: String
    /// Whether the codebook found the code in the passage.
    public var isFound: Bool
    /// Those that found it.
    public var indicators: [String]
    /// How many passages of the corpus are in the code's strata, drawn or not.
    public var population: Sample.Size
    public var verdict: Verdict

    public init(
        code: String, document: String, passage: Int, text: String = "", isFound: Bool,
        indicators: [String] = [], population: Sample.Size, verdict: Verdict
    ) {
        (self.code, self.document, self.passage) = (code, document, passage)
        (self.text, self.isFound, self.indicators) = (text, isFound, indicators)
        (self.population, self.verdict) = (population, verdict)
    }

    /// Whether the codebook and the person differ.
    var isError: Bool { verdict == (isFound ? .not : .given) }
}
