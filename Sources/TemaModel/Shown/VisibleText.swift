extension String {
    /// The text with every character that a terminal or a page would obey instead of showing made visible.
    ///
    /// Control characters become their pictures (`␛`) or their numbers (`\u{9B}`), and so do the marks that turn the
    /// direction of what follows them. Tabs become a space; so do line breaks, unless another sign is given.
    package func visible(lineBreak: String = " ") -> String {
        var before: Unicode.Scalar?
        return replacingScalars { scalar in
            defer { before = scalar }
            switch scalar.value {
            case 0x0A where before == "\r": return ""
            case 0x0A, 0x0D: return lineBreak
            case 0x09: return " "
            case 0x00...0x1F: return picture(scalar.value)
            case 0x7F: return picture(0x21)
            // C1 controls; bidirectional marks, embeddings, overrides and isolates; line and paragraph separators.
            case 0x80...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x206F:
                return "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
            default: return nil
            }
        }
    }

    /// A character of the block Control Pictures.
    private func picture(_ number: UInt32) -> String {
        Unicode.Scalar(0x2400 + number).map { String($0) } ?? ""
    }
}

/// A number with its noun: `1 document`, `2 documents`.
package func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
