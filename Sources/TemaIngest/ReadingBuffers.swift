import TemaFormats

/// Which parser reads the XML of articles. Both give the same documents.
public enum ArticleParser: String, CaseIterable, Sendable {
    /// A quick reader of usual XML, and libxml2 for everything else.
    case quick
    /// libxml2 alone.
    case libxml2

    /// The names of the parsers and the version of libxml2, for the methods section of a paper.
    public var description: String {
        let library = "libxml2 \(LibXML2Version.text)"
        return self == .quick ? "quick reader and \(library)" : library
    }
}

/// Memory that readers reuse from one input to the next: byte windows, element names and passage buffers.
///
/// A worker creates one instance and passes it to every call. The buffers never change a result. They save allocation,
/// which takes longer than reading a small article. The class is not `Sendable` because it serves one call at a time.
public final class ReadingBuffers {
    let parser: ArticleParser
    var quickPass = QuickPass()
    var xmlPass = XMLPass()
    var sectionTypes = SectionTypes()

    /// Creates empty buffers.
    ///
    /// - Parameter parser: The parser that reads the XML of articles.
    public init(parser: ArticleParser = .quick) { self.parser = parser }
}
