import TemaFormats
import TemaModel

/// A bibliographic reference with titles, an abstract and metadata.
struct Reference {
    /// A title, or a part of an abstract.
    struct Part {
        /// The heading of a part of a structured abstract, such as `Methods`.
        var heading: String?
        var paragraphs: [String]
        var language: String?
    }

    var metadata = Metadata()
    /// The key of the reference in its file. It is the id of the document if there is no PMC id, DOI or PMID.
    var key: String?
    private(set) var titles: [Part] = []
    private(set) var abstract: [Part] = []
    private(set) var ledger = Ledger()
    /// The line where the reference begins, from 1.
    let line: Int

    init(line: Int) { self.line = line }

    /// Adds a title unless it is empty. The first one becomes the title in the metadata.
    mutating func addTitle(_ text: String, language: String? = nil) {
        let text = TextLines.collapsed(text)
        guard !text.isEmpty else { return }
        metadata.title = metadata.title ?? text
        titles.append(Part(paragraphs: [text], language: language))
    }

    /// Adds an abstract, or a part of one, unless it is empty. Scopus's note that there is no abstract is in the ledger.
    mutating func addAbstract(_ text: String, heading: String? = nil, language: String? = nil) {
        let text = TextLines.collapsed(text)
        if text == "[No abstract available]" { return noteOmission("abstract", text) }
        // Abstracts that come from Crossref have markup in all formats.
        if text.contains("<jats:"), heading == nil { return addAbstract(marked: text, language: language) }
        guard !text.isEmpty else { return }
        abstract.append(Part(heading: heading.map(TextLines.collapsed), paragraphs: [text], language: language))
    }

    /// Adds an abstract with markup. Its titles are headings.
    mutating func addAbstract(marked text: String, language: String? = nil) {
        for part in MarkedText.parts(text) {
            abstract.append(Part(heading: part.heading, paragraphs: part.paragraphs, language: language))
        }
    }

    /// Whether there is a title or an abstract.
    var hasText: Bool { !titles.isEmpty || abstract.contains { !$0.paragraphs.isEmpty } }

    /// Adds a value of a variable such as `issn`, unless the value is empty or a duplicate.
    mutating func addVariable(_ name: String, _ value: String) {
        let value = TextLines.collapsed(value)
        guard !value.isEmpty else { return }
        if let index = metadata.variables.firstIndex(where: { $0.name == name }) {
            if !metadata.variables[index].values.contains(value) { metadata.variables[index].values.append(value) }
        } else {
            metadata.variables.append(Metadata.Variable(name: name, values: [value]))
        }
    }

    /// Adds a field that is neither text nor metadata to the ledger.
    mutating func noteOmission(_ field: String, _ value: String, reason: Ledger.Reason = .frontMatter) {
        ledger.add(field, reason, characters: TextLines.collapsed(value).unicodeScalars.count)
    }

    /// Returns the document: the titles, and the abstract with its headings as sections.
    ///
    /// - Throws: A ``Problem`` without a line if the reference has no text, or the document is too long.
    func document(id: String, of source: ByteSource) throws(Problem) -> Document {
        guard hasText else {
            throw Problem(
                "this reference has neither a title nor an abstract", suggestion: "complete it or remove it")
        }
        let spoken = LanguageName.tag(of: metadata.language)
        // The abstract may be an English translation, so the language of the text is certain only if it is English.
        let usual = spoken == "en" ? spoken : nil
        var builder = DocumentBuilder()
        for title in titles {
            try builder.add(
                title.paragraphs.joined().utf8, kind: .title, sectionType: .front, section: nil,
                language: title.language ?? usual)
        }
        for part in abstract {
            let section = part.heading.map { builder.section(heading: $0, parent: nil) }
            let language = part.language ?? usual
            if let heading = part.heading {
                try builder.add(
                    heading.utf8, kind: .heading, sectionType: .abstract, section: section, language: language)
            }
            for text in part.paragraphs {
                try builder.add(
                    text.utf8, kind: .abstract, sectionType: .abstract, section: section, language: language)
            }
        }
        var document = builder.finish(id: id, source: source.name)
        document.metadata = metadata
        document.metadata.language = spoken ?? metadata.language
        document.ledger = ledger
        return document
    }
}
