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
///
/// Half the size it seems: dense codebooks make more codings than texts have words.
public struct Coding: Sendable, Hashable, BitwiseCopyable {
    @usableFromInline var storedPassage: Int32
    @usableFromInline var storedCode: Int32
    @usableFromInline var firstEvidence: Int32
    @usableFromInline var endOfEvidence: Int32

    /// The passage's number among the document's, from 0.
    @inlinable
    public var passage: Int { Int(storedPassage) }
    /// The code's number in its ``CodeList``.
    @inlinable
    public var code: Int { Int(storedCode) }
    /// Its evidence, as a range of the coded document's.
    @inlinable
    public var evidence: Range<Int> {
        get { Int(firstEvidence)..<Int(endOfEvidence) }
        set { (firstEvidence, endOfEvidence) = (Int32(newValue.lowerBound), Int32(newValue.upperBound)) }
    }

    @inlinable
    public init(passage: Int, code: Int, evidence: Range<Int>) {
        (storedPassage, storedCode) = (Int32(passage), Int32(code))
        (firstEvidence, endOfEvidence) = (Int32(evidence.lowerBound), Int32(evidence.upperBound))
    }
}

/// A match of an indicator: why a passage was coded.
public struct Evidence: Sendable, Hashable, BitwiseCopyable {
    @usableFromInline var start: Int32
    @usableFromInline package var end: Int32
    @usableFromInline var storedIndicator: Int32

    /// In UTF-8 offsets of the document's text.
    @inlinable
    public var span: Range<Int> { Int(start)..<Int(end) }
    /// The indicator's number in its ``CodeList``, or ``byHand``.
    @inlinable
    public var indicator: Int { Int(storedIndicator) }

    /// Of a coding that a person made.
    public static let byHand = -1

    @inlinable
    public init(span: Range<Int>, indicator: Int) {
        (start, end, storedIndicator) = (Int32(span.lowerBound), Int32(span.upperBound), Int32(indicator))
    }
}
