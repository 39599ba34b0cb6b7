public import TemaModel
public import TemaStudy

/// A view of the progress of hand coding in a study, as a table.
public enum ProgressView: String, Sendable, CaseIterable {
    case document, coder, uncoded

    /// The title and columns of the table.
    ///
    /// - Parameter isAssigned: Whether the study has assignments, which are then shown.
    public func layout(isAssigned: Bool) -> Table.Layout {
        guard isAssigned, self != .uncoded else { return layout }
        let column: Table.Column =
            self == .document
            ? .init("assigned", "Assigned to") : .init("assigned", "Assigned", style: .integer)
        return Table.Layout(title: layout.title, columns: layout.columns + [column])
    }

    /// The title and columns of the table without assignments.
    public var layout: Table.Layout {
        switch self {
        case .document:
            .init(
                title: "Status",
                columns: [
                    .document, .init("passages", "Passages", style: .integer),
                    .init("coded_passages", "Coded by hand", style: .integer),
                    .init("uncoded_passages", "Uncoded", style: .integer),
                    .init("own_passages", "Coded by you", style: .integer),
                    .init("codings", "Codings", style: .integer),
                    .init("to_review", "To review", style: .integer),
                    .init("accepted", "Accepted", style: .integer), .init("rejected", "Rejected", style: .integer),
                    .init("done", "Done by"),
                ])
        case .coder:
            .init(
                title: "Status by coder",
                columns: [
                    .init("coder", "Coder"), .init("documents", "Documents", style: .integer),
                    .init("done", "Done", style: .integer),
                    .init("coded_passages", "Coded by hand", style: .integer),
                    .init("uncoded_passages", "Uncoded", style: .integer),
                    .init("percent", "% of passages", style: .decimal(places: 2, shown: 1), bar: true),
                    .init("codings", "Codings", style: .integer), .init("to_review", "To review", style: .integer),
                    .init("next_document", "Next document"), .init("next_passage", "Next passage", style: .ordinal),
                    .init("accepted", "Accepted", style: .integer, for: .programs),
                    .init("rejected", "Rejected", style: .integer, for: .programs),
                ])
        case .uncoded:
            .init(
                title: "Uncoded passages",
                columns: [
                    .document, .init("passage", "No.", style: .ordinal), .init("kind", "Kind"),
                    .init("text", "Text"),
                ])
        }
    }
}

extension Study {
    /// Passes the rows of a progress table to a body, and returns its notes. If the study has assignments, the rows have
    /// those, too.
    ///
    /// - Parameters:
    ///   - view: What the rows represent.
    ///   - coder: The coder whose own progress is shown.
    ///   - body: Receives each row.
    /// - Throws: A ``Problem`` if the study cannot be read, or what the body throws.
    public func progress(
        _ view: ProgressView, of coder: String, _ body: (Table.Row) throws(Problem) -> Void
    ) throws(Problem) -> [Phrase] {
        var progress = StudyProgress(of: coder, assignments: try assignments())
        for id in try documentIDs() {
            let document = try document(id)
            let own = try self.progress(in: document)
            let decisions = view == .uncoded ? [] : try decisions(on: document)
            switch view {
            case .document: try body(progress.row(document, own, decisions))
            case .uncoded: for row in progress.uncoded(document, own) { try body(row) }
            case .coder: break
            }
            progress.add(document, own, decisions)
        }
        if view == .coder { for row in progress.coderRows { try body(row) } }
        return progress.notes
    }
}

/// The progress of each coder, summed over documents.
private struct StudyProgress {
    private struct Coder {
        var documents = 0
        var done = 0
        var passages = 0
        var codings = 0
        var toReview = 0
        var accepted = 0
        var rejected = 0
        var next: (document: String, passage: Int)?
    }

    private let me: String
    /// The coders to whom each document is assigned.
    private let assigned: [String: [String]]
    /// The number of documents that are assigned to each coder.
    private let shares: [String: Int]
    private var coders: [String: Coder] = [:]
    private var passages = 0
    private var documents = 0
    /// The first passage to code, for coders who have not coded anything yet.
    private var first: (document: String, passage: Int)?

    init(of me: String, assignments: [Assignment]) {
        self.me = me
        assigned = Dictionary(grouping: assignments, by: \.document).mapValues { $0.map(\.coder) }
        shares = Dictionary(grouping: assignments, by: \.coder).mapValues(\.count)
        for coder in [me] + shares.keys { coders[coder] = Coder() }
    }

    /// Returns whether a coder is to code a document: if any documents are assigned to the coder, only those. The
    /// consensus follows from reconciliations.
    private func isToCode(_ document: String, by coder: String) -> Bool {
        if coder == Study.consensus { return false }
        return shares[coder] == nil || assigned[document]?.contains(coder) == true
    }

