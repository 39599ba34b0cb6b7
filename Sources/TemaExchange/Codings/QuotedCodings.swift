import TemaModel

/// The codings of a project with their words and what stands around them, taken from the documents that are there.
struct QuotedCodings {
    /// Unicode scalars that are told of what stands before and behind a quote.
    private static let context = 32

    private let documents: [String: Int]
    private let project: Project
    private let memos: [String: [Project.Memo]]
    private var offsets: [Int: ScalarOffsets] = [:]

    init(_ project: Project) {
        self.project = project
        documents = Dictionary(project.documents.enumerated().map { ($0.element.id, $0.offset) }) { first, _ in first }
        var memos: [String: [Project.Memo]] = [:]
        for memo in project.memos {
            if case .coding(let id) = memo.target { memos[id, default: []].append(memo) }
        }
        self.memos = memos
    }

    /// A coding's words, and where they stand, as far as that can be told.
    struct Quoted {
        var coding: Project.Coding
        /// In Unicode scalars of the document's text.
        var span: Range<Int>?
        var passage: Int?
        var quote = ""
        var before = ""
        var after = ""
        /// What was noted on it, in order.
        var memos: [Project.Memo] = []
    }

    mutating func quoted(_ coding: Project.Coding) -> Quoted {
        var quoted = Quoted(coding: coding, memos: coding.id.flatMap { memos[$0] } ?? [])
        switch coding.place {
        case .span(let span): quoted.span = span
        case .quote(let quote, let before, let after):
            (quoted.quote, quoted.before, quoted.after) = (quote, before, after)
        case .spanOfQuote(let span, let quote): (quoted.span, quoted.quote) = (span, quote)
        case .passage(let passage): quoted.passage = passage
        }
        guard let number = documents[coding.document] else { return quoted }
        let document = project.documents[number]
        let offsets = offsets[number] ?? ScalarOffsets(document.text)
        self.offsets[number] = offsets
        if let passage = quoted.passage, document.passages.indices.contains(passage) {
            quoted.span = offsets.scalars(document.passages[passage].span)
        }
        guard let span = quoted.span, let start = offsets.utf8(at: span.lowerBound),
            let end = offsets.utf8(at: span.upperBound)
        else { return quoted }
        let words = document.text.string(start..<end)
        guard quoted.quote.isEmpty || quoted.quote == words else { return quoted }
        quoted.quote = words
        quoted.passage = document.passages.isEmpty ? nil : document.passage(at: start)
        let from = offsets.utf8(at: max(0, span.lowerBound - Self.context)) ?? start
        let to = offsets.utf8(at: min(offsets.count, span.upperBound + Self.context)) ?? end
        (quoted.before, quoted.after) = (document.text.string(from..<start), document.text.string(end..<to))
        return quoted
    }

    /// Counts what a format of codings alone leaves behind that somebody wrote: memos on anything else.
    static func countLosses(_ project: Project, _ losses: inout Losses) {
        for memo in project.memos {
            switch memo.target {
            case .study: losses.add("memo on the study", "the format has codings only")
            case .document: losses.add("memo on a document", "the format has codings only")
            case .code: losses.add("memo on a code", "the format has codings only")
            case .coding: break
            }
        }
    }
}
