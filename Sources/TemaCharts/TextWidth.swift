/// Estimates the width of text without a font.
///
/// The widths are those of DejaVu Sans, which is wider than most fonts, so text is rarely wider than estimated.
enum TextWidth {
    /// The font size of pictures, in pixels.
    static let size = 12.0
    /// The line height in pixels.
    static let line = 15.0

    /// Returns the width of a text in pixels.
    static func of(_ text: String, isBold: Bool = false) -> Double {
        text.unicodeScalars.reduce(0) { $0 + ems($1) } * size * (isBold ? 1.12 : 1)
    }

    /// Returns the greatest width of several texts, or 0 if there are none.
    static func widest(_ texts: some Sequence<String>) -> Double { texts.map { of($0) }.max() ?? 0 }

    private static func ems(_ scalar: Unicode.Scalar) -> Double {
        switch scalar {
        case "i", "j", "l", "'": 0.3
        case " ", ".", ",", ":", ";", "|", "I", "f", "t", "-", "!", "/", "(", ")", "[", "]": 0.4
        case "r", "s", "J": 0.53
        case "m", "M", "W", "@", "%", "…", "—": 1
        case "w", "A"..."Z", "+", "=", "<", ">", "&", "~", "×", "÷": 0.84
        case "\0"..."~": 0.65
        case "\u{A1}"..."\u{2FF}", "\u{370}"..."\u{52F}", "\u{1E00}"..."\u{1FFF}": 0.8
        case "\u{300}"..."\u{36F}": 0
        default: isInvisible(scalar) ? 0 : 1.05
        }
    }

    /// Whether a scalar only changes the one before it, such as a vowel sign, or has no sign at all.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: true
        default: false
        }
    }

    /// Returns the text in at most so many lines of a width. It is broken at spaces and hyphens, and inside words
    /// that are longer than a line. If it does not fit, it is cut and ends in `…`.
    static func lines(_ text: String, width: Double, most: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(whereSeparator: \.isWhitespace) {
            for (number, part) in parts(of: word, width: width).enumerated() {
                let longer = line.isEmpty ? part : line + (number == 0 ? " " : "") + part
                if of(longer) <= width || line.isEmpty {
                    line = longer
                } else {
                    lines.append(line)
                    line = part
                }
            }
        }
        if !line.isEmpty { lines.append(line) }
        guard lines.count > most, most > 0 else { return lines.map { cut($0, width: width) } }
        let rest = lines[(most - 1)...].joined(separator: " ")
        return lines.prefix(most - 1).map { cut($0, width: width) } + [cut(rest, width: width)]
    }

    /// Returns the parts between which a word can be broken: after each hyphen, and, if the word is longer than a
    /// line, wherever a part fills the line. In scripts with hyphenation such a part ends with a hyphen.
    private static func parts(of word: Substring, width: Double) -> [String] {
        var parts: [String] = []
        var part = ""
        let isLong = of(String(word)) > width && width >= 40
        let hyphen = word.unicodeScalars.allSatisfy { $0.value < 0x590 } ? "-" : ""
        for character in word {
            if isLong, part.count >= (hyphen.isEmpty ? 1 : 4), of(part + String(character) + hyphen) > width {
                parts.append(part + hyphen)
                part = ""
            }
            part.append(character)
            if character == "-" {
                parts.append(part)
                part = ""
            }
        }
        return part.isEmpty ? parts : parts + [part]
    }

    /// Returns as much of the text as fits in the width, ending in `…` if it was cut.
    static func cut(_ text: String, width: Double) -> String {
        guard of(text) > width else { return text }
        var kept = ""
        var used = of("…")
        for character in text {
            used += of(String(character))
            if used > width { break }
            kept.append(character)
        }
        while kept.last == " " { kept.removeLast() }
        return kept + "…"
    }
}