    /// Returns the cells of the column of assignments, if the study has any.
    private func assignedCell(_ cell: @autoclosure () -> Table.Cell) -> [Table.Cell] { shares.isEmpty ? [] : [cell()] }

    private func toCode(_ document: Document) -> [Int] {
        document.passages.indices.filter { PassageKind.codedByDefault.contains(document.passages[$0].kind) }
    }

    mutating func add(_ document: Document, _ progress: [String: CodingProgress], _ decisions: [Decision]) {
        let numbers = toCode(document)
        for coder in Array(progress.keys) + decisions.map(\.coder) where coders[coder] == nil {
            coders[coder] = Coder(next: isToCode(document.id, by: coder) ? first : nil)
        }
        for coder in coders.keys {
            let own = progress[coder] ?? CodingProgress()
            let isOpen = !own.isDone && isToCode(document.id, by: coder)
            let open = isOpen ? numbers.first { !own.passages.contains($0) } : nil
            coders[coder]?.done += own.isDone ? 1 : 0
            coders[coder]?.documents += own.codings > 0 ? 1 : 0
            coders[coder]?.passages += numbers.count { own.passages.contains($0) }
            coders[coder]?.codings += own.codings
            coders[coder]?.toReview += own.toReview
            coders[coder]?.accepted += decisions.count { $0.coder == coder && $0.verdict == .accepted }
            coders[coder]?.rejected += decisions.count { $0.coder == coder && $0.verdict == .rejected }
            if coders[coder]?.next == nil { coders[coder]?.next = open.map { (document.id, $0) } }
        }
        if first == nil { first = numbers.first.map { (document.id, $0) } }
        passages += numbers.count
        documents += 1
    }

    func row(_ document: Document, _ progress: [String: CodingProgress], _ decisions: [Decision]) -> Table.Row {
        // Several coders can decide on one coding.
        func count(_ verdict: Verdict) -> Int {
            Set(decisions.lazy.filter { $0.verdict == verdict }.map { "\($0.passage)\t\($0.code)" }).count
        }
        let numbers = toCode(document)
        let all = progress.values.reduce(into: Set<Int>()) { $0.formUnion($1.passages) }
        let coded = numbers.count { all.contains($0) }
        let own = progress[me]?.passages ?? []
        let cells: [Table.Cell] = [
            .text(document.id), .integer(numbers.count), .integer(coded), .integer(numbers.count - coded),
            .integer(numbers.count { own.contains($0) }), .integer(progress.values.reduce(0) { $0 + $1.codings }),
            .integer(progress.values.reduce(0) { $0 + $1.toReview }), .integer(count(.accepted)),
            .integer(count(.rejected)),
            .list(progress.keys.filter { progress[$0]?.isDone == true }.sorted().map(Table.Cell.text)),
        ]
        return Table.Row(cells + assignedCell(.list((assigned[document.id] ?? []).map(Table.Cell.text))))
    }

    func uncoded(_ document: Document, _ progress: [String: CodingProgress]) -> [Table.Row] {
        let own = progress[me]?.passages ?? []
        if progress[me]?.isDone == true || !isToCode(document.id, by: me) { return [] }
        return toCode(document).filter { !own.contains($0) }.map { number in
            let passage = document.passages[number]
            return Table.Row([
                .text(document.id), .integer(number), .text(passage.kind.rawValue), .text(document.string(of: passage)),
            ])
        }
    }

    var coderRows: [Table.Row] {
        coders.sorted { $0.key < $1.key }.map { name, coder in
            let cells: [Table.Cell] = [
                .text(name), .integer(coder.documents), .integer(coder.done), .integer(coder.passages),
                .integer(passages - coder.passages),
                passages == 0 ? .empty : .number(100 * Double(coder.passages) / Double(passages)),
                .integer(coder.codings), .integer(coder.toReview),
                coder.next.map { .text($0.document) } ?? .empty, coder.next.map { .integer($0.passage) } ?? .empty,
                .integer(coder.accepted), .integer(coder.rejected),
            ]
            return Table.Row(cells + assignedCell(.integer(shares[name] ?? 0)))
        }
    }

    var notes: [Phrase] {
        let all = Phrase("\(count: documents, "document"), \(count: passages, "passage").")
        if passages == 0 { return [all] }
        guard let next = coders[me]?.next else {
            return [all, Phrase("\(me) has coded every passage or marked its document as done.")]
        }
        return [all, Phrase("Next for \(me): \(next.document), passage \(next.passage).")]
    }
}
