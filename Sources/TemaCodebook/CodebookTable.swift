import TemaModel

/// A codebook as a table with one row for each code: its meaning and its indicators.
package enum CodebookTable {
    /// Returns the table of a codebook.
    ///
    /// - Parameter language: The language of names and definitions; nil for the first language of each.
    package static func table(_ codes: CodeList, language: String? = nil) -> Table {
        let columns: [Table.Column] = [
            .init("code", "Code", for: .programs), .init("name", "Name", rank: .name),
            .init("level", "Level", rank: .usual), .init("definition", "Definition", rank: .usual),
            .init("include", "Include", for: .programs),
            .init("exclude", "Exclude", for: .programs), .init("color", "Colour", for: .programs),
            .init("provenance", "Provenance", rank: .minor),
            .init("indicators", "Indicators", style: .integer, for: .people, rank: .minor),
            .init("indicators", "Indicators", for: .programs), .init("examples", "Examples", for: .programs),
            .init("counterexamples", "Counterexamples", for: .programs),
        ]
        let title = Phrase(verbatim: codes.codebook.title.value(in: language) ?? codes.codebook.id)
        let rows = codes.entries.indices.map { row($0, codes, language: language) }
        var notes = [
            Phrase(
                "\(codes.codebook.coder): \(count: codes.count, "code"), \(count: codes.indicators.count, "indicator")."
            )
        ]
        if let source = codes.codebook.source { notes.append(Phrase("Source: \(source).")) }
        if let description = codes.codebook.description.value(in: language) {
            notes.append(Phrase(verbatim: description))
        }
        return Table(Table.Layout(title: title, columns: columns), rows: rows, notes: notes)
    }

    private static func row(_ number: Int, _ codes: CodeList, language: String?) -> Table.Row {
        let entry = codes.entries[number]
        let code = entry.code
        func text(_ value: ByLanguage<String>) -> Table.Cell {
            value.value(in: language).map(Table.Cell.text) ?? .empty
        }
        func all(_ value: ByLanguage<[String]>) -> Table.Cell {
            .list(value.entries.flatMap { $0.value.map(Table.Cell.text) })
        }
        let indicators = code.indicators.entries.flatMap { $0.value.map(\.match) }
        return Table.Row(
            [
                .text(entry.path), .text(code.name.value(in: language) ?? code.id), .text(codes.level(of: number)),
                text(code.definition), text(code.include), text(code.exclude),
                code.color.map(Table.Cell.text) ?? .empty,
                code.provenance.map { .text($0.rawValue) } ?? .empty, .integer(indicators.count),
                .list(indicators.map(Table.Cell.text)), all(code.examples), all(code.counterexamples),
            ], depth: entry.depth - 1)
    }
}
