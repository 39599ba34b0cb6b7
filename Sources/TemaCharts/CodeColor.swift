/// A code's colour. It fills a mark where it differs enough from the background.
public struct CodeColor: Sendable, Hashable {
    /// The colour as `#rrggbb`, in lower case.
    public let hex: String
    /// Whether marks have the colour on the light background: the contrast is at least 3 : 1 (WCAG 2.2, level AA).
    public let isClearOnLight: Bool
    /// Whether marks have the colour on the dark background.
    public let isClearOnDark: Bool

    /// Creates a colour from `#rgb`, `#rrggbb` or `#rrggbbaa`, in any case and with or without `#`. The opacity is
    /// ignored. Returns nil for other texts.
    public init?(_ text: String) {
        let digits = text.lowercased().drop { $0 == "#" }
        guard digits.allSatisfy({ $0.isASCII && $0.isHexDigit }), [3, 6, 8].contains(digits.count) else { return nil }
        hex = "#" + (digits.count == 3 ? digits.map { "\($0)\($0)" }.joined() : String(digits.prefix(6)))
        isClearOnLight = Contrast.of(hex, Ink.paper.colors.light) >= Self.least
        isClearOnDark = Contrast.of(hex, Ink.paper.colors.dark) >= Self.least
    }

    private static let least = 3.0

    /// Whether the colour is shown beside the label, because marks do not have it on every background.
    var needsSwatch: Bool { !isClearOnLight || !isClearOnDark }
}

/// WCAG 2.2's contrast ratio, from 1 to 21.
enum Contrast {
    /// Returns the contrast of two colours, each as `#rrggbb`.
    static func of(_ one: String, _ other: String) -> Double {
        let (a, b) = (luminance(one), luminance(other))
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    private static func luminance(_ color: String) -> Double {
        let value = Int(color.dropFirst(), radix: 16) ?? 0
        let parts = [value >> 16, value >> 8 & 255, value & 255].map { part in
            let share = Double(part) / 255
            return share <= 0.04045 ? share / 12.92 : power((share + 0.055) / 1.055)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }

    /// Returns x^2.4 as x² · x^0.4, where x^0.4 is the fifth root of x². Unlike `pow`, the result is the same on every
    /// machine.
    private static func power(_ x: Double) -> Double {
        var root = x
        for _ in 0..<60 { root -= (root * root * root * root * root - x * x) / (5 * root * root * root * root) }
        return x * x * root
    }
}
