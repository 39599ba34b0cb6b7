/// A document with the codings that one coder gave it: what statistics are fed.
public struct CodedDocument: Sendable {
    public var document: Document
    /// The passages of the coded kinds, in document order: what denominators count.
    public var passages: [CodedPassage]
    /// In the order of their passages and, within one, of the codes.
    public var codings: [Coding]
    /// What the codings rest on, each coding's pieces together and in the order of the text.
    public var evidence: [Evidence]

    public init(document: Document, passages: [CodedPassage] = [], codings: [Coding] = [], evidence: [Evidence] = []) {
        self.document = document
        self.passages = passages
        self.codings = codings
        self.evidence = evidence
    }

    /// The evidence of one coding.
    public func evidence(of coding: Coding) -> ArraySlice<Evidence> { evidence[coding.evidence] }
}

/// A passage that could be coded.
public struct CodedPassage: Sendable, Hashable {
    /// Its number among the document's passages, from 0.
    public var passage: Int
    /// Its length in words.
    public var words: Int

    public init(passage: Int, words: Int) {
        self.passage = passage
        self.words = words
    }
}

/// One code given to one passage, once, however many matches it rests on.
public struct Coding: Sendable, Hashable {
    /// The passage's number among the document's, from 0.
    public var passage: Int
    /// The code's number in its ``CodeList``.
    public var code: Int
    /// Its evidence, as a range of the coded document's.
    public var evidence: Range<Int>

    public init(passage: Int, code: Int, evidence: Range<Int>) {
        self.passage = passage
        self.code = code
        self.evidence = evidence
    }
}

/// A match of an indicator: why a passage was coded.
public struct Evidence: Sendable, Hashable {
    /// In UTF-8 offsets of the document's text.
    public var span: Range<Int>
    /// The indicator's number in its ``CodeList``, or ``byHand``.
    public var indicator: Int

    /// Of a coding that a person made.
    public static let byHand = -1

    public init(span: Range<Int>, indicator: Int) {
        self.span = span
        self.indicator = indicator
    }
}
