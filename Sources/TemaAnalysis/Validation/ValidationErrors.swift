import TemaModel

extension Validation {
    /// The table of passages on which the codebook and the reviewer disagree.
    var errors: Table {
        let layout = Table.Layout(
            title: "Validation errors",
            columns: Self.codeColumns + [
                .init("error", "Error"), .document,
                .init("passage", "Passage", style: .ordinal), .init("indicators", "Indicators"), .init("text", "Text"),
            ])
        let wrong = judgements.filter(\.isError)
        let rows = wrong.map { judgement in
            Table.Row(
                Self.codeCells(judgement.code) + [
                    .phrase(judgement.isFound ? Phrase("wrongly found") : Phrase("missed")),
                    .text(judgement.document), .integer(judgement.passage),
                    .text(judgement.indicators.joined(separator: Sample.separator)), .text(judgement.text),
                ])
        }
        let found = wrong.count(where: \.isFound)
        return Table(layout, rows: rows, notes: [Phrase("\(found) wrongly found, \(wrong.count - found) missed.")])
    }

    /// The table of the precision of each indicator that found a reviewed passage.
    var indicators: Table {
        let decimal = Table.Column.Style.decimal(places: 6, shown: 2)
        let layout = Table.Layout(
            title: "Validation by indicator",
            columns: Self.codeColumns + [
                .init("indicator", "Indicator"), .init("judged", "Reviewed", style: .integer),
                .init("right", "correct", style: .integer), .init("wrong", "wrong", style: .integer),
                .init("right_alone", "correct alone", style: .integer),
                .init("wrong_alone", "wrong alone", style: .integer),
                .init("precision", "Precision", style: decimal),
            ] + Table.Column.limits("precision_low", "precision_high", style: decimal))
        return Table(
            layout, rows: counted.map { Self.row($0, $1) },
            notes: [
                Phrase(
                    """
                    Reviewed passages in which the indicator found the code, with 95 % Wilson intervals. A \
                    passage counts for each of its indicators.
                    """),
                Phrase(
                    """
                    Alone: passages in which no other indicator found the code. Without the indicator, the \
                    correct ones would be missed and the wrong ones fixed.
                    """),
            ])
    }

    /// An indicator of a code, as named in the sample.
    struct Indicated: Hashable {
        let code: String
        let indicator: String
    }

    struct Count: Hashable {
        /// The number of reviewed passages to which the code applies, and to which it does not.
        var (right, wrong) = (0, 0)
        /// The same for passages in which no other indicator found the code.
        var (rightAlone, wrongAlone) = (0, 0)
    }

    /// The counts of each indicator, in order of first occurrence.
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
        let reviewed = count.right + count.wrong
        let interval = WilsonInterval(count.right, of: reviewed)
        let figures: [Table.Cell] = [
            .integer(reviewed), .integer(count.right), .integer(count.wrong), .integer(count.rightAlone),
            .integer(count.wrongAlone), .number(Double(count.right) / Double(max(1, reviewed))),
            interval.map { .number($0.low) } ?? .empty, interval.map { .number($0.high) } ?? .empty,
        ]
        return Table.Row(codeCells(key.code) + [.text(key.indicator)] + figures)
    }
}
