/// Words by which a code is found: `want* to live`, `reason* NEAR/4 live`, with what limits them.
public struct Indicator: Sendable, Hashable {
    /// The indicator as written.
    public var match: String
    /// A match that overlaps a match of one of these is dropped.
    public var unless: [String]
    /// The kinds of passages it counts in; all where there are none.
    public var kinds: [PassageKind]
    /// The types of sections it counts in; all where there are none.
    public var sections: [SectionType]

    public init(
        _ match: String, unless: [String] = [], kinds: [PassageKind] = [], sections: [SectionType] = []
    ) {
        self.match = match
        self.unless = unless
        self.kinds = kinds
        self.sections = sections
    }
}
