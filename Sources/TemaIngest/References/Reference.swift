import TemaFormats
import TemaModel

/// One entry of a list of references: what is known of a text, its titles and its abstract.
struct Reference {
    struct Part {
        /// Of an abstract: `Methods`.
        var heading: String?
        var text: String
        var language: String?
    }

    var metadata = Metadata()
    /// What the list calls it, where nothing better is known.
    var key: String?
    private(set) var titles: [Part] = []
    private(set) var abstract: [Part] = []
    private(set) var ledger = Ledger()
    /// Where it begins in its file, from 1.
    let line: Int

    init(line: Int) { self.line = line }

    /// Adds a title; the first is the document's.
    mutating func addTitle(_ text: String, language: String? = nil) {
        let text = TextLines.collapsed(text)
        guard !text.isEmpty else { return }
        metadata.title = metadata.title ?? text
        titles.append(Part(text: text, language: language))
    }

    mutating func addAbstract(_ text: String, heading: String? = nil, language: String? = nil) {
        let text = TextLines.collapsed(text)
        guard !text.isEmpty else { return }
        abstract.append(Part(heading: heading.map(TextLines.collapsed), text: text, language: language))
    }

    /// Adds a variable that its list has beside what all documents have, such as `issn`.
    mutating func addVariable(_ name: String, _ value: String) {
        let value = TextLines.collapsed(value)
        guard !value.isEmpty else { return }
        if let at = metadata.variables.firstIndex(where: { $0.name == name }) {
            if !metadata.variables[at].values.contains(value) { metadata.variables[at].values.append(value) }
        } else {
            metadata.variables.append(Metadata.Variable(name: name, values: [value]))
        }
    }

    /// Notes a field that is neither text nor metadata.
    mutating func leaveOut(_ field: String, _ value: String, reason: Ledger.Reason = .frontMatter) {
        ledger.add(field, reason, characters: TextLines.collapsed(value).unicodeScalars.count)
    }

    /// The document: its titles, and its abstract with headings as sections.
    ///
    /// Its id is the PMC id, else the DOI, the PMID, its key, else the file's name and its number there.
    /// - Throws: A ``Problem`` with its line where it has no text.
    func document(_ number: Int, of source: ByteSource) throws(Problem) -> Document {
        guard !titles.isEmpty || !abstract.isEmpty else {
            throw Problem(
                "this reference has neither a title nor an abstract", suggestion: "complete it, or take it out",
                line: line)
        }
        let spoken = LanguageName.tag(of: metadata.language)
        // An abstract in a list is often a translation into English: only there its language is certain.
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
        let id = metadata.pmcid ?? metadata.doi ?? metadata.pmid ?? key ?? "\(source.stem)#\(number)"
        var document = builder.finish(id: id, source: source.name)
        document.metadata = metadata
        document.metadata.language = spoken ?? metadata.language
        document.ledger = ledger
        return document
    }
}

/// Takes the references of a list one by one and delivers their documents; one without text is reported.
struct ReferenceList {
    let source: ByteSource
    let sink: DocumentSink
    private(set) var count = 0

    init(_ source: ByteSource, _ sink: DocumentSink) { (self.source, self.sink) = (source, sink) }

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

    /// - Throws: A ``Problem`` where there was not one reference.
    func finish(_ format: String) throws(Problem) {
        guard count > 0 else {
            throw Problem(
                "there is no reference in it", suggestion: "Tema reads it as \(format); is it another format?")
        }
    }
}
