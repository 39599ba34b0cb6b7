/// A converter of TeX source in bibliographies to plain text.
struct TeXText {
    private let scalars: [Unicode.Scalar]
    private var index = 0
    private var text = String.UnicodeScalarView()
    /// What to write at the end of each open group.
    private var ends: [Unicode.Scalar?] = []

    /// Returns the plain text of TeX source. Accent commands become letters, and braces and formatting commands are
    /// removed. A citation becomes its key in brackets, and a footnote is in parentheses. Unknown commands are kept as
    /// written.
    static func plain(_ tex: String) -> String {
        guard tex.utf8.contains(where: { special.contains($0) }) else { return TextLines.collapsed(tex) }
        var reading = TeXText(tex)
        reading.read()
        return TextLines.collapsed(String(reading.text))
    }

    /// Returns an address or identifier without braces and backslashes. All other characters are kept.
    static func verbatim(_ tex: String) -> String {
        var text = String.UnicodeScalarView()
        for scalar in tex.unicodeScalars where scalar != "{" && scalar != "}" && scalar != "\\" { text.append(scalar) }
        return TextLines.collapsed(String(text))
    }

    private static let special = Set("\\{}~$-`'".utf8)

    private init(_ tex: String) { scalars = Array(tex.unicodeScalars) }

    private mutating func read() {
        while index < scalars.count {
            let scalar = scalars[index]
            switch scalar {
            case "\\": readCommand()
            case "{": open(writing: nil)
            case "}":
                index += 1
                if let end = ends.popLast() ?? nil { text.append(end) }
            case "$": index += 1
            case "~":
                text.append(" ")
                index += 1
            case "-": replaceRun(["-", "\u{2013}", "\u{2014}"])
            case "`": replaceRun(["\u{2018}", "\u{201C}"])
            case "'": replaceRun(["'", "\u{201D}"])
            default:
                text.append(scalar)
                index += 1
            }
        }
    }

    /// Replaces a run of one character by the meaning of its length. A longer run is kept.
    private mutating func replaceRun(_ meanings: [Unicode.Scalar]) {
        let start = index
        while index < scalars.count, scalars[index] == scalars[start] { index += 1 }
        if index - start <= meanings.count {
            text.append(meanings[index - start - 1])
        } else {
            text += scalars[start..<index]
        }
    }

    private mutating func readCommand() {
        index += 1
        guard index < scalars.count else { return text.append("\\") }
        let scalar = scalars[index]
        guard isLetter(scalar) else {
            index += 1
            if let mark = TeXCommands.accents[String(scalar)] { return readAccented(mark, of: scalar) }
            switch scalar {
            case "\\", " ", "\n", ",", ";", ":": text.append(" ")
            case "-", "/", "!": break
            default: text.append(scalar)
            }
            return
        }
        let start = index
        while index < scalars.count, isLetter(scalars[index]) { index += 1 }
        let name = String(String.UnicodeScalarView(scalars[start..<index]))
        let wordEnd = index
        if let mark = TeXCommands.accents[name] {
            readAccented(mark, of: nil)
        } else if let symbol = TeXCommands.symbols[name] {
            text += symbol.unicodeScalars
            skipSpaces()
        } else if TeXCommands.formatting.contains(name) {
            skipSpaces()
        } else if name == "footnote", next == "{" {
            text += " (".unicodeScalars
            open(writing: ")")
        } else if name == "href" {
            _ = argument("{", "}")
        } else if !readReference(name.lowercased()) {
            text += scalars[(start - 1)..<wordEnd]
            // The braces keep the name and the argument apart.
            if next == "{" {
                text.append("{")
                open(writing: "}")
            }
        }
    }

    private var next: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

    /// Reads an opening brace.
    private mutating func open(writing end: Unicode.Scalar?) {
        index += 1
        ends.append(end)
    }

    /// Reads the arguments of a command that cites or refers by a key, and writes the key in brackets. Returns false if the
    /// command is another one.
    private mutating func readReference(_ name: String) -> Bool {
        guard name.contains("cite") || TeXCommands.references.contains(name) else { return false }
        if next == "*" { index += 1 }
        repeat {
            let notes = [argument("[", "]"), argument("[", "]")].compactMap(\.self)
            guard let key = argument("{", "}") else {
                text += notes.map { "[\($0)]" }.joined().unicodeScalars
                break
            }
            guard name != "label", name != "nocite" else { break }
            // Of two notes, the first is before the key.
            let before = notes.count == 2 && !notes[0].isEmpty ? notes[0] + " " : ""
            let after = notes.last.map { $0.isEmpty ? "" : ", " + $0 } ?? ""
            text += "[\(before)\(key)\(after)]".unicodeScalars
        } while name.hasSuffix("cites")
        return true
    }

    /// Reads an argument after optional white space and returns it as with ``verbatim(_:)``, or nil if none follows or it is
    /// not closed.
    private mutating func argument(_ opening: Unicode.Scalar, _ closing: Unicode.Scalar) -> String? {
        let isSpace = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
        guard let start = scalars[index...].firstIndex(where: { !isSpace($0) }), scalars[start] == opening else {
            return nil
        }
        var depth = 0
        for end in start..<min(start + Self.mostArgument, scalars.count) {
            if scalars[end] == opening { depth += 1 } else if scalars[end] == closing { depth -= 1 }
            guard depth == 0 else { continue }
            defer { index = end + 1 }
            return Self.verbatim(String(String.UnicodeScalarView(scalars[(start + 1)..<end])).replacing("~", with: " "))
        }
        return nil
    }

    /// The maximum length of a key or note of a citation. It bounds the search for the end of one that is not closed.
    private static let mostArgument = 500

    /// Reads the letter of an accent command, with or without braces, and appends both, as one scalar if Unicode has it.
    ///
    /// - Parameter sign: The scalar to append if no letter follows, or nil.
    private mutating func readAccented(_ mark: Unicode.Scalar, of sign: Unicode.Scalar?) {
        while index < scalars.count, scalars[index] == "{" || scalars[index] == " " {
            if scalars[index] == "{" { open(writing: nil) } else { index += 1 }
        }
        guard index < scalars.count else { return }
        var base = scalars[index]
        if base == "\\", index + 1 < scalars.count, scalars[index + 1] == "i" || scalars[index + 1] == "j" {
            index += 1
            base = scalars[index]
        }
        guard base.properties.isAlphabetic else {
            if let sign { text.append(sign) }
            return
        }
        index += 1
        var letter = String.UnicodeScalarView([base])
        letter.append(mark)
        let whole = Character(String(letter))
        // Equality of characters is canonical equivalence, so this finds the precomposed form.
        let composed = Self.composed.firstIndex(of: whole).map { Self.composed[$0] } ?? whole
        text += composed.unicodeScalars
    }

    private mutating func skipSpaces() {
        while index < scalars.count, scalars[index] == " " { index += 1 }
    }

    private func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII && scalar.properties.isAlphabetic
    }

    /// The precomposed letters.
    private static let composed: Set<Character> = Set(
        [0xC0...0x24F, 0x1E00...0x1EFF].joined().compactMap { Unicode.Scalar($0).map { Character($0) } })
}
