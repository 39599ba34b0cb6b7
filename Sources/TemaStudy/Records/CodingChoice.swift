public import TemaModel

/// The codings of a study that count.
public enum CodingChoice: Sendable, Hashable {
    /// Every coding made by hand, and every automatic one that no one has rejected. An accepted one counts once, as the coding
    /// by hand that it became.
    case final
    /// The automatic codings, rejected or not.
    case automatic
    /// The codings made by hand.
    case hand(CoderChoice)

    /// The coders whose hand codings count alone, or nil.
    public var hand: CoderChoice? { if case .hand(let choice) = self { choice } else { nil } }

    /// What is counted, as a note on a table of a study.
    public var note: Phrase {
        switch self {
        case .final:
            Phrase(
                "Codings counted: all made by hand, and the automatic ones that no one has rejected (--codings final).")
        case .automatic: Phrase("Codings counted: the automatic ones, rejected or not (--codings automatic).")
        case .hand(.everyone):
            Phrase(
                "Codings counted: those made by hand, in the documents that any coder has coded or marked as done (--codings hand)."
            )
        case .hand(.coder(let name)):
            Phrase(
                "Codings counted: those made by hand by \(name), in the documents that \(name) has coded or marked as done (--codings hand)."
            )
        }
    }
}

/// A choice of coders whose hand codings are used.
public enum CoderChoice: Sendable, Hashable {
    case everyone
    case coder(String)

    /// The coder's name; or nil for everyone.
    public var name: String? { if case .coder(let name) = self { name } else { nil } }
}
