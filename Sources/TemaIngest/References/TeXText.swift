/// A converter of TeX source in bibliographies to plain text.
struct TeXText {
    private let scalars: [Unicode.Scalar]
    private var index = 0
    private var text = String.UnicodeScalarView()

    /// Returns the plain text of TeX source. Accent commands become letters, and braces and formatting commands are
    /// removed. Unknown commands are kept as written.
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
            case "{", "}", "$": index += 1
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
            if let mark = Self.accents[String(scalar)] { return readAccented(mark, of: scalar) }
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
        if let mark = Self.accents[name] {
            readAccented(mark, of: nil)
        } else if let symbol = Self.symbols[name] {
            text += symbol.unicodeScalars
            skipSpaces()
        } else if Self.formatting.contains(name) {
            skipSpaces()
        } else {
            text += scalars[(start - 1)..<wordEnd]
        }
    }

    /// Reads the letter of an accent command, with or without braces, and appends both, as one scalar if Unicode has it.
    ///
    /// - Parameter sign: The scalar to append if no letter follows, or nil.
    private mutating func readAccented(_ mark: Unicode.Scalar, of sign: Unicode.Scalar?) {
        while index < scalars.count, scalars[index] == "{" || scalars[index] == " " { index += 1 }
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

    private static let accents: [String: Unicode.Scalar] = [
        "'": "\u{301}", "`": "\u{300}", "^": "\u{302}", "\"": "\u{308}", "~": "\u{303}", "=": "\u{304}", ".": "\u{307}",
        "u": "\u{306}", "v": "\u{30C}", "H": "\u{30B}", "c": "\u{327}", "k": "\u{328}", "r": "\u{30A}", "d": "\u{323}",
        "b": "\u{331}", "t": "\u{361}",
    ]

    private static let symbols: [String: String] = [
        "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "o": "ø", "O": "Ø", "l": "ł",
        "L": "Ł",
        "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "ng": "ŋ", "NG": "Ŋ", "dj": "đ", "DJ": "Đ",
        "textendash": "–", "textemdash": "—", "textquoteright": "’", "textquoteleft": "‘", "textquotedblleft": "“",
        "textquotedblright": "”", "textquotesingle": "'", "textasciitilde": "~", "textasciicircum": "^",
        "textbackslash": "\\", "textunderscore": "_", "textregistered": "®", "texttrademark": "™", "textcopyright": "©",
        "textdegree": "°", "degree": "°", "ldots": "…", "dots": "…", "pm": "±", "times": "×", "leq": "≤", "le": "≤",
        "geq": "≥", "ge": "≥", "approx": "≈", "sim": "∼", "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ",
        "epsilon": "ε", "eta": "η", "theta": "θ", "kappa": "κ", "lambda": "λ", "mu": "μ", "pi": "π", "rho": "ρ",
        "sigma": "σ", "tau": "τ", "phi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "Delta": "Δ", "Omega": "Ω",
        "S": "§",
        "P": "¶", "pounds": "£", "euro": "€", "copyright": "©",
    ]

    private static let formatting: Set<String> = [
        "textit", "textbf", "emph", "textsc", "texttt", "textrm", "textsf", "textsl", "textup", "textnormal",
        "textsuperscript",
        "textsubscript", "underline", "mathrm", "mathit", "mathbf", "mathsf", "ensuremath", "mbox", "text", "it", "bf",
        "em",
        "sc", "rm", "tt", "sl", "sf", "url", "uppercase", "lowercase", "noopsort", "relax", "protect", "bibnamedelimi",
    ]
}
