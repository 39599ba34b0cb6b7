extension String {
    /// The text as a cell that no spreadsheet evaluates: with a `'` before it if it looks like a formula.
    package var defused: String { isFormula ? "'" + self : self }

    /// The original text of a cell that was written as ``defused``.
    package var undefused: String {
        unicodeScalars.first == "'" && isFormula ? String(unicodeScalars.dropFirst()) : self
    }

    /// Whether a spreadsheet might evaluate the text as a formula: after white space and quotation marks, it starts with a sign
    /// that begins formulas.
    ///
    /// A defused formula is also a formula, so that removing one `'` restores the original text.
    package var isFormula: Bool {
        for scalar in unicodeScalars {
            switch scalar {
            case "=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\0": return true
            case "'", "\"", "‘", "’", "“", "”", "`": continue
            default:
                guard scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint else {
                    return false
                }
            }
        }
        return false
    }
}
