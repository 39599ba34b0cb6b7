/// The commands of TeX that occur in bibliographies.
enum TeXCommands {
    static let accents: [String: Unicode.Scalar] = [
        "'": "\u{301}", "`": "\u{300}", "^": "\u{302}", "\"": "\u{308}", "~": "\u{303}", "=": "\u{304}", ".": "\u{307}",
        "u": "\u{306}", "v": "\u{30C}", "H": "\u{30B}", "c": "\u{327}", "k": "\u{328}", "r": "\u{30A}", "d": "\u{323}",
        "b": "\u{331}", "t": "\u{361}",
    ]

    static let symbols: [String: String] = [
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

    /// The commands besides citations that print something by a key, and `label`, in lower case.
    static let references: Set<String> = [
        "ref", "eqref", "pageref", "autoref", "nameref", "cref", "vref", "label",
    ]

    static let formatting: Set<String> = [
        "textit", "textbf", "emph", "textsc", "texttt", "textrm", "textsf", "textsl", "textup", "textnormal",
        "textsuperscript",
        "textsubscript", "underline", "mathrm", "mathit", "mathbf", "mathsf", "ensuremath", "mbox", "text", "it", "bf",
        "em",
        "sc", "rm", "tt", "sl", "sf", "url", "uppercase", "lowercase", "noopsort", "relax", "protect", "bibnamedelimi",
    ]
}
