import TemaModel

/// The open sections of a document while it is read, outermost first.
///
/// The outermost heading that names a type determines the type, because the title above it names none. In a section of
/// references, paragraphs and list items are references, and in an abstract, paragraphs are abstracts, as in JATS.
struct OpenSections {
    private var open: [(level: Int, number: Int, type: SectionType?, isReferences: Bool)] = []

    /// The index of the innermost section, or nil outside all sections.
    var number: Int? { open.last?.number }
    /// The type that a heading names, or nil.
    var type: SectionType? { open.last?.type }

    /// Closes the open sections of a level and all levels below it.
    mutating func close(from level: Int) {
        while let last = open.last, last.level >= level { open.removeLast() }
    }

    /// Closes the sections that a heading ends, and opens the section of the heading.
    ///
    /// - Parameters:
    ///   - level: The level of the heading, from 1.
    ///   - declared: The section type that the format declares. It takes precedence over the heading.
    mutating func open(_ heading: String, level: Int, declared: SectionType? = nil, in builder: inout DocumentBuilder) {
        close(from: level)
        let number = builder.section(heading: heading, parent: open.last?.number)
        let isReferences = open.last?.isReferences ?? false || ReferenceHeading.matches(heading)
        let outer = isReferences ? .back : open.last?.type
        open.append((level, number, outer ?? declared ?? Self.type(ofHeading: heading), isReferences))
    }

    /// Returns the kind of a passage at the current place, from the kind that its format declares.
    func kind(_ kind: PassageKind) -> PassageKind {
        if open.last?.type == .abstract, kind == .paragraph { return .abstract }
        guard open.last?.isReferences == true else { return kind }
        return [.paragraph, .listItem, .quote, .definition].contains(kind) ? .reference : kind
    }

    /// Returns the section type that a heading names, or nil. A heading can also name an abstract or references, because
    /// some formats have no markup for them.
    static func type(ofHeading heading: String) -> SectionType? {
        if abstracts.contains(heading.lowercased().filter { $0.isLetter }) { return .abstract }
        return ReferenceHeading.matches(heading) ? .back : SectionHeading.type(ofHeading: heading)
    }

    private static let abstracts: Set<String> = [
        "abstract", "abstrak", "resumen", "resumo", "résumé", "zusammenfassung", "ringkasan", "intisari",
    ]
}

/// Recognises the heading of a list of references.
enum ReferenceHeading {
    /// Returns whether a heading names a list of references in English, Indonesian, Malay, Spanish, Portuguese, French or
    /// German, and nothing else. Numbering, capitals and accents are ignored.
    static func matches(_ heading: some StringProtocol) -> Bool {
        heading.utf8.count <= longest && names.contains(SectionHeading.name(String(heading)))
    }

    /// In UTF-8 bytes. All names with their numbering are shorter.
    private static let longest = 60

    private static let names: Set<String> = Set(
        """
        references, reference, reference list, list of references, references cited, cited references, bibliography,
        selected bibliography, works cited, literature cited, references and notes, notes and references,
        bibliographic references, references and further reading, selected references, works consulted,
        daftar pustaka, daftar rujukan, daftar referensi, daftar kepustakaan, daftar bacaan, referensi, kepustakaan,
        rujukan, senarai rujukan, bibliografi,
        referencias, referencias bibliograficas, lista de referencias, bibliografia, bibliografia citada, literatura citada,
        obras citadas, bibliografia y referencias, referencias y bibliografia, referencias citadas, bibliografia consultada,
        fuentes consultadas,
        bibliographie, references bibliographiques, liste des references, liste de references, references citees,
        ouvrages cites, bibliographie selective,
        literatur, literaturverzeichnis, literaturangaben, literaturliste, quellenverzeichnis, quellen und literatur,
        literatur und quellen, quellen und literaturverzeichnis, literatur und quellenverzeichnis, literaturnachweise, zitierte literatur, referenzen
        """.split { $0 == "," || $0 == "\n" }.map { String($0.drop { $0 == " " }) })
}
