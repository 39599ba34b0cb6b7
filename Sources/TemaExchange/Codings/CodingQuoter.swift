import TemaModel

/// The codings of a project with the coded text and its context, from the documents in the project.
struct CodingQuoter {
    /// The number of Unicode scalars of context before and after a quote.
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

    /// A coding with its text and position, as far as they are known.
    struct Quoted {
        var coding: Project.Coding
        /// The span in Unicode scalars of the document's text.
        var span: Range<Int>?
        var passage: Int?
        var quote = ""
        var before = ""
        var after = ""
        /// The memos on the coding, in order.
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

    /// Records the memos that a format of codings only cannot represent: all that are not on codings.
    static func countLosses(_ project: Project, _ losses: inout Losses) {
        for memo in project.memos {
            switch memo.target {
            case .study: losses.add("memo on the study", "the format has only codings")
            case .document: losses.add("memo on a document", "the format has only codings")
            case .code: losses.add("memo on a code", "the format has only codings")
            case .coding: break
            }
        }
    }
}
