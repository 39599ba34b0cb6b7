/// The width of text in terminal columns, according to Unicode's East Asian Width (UAX #11).
enum DisplayWidth {
    /// Returns the width of a text.
    static func of(_ text: String) -> Int {
        // Fast path: if each scalar is a character of width 1, grapheme breaking is not needed.
        if text.unicodeScalars.allSatisfy(isPlain) { return text.unicodeScalars.count }
        return text.reduce(0) { $0 + of($1) }
    }

    /// Whether a scalar is a complete character of width 1: Latin, or a box-drawing or block character.
    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20..<0x300, 0x2500..<0x25FD: true
        default: false
        }
    }

    /// Returns the width of a grapheme cluster: 2 for emoji, otherwise the sum of its scalars' widths.
    static func of(_ character: Character) -> Int {
        let scalars = character.unicodeScalars
        if scalars.contains(where: isEmoji) { return 2 }
        return scalars.reduce(0) { $0 + of($1) }
    }

    private static func isEmoji(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        // Emoji begin at U+231A, and box-drawing and block characters are not emoji.
        case 0..<0x231A, 0x2500..<0x25FD: false
        case 0xFE0F: true
        default: scalar.properties.isEmojiPresentation
        }
    }

    private static func of(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0..<0x300, 0x2500..<0x2600: 1
        // Hangul vowels and final consonants combine with the preceding consonant.
        case 0x1160...0x11FF, 0xD7B0...0xD7FF: 0
        case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x3029, 0x302E...0x303E, 0x3041...0x3098, 0x309B...0x4DBF,
            0x4E00...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F,
            0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F265,
            0x20000...0x3FFFD:
            2
        default: isWithoutWidth(scalar) ? 0 : 1
        }
    }

    private static func isWithoutWidth(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: true
        default: false
        }
    }
}

extension String {
    /// Returns the text cut to a width in terminal columns, with `…` at the cut. The start or the end is kept.
    /// Grapheme clusters are never split.
    func cut(to width: Int, keepingEnd: Bool = false) -> String {
        // A character never has more columns than bytes.
        guard utf8.count > width else { return self }
        let fitting = keepingEnd ? Self.fitting(reversed(), in: width) : Self.fitting(self, in: width)
        guard let fitting else { return self }
        return keepingEnd ? "…" + suffix(fitting) : prefix(fitting) + "…"
    }

    /// Returns the number of characters that fit beside a mark of width 1, or nil if all fit without it.
    private static func fitting(_ characters: some Sequence<Character>, in width: Int) -> Int? {
        var used = 0
        var fitting = 0
        for character in characters {
            used += DisplayWidth.of(character)
            if used > width { return fitting }
            if used < width { fitting += 1 }
        }
        return nil
    }

    /// Returns the text in lines of a width, broken at spaces. Words longer than a line are broken too.
    func wrapped(to width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var used = 0
        for word in split(separator: " ") {
            let length = DisplayWidth.of(String(word))
            if used > 0, used + 1 + length <= width {
                line += " " + word
                used += 1 + length
                continue
            }
            if used > 0 { lines.append(line) }
            (line, used) = ("", 0)
            for character in word {
                let one = DisplayWidth.of(character)
                if used > 0, used + one > width {
                    lines.append(line)
                    (line, used) = ("", 0)
                }
                line.append(character)
                used += one
            }
        }
        return line.isEmpty ? lines : lines + [line]
    }
}
