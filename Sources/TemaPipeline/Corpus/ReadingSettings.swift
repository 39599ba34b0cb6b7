public import TemaFormats
public import TemaIngest
public import TemaModel
public import TemaStudy

/// Settings for reading documents.
public struct ReadingSettings: Sendable {
    /// The format of all files; nil to detect it for each.
    public var format: (any DocumentReader.Type)?
    /// The encoding of all files; nil to detect it for each.
    public var encoding: TextEncoding?
    /// The kinds of passages that are coded and counted.
    public var kinds = PassageKind.codedByDefault
    /// Whether sub-articles and responses are read as documents too.
    public var subArticles = false
    /// The number of parallel workers, at least 1.
    public var jobs = 1
    /// Whether the first error ends the run.
    public var isStrict = false

    /// Creates the default settings.
    public init() {}
}

/// The source of documents.
public enum CorpusInput: Sendable {
    /// Files, folders and archives; `-` is standard input.
    case paths([String])
    /// The current documents of a study.
    case study(Study)
}
