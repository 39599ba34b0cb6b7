extension Table {
    /// Returns the table with its columns of numbers as rows, and its rows as columns.
    ///
    /// Columns of text name the new columns. Programs get the names of the new rows, people their labels. The main column
    /// is that of the first row.
    ///
    /// - Parameters:
    ///   - name: The name of the column that names the new rows.
    ///   - label: Its label.
    public func transposed(as name: String, _ label: Phrase) -> Table {
        let columns = layout.columns
        let values = columns.indices.filter { columns[$0].style.isNumber }
        let style = Column.Style.covering(values.map { columns[$0].style })
        var taken: Set = [name]
        let new = rows.map { row in
            Column(
                uniqueName(row.heading(layout.keys(for: .programs)).description, &taken),
                row.heading(layout.keys(for: .people)), style: style)
        }
        let heading = [
            Column(name, label, for: .programs), Column("\(name)_label", label, for: .people, rank: .name),
        ]
        let transposed = values.map { value in
            Row([.text(columns[value].name), .phrase(layout.fullLabel(of: value))] + rows.map { $0.cell(value) })
        }
        return Table(
            Layout(title: layout.title, columns: heading + new, mainColumn: new.first?.name), rows: transposed,
            notes: layout.definitions(of: values) + notes)
    }
}

extension Table.Layout {
    /// Returns a column's label. That of an interval's limit follows the label of the interval's value.
    fileprivate func fullLabel(of column: Int) -> Phrase {
        let head = limitedColumn(of: column)
        return head == column
            ? columns[column].label : [columns[head].label, columns[column].label].joined(separator: " ")
    }

    /// Returns the columns that name a row: paths of codes for programs, names for people.
    fileprivate func keys(for audience: Table.Column.Audience) -> [Int] {
        columns(for: audience).filter {
            !columns[$0].style.isNumber && (audience == .people || columns[$0].name.hasPrefix("code"))
        }
    }
}

extension Table.Row {
    /// Returns the texts of columns, joined by ×.
    fileprivate func heading(_ columns: [Int]) -> Phrase {
        columns.map { column -> Phrase in
            switch cell(column) {
            case .text(let text): Phrase(verbatim: text)
            case .phrase(let phrase): phrase
            case .empty, .integer, .number, .list, .record: Phrase(verbatim: "")
            }
        }.joined(separator: " × ")
    }
}

extension Table.Column.Style {
    /// Returns a style that shows numbers of several styles: the only one, or the one with the most digits.
    fileprivate static func covering(_ styles: [Table.Column.Style]) -> Table.Column.Style {
        guard let first = styles.first, Set(styles).count > 1 else { return styles.first ?? .integer }
        return styles.reduce(first) { covering, style in
            switch (covering, style) {
            case (.significant, _), (.decimal, .integer), (.decimal, .ordinal): covering
            case (.decimal(let one, let two), .decimal(let places, let shown)):
                .decimal(places: max(one, places), shown: max(two, shown))
            default: style
            }
        }
    }
}
