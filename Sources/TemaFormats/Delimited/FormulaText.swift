extension String {
    /// As a cell that no spreadsheet computes: with a `'` before it where it might be a formula.
    package var defused: String { isFormula ? "'" + self : self }

    /// What was defused: ``defused`` undone.
    package var fused: String { unicodeScalars.first == "'" && isFormula ? String(unicodeScalars.dropFirst()) : self }

    /// Whether a spreadsheet might compute it: it starts, white space and quotes aside, with a formula's sign.
    ///
    /// A defused formula is one itself, so that taking one `'` away from those texts gives back what there was.
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
