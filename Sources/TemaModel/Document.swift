/// One text to be coded, cut into passages: an article, an interview, a case summary.
///
/// Its text is the passages' texts joined by a blank line.
public struct Document: Sendable, Hashable {
    /// PMC id, else DOI, else PMID, else publisher id, else the file's name; `PARENT#ID` for a sub-article.
    public var id: String
    /// The document this one is a sub-article or response of.
    public var parent: String?
    /// Where it was read from, as a person would name it.
    public var source: String
    public var text: Text
    /// In document order, each span after the one before it.
    public var passages: [Passage]
    /// The sections that passages name by index, parents before children.
    public var sections: [Section]
    /// The language tags that passages name by index, as they were written.
    public var languages: [String]
    public var metadata: Metadata
    public var ledger: Ledger

    public init(
        id: String, parent: String? = nil, source: String = "", text: Text = Text(""), passages: [Passage] = [],
        sections: [Section] = [], languages: [String] = [], metadata: Metadata = Metadata(), ledger: Ledger = Ledger()
    ) {
        self.id = id
        self.parent = parent
        self.source = source
        self.text = text
        self.passages = passages
        self.sections = sections
        self.languages = languages
        self.metadata = metadata
        self.ledger = ledger
    }

    /// The words of a passage.
    public func string(of passage: Passage) -> String { text.string(passage.span) }

    /// The language tag of a passage as it was written, or nothing where none was.
    public func language(of passage: Passage) -> String? { passage.language.map { languages[$0] } }

    /// The numbers of the passages that a span of the text, in UTF-8 offsets, reaches into.
    public func passages(in span: Range<Int>) -> Range<Int> {
        let first = passages.firstIndexOfSorted { $0.span.upperBound > span.lowerBound }
        return first..<max(first, passages.firstIndexOfSorted { $0.span.lowerBound >= span.upperBound })
    }

    /// The number of the last passage that begins at an offset of the text, in UTF-8, or before it; 0 where none does.
    public func passage(at offset: Int) -> Int {
        max(0, passages.firstIndexOfSorted { $0.span.lowerBound > offset } - 1)
    }

    /// The headings above a passage, outermost first. Sections without a heading are passed over.
    public func sectionPath(of passage: Passage) -> [String] {
        var path: [String] = []
        var next = passage.section
        while let index = next {
            if !sections[index].heading.isEmpty { path.append(sections[index].heading) }
            next = sections[index].parent
        }
        return path.reversed()
    }
}

/// A part of a document that has (or could have) a heading.
public struct Section: Sendable, Hashable {
    public var heading: String
    /// The index, in the document's sections, of the section this one stands in. Always smaller than its own.
    public var parent: Int?

    public init(heading: String, parent: Int? = nil) {
        self.heading = heading
        self.parent = parent
    }
}

/// A document's text: frozen Unicode with LF line ends and no byte-order mark.
///
/// Tema never normalises or edits it. Spans of it are half-open ranges of UTF-8 offsets inside the program;
/// ``ScalarOffsets`` turns them into the Unicode scalars that everything outside the program counts.
public struct Text: Sendable, Hashable {
    /// The text as valid UTF-8.
    public let utf8: [UInt8]

    /// Makes a text of bytes that the caller knows to be valid UTF-8.
    public init(utf8: [UInt8]) {
        self.utf8 = utf8
    }

    public init(_ string: String) {
        self.utf8 = Array(string.utf8)
    }

    /// The words of a span given in UTF-8 offsets. A span beyond the text is cut to it.
    public func string(_ span: Range<Int>) -> String {
        String(decoding: utf8[span.clamped(to: 0..<utf8.count)], as: UTF8.self)
    }

    /// All of it as a string.
    public var string: String { String(decoding: utf8, as: UTF8.self) }
}
