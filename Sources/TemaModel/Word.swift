@_spi(_Unicode) import Swift

/// The definition of a word, for matching and for counting.
///
/// A word is a maximal run of letters, marks and digits (general categories L, M and N). Between two of these,
/// apostrophes (`'` and `’`, which are equal) and soft hyphens (which are ignored) are part of the word. In scripts
/// written without spaces, each character with its marks is a word.
public enum Word {
    /// Whether a scalar is a letter, a mark or a digit.
    public static func isCharacter(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x80 { return isASCIILetter(scalar) || ("0"..."9").contains(scalar) }
        return switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
            true
        default: false
        }
    }

    /// Whether a scalar is a combining mark, which continues the character before it.
    public static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        // The first mark is U+0300.
        if scalar.value < 0x300 { return false }
        return switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: true
        default: false
        }
    }

    /// Whether a scalar belongs to a script written without spaces: Han, kana, Thai, Lao, Khmer or Myanmar.
    public static func isUnspacedScript(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0...0x0DFF: false
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3005...0x3007, 0x3021...0x3029, 0x3038...0x303B,
            0x3040...0x30FF, 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA9E0...0xA9FE, 0xAA60...0xAA7F,
            0xF900...0xFAFF, 0xFF66...0xFF9D, 0x1AFF0...0x1B16F, 0x20000...0x3347F:
            true
        default: false
        }
    }

    /// Whether a scalar is part of a word when it is between two of its characters: an apostrophe or a soft hyphen.
    public static func isJoiner(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "'" || scalar == "\u{2019}" || scalar == "\u{AD}"
    }

    /// Whether a scalar may separate two words of a phrase: white space, a hyphen or a soft hyphen.
    public static func isPhraseSeparator(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "-", "\u{2010}", "\u{2011}", "\u{AD}": true
        // Unicode's white space, and the four separators U+001C to U+001F, which most programs treat as spaces.
        default: scalar.properties.isWhitespace || (0x1C...0x1F).contains(scalar.value)
        }
    }

    /// Returns the lower-case form of an ASCII scalar.
    static func foldedASCII(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        isASCIILetter(scalar) ? Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value | 0x20)) : scalar
    }

    private static func isASCIILetter(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
    }

    /// Returns the form of a word that is used for comparison: without soft hyphens, with `'` for every apostrophe,
    /// each scalar mapped to lower case independent of locale, in Unicode normalization form C (NFC).
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
    /// The scalars in Unicode normalization form C (NFC).
    ///
    /// Uses an SPI of the standard library, the normaliser that `String` itself compares with.
    package var canonicallyComposed: UnicodeScalarView {
        var composed = UnicodeScalarView()
        composed.append(contentsOf: _nfc)
        return composed
    }
}
