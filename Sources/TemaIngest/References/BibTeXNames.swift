import TemaFormats

/// The names of an `author` or `editor` field.
enum BibTeXNames {
    /// Each as `Surname, Given names`, or a group's name; `others` is left out.
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

    /// `First von Last`: the surname begins with the first word in lower case, else it is the last word.
    private static func inOrder(_ tex: String) -> String {
        let words = parts(tex, at: isXMLSpace).map(TeXText.plain)
        guard words.count > 1, let last = words.indices.last else { return TeXText.plain(tex) }
        let small = words[..<last].firstIndex { $0.first?.isLowercase == true }
        let surname = small ?? last
        guard surname > 0 else { return words.joined(separator: " ") }
        return "\(words[surname...].joined(separator: " ")), \(words[..<surname].joined(separator: " "))"
    }

    /// The pieces of a text between some bytes outside all braces, without the empty ones.
    private static func parts(_ tex: String, at isSeparator: (UInt8) -> Bool) -> [String] {
        var depth = 0
        var escaped = false
        let pieces = tex.utf8.split { byte in
            if escaped {
                // `\~n` has no space in it.
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
