import TemaModel

extension Comparison {
    /// Returns the notes of values; the denominators of groups are those of their columns.
    var notes: [Phrase] {
        let isRow = measure == .rowPercent || measure == .documentsRowPercent
        let shares =
            isRow
            ? Phrase(
                "The denominator of a share is the code's count in all groups, each passage or document counted once.")
            : Phrase("The denominators of shares are the column's own counts.")
        let reason =
            isShareByDefault
            ? [Phrase("Shares, because the groups differ in size; --measure passages prints the numbers of passages.")]
            : []
        return reason + [Phrase("Measure: \(measure.label), including codes below. \(shares)")]
            + (view == .intervals
                ? [Phrase("From and to: 95 % Wilson intervals. Passages of one document are not independent.")] : [])
            + overlap
    }

    /// Returns a group's name with its denominators.
    func denominators(_ label: Phrase, _ tally: Tally) -> Phrase {
        Phrase(
            "\(label) (\(count: tally.passages, "passage"), \(count: tally.documents, "document"), \(count: tally.words, "word"))"
        )
    }

    /// A note that explains why groups can add up to more than the total.
    private var overlap: [Phrase] {
        switch variable {
        case .section, .kind, .language: []
        case .code:
            [Phrase("A column counts the passages with its code, so a passage can count in several columns.")]
        case .coder:
            [
                Phrase(
                    "A coder's column counts the documents in which the coder has coded, or that the coder has marked as done, and their passages; the total counts all coders."
                )
            ]
        case .article, .metadata, .ranges:
            [Phrase("A document with several values counts in the column of each value, and once in the total.")]
        }
    }
}
