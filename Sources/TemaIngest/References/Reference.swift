import TemaFormats
import TemaModel

/// A bibliographic reference with titles, an abstract and metadata.
struct Reference {
    /// A title, or a part of an abstract.
    struct Part {
        /// The heading of a part of a structured abstract, such as `Methods`.
        var heading: String?
        var text: String
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
        titles.append(Part(text: text, language: language))
    }

    /// Adds an abstract, or a part of one, unless it is empty.
    mutating func addAbstract(_ text: String, heading: String? = nil, language: String? = nil) {
        let text = TextLines.collapsed(text)
        guard !text.isEmpty else { return }
        abstract.append(Part(heading: heading.map(TextLines.collapsed), text: text, language: language))
    }

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
    /// The id is the PMC id, else the DOI, the PMID, the key, or the name of the file with the number of the reference.
    ///
    /// - Parameter number: The number of the reference in its file, from 1.
    /// - Throws: A ``Problem`` with the line of the reference if it has no text; a ``Problem`` if the document is too
    ///   long.
    func document(_ number: Int, of source: ByteSource) throws(Problem) -> Document {
        guard !titles.isEmpty || !abstract.isEmpty else {
            throw Problem(
                "this reference has neither a title nor an abstract", suggestion: "complete it or remove it",
                line: line)
        }
        let spoken = LanguageName.tag(of: metadata.language)
        // The abstract may be an English translation, so the language of the text is certain only if it is English.
        let usual = spoken == "en" ? spoken : nil
        var builder = DocumentBuilder()
        for title in titles {
            try builder.add(
                title.text.utf8, kind: .title, sectionType: .front, section: nil, language: title.language ?? usual)
        }
        for part in abstract {
            let section = part.heading.map { builder.section(heading: $0, parent: nil) }
            let language = part.language ?? usual
            if let heading = part.heading {
                try builder.add(
                    heading.utf8, kind: .heading, sectionType: .abstract, section: section, language: language)
            }
            try builder.add(
                part.text.utf8, kind: .abstract, sectionType: .abstract, section: section, language: language)
        }
        let id = metadata.pmcid ?? metadata.doi ?? metadata.pmid ?? key ?? "\(source.documentName)#\(number)"
        var document = builder.finish(id: id, source: source.name)
        document.metadata = metadata
        document.metadata.language = spoken ?? metadata.language
        document.ledger = ledger
        return document
    }
}

/// Delivers the documents of references one by one, and reports references without text.
struct ReferenceList {
    let source: ByteSource
    let sink: DocumentSink
    /// The number of references so far, including reported ones.
    private(set) var count = 0

    init(_ source: ByteSource, _ sink: DocumentSink) { (self.source, self.sink) = (source, sink) }

    /// Delivers the document of a reference, or reports why there is none.
    ///
    /// - Throws: Any error thrown by the sink.
    mutating func take(_ reference: Reference) throws(Problem) {
        count += 1
        let document: Document
        do throws(Problem) { document = try reference.document(count, of: source) } catch {
            return sink.report(error)
        }
        try sink.deliver(document)
    }

    mutating func report(_ problem: Problem) {
        count += 1
        sink.report(problem)
    }

    /// Ends the list.
    ///
    /// - Parameter format: The name of the format for the message.
    /// - Throws: A ``Problem`` if there was no reference.
    func finish(_ format: String) throws(Problem) {
        guard count > 0 else {
            throw Problem(
                "it contains no references", kind: .noDocument,
                suggestion: "it was read as \(format); check its format")
        }
    }
}
