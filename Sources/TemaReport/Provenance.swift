public import TemaAnalysis
import TemaModel
import TemaTables

/// The inputs and options of a report: everything needed to reproduce it.
public struct Provenance: Sendable {
    /// How the codings that count were made.
    public enum Origin: Sendable, Hashable {
        case automatic
        case byHand
        /// By hand, or automatically and not rejected.
        case both
    }

    /// The name and version of the program.
    public var software: String
    /// The SHA-256 of the codebook file, in hexadecimal.
    public var codebookHash: String
    /// The path that the codebook was read from.
    public var codebookSource: String
    /// The paths that the corpus was read from.
    public var corpus: [String]
    /// The arguments of a command that reads the same inputs in the same way, such as `-c codebook.yaml articles/`.
    public var inputs: String
    /// The arguments of a command without a codebook that reads the same documents, or nil if none can read them.
    public var documentInputs: String?
    /// The option of the reported level, if ``inputs`` has none, such as ` --level theme`.
    public var levelOption = ""
    /// The options of random orders that differ from their defaults, such as ` --draws 50`.
    public var drawOptions = ""
    /// The number of files with documents.
    public var files: Int
    /// The number of documents.
    public var documents: Int
    /// The kinds of passages that are coded and counted.
    public var kinds: [PassageKind]
    /// The types of sections whose passages are coded and counted.
    public var sections: [SectionType]
    /// The unit of co-occurrence.
    public var unit: CooccurrenceUnit
    /// The name of the reported codebook level, or empty.
    public var level: String
    /// The coders: the codebook for automatic codings, or persons.
    public var coder: String
    /// How the codings were made.
    public var origin: Origin
    /// Further options that differ from their defaults, by name.
    public var options: [Fact]
    /// The number of problems.
    public var problemCount: Int
    /// The first problems.
    public var problems: [Problem]
    /// The date to print, or nil.
    public var date: String?

    /// Creates a provenance.
    public init(
        software: String, codebookHash: String, codebookSource: String, corpus: [String], inputs: String = "",
        files: Int, documents: Int,
        kinds: [PassageKind], sections: [SectionType] = SectionType.allCases, unit: CooccurrenceUnit, level: String,
        coder: String, origin: Origin = .automatic, options: [Fact] = [], problemCount: Int = 0,
        problems: [Problem] = [], date: String? = nil
    ) {
        (self.software, self.codebookHash, self.codebookSource) = (software, codebookHash, codebookSource)
        (self.corpus, self.files, self.documents) = (corpus, files, documents)
        self.inputs = inputs.isEmpty ? corpus.joined(separator: " ") : inputs
        (self.kinds, self.sections) = (kinds, sections)
        (self.unit, self.level, self.coder, self.origin, self.options) = (unit, level, coder, origin, options)
        (self.problemCount, self.problems, self.date) = (problemCount, problems, date)
    }
}
