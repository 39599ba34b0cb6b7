import TemaModel

/// The column `structure` of `revisions`: a document without its text and passages, as a JSON object.
struct StructureRow {
    var sections: [Section]
    var languages: [String]
    var metadata: Metadata
    var ledger: Ledger

    init(_ document: Document) {
        (sections, languages) = (document.sections, document.languages)
        (metadata, ledger) = (document.metadata, document.ledger)
    }

    /// The members of `metadata` that are strings.
    private static let texts: [(name: String, path: any WritableKeyPath<Metadata, String?> & Sendable)] = [
        ("title", \.title), ("journal", \.journal), ("volume", \.volume), ("issue", \.issue), ("pages", \.pages),
        ("doi", \.doi), ("pmid", \.pmid), ("pmcid", \.pmcid), ("publisherID", \.publisherID), ("language", \.language),
        ("articleType", \.articleType), ("licence", \.licence),
    ]
    /// The members of `metadata` that are lists of strings.
    private static let lists: [(name: String, path: any WritableKeyPath<Metadata, [String]> & Sendable)] = [
        ("authors", \.authors), ("keywords", \.keywords), ("subjects", \.subjects),
    ]

    /// - Parameter place: What the JSON is part of, for messages.
    /// - Throws: A ``Problem`` if it is malformed, or has values unknown to this version of Tema.
    init(_ json: String, in place: String) throws(Problem) {
        var structure = try StoredObject(StoredJSON(json.utf8), in: place)
        sections = try structure.read("sections", \.list).map { json throws(Problem) in
            var section = try StoredObject(json, in: place)
            let heading = try section.read("heading", \.text)
            let parent = try section.readOptional("parent", \.integer)
            try section.end()
            return Section(heading: heading, parent: parent)
        }
        // A section that is its own ancestor would have no path.
        guard sections.enumerated().allSatisfy({ index, section in section.parent.map { 0..<index ~= $0 } ?? true })
        else {
            throw Problem("\(place) has a section before its parent", suggestion: "restore it from a backup")
        }
        languages = try structure.read("languages", \.texts)
        metadata = try Self.metadata(try structure.read("metadata") { $0 }, in: place)
        ledger = try Self.ledger(try structure.read("ledger") { $0 }, in: place)
        try structure.end()
    }

    var json: String {
        let json = StoredJSON.object([
            "sections": .list(
                sections.map { section in
                    var members = ["heading": StoredJSON.text(section.heading)]
                    members["parent"] = section.parent.map(StoredJSON.integer)
                    return .object(members)
                }),
            "languages": .list(languages.map(StoredJSON.text)),
            "metadata": Self.json(metadata),
            "ledger": Self.json(ledger),
        ])
        return String(decoding: json.written(escapingSlashes: true), as: UTF8.self)
    }

    private static func metadata(_ json: StoredJSON, in place: String) throws(Problem) -> Metadata {
        var members = try StoredObject(json, in: place)
        var metadata = Metadata()
        for text in texts { metadata[keyPath: text.path] = try members.readOptional(text.name, \.text) }
        for list in lists { metadata[keyPath: list.path] = try members.read(list.name, \.texts) }
        metadata.year = try members.readOptional("year", \.integer)
        metadata.variables = try members.read("variables", \.list).map { json throws(Problem) in
            var variable = try StoredObject(json, in: place)
            let read = Metadata.Variable(
                name: try variable.read("name", \.text), values: try variable.read("values", \.texts))
            try variable.end()
            return read
        }
        try members.end()
        return metadata
    }

    private static func json(_ metadata: Metadata) -> StoredJSON {
        var members: [String: StoredJSON] = [:]
        for text in texts { members[text.name] = metadata[keyPath: text.path].map(StoredJSON.text) }
        for list in lists { members[list.name] = .list(metadata[keyPath: list.path].map(StoredJSON.text)) }
        members["year"] = metadata.year.map(StoredJSON.integer)
        members["variables"] = .list(
            metadata.variables.map {
                .object(["name": .text($0.name), "values": .list($0.values.map(StoredJSON.text))])
            })
        return .object(members)
    }

    private static func ledger(_ json: StoredJSON, in place: String) throws(Problem) -> Ledger {
        var members = try StoredObject(json, in: place)
        let entries = try members.read("entries", \.list).map { json throws(Problem) in
            var entry = try StoredObject(json, in: place)
            let name = try entry.read("reason", \.text)
            guard let reason = Ledger.Reason.byStoredName[name] else {
                throw Problem.unknown("the ledger's reason “\(name)”", in: place)
            }
            let read = Ledger.Entry(
                element: try entry.read("element", \.text), reason: reason, count: try entry.read("count", \.integer),
                characters: try entry.read("characters", \.integer))
            try entry.end()
            return read
        }
        try members.end()
        return Ledger(entries: entries)
    }

    private static func json(_ ledger: Ledger) -> StoredJSON {
        .object([
            "entries": .list(
                ledger.entries.map {
                    .object([
                        "element": .text($0.element), "reason": .text($0.reason.storedName),
                        "count": .integer($0.count), "characters": .integer($0.characters),
                    ])
                })
        ])
    }
}

// The names in a study's file of the cases of TemaModel's enumerations. They are part of the file format.

extension PassageKind {
    var storedName: String {
        switch self {
        case .title: "title"
        case .abstract: "abstract"
        case .heading: "heading"
        case .paragraph: "paragraph"
        case .listItem: "list-item"
        case .quote: "quote"
        case .box: "box"
        case .caption: "caption"
        case .tableRow: "table-row"
        case .definition: "definition"
        case .footnote: "footnote"
        case .acknowledgement: "acknowledgement"
        case .reference: "reference"
        }
    }

    static let byStoredName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.storedName, $0) })
}

extension SectionType {
    var storedName: String {
        switch self {
        case .front: "front"
        case .abstract: "abstract"
        case .introduction: "introduction"
        case .methods: "methods"
        case .results: "results"
        case .discussion: "discussion"
        case .conclusion: "conclusion"
        case .appendix: "appendix"
        case .back: "back"
        case .other: "other"
        }
    }

    static let byStoredName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.storedName, $0) })
}

extension Ledger.Reason {
    var storedName: String {
        switch self {
        case .frontMatter: "front matter"
        case .notText: "not text"
        case .alternative: "alternative"
        case .noteMark: "note mark"
        case .unknownEntity: "unknown entity"
        case .misplaced: "misplaced text"
        }
    }

    static let byStoredName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.storedName, $0) })
}
