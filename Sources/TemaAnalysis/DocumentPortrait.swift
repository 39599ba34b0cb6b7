import TemaModel

/// The codes along one document, passage by passage.
///
/// By default the codes are those that were given themselves. With a level, the codes are those of the level, and a passage
/// has a code if it has evidence of the code or of a descendant.
public struct DocumentPortrait: Statistic {
    /// The maximum number of ids in ``documents``.
    private static let most = 10_000

    private struct Portrait: Sendable {
        let id: String
        let title: String
        let passages: [(number: Int, section: SectionType, words: Int, codes: [Int])]
    }

    private let codes: CodeList
    private let document: String?
    /// For each code, the code that it counts for: itself, or with a level itself or an ancestor.
    private let counted: [Int?]
    private var portrait: Portrait?
    private var ids: [String] = []

    /// Creates an empty portrait.
    ///
    /// - Parameters:
    ///   - codes: The codes of the codebook.
    ///   - document: The id of the document, or `nil` for the first one in byte order of ids.
    ///   - level: The depth of the codes, 1 for the top level; `nil` for the codes that were given themselves.
    public init(codes: CodeList, document: String? = nil, level: Int? = nil) {
        (self.codes, self.document) = (codes, document)
        counted = codes.counted(atLevel: level)
    }

    /// The ids of the counted documents in byte order, the first 10,000 of them.
    public var documents: [String] { ids }

    /// The id of the document that is shown, or nil if it was not counted.
    public var shown: String? { portrait?.id }

    /// Keeps the passages and codes of a document if it is the one to show.
    public mutating func add(_ coded: CodedDocument) {
        let id = coded.document.id
        ids = Self.first(ids + [id])
        guard document == nil ? isBefore(id) : document == id else { return }
        var passages: [(number: Int, section: SectionType, words: Int, codes: [Int])] = []
        coded.forEachPassage { passage, codings in
            passages.append(
                (
                    passage.passage, coded.document.passages[passage.passage].sectionType, passage.words,
                    Set(codings.compactMap { counted[$0.code] }).sorted()
                ))
        }
        portrait = Portrait(id: id, title: coded.document.metadata.title ?? "", passages: passages)
    }

    /// Takes the document of another value if it is the one to show.
    public mutating func merge(_ other: DocumentPortrait) {
        ids = Self.first(ids + other.ids)
        if let found = other.portrait, isBefore(found.id) { portrait = found }
    }

    private func isBefore(_ id: String) -> Bool {
        portrait.map { id.utf8.lexicographicallyPrecedes($0.id.utf8) } ?? true
    }

    private static func first(_ ids: [String]) -> [String] {
        Array(ids.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.prefix(most))
    }

    /// Returns one row for each passage of the coded kinds, in document order.
    public func table() -> Table {
        let rows = (portrait?.passages ?? []).map { passage in
            Table.Row([
                .integer(passage.number), .text(passage.section.rawValue), .integer(passage.words),
                .list(passage.codes.map { .text(codes.entries[$0].path) }),
                .text(passage.codes.map { codes.entries[$0].name }.joined(separator: ", ")),
            ])
        }
        let layout = Table.Layout(
            title: "Codes along the document \(portrait?.id ?? "")",
            columns: [
                .init("passage", "passage", style: .integer), .init("section", "section"),
                .init("words", "words", style: .integer), .init("codes", "codes", for: .programs),
                .init("names", "codes", for: .people),
            ])
        return Table(layout, rows: rows, notes: notes)
    }

    private var notes: [Phrase] {
        let title = portrait.map(\.title) ?? ""
        return (title.isEmpty ? [] : [Phrase("Title: \(title).")]) + [
            Phrase("Passages of the coded kinds in document order, with their words and codes.")
        ]
    }
}
