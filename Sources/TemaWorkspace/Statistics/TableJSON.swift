import TemaModel
import TemaTables

/// A table as the page shows it: the columns that people read, and the codes that each row is about.
struct TableJSON {
    let table: Table
    let language: DisplayLanguage

    func object(command: CommandLineText, notes: [Phrase], action: Int64) -> JSON {
        let shown = table.layout.columns(for: .people)
        let notes = table.layout.definitions(of: shown) + table.notes + notes
        return .object([
            "title": .string(table.layout.title.text(in: language)),
            "columns": .list(shown.map { column(table.layout.columns[$0]) }),
            "rows": .list(table.rows.map { row($0, shown) }),
            "notes": .strings(notes.map { $0.text(in: language) }),
            "command": .string(command.text), "action": .number(action),
        ])
    }

    private func column(_ column: Table.Column) -> JSON {
        let (style, places): (String, Int) =
            switch column.style {
            case .text, .rightText: ("text", 0)
            case .path: ("path", 0)
            case .integer: ("integer", 0)
            case .ordinal: ("ordinal", 0)
            case .decimal(_, let shown): ("decimal", shown)
            case .significant(_, let shown): ("significant", shown)
            }
        return .object([
            "name": .string(column.name), "label": .string(column.label.text(in: language)), "style": .string(style),
            "places": .number(places), "main": .flag(column.name == table.layout.mainColumn || column.rank == .name),
            "bar": .flag(column.bar), "definition": .string(column.definition?.text(in: language)),
        ])
    }

    /// Returns the cells with their texts for people, and the values by which the table is sorted.
    private func row(_ row: Table.Row, _ shown: [Int]) -> JSON {
        let texts = shown.map { index in
            JSON.string(CellText(table.layout.columns[index].style, for: .people(language)).string(row.cell(index)))
        }
        var codes: [String: JSON] = [:]
        for (index, column) in table.layout.columns.enumerated()
        where ["code", "code_a", "code_b", "document"].contains(column.name) {
            if case .text(let path) = row.cell(index) { codes[column.name] = .string(path) }
        }
        if let index = table.layout.columns.firstIndex(where: { $0.name == "codes" }),
            case .list(let paths) = row.cell(index)
        {
            codes["codes"] = .list(paths.map(value))
        }
        return .object([
            "cells": .list(shown.map { value(row.cell($0)) }), "texts": .list(texts), "depth": .number(row.depth),
            "about": .object(codes),
        ])
    }

    private func value(_ cell: Table.Cell) -> JSON {
        switch cell {
        case .empty: .null
        case .text(let text): .string(text)
        case .phrase(let phrase): .string(phrase.text(in: language))
        case .integer(let number): .number(number)
        case .number(let number): .number(number)
        case .list(let items): .list(items.map(value))
        case .record(let fields):
            .strings(fields.map { "\($0.name)=\(CellText(.text, for: .programs).string($0.value))" })
        }
    }
}
