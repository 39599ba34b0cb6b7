import TemaModel

/// Writes records of fields, one a line, as RFC 4180 defines them, with LF line ends.
package struct DelimitedWriter: Sendable {
    private let separator: Unicode.Scalar
    private let raw: Bool
    private let escaped: @Sendable (String) -> String

    /// - Parameters:
    ///   - raw: Whether fields that a spreadsheet would compute are written as they are.
    ///   - escaped: A field's text as this format writes it, before it is quoted.
    package init(
        separator: Unicode.Scalar, raw: Bool = false, escaped: @escaping @Sendable (String) -> String = { $0 }
    ) {
        (self.separator, self.raw, self.escaped) = (separator, raw, escaped)
    }

    /// Returns the line of some fields. One empty field is quoted, because an empty line would be no record.
    package func line(_ fields: [String]) -> String {
        fields == [""] ? "\"\"\n" : fields.joined(separator: String(separator)) + "\n"
    }

    /// Returns a text as a field: defused and quoted where it must be.
    package func field(_ text: String) -> String {
        let field = escaped(raw ? text : text.defused)
        let needsQuotes = field.unicodeScalars.contains {
            $0 == separator || $0 == "\"" || $0 == "\n" || $0 == "\r"
        }
        return needsQuotes ? "\"" + field.replacingScalars { $0 == "\"" ? "\"\"" : nil } + "\"" : field
    }
}
