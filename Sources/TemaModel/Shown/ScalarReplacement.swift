extension String {
    /// Returns the string with some scalars replaced. All output formats escape special characters with this
    /// function.
    ///
    /// - Parameter replacement: Returns the replacement of a scalar, or nil to keep the scalar.
    package func replacingScalars(_ replacement: (Unicode.Scalar) -> String?) -> String {
        var result = ""
        let scalars = unicodeScalars
        var copied = scalars.startIndex
        for at in scalars.indices {
            guard let new = replacement(scalars[at]) else { continue }
            result += String(scalars[copied..<at]) + new
            copied = scalars.index(after: at)
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
