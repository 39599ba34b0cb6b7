import TemaFormats
import TemaModel

/// Converts annotations to codings: one coding for each tag and target.
struct WebAnnotationReader {
    private(set) var read: CodingCollector
    /// The comments on text without tags, as memos on documents.
    private(set) var comments: [Project.Memo] = []

    init(file: String) { read = CodingCollector(file: file) }

    /// Adds the codings of an annotation, or reports why it is invalid.
    ///
    /// - Parameter number: The number of the annotation in the file, from 1.
    mutating func add(_ annotation: JSONValue, _ number: Int, options: inout ProjectOptions) {
        let bodies = Bodies(annotation, &options.losses)
        let coder = annotation["creator"].flatMap(Self.name) ?? annotation["user"]?.text.map(Self.account)
        let created = annotation["created"]?.text
        let at = created.flatMap { Timestamp($0)?.text }
        if at == nil, created != nil { options.losses.add("created", "not a recognized date") }
        let targets = annotation["target"]?.items ?? []
        let id = targets.count * bodies.tags.count == 1 ? (annotation["id"] ?? annotation["@id"])?.text : nil
        var notes = bodies.comments
        for target in targets {
            do throws(Problem) {
                let document = try Self.document(target, annotation: annotation)
                guard !bodies.tags.isEmpty else {
                    try comment(notes, document, target: target, coder: coder, at: at, losses: &options.losses)
                    continue
                }
                let place = try Place(target).place()
                for tag in bodies.tags {
                    let coding = Project.Coding(
                        id: id.flatMap(CodingID.init)?.text, document: document, place: place, code: tag, coder: coder,
                        at: at)
                    read.add(coding, notes: notes, losses: &options.losses)
                    // Comments are added to the first coding only.
                    notes = []
                }
            } catch {
                var problem = error
                problem.message = "annotation \(number): \(error.message)"
                read.refuse(problem, line: nil, options: &options)
            }
        }
    }

    private mutating func comment(
        _ notes: [CodingCollector.Note], _ document: String, target: JSONValue, coder: String?, at: String?,
        losses: inout Losses
    ) throws(Problem) {
        guard !notes.isEmpty else {
            throw Problem("it has no tag", suggestion: "add a TextualBody with the purpose tagging")
        }
        losses.add("place of a comment without a tag", "the comment became a memo on the document", count: notes.count)
        var words = ""
        if case .quote(let quote, _, _)? = try? Place(target).place() { words = quote }
        if case .spanOfQuote(_, let quote)? = try? Place(target).place() { words = quote }
        for note in notes {
            comments.append(
                Project.Memo(
                    target: .document(document), coder: note.coder ?? coder,
                    text: words.isEmpty ? note.text : "“\(words)”\n\n\(note.text)", at: note.at ?? at))
        }
    }

    /// Returns a creator's name; otherwise an identifier.
    private static func name(_ creator: JSONValue) -> String? {
        let first = creator.items.first
        return first?.text
            ?? ["name", "nickname", "nick", "email", "id", "@id"].lazy.compactMap { first?[$0]?.text }.first
    }

    /// Returns an account without its scheme: `ana@hypothes.is` for `acct:ana@hypothes.is`.
    private static func account(_ user: String) -> String { user.hasPrefix("acct:") ? String(user.dropFirst(5)) : user }

    private static func document(_ target: JSONValue, annotation: JSONValue) throws(Problem) -> String {
        let source = target.text.map(JSONValue.text) ?? target["source"] ?? target["id"] ?? target["@id"]
        let iri = source?.items.first
        guard
            let name = iri?.text ?? iri?["id"]?.text ?? iri?["@id"]?.text ?? annotation["uri"]?.text,
            case let id = DocumentIRI.id(name), !id.isEmpty
        else { throw Problem("its target has no source", suggestion: "set source to the document's id") }
        return id
    }

    /// The tags and comments of an annotation.
    private struct Bodies {
        var tags: [String] = []
        var comments: [CodingCollector.Note] = []

