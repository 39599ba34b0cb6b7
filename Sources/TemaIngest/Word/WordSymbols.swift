/// The characters of symbol fonts as Unicode text.
enum WordSymbols {
    /// Returns the text of a `sym` element, or nil if its character is unknown.
    ///
    /// - Parameter code: The code of the character in hexadecimal digits, as in `F061`.
    static func text(font: String, code: String) -> String? {
        guard let scalar = UInt32(code, radix: 16).flatMap(Unicode.Scalar.init), scalar.value >= 0x20 else {
            return nil
        }
        if let known = self.scalar(scalar, font: font) { return String(known) }
        // Any other font is a Unicode font if the code is outside the range in which symbol fonts have theirs.
        return scalar.value < 0x100 || scalar.properties.generalCategory == .privateUse ? nil : String(scalar)
    }

    /// Returns a text that is set in a font with the characters of the font replaced by those that it shows. Characters
    /// that are unknown stay.
    static func text(_ text: String, font: String) -> String {
        guard !font.isEmpty, fonts[font.lowercased()] != nil else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.map { scalar($0, font: font) ?? $0 }))
    }

    /// Returns the character that a font shows for a code, which may be in the private use area (F020 to F0FF).
    private static func scalar(_ scalar: Unicode.Scalar, font: String) -> Unicode.Scalar? {
        let code = (0xF000...0xF0FF).contains(scalar.value) ? scalar.value - 0xF000 : scalar.value
        return fonts[font.lowercased()]?[code]
    }

    private static let fonts = [
        "symbol": table([
            (0x20, " !∀#∃%&∍()∗+,−./0123456789:;<=>?"), (0x40, "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"),
            (0x60, "‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"), (0xA1, "ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵"),
            (0xC0, "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓"), (0xE0, "◊⟨®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪"), (0xF1, "⟩∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"),
        ]),
        "wingdings": table([
            (0x20, " "), (0x45, "☜☞☝☟"), (0x4A, "☺😐☹"), (0x6C, "●"), (0x6E, "■□"), (0x74, "⧫◆❖"),
            (0x80, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"), (0x9F, "•"), (0xA7, "▪"), (0xA8, "☐"), (0xD8, "➢"), (0xDF, "←→↑↓"),
            (0xE8, "➔"), (0xEF, "⇦⇨⇧⇩"), (0xFB, "✗✓☒☑"),
        ]),
    ]

    /// Numbers the characters of each row from the code before it.
    private static func table(_ rows: [(first: UInt32, characters: String)]) -> [UInt32: Unicode.Scalar] {
        var table: [UInt32: Unicode.Scalar] = [:]
        for row in rows {
            for (code, scalar) in zip(row.first..., row.characters.unicodeScalars) { table[code] = scalar }
        }
        return table
    }
}
