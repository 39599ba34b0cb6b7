import TemaModel

/// A cache of section types by `sec-type` and heading. Articles share most headings, and classifying a heading takes
/// thirty times as long as looking it up.
struct SectionTypes {
    private struct Key: Hashable {
        var secType: String?
        var heading: String
    }

    private var found: [Key: SectionType?] = [:]
    private static let mostEntries = 1024
    /// In UTF-8 bytes. Longer keys are rarely repeated, so they are not cached.
    private static let longestKey = 100

    /// Returns the type that `secType` names, else the type that the heading names, else nil.
    mutating func type(secType: String?, heading: String) -> SectionType? {
        let key = Key(secType: secType, heading: heading)
        if let type = found[key] { return type }
        let type = secType.flatMap(SectionHeading.type(ofSecType:)) ?? SectionHeading.type(ofHeading: heading)
        guard heading.utf8.count + (secType?.utf8.count ?? 0) <= Self.longestKey else { return type }
        if found.count == Self.mostEntries { found.removeAll(keepingCapacity: true) }
        found[key] = .some(type)
        return type
    }
}

/// Finds the type of a section from its `sec-type` or its heading.
package enum SectionHeading {
    /// Returns the type that a JATS `sec-type` names, or nil. A value may hold several words, for example joined by `|`;
    /// the first known one decides.
    package static func type(ofSecType value: String) -> SectionType? {
        let lower = value.lowercased().unicodeScalars
        for scalars in lower.split(whereSeparator: { !isLetter($0) && !isAccent($0) && $0 != "-" }) {
            let word = String(scalars)
            if let type = secTypes[word] ?? type(ofHeading: word) {
                return type
            }
        }
        return nil
    }

    private static let secTypes: [String: SectionType] = [
        "intro": .introduction, "materials": .methods, "methods": .methods, "subjects": .methods, "cases": .results,
        "supplementary-material": .back,
    ]

    /// Headings with more words have no type, because one word of a long heading does not describe the section.
    private static let mostWords = 8

    /// Returns the type that a heading names in English, Indonesian, Malay, Spanish, Portuguese, French or German, or
    /// nil.
    ///
    /// Numbering is ignored. The first known word decides: “Results and discussion” is results.
    package static func type(ofHeading heading: String) -> SectionType? {
        let words = significantWords(of: heading)
        guard words.count <= mostWords else { return nil }
        for start in words.indices {
            for (type, name) in index[key(words[start])] ?? []
            where begins(words[start...], with: name) {
                return type
            }
        }
        return nil
    }

    /// Returns a heading in lower case without accents, numbering and punctuation.
    static func name(_ heading: String) -> String { significantWords(of: heading).joined(separator: " ") }

    private static func significantWords(of heading: String) -> [String] {
        words(of: heading).filter { !isNumber($0) }
    }

    /// The names by the first letters of their first word. Each list is in the order of the table.
    private static let index: [String: [(SectionType, [String])]] = {
        var index: [String: [(SectionType, [String])]] = [:]
        for (type, names) in table {
            for name in names { index[key(name.first ?? ""), default: []].append((type, name)) }
        }
        return index
    }()
    /// In Unicode scalars. No first word and no stem in the table is shorter.
    private static let keyLength = 3

    private static func key(_ word: String) -> String { String(word.unicodeScalars.prefix(keyLength)) }

    /// Whether `words` begins with the words of a name. A word of the name that ends in `*` is a stem.
    private static func begins(_ words: ArraySlice<String>, with name: [String]) -> Bool {
        guard words.count >= name.count else { return false }
        return zip(words, name).allSatisfy { word, wanted in
            wanted.hasSuffix("*") ? word.hasPrefix(wanted.dropLast()) : word == wanted
        }
    }

    /// Whether a word is a section number: a Roman numeral of `i`, `v` and `x`, or a single letter. The conjunctions
    /// `y` and `e` are not.
    private static func isNumber(_ word: String) -> Bool {
        word.unicodeScalars.dropFirst().isEmpty && word != "y" && word != "e"
            || word.utf8.allSatisfy { $0 == UInt8(ascii: "i") || $0 == UInt8(ascii: "v") || $0 == UInt8(ascii: "x") }
    }

    /// Returns the words in lower case without accents, so that case and Unicode composition make no difference. Stops
    /// after more than twice the maximum number of words.
    private static func words(of heading: String) -> [String] {
        var words: [String] = []
        var word: [UInt8] = []
        for scalar in heading.unicodeScalars {
            if isLetter(scalar) {
                if scalar.isASCII {
                    word.append(UInt8(scalar.value | 0x20))
                } else {
                    for lower in scalar.properties.lowercaseMapping.unicodeScalars {
                        word += String(unaccented[lower] ?? lower).utf8
                    }
                }
                continue
            }
            if isAccent(scalar) || word.isEmpty { continue }
            words.append(String(decoding: word, as: UTF8.self))
            word.removeAll(keepingCapacity: true)
            if words.count > 2 * mostWords { return words }
        }
        return word.isEmpty ? words : words + [String(decoding: word, as: UTF8.self)]
    }

    /// Whether a scalar is a combining mark that modifies the preceding letter.
    private static func isAccent(_ scalar: Unicode.Scalar) -> Bool { (0x300...0x36F).contains(scalar.value) }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? (0x61...0x7A).contains(scalar.value | 0x20) : scalar.properties.isAlphabetic
    }

    private static let unaccented: [Unicode.Scalar: Unicode.Scalar] = {
        var letters: [Unicode.Scalar: Unicode.Scalar] = [:]
        let accented: [(Unicode.Scalar, String)] = [
            ("a", "áàâãäå"), ("e", "éèêë"), ("i", "íìîï"), ("o", "óòôõö"), ("u", "úùûü"), ("c", "ç"), ("n", "ñ"),
        ]
        for (plain, group) in accented {
            for scalar in group.unicodeScalars { letters[scalar] = plain }
        }
        return letters
    }()

    private static let table: [(SectionType, [[String]])] = [
        (
            .introduction,
            """
            introduction, background, objective*, aim, aims, rationale, literature review, pendahuluan, latar belakang, tujuan,
            pengenalan, introduccion, antecedentes, objetivo*, introducao, contexte, einleitung, einfuhrung, hintergrund
            """
        ),
        (
            .methods,
            """
            method*, material*, patients and methods, participants and methods, experimental procedure*, study design,
            data and method*, metode, metodologi*, bahan dan metode, kaedah, metodo*, materiais, materiales, materiel*,
            methode*, methodik
            """
        ),
        (
            .results,
            """
            result*, finding*, hasil, temuan, dapatan, keputusan, resultado*, resultat*, ergebnis*, befund*
            """
        ),
        (.discussion, "discussion*, limitation*, pembahasan, diskusi, perbincangan, discusion, discussao, diskussion"),
        (
            .conclusion,
            """
            conclusion*, concluding remarks, closing remarks, simpulan, kesimpulan, penutup, rumusan, consideraciones finales,
            consideracoes finais, conclusao, conclusoes, schlussfolgerung*, fazit
            """
        ),
        (.appendix, "appendix, appendices, lampiran, anexo*, apendice*, annexe*, anhang"),
        (
            .back,
            """
            acknowledgement*, acknowledgment*, funding, conflict* of interest, competing interest*, declaration of*, references,
            bibliography, data availability, availability of data, author contribution*, authors contribution*, supplementary*,
            supporting information, abbreviations, ethics, ucapan terima kasih, daftar pustaka, referensi, penghargaan, rujukan,
            agradecimientos, agradecimentos, referencias, referencia*, financiamento, financiacion, remerciements,
            danksagung, literatur, literaturverzeichnis
            """
        ),
    ].map { type, names in
        (
            type,
            names.split { $0 == "," || $0 == "\n" }.map { $0.split(separator: " ").map(String.init) }.filter {
                !$0.isEmpty
            }
        )
    }
}
