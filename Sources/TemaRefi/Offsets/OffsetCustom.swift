/// The known way of counting of the program that wrote a project, by the project's `origin`. Nil values are not known.
struct OffsetCustom: Sendable {
    private let unit: OffsetDialect.Unit?
    private let countsCRLFAsTwo: Bool?
    private let countsMark: Bool?

    /// Returns nil if the program is unknown. Tema writes its dialect into `origin`. All programs named here use
    /// exclusive ends.
    init?(origin: String) {
        let name = origin.lowercased()
        if name.hasPrefix("tema ") {
            let own = RefiProject.dialect(ofOwn: origin) ?? .standard
            (unit, countsCRLFAsTwo, countsMark) = (own.unit, own.countsCRLFAsTwo, own.countsMark)
        } else if name.contains("nvivo") {
            (unit, countsCRLFAsTwo, countsMark) = (.utf16, true, false)
        } else if name.contains("atlas.ti") {
            (unit, countsCRLFAsTwo, countsMark) = (nil, false, nil)
        } else if name.contains("maxqda") {
            (unit, countsCRLFAsTwo, countsMark) = (nil, true, nil)
        } else if name.contains("qualcoder") {
            (unit, countsCRLFAsTwo, countsMark) = (.codepoint, nil, nil)
        } else {
            return nil
        }
    }

    /// Returns the prior score of a dialect, as the logarithm of odds.
    ///
    /// The known properties of a program decide what its texts leave open. Exclusive ends, which the standard's samples
    /// and all known programs use, are slightly preferred if the program is unknown.
    static func evidence(for dialect: OffsetDialect, _ custom: OffsetCustom?) -> Double {
        let isExclusive = dialect.endIsInclusive ? 0 : 4.5
        guard let custom else { return isExclusive }
        return (dialect.endIsInclusive ? 0 : known) + (custom.unit == dialect.unit ? known : 0)
            + (custom.countsCRLFAsTwo == dialect.countsCRLFAsTwo ? known : 0)
            + (custom.countsMark == dialect.countsMark ? known : 0)
    }

    private static let known = 8.0
}
