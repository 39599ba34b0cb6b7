@_spi(_Unicode) import Swift

/// What a word is, for matching and for counting.
///
/// A word is a maximal run of letters, marks and digits (general categories L, M and N); apostrophes (`'` and `’`,
/// equal) and soft hyphens (ignored) between two of them belong to it. In scripts written without spaces one
/// character with its marks is a word.
public enum Word {
    /// Letters, marks and digits.
    public static func isCharacter(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x80 { return isASCIILetter(scalar) || ("0"..."9").contains(scalar) }
        return switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
            true
        default: false
        }
    }

    /// Characters that go on with the one before them.
    public static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        // No mark comes before U+0300.
        if scalar.value < 0x300 { return false }
        return switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: true
        default: false
        }
    }

    /// Characters of scripts written without spaces: Han, kana, Thai, Lao, Khmer and Myanmar.
    public static func standsAlone(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0...0x0DFF: false
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3005...0x3007, 0x3021...0x3029, 0x3038...0x303B,
            0x3040...0x30FF, 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA9E0...0xA9FE, 0xAA60...0xAA7F,
            0xF900...0xFAFF, 0xFF66...0xFF9D, 0x1AFF0...0x1B16F, 0x20000...0x3347F:
            true
        default: false
        }
    }

    /// Whether it may stand inside a word, between two of its characters.
    public static func isJoiner(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "'" || scalar == "\u{2019}" || scalar == "\u{AD}"
    }

    /// Whether it may part two words of a phrase: white space, hyphens and soft hyphens.
    public static func mayPartPhrase(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "-", "\u{2010}", "\u{2011}", "\u{AD}": true
        // White space as Unicode has it, and the four separators (file to unit) that are spaces to most programs.
        default: scalar.properties.isWhitespace || (0x1C...0x1F).contains(scalar.value)
        }
    }

    /// The same of one ASCII character.
    static func foldedASCII(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        isASCIILetter(scalar) ? Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value | 0x20)) : scalar
    }

    private static func isASCIILetter(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
    }

    /// A word as it is compared: soft hyphens gone, apostrophes alike, each scalar in lower case (without regard to
    /// any locale), in canonical composition (NFC).
    public static func folded(_ scalars: some Sequence<Unicode.Scalar>) -> String.UnicodeScalarView {
        var lower = String.UnicodeScalarView()
        var isASCII = true
        for scalar in scalars where scalar != "\u{AD}" {
            if scalar == "\u{2019}" {
                lower.append("'")
            } else if scalar.isASCII {
                lower.append(foldedASCII(scalar))
            } else {
                isASCII = false
                lower.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
            }
        }
        return isASCII ? lower : String(lower).canonicallyComposed
    }
}

extension String {
    /// Its scalars in canonical composition (NFC).
    ///
    /// The standard library keeps its normaliser behind an SPI; it is the one that `String` itself compares by.
    package var canonicallyComposed: UnicodeScalarView {
        var composed = UnicodeScalarView()
        composed.append(contentsOf: _nfc)
        return composed
    }
}
