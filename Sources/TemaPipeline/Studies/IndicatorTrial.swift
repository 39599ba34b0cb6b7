import TemaCodebook
import TemaCoding
public import TemaModel
public import TemaStudy

/// What a code would match in a study if it had other indicators.
public struct IndicatorTrial: Sendable, Hashable {
    /// A passage that the indicators match.
    public struct Passage: Sendable, Hashable {
        /// The id of the document.
        public let document: String
        /// The title of the document, or nil.
        public let title: String?
        /// The passage's number among the document's, from 0.
        public let passage: Int
        /// The first matched words, in Unicode scalars of the document's text.
        public let span: Range<Int>
        /// The text of the passage before these words, at most 60 Unicode scalars.
        public let before: String
        /// The words.
        public let quote: String
        /// The text of the passage after these words, at most 60 Unicode scalars.
        public let after: String
        /// Whether neither the code's present indicators nor those of the codes below match the passage.
        public let isNew: Bool
    }

    /// The number of matches, without those inside others.
    public private(set) var matches = 0
    /// The number of documents with a match.
    public private(set) var documents = 0
    /// The number of passages with a match.
    public private(set) var passages = 0
    /// The number of passages with a match that neither the present indicators nor those of the codes below match.
    public private(set) var new = 0
    /// The number of passages without a match, also of the codes below, that the present indicators match.
    public private(set) var lost = 0
    /// The first passages with a match, in the order of the documents, at most ``most``.
    public private(set) var first: [Passage] = []
    /// Warnings about the indicators, such as signs in them that are ignored.
    public fileprivate(set) var warnings: [Problem] = []

    /// The greatest number of passages in ``first``.
    public static let most = 50

    fileprivate mutating func add(_ coded: CodedDocument, _ codes: TrialCodes) {
        func all(with numbers: Range<Int>) -> Set<Int> {
            Set(coded.codings.lazy.filter { numbers.contains($0.code) }.map(\.passage))
        }
        let (present, below) = (all(with: codes.present), all(with: codes.below))
        let tried = coded.codings.filter { $0.code == codes.tried }
        lost += present.subtracting(below).subtracting(tried.map(\.passage)).count
        guard !tried.isEmpty else { return }
        documents += 1
        passages += tried.count
        let offsets = first.count < Self.most ? ScalarOffsets(coded.document.text) : nil
        for coding in tried {
            let isNew = !present.contains(coding.passage) && !below.contains(coding.passage)
            if isNew { new += 1 }
            matches += coding.evidence.count
            guard let offsets, first.count < Self.most, let words = coded.evidence(of: coding).first?.span else {
                continue
            }
            first.append(Passage(words, in: coding.passage, of: coded.document, offsets, isNew: isNew))
        }
    }
}

extension IndicatorTrial.Passage {
    fileprivate init(
        _ words: Range<Int>, in passage: Int, of document: Document, _ offsets: ScalarOffsets, isNew: Bool
    ) {
        let text = document.text
        let kept = text.widened(words, by: 60, within: document.passages[passage].span)
        (self.document, title, self.passage, self.isNew) = (document.id, document.metadata.title, passage, isNew)
        (span, quote) = (offsets.scalars(words), text.string(words))
        before = text.string(kept.lowerBound..<words.lowerBound)
        after = text.string(words.upperBound..<kept.upperBound)
    }
}

extension Study {
    /// Returns what a code would match if it had some indicators instead of its own. The study is not changed.
    ///
    /// Main documents of the study are coded, in the passages of the kinds that are coded by default. Passages that a code below
    /// the code matches are neither new nor lost.
    ///
    /// - Parameters:
    ///   - name: The code, by its path, id or name.
    ///   - indicators: The indicators by language. As in a codebook, a code has no match if it has none.
    /// - Throws: A ``Problem`` if the code is unknown, an indicator is malformed, or the study cannot be read.
    public func trial(of name: String, indicators: ByLanguage<[Indicator]>) throws(Problem) -> IndicatorTrial {
        let codes = try CodebookFile(of: self).codes
        let code = codes.entries[try codes.number(named: name)].code
        let trialCodes = TrialCodes(code, indicators, in: codes.codebook)
        var trial = IndicatorTrial()
        trial.warnings = try CodebookYAML.checked(CodebookYAML.write(trialCodes.triedAlone), of: self)
        var coder = AutomaticCoder(try Matcher(trialCodes.list))
        for id in try documentIDs() {
            let document = try document(id)
            if document.parent == nil { trial.add(coder.code(document), trialCodes) }
        }
        return trial
    }

    /// Returns what a code would match if it had some indicators instead of its own, in texts of any language; see
    /// ``trial(of:indicators:)-(String,ByLanguage<[Indicator]>)``.
    public func trial(of name: String, indicators: [Indicator]) throws(Problem) -> IndicatorTrial {
        try trial(of: name, indicators: ByLanguage(indicators))
    }
}

/// The codes of a trial: the code with those below it, and the same code with other indicators.
private struct TrialCodes {
    let list: CodeList

    init(_ code: Code, _ indicators: ByLanguage<[Indicator]>, in book: Codebook) {
        var (trial, present) = (book, code)
        present.id = "present"
        trial.codes = [present, Code(id: "tried", indicators: indicators)]
        list = CodeList(trial)
    }

    /// The number of the code with its present indicators.
    var present: Range<Int> { 0..<1 }
    /// The numbers of the codes below it.
    var below: Range<Int> { 1..<tried }
    /// The number of the code with the indicators that are tried.
    var tried: Int { list.entries[0].end }

    /// A codebook of the indicators that are tried.
    var triedAlone: Codebook {
        Codebook(id: "trial", ignoresAccents: list.codebook.ignoresAccents, codes: Array(list.codebook.codes.suffix(1)))
    }
}
