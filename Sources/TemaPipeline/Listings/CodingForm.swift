import TemaModel

/// A form of a listing of codings.
enum CodingForm {
    /// One row for each automatic coding.
    case automatic
    /// One row for each coding, made by hand or automatic.
    case mixed
    /// One row for each piece of evidence.
    case long

    var columns: [Table.Column] {
        let coder = Table.Column(
            "coder", "Coder", for: self == .automatic ? .programs : .everyone, rank: self == .mixed ? .main : .usual)
        return [
            .document, .init("passage", "Passage", style: .ordinal),
            .init("code", "Code", rank: .name), coder, .init("start", "Start", style: .ordinal, for: .programs),
            .init("end", "End", style: .ordinal, for: .programs),
        ] + own
    }

    private var own: [Table.Column] {
        switch self {
        case .automatic:
            [
                .init("evidence", "Evidence", for: .programs), .init("matched", "Evidence", for: .people),
                .init("id", "Id", for: .programs),
            ]
        case .mixed:
            [
                .init("evidence", "Evidence", for: .programs), .init("id", "Id", for: .programs),
                .init("short_id", "Id", for: .people), .init("state", "State"),
                .init("score", "Score", style: .decimal(places: 4, shown: 2), for: .programs),
                .init("at", "Time", for: .programs), .init("quote", "Quote"),
            ]
        case .long:
            [
                .init("indicator", "Indicator"), .init("words", "Words"), .init("id", "Id", for: .programs),
                .init("state", "State", for: .programs),
            ]
        }
    }

    func rows(_ coding: ListedCoding) -> [Table.Row] {
        let (start, end) = (Table.Cell.integer(coding.span.lowerBound), Table.Cell.integer(coding.span.upperBound))
        let (place, id) = (coding.place, Table.Cell.text(coding.id))
        switch self {
        case .automatic:
            return [Table.Row(place + [start, end, coding.evidence, .text(coding.words), id])]
        case .mixed:
            let hand = coding.hand
            return [
                Table.Row(
                    place + [
                        start, end, coding.evidence, id, .text(String(coding.id.prefix(8))), .text(coding.state),
                        hand.map { .number($0.score) } ?? .empty, hand.map { .text($0.at) } ?? .empty,
                        .text(coding.words),
                    ])
            ]
        case .long:
            return coding.pieces.map { piece in
                Table.Row(
                    place + [
                        .integer(piece.span.lowerBound), .integer(piece.span.upperBound),
                        piece.indicator.map { .text($0) } ?? .empty, .text(piece.words), id, .text(coding.state),
                    ])
            }
        }
    }
}
