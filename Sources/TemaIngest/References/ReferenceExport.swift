/// An export of references whose columns are known: the table of a database or program, by the names of its columns.
struct ReferenceExport: Sendable {
    /// What a column contains.
    enum Role: Sendable {
        case title
        case abstract
        /// Names separated by semicolons.
        case authors
        /// Names separated by semicolons or commas, such as `Ayu B., Candra D.`.
        case abbreviatedAuthors
        /// Abbreviated names with a full stop after the last, such as `Ayu B, Candra D.`.
        case authorLine
        /// Names separated by commas, with initials before the surname, such as `B Ayu, D Candra`.
        case authorsInOrder
        case groupAuthors
        case year
        case journal
        case volume
        case issue
        case pages
        case firstPage
        case lastPage
        case articleNumber
        /// A line of a list of references, which contains the volume, the issue and the pages.
        case citation
        case doi
        case pmid
        case pmcid
        case language
        case keywords
        case subjects
        case articleType
        case key
        case url
        case issn
        case isbn
        case publisher
    }

    /// A column of a table, or a tag.
    struct Column {
        /// The name as written.
        let label: String
        /// The name for comparison. Versions of an export differ in letter case and white space.
        let name: String

        init(_ label: String) {
            name = TextLines.collapsed(label).lowercased()
            self.label = name.isEmpty ? "column without a name" : label
        }
    }

    /// The name of the database or program, for messages.
    let name: String
    /// The columns that distinguish this export. A table has at least one of them.
    private let marks: Set<String>
    /// The names of the columns with each role, in lower case. If a role has one value, the first column with a value
    /// counts.
    let columns: [Role: [String]]
    private let names: Set<String>
    /// Whether the tab-delimited export does not put fields in quotes.
    let isVerbatim: Bool

    init(_ name: String, marks: Set<String>, _ columns: [Role: [String]], isVerbatim: Bool = false) {
        (self.name, self.marks, self.isVerbatim) = (name, marks, isVerbatim)
        self.columns = isVerbatim ? columns : columns.merging(Self.usual) { own, _ in own }
        names = Set(self.columns.values.joined())
    }

    /// Whether a column is known, by its ``Column/name``.
    func knows(_ name: String) -> Bool { names.contains(name) }

    /// Whether columns distinguish this export from other tables.
    func isDistinguished(by names: some Sequence<String>) -> Bool { !marks.isDisjoint(with: names) }

    /// Returns the export with most of the columns of a header, or nil if the header is not that of a known export: it
    /// needs a title, a column that distinguishes the export, and at least three known columns.
    static func find(_ header: [String]) -> ReferenceExport? {
        let header = Set(header.map { Column($0).name })
        var best: (export: ReferenceExport, count: Int)?
        for export in all where export.isDistinguished(by: header) {
            let count = header.count(where: export.knows)
            let hasTitle = export.columns[.title]?.contains(where: header.contains) ?? false
            if hasTitle, count >= max(3, (best?.count ?? 0) + 1) { best = (export, count) }
        }
        return best?.export
    }
}
