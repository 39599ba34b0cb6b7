internal import CUTF8Proc
@_spi(_Unicode) import Swift

extension Word {
    /// Returns the form of a word that is used for comparison.
    ///
    /// It is the word's toNFKC_Casefold (Unicode Standard, definition D147), with three additions: the optional vowel
    /// signs of Arabic and Hebrew are removed, a dot above after *i* is removed, and *ı* is *i*. All apostrophes are `'`.
    /// The result is in Unicode normalization form C (NFC).
    ///
    /// - Parameter ignoringAccents: Whether accents of Latin, Greek and Cyrillic letters are removed too.
    public static func folded(
        _ word: some Sequence<Unicode.Scalar>, ignoringAccents: Bool = false
    ) -> String.UnicodeScalarView {
        var lower = String.UnicodeScalarView()
        var isASCII = true
        for scalar in word {
            isASCII = isASCII && scalar.isASCII
            lower.append(foldedASCII(scalar))
        }
        return isASCII ? lower : foldedAny(String(lower), ignoringAccents: ignoringAccents)
    }

    /// Returns the lower-case form of an ASCII scalar.
    @inlinable
    package static func foldedASCII(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        ("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value | 0x20)) : scalar
    }

    private static func foldedAny(_ word: String, ignoringAccents: Bool) -> String.UnicodeScalarView {
        if !ignoringAccents, word.unicodeScalars.allSatisfy(foldsToItself) { return word.unicodeScalars }
        var folded = String.UnicodeScalarView()
        func add(_ scalar: Unicode.Scalar) {
            if isOptional(scalar) || ignoringAccents && isAccent(scalar) { return }
            switch scalar {
            case "\u{307}" where folded.last == "i": return
            case "\u{131}": folded.append("i")
            case "\u{2019}", "\u{2BC}", "\u{FF07}", "\u{5F3}": folded.append("'")
            case "\u{5F4}", "\u{201C}", "\u{201D}": folded.append("\"")
            default: folded.append(scalar)
            }
        }
        // Decomposed first: the case folding of a Greek iota subscript depends on the order of marks.
        for scalar in word._nfd {
            if scalar.isASCII {
                add(foldedASCII(scalar))
            } else if !scalar.properties.changesWhenNFKCCaseFolded {
                add(scalar)
            } else {
                for mapped in caseFolded(scalar) { add(mapped) }
            }
        }
        return String(folded).canonicallyComposed
    }

    /// Whether a scalar is the same after folding, whatever is beside it. True of most lower-case letters.
    package static func foldsToItself(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return true }
        let properties = scalar.properties
        // A mark, a Hangul vowel or a final consonant may compose with the letter before it.
        return !properties.changesWhenNFKCCaseFolded && !properties.isFullCompositionExclusion
            && !Traits(scalar).contains(.mark) && !(0x1100...0x11FF).contains(scalar.value) && scalar != "\u{131}"
            && !Traits(scalar).contains(.joiner) && !isOptional(scalar)
    }

    /// Returns a scalar's compatibility decomposition in lower case, without ignorable characters.
    private static func caseFolded(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        let options =
            UTF8PROC_STABLE.rawValue | UTF8PROC_COMPAT.rawValue | UTF8PROC_DECOMPOSE.rawValue
            | UTF8PROC_IGNORE.rawValue | UTF8PROC_CASEFOLD.rawValue
        // The longest decomposition, that of U+FDFA, has 18 scalars.
        var mapped = [Int32](repeating: 0, count: 32)
        let count = utf8proc_decompose_char(
            Int32(scalar.value), &mapped, mapped.count, utf8proc_option_t(options), nil)
        guard (0...mapped.count).contains(count) else { return [scalar] }
        return mapped.prefix(count).compactMap { UInt32(exactly: $0).flatMap { Unicode.Scalar($0) } }
    }

    /// Whether a scalar is an optional vowel sign of Arabic, its tatweel, or a Hebrew point or accent. Hamza and madda
    /// are not optional.
    private static func isOptional(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x610...0x61A, 0x640, 0x64B...0x652, 0x656...0x65F, 0x670, 0x6D6...0x6DC, 0x6DF...0x6E4, 0x6E7, 0x6E8,
            0x6EA...0x6ED:
            true
        case 0x591...0x5BD, 0x5BF, 0x5C1, 0x5C2, 0x5C4, 0x5C5, 0x5C7: true
        default: false
        }
    }

    /// Whether a scalar is one of the combining diacritical marks of Latin, Greek and Cyrillic.
    private static func isAccent(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x300...0x36F, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF: true
        default: false
        }
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
