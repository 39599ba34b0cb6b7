import TemaModel

extension Validation {
    /// The passages on which codebook and person differ.
    var errors: Table {
        let layout = Table.Layout(
            title: "Errors of the codebook",
            columns: Self.codeColumns + [
                .init("error", "Error"), .init("document", "Document"),
                .init("passage", "Passage", style: .integer), .init("indicators", "Indicators"), .init("text", "Text"),
            ])
        let wrong = judgements.filter(\.isError)
        let rows = wrong.map { judgement in
            Table.Row(
                Self.codeCells(judgement.code) + [
                    .text(judgement.isFound ? "wrongly found" : "missed"),
                    .text(judgement.document), .integer(judgement.passage),
                    .text(judgement.indicators.joined(separator: Sample.separator)), .text(judgement.text),
                ])
        }
        let found = wrong.count(where: \.isFound)
        return Table(layout, rows: rows, notes: ["\(found) wrongly found, \(wrong.count - found) missed."])
    }

    /// How often each indicator that found a judged passage was right.
    var indicators: Table {
        let decimal = Table.Column.Style.decimal(places: 6, shown: 2)
        let layout = Table.Layout(
            title: "Validation by indicator",
            columns: Self.codeColumns + [
                .init("indicator", "Indicator"), .init("judged", "Judged", style: .integer),
                .init("right", "right", style: .integer), .init("wrong", "wrong", style: .integer),
                .init("right_alone", "right alone", style: .integer),
                .init("wrong_alone", "wrong alone", style: .integer),
                .init("precision", "Precision", style: decimal), .init("precision_low", "from", style: decimal),
                .init("precision_high", "to", style: decimal),
            ])
        return Table(
            layout, rows: counted.map { Self.row($0, $1) },
            notes: [
                "Judged passages of the sample in which the indicator stands, with Wilson's intervals of 95 %; a passage counts for each of "
                    + "its indicators.",
                "Alone: no other indicator found the code there. Without the indicator these would be missed, or mended.",
            ])
    }

    /// An indicator of a code, as the sample names both.
    struct Indicated: Hashable {
        let code: String
        let indicator: String
    }

    struct Count: Hashable {
        /// Passages judged right, and wrong; and those of them that have no other indicator.
        var (right, wrong) = (0, 0)
        var (rightAlone, wrongAlone) = (0, 0)
    }

    /// In the order in which they first come.
    private var counted: [(Indicated, Count)] {
        var (order, counts): ([Indicated], [Indicated: Count]) = ([], [:])
        for judgement in judgements where judgement.isFound && [.given, .not].contains(judgement.verdict) {
            let isAlone = judgement.indicators.count == 1
            for indicator in judgement.indicators {
                let key = Indicated(code: judgement.code, indicator: indicator)
                if counts[key] == nil { order.append(key) }
                let (all, alone) =
                    judgement.verdict == .given
                    ? (\Count.right, \Count.rightAlone) : (\Count.wrong, \Count.wrongAlone)
                counts[key, default: Count()][keyPath: all] += 1
                if isAlone { counts[key, default: Count()][keyPath: alone] += 1 }
            }
        }
        return order.map { ($0, counts[$0] ?? Count()) }
    }

    private static func row(_ key: Indicated, _ count: Count) -> Table.Row {
        let judged = count.right + count.wrong
        let interval = WilsonInterval(count.right, of: judged)
        let figures: [Table.Cell] = [
            .integer(judged), .integer(count.right), .integer(count.wrong), .integer(count.rightAlone),
            .integer(count.wrongAlone), .number(Double(count.right) / Double(max(1, judged))),
            interval.map { .number($0.low) } ?? .empty, interval.map { .number($0.high) } ?? .empty,
        ]
        return Table.Row(codeCells(key.code) + [.text(key.indicator)] + figures)
    }
}
