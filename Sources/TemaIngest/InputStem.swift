public import TemaFormats

extension InputPath {
    /// The last component without the ending of a format of documents: `a/b.jats.xml` is `b.jats`.
    public var stem: String { stem(without: DocumentReaders.extensions) }
}

extension ByteSource {
    /// The id of a document that has none of its own: the name of its file without the ending.
    public var stem: String { path.stem }
}
