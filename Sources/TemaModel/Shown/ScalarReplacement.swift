extension String {
    /// The text with some of its scalars replaced: how every format escapes what means something to it.
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

    /// The text as mark-up shows it, in an element or in a quoted attribute.
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
