import TemaCoding
public import TemaModel
public import TemaStudy

/// The codes beside the passages of a document, for reading.
public struct MarginNotes: Sendable, Hashable {
    /// A code of a passage.
    public struct Note: Sendable, Hashable {
        /// The code's name.
        public let code: String
        /// The person who coded the passage or a part of it, or nil if it was coded automatically.
        public let coder: String?
    }

    /// The codes of each passage, by the passage's number. In a passage, those coded by hand come first.
    public private(set) var notes: [Int: [Note]] = [:]

    /// Creates the notes of a document that was coded automatically.
    public init(_ coded: CodedDocument, _ codes: CodeList) { addAutomatic(coded, codes) }

    /// Creates the notes of a document of a study: all codings by hand that are not orphaned, and the automatic ones that no one
    /// has accepted or rejected.
    ///
    /// - Parameters:
    ///   - codebook: The codebook that codes the document, or nil for the study's own, if it has one.
    ///   - nesting: How to count a match nested in another code's longer match.
    ///   - passages: The passages that are coded automatically.
    /// - Throws: A ``Problem`` if the study cannot be read, or the codebook cannot be compiled.
    public init(
        _ document: Document, in study: Study, codebook: CodebookFile? = nil,
        nesting: Matcher.Nesting = .independent, passages: PassageChoice = PassageChoice()
    ) throws(Problem) {
        var file = codebook
        if file == nil, try study.codebook() != nil { file = try CodebookFile(of: study) }
        guard let codes = file?.codes else { return }
        let names = Dictionary(codes.entries.map { ($0.path, $0.name) }) { first, _ in first }
        for coding in try study.codings(of: document.id) where coding.state != .lost {
            let note = Note(code: names[coding.code] ?? coding.code, coder: coding.coder)
            for passage in document.passages(in: coding.span) { add(note, to: passage) }
        }
        var coder = AutomaticCoder(try Matcher(codes, nesting: nesting), passages)
        addAutomatic(try StudyCodings(study, codes).undecided(coder.code(document)), codes)
    }

    private mutating func addAutomatic(_ coded: CodedDocument, _ codes: CodeList) {
        for coding in coded.codings { add(Note(code: codes.entries[coding.code].name, coder: nil), to: coding.passage) }
    }

    private mutating func add(_ note: Note, to passage: Int) {
        if notes[passage]?.contains(note) != true { notes[passage, default: []].append(note) }
    }
}
