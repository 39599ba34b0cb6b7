extension String {
    /// Returns the string with control characters made visible, so that a terminal or page shows them instead of
    /// interpreting them.
    ///
    /// Control characters and bidirectional formatting marks become control pictures (`␛`) or escapes (`\u{9B}`). A
    /// tab becomes a space.
    ///
    /// - Parameter lineBreak: The replacement of a line break; CR LF is one line break.
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

    /// Returns a character of the block Control Pictures.
    private func picture(_ number: UInt32) -> String {
        Unicode.Scalar(0x2400 + number).map { String($0) } ?? ""
    }
}

/// Returns a number with its noun: `1 document`, `2 documents`.
package func counted(_ count: Int, _ noun: String) -> String {
    "\(DisplayLanguage.english.shown(String(count))) \(noun)\(count == 1 ? "" : "s")"
}

extension String {
    /// Returns the string with some scalars replaced. All output formats escape special characters with this
    /// function.
    ///
    /// - Parameter replacement: Returns the replacement of a scalar, or nil to keep the scalar.
    package func replacingScalars(_ replacement: (Unicode.Scalar) -> String?) -> String {
        var result = ""
        let scalars = unicodeScalars
        var copied = scalars.startIndex
        for index in scalars.indices {
            guard let new = replacement(scalars[index]) else { continue }
            result += String(scalars[copied..<index]) + new
            copied = scalars.index(after: index)
        }
        return copied == scalars.startIndex ? self : result + String(scalars[copied...])
    }

    /// The string escaped for the content of an HTML or XML element or a quoted attribute.
    package var escapedAsMarkup: String {
        replacingScalars { scalar in
            switch scalar {
            case "&": "&amp;"
            case "<": "&lt;"
            case ">": "&gt;"
            case "\"": "&quot;"
            case "'": "&#39;"
            default: nil
            }
        }
    }
}
