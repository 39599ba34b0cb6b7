import TemaModel

/// Writes records as delimited text (RFC 4180), with LF line ends.
package struct DelimitedWriter: Sendable {
    private let separator: Unicode.Scalar
    private let raw: Bool
    private let escaped: @Sendable (String) -> String

    /// Creates a writer.
    ///
    /// - Parameters:
    ///   - separator: The character between fields.
    ///   - raw: Whether fields that look like formulas are written unchanged.
    ///   - escaped: Escapes a field's text for the format, before it is quoted.
    package init(
        separator: Unicode.Scalar, raw: Bool = false, escaped: @escaping @Sendable (String) -> String = { $0 }
    ) {
        (self.separator, self.raw, self.escaped) = (separator, raw, escaped)
    }

    /// Returns the line for fields that ``field(_:)`` returned, with its line end. A single empty field is quoted, because an
    /// empty line is not a record.
    package func line(_ fields: [String]) -> String {
        fields == [""] ? "\"\"\n" : fields.joined(separator: String(separator)) + "\n"
    }

    /// Returns a text as a field. Formulas are defused unless the writer is raw. The field is quoted if needed.
    package func field(_ text: String) -> String {
        let field = escaped(raw ? text : text.defused)
        let needsQuotes = field.unicodeScalars.contains {
            $0 == separator || $0 == "\"" || $0 == "\n" || $0 == "\r"
        }
        return needsQuotes ? "\"" + field.replacingScalars { $0 == "\"" ? "\"\"" : nil } + "\"" : field
    }
}
