import TemaModel

/// What a report was made of and how: what somebody needs to make it again.
public struct Provenance: Sendable {
    /// Name and version of the program.
    public var software: String
    /// SHA-256 of the codebook's file, in hexadecimal digits.
    public var codebookHash: String
    /// Where the codebook was read from, and the corpus.
    public var codebookSource: String
    public var corpus: [String]
    public var files: Int
    public var documents: Int
    /// The kinds of passages that are coded and counted.
    public var kinds: [PassageKind]
    /// The kind of unit that codes co-occur in, and the name of the level that is told about.
    public var unit: String
    public var level: String
    /// Whose codings: the codebook's, or a person's.
    public var coder: String
    /// Further options that differ from the usual, by their names.
    public var options: [(name: String, value: String)]
    /// How many problems there were, and the first of them.
    public var problemCount: Int
    public var problems: [Problem]
    /// A date to print, where one was asked for.
    public var date: String?

    public init(
        software: String, codebookHash: String, codebookSource: String, corpus: [String], files: Int, documents: Int,
        kinds: [PassageKind], unit: String, level: String, coder: String, options: [(name: String, value: String)] = [],
        problemCount: Int = 0, problems: [Problem] = [], date: String? = nil
    ) {
        (self.software, self.codebookHash, self.codebookSource) = (software, codebookHash, codebookSource)
        (self.corpus, self.files, self.documents, self.kinds) = (corpus, files, documents, kinds)
        (self.unit, self.level, self.coder, self.options) = (unit, level, coder, options)
        (self.problemCount, self.problems, self.date) = (problemCount, problems, date)
    }
}
