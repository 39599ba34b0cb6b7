public import TemaFormats
public import TemaIngest
public import TemaModel
public import TemaStudy

/// How documents are read.
public struct ReadingSettings: Sendable {
    /// The format of all files; nil detects it for each.
    public var format: (any DocumentReader.Type)?
    /// The encoding of all files; nil detects it for each.
    public var encoding: TextEncoding?
    /// The kinds of passages that are coded and counted.
    public var kinds = PassageKind.codedByDefault
    /// Whether sub-articles and responses are documents too.
    public var subArticles = false
    /// How many workers read at a time, at least 1.
    public var jobs = 1
    /// Whether the first error ends the run.
    public var isStrict = false

    public init() {}
}

/// Where documents come from.
public enum CorpusInput: Sendable {
    /// Files, folders and archives; `-` is standard input.
    case paths([String])
    /// The documents of a study, as they are now.
    case study(Study)
}
