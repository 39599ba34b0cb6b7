/// A document with one coder's codings: the input of statistics.
public struct CodedDocument: Sendable {
    /// The document that was coded.
    public var document: Document
    /// The passages of the coded kinds, in document order. Denominators count these.
    public var passages: [CodedPassage]
    /// The codings, sorted by passage, then by code.
    public var codings: [Coding]
    /// The evidence of all codings. A coding's pieces are contiguous and in text order.
    public var evidence: [Evidence]
    /// The ends of the sentences of ``passages``, ascending, if the document is without its text; nil to split the text. A
    /// sentence begins where the one before it ends.
    public var sentenceEnds: [Int]?
    /// The document with the codings of each coder, if pairs of codes must be by one coder. Empty if all codings are one set.
    public var coders: [CodedDocument] = []

    /// Creates a coded document.
    public init(document: Document, passages: [CodedPassage] = [], codings: [Coding] = [], evidence: [Evidence] = []) {
        self.document = document
        self.passages = passages
        self.codings = codings
        self.evidence = evidence
    }

    /// Returns the sentences of a passage of the coded kinds, as ``Sentences`` splits it.
    ///
    /// - Parameter passage: The passage's index in the document.
    package func sentences(of passage: Int) -> [Range<Int>] {
        let span = document.passages[passage].span
        guard let sentenceEnds else { return Sentences.ranges(in: document.text.utf8[span]) }
        var start = span.lowerBound
        let ends = sentenceEnds[sentenceEnds.firstIndexOfSorted { $0 > start }...]
        return ends.prefix { $0 <= span.upperBound }.map { end in
            defer { start = end }
            return start..<end
        }
    }

    /// Returns the evidence of one coding.
    public func evidence(of coding: Coding) -> ArraySlice<Evidence> { evidence[coding.evidence] }
}

/// A passage of a coded kind.
public struct CodedPassage: Sendable, Hashable {
    /// The passage's index in the document, from 0.
    public var passage: Int
    /// The passage's length in words.
    public var words: Int

    /// Creates a coded passage.
    public init(passage: Int, words: Int) {
        self.passage = passage
        self.words = words
    }
}

/// One code applied to one passage. A passage has at most one coding for each code, however many matches there are.
///
/// The numbers are stored in 32 bits to halve the size: dense codebooks produce more codings than texts have words.
public struct Coding: Sendable, Hashable, BitwiseCopyable {
    @usableFromInline var storedPassage: Int32
    @usableFromInline var storedCode: Int32
    @usableFromInline var firstEvidence: Int32
    @usableFromInline var endOfEvidence: Int32

    /// The passage's index in the document, from 0.
    @inlinable
    public var passage: Int { Int(storedPassage) }
    /// The code's number in its ``CodeList``.
    @inlinable
    public var code: Int { Int(storedCode) }
    /// The coding's evidence, as a range of indices in ``CodedDocument/evidence``.
    @inlinable
    public var evidence: Range<Int> {
        get { Int(firstEvidence)..<Int(endOfEvidence) }
        set { (firstEvidence, endOfEvidence) = (Int32(newValue.lowerBound), Int32(newValue.upperBound)) }
    }

    /// Returns the number of segments: the number of spans coded by hand of which this is the first passage, and 1 more if the
    /// passage is coded automatically.
    ///
    /// - Parameter all: The evidence of all codings.
    @inlinable
    package func segments(_ all: Span<Evidence>) -> Int {
        var segments = 0
        var automatic = 0
        for index in evidence {
            if all[index].isByHand {
                segments += all[index].indicator == Evidence.byHand ? 1 : 0
            } else {
                automatic = 1
            }
        }
        return segments + automatic
    }

    /// Creates a coding. Traps if a number does not fit in 32 bits.
    @inlinable
    public init(passage: Int, code: Int, evidence: Range<Int>) {
        (storedPassage, storedCode) = (Int32(passage), Int32(code))
        (firstEvidence, endOfEvidence) = (Int32(evidence.lowerBound), Int32(evidence.upperBound))
    }
}

/// A match of an indicator: the reason why a passage was coded.
public struct Evidence: Sendable, Hashable, BitwiseCopyable {
    @usableFromInline var start: Int32
    @usableFromInline package var end: Int32
    @usableFromInline var storedIndicator: Int32

    /// The matched words, in UTF-8 offsets of the document's text.
    @inlinable
    public var span: Range<Int> { Int(start)..<Int(end) }
    /// The indicator's index in ``CodeList/indicators``, or ``byHand``.
    @inlinable
    public var indicator: Int { Int(storedIndicator) }

    /// The indicator number of codings made by hand.
    public static let byHand = -1
    /// The indicator number of a coding made by hand that began in an earlier passage.
    public static let byHandContinued = -2

    /// Whether the coding was made by hand.
    @inlinable
    public var isByHand: Bool { storedIndicator < 0 }

    /// Creates a piece of evidence. Traps if a number does not fit in 32 bits.
    @inlinable
    public init(span: Range<Int>, indicator: Int) {
        (start, end, storedIndicator) = (Int32(span.lowerBound), Int32(span.upperBound), Int32(indicator))
    }
}
