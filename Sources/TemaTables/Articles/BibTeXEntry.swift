import TemaModel

/// An article as an entry of a BibTeX file in UTF-8.
struct BibTeXEntry {
    private let metadata: Metadata
    private let id: String

    init(_ metadata: Metadata, id: String) {
        (self.metadata, self.id) = (metadata, id)
    }

    /// The citation key: first author's surname, year, and the first word of the title with at least four letters, in
    /// lower-case ASCII. For example: `cecchet2014psychological`. It depends on the article alone.
    var key: String {
        let surname = metadata.authors.first.map { PersonName($0).family.asciiLetters } ?? ""
        let words = (metadata.title ?? "").split { !$0.isLetter }.map { String($0).asciiLetters }
        let word = words.first { $0.count >= 4 } ?? words.first { !$0.isEmpty } ?? ""
        let key = surname + (metadata.year.map(String.init) ?? "") + word
        let own = String(id.unicodeScalars.filter { $0.isASCII && $0.properties.isAlphabetic || "0"..."9" ~= $0 })
        return surname.isEmpty && word.isEmpty ? (own.isEmpty ? "document" : own) : key
    }

    func text(key: String) -> String {
        let lines = fields.map { "  \($0) = {\($1)},\n" }.joined()
        return "@\(metadata.journal == nil ? "misc" : "article"){\(key),\n\(lines)}\n"
    }

    private var fields: [(String, String)] {
        let authors = metadata.authors.map(PersonName.init).filter { !$0.family.isEmpty }.map(Self.author)
        let fields: [(String, String?)] = [
            ("author", authors.isEmpty ? nil : authors.joined(separator: " and ")),
            // The second pair of braces preserves capitals.
            ("title", (metadata.title ?? id).latex.map { "{\($0)}" }),
            ("journal", metadata.journal?.latex), ("year", metadata.year.map(String.init)),
            ("volume", metadata.volume?.latex), ("number", metadata.issue?.latex),
            ("pages", metadata.pages?.latex.map(Self.pages)), ("doi", metadata.doi?.verbatim),
            ("pmid", metadata.pmid?.verbatim), ("pmcid", metadata.pmcid?.verbatim),
            ("language", metadata.language?.latex),
            ("keywords", metadata.keywords.compactMap(\.latex).joined(separator: ", ")),
        ]
        return fields.compactMap { name, value in value.flatMap { $0.isEmpty ? nil : (name, $0) } }
    }

    /// Returns an author's name with its suffix. The name of a group is in braces, because BibTeX would split it at
    /// spaces and “and”.
    private static func author(_ name: PersonName) -> String {
        let family = name.family.latex ?? ""
        guard let given = name.given?.latex else { return "{\(family)}" }
        let surname = family.contains(" and ") ? "{\(family)}" : family
        return [surname, name.suffix?.latex, given].compactMap(\.self).joined(separator: ", ")
    }

    private static func pages(_ pages: String) -> String {
        pages.split { $0 == "-" || $0 == "–" }.joined(separator: "--")
    }
}

extension String {
    /// The text on one line, with the special characters of LaTeX escaped; nil if it is empty.
    ///
    /// Braces are written as commands, because BibTeX counts braces even if they are escaped.
    fileprivate var latex: String? {
        let line = visible().split(separator: " ").joined(separator: " ")
        guard !line.isEmpty else { return nil }
        return line.replacingScalars { scalar in
            switch scalar {
            case "&", "%", "$", "#", "_": "\\\(scalar)"
            case "{": "\\textbraceleft{}"
            case "}": "\\textbraceright{}"
            case "\\": "\\textbackslash{}"
            case "~": "\\textasciitilde{}"
            case "^": "\\textasciicircum{}"
            default: nil
            }
        }
    }

    /// An identifier that LaTeX reads verbatim, with the characters replaced that would end the field.
    fileprivate var verbatim: String {
        visible().replacingScalars { scalar in
            switch scalar {
            case "{": "%7B"
            case "}": "%7D"
            case " ": ""
            default: nil
            }
        }
    }

    /// The Latin letters in lower case without diacritics: `é` becomes `e`, `Ø` becomes `o`, `æ` becomes `ae`.
    fileprivate var asciiLetters: String {
        var letters = ""
        for scalar in unicodeScalars {
            // For example: LATIN SMALL LETTER E WITH ACUTE.
            let words = (scalar.properties.name ?? "").split(separator: " ")
            guard words.count >= 4, words[0] == "LATIN", words[2] == "LETTER", words[3].count <= 2 else { continue }
            letters += words[3].lowercased()
        }
        return letters
    }
}
