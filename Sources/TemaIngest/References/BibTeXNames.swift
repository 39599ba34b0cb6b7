import TemaFormats

/// A parser of the names in an `author` or `editor` field.
enum BibTeXNames {
    /// Returns each name as `Surname, Given names`, or as written for a group. `others` is ignored.
    static func names(_ tex: String) -> [String] {
        var names: [String] = []
        var open: [String] = []
        func finish() {
            let name = open.joined(separator: " ")
            open = []
            if !name.isEmpty, name.lowercased() != "others" { names.append(Self.name(name)) }
        }
        for word in parts(tex, at: { isXMLSpace($0) || $0 == UInt8(ascii: "~") }) {
            if word.lowercased() == "and" { finish() } else { open.append(word) }
        }
        finish()
        return names.filter { !$0.isEmpty }
    }

    private static func name(_ tex: String) -> String {
        let parts = parts(tex, at: { $0 == UInt8(ascii: ",") }).map(TeXText.plain)
        switch parts.count {
        case 0: return ""
        case 1: return inOrder(tex)
        case 2: return parts[1].isEmpty ? parts[0] : "\(parts[0]), \(parts[1])"
        // `von Last, Jr, First`.
        default: return "\(parts[0]), \(parts[2...].joined(separator: " ")), \(parts[1])"
        }
    }

    /// Converts `First von Last`. The surname begins at the first lowercase word, or is the last word if there is none.
    private static func inOrder(_ tex: String) -> String {
        let words = parts(tex, at: isXMLSpace).map(TeXText.plain)
        guard words.count > 1, let last = words.indices.last else { return TeXText.plain(tex) }
        let small = words[..<last].firstIndex { $0.first?.isLowercase == true }
        let surname = small ?? last
        guard surname > 0 else { return words.joined(separator: " ") }
        return "\(words[surname...].joined(separator: " ")), \(words[..<surname].joined(separator: " "))"
    }

    /// Splits a text at separators outside braces. Empty pieces are omitted.
    private static func parts(_ tex: String, at isSeparator: (UInt8) -> Bool) -> [String] {
        var depth = 0
        var escaped = false
        let pieces = tex.utf8.split { byte in
            if escaped {
                // The `~` in `\~n` is an accent, not a space.
                escaped = false
                return false
            }
            switch byte {
            case UInt8(ascii: "\\"): escaped = true
            case UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "}"): depth -= 1
            default: return depth <= 0 && isSeparator(byte)
            }
            return false
        }
        return pieces.map { String(Substring($0)) }
    }
}
