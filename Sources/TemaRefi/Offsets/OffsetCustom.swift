/// What is known of how the program that wrote a project counts, by the name that it gave itself in `origin`.
struct OffsetCustom: Sendable {
    private let unit: OffsetDialect.Unit?
    private let countsCRLFAsTwo: Bool?
    private let countsMark: Bool?

    /// Tema names the dialect behind its own name. Nothing is known of programs that are not named here. All of those named take the end to be exclusive.
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

    /// How much more a dialect is to be expected than any other, as the logarithm of odds.
    ///
    /// What is known of a program settles what its texts leave open. That ends are exclusive, as in the standard's own samples
    /// and in all programs known, tips the scales a little where nothing else is known.
    static func evidence(for dialect: OffsetDialect, _ custom: OffsetCustom?) -> Double {
        let isExclusive = dialect.endIsInclusive ? 0 : 4.5
        guard let custom else { return isExclusive }
        return (dialect.endIsInclusive ? 0 : known) + (custom.unit == dialect.unit ? known : 0)
            + (custom.countsCRLFAsTwo == dialect.countsCRLFAsTwo ? known : 0)
            + (custom.countsMark == dialect.countsMark ? known : 0)
    }

    private static let known = 8.0
}