        init(_ annotation: JSONValue, _ losses: inout Losses) {
            let motivations = (annotation["motivation"]?.items ?? []).compactMap(\.text).map(Self.plain)
            for body in (annotation["body"]?.items ?? []) + (annotation["bodyValue"]?.items ?? []) {
                let purposes = body["purpose"].map { $0.items.compactMap(\.text).map(Self.plain) }
                let value =
                    body.text ?? ["value", "chars", "source", "id", "@id"].lazy.compactMap { body[$0]?.text }.first
                guard let value, !value.isEmpty else {
                    losses.add("body", "it has no text")
                    continue
                }
                if !Self.tagging.isDisjoint(with: purposes ?? motivations) {
                    tags.append(value)
                } else {
                    let at = body["created"]?.text.flatMap { Timestamp($0)?.text }
                    comments += [
                        CodingCollector.Note(value, coder: body["creator"].flatMap(WebAnnotationReader.name), at: at)
                    ]
                    .compactMap(\.self)
                }
            }
            // Hypothes.is uses tags and a text instead of bodies.
            tags += (annotation["tags"]?.items ?? []).compactMap(\.text).filter { !$0.isEmpty }
            comments += [CodingCollector.Note(annotation["text"]?.text)].compactMap(\.self)
            var seen: Set<String> = []
            tags = tags.filter { seen.insert($0).inserted }
        }

        private static let tagging: Set<String> = ["tagging", "classifying", "identifying"]

        /// Returns a purpose without its vocabulary's prefix.
        private static func plain(_ purpose: String) -> String {
            String(purpose.split(whereSeparator: { $0 == ":" || $0 == "#" || $0 == "/" }).last ?? "")
        }
    }

    /// The position of a target, from all its selectors and their refinements.
    private struct Place {
        private var span: Range<Int>?
        private var quote: (exact: String, before: String, after: String)?
        private var passage: Int?

        init(_ target: JSONValue) {
            for selector in target["selector"]?.items ?? [] { add(selector, within: 0) }
        }

        /// Adds a selector and its refinements.
        ///
        /// - Parameter start: The start of the selection that this one refines, or nil if it is not known.
        private mutating func add(_ selector: JSONValue, within start: Int?) {
            let type = (selector["type"] ?? selector["@type"])?.strings.last ?? ""
            var inner: Int?
            if type.hasSuffix("TextPositionSelector"), let start {
                if let span = Self.range(selector["start"], end: selector["end"], from: start) {
                    self.span = span
                    inner = span.lowerBound
                }
            } else if type.hasSuffix("TextQuoteSelector"), let exact = selector["exact"]?.text, !exact.isEmpty {
                quote = (exact, selector["prefix"]?.text ?? "", selector["suffix"]?.text ?? "")
            } else if type.hasSuffix("FragmentSelector"), let value = selector["value"]?.text {
                addFragment(value, start)
            }
            for refinement in selector["refinedBy"]?.items ?? [] {
                let isQuoteAgain = refinement["exact"] != nil
                // A position that a quote refines covers more than the quote.
                if isQuoteAgain { span = nil }
                add(refinement, within: inner)
            }
        }

        /// Adds a fragment: `char=10,20` as in RFC 5147, or a passage's index as Tema writes it.
        private mutating func addFragment(_ value: String, _ start: Int?) {
            let parts = value.split(separator: "=")
            guard parts.count == 2 else { return }
            if parts[0] == "passage" { passage = Int(parts[1]).flatMap { $0 >= 0 ? $0 : nil } }
            let ends = parts[1].split(separator: ";").first?.split(separator: ",") ?? []
            guard parts[0] == "char", ends.count == 2, let start else { return }
            span = Self.range(.number(String(ends[0])), end: .number(String(ends[1])), from: start)
        }

        private static func range(_ start: JSONValue?, end: JSONValue?, from: Int) -> Range<Int>? {
            guard let start = start?.strings.first.flatMap({ Int($0) }),
                let end = end?.strings.first.flatMap({ Int($0) }),
                0 <= start, start < end
            else { return nil }
            let (low, high) = (start.addingReportingOverflow(from), end.addingReportingOverflow(from))
            return low.overflow || high.overflow ? nil : low.partialValue..<high.partialValue
        }

        func place() throws(Problem) -> Project.Place {
            switch (span, quote, passage) {
            case (let span?, let quote?, _): return .spanOfQuote(span, quote.exact)
            case (nil, let quote?, _): return .quote(quote.exact, before: quote.before, after: quote.after)
            case (let span?, nil, _): return .span(span)
            case (nil, nil, let passage?): return .passage(passage)
            case (nil, nil, nil):
                throw Problem(
                    "its target has no position", suggestion: "add a TextQuoteSelector or a TextPositionSelector")
            }
        }
    }
}
