import TemaFormats
import TemaModel

/// One object of a JSON Lines file.
struct JSONRecord {
    private let fields: [String: JSONValue]

    /// Parses a line.
    ///
    /// - Throws: A ``Problem`` without a position if the line is not a JSON object.
    init(_ line: ArraySlice<UInt8>) throws(Problem) {
        guard let value = try? JSONValue(line) else {
            throw Problem("this line is not valid JSON", suggestion: "write one complete object per line")
        }
        guard case .object(let members) = value else {
            throw Problem("this line is not a JSON object", suggestion: "write {\"id\": …, \"text\": …}")
        }
        self.init(members)
    }

    /// The id of the document if this object is a passage, else nil.
    var passageOf: String? {
        fields["passage"] != nil && fields["text"] != nil ? string("document") : nil
    }

    private func string(_ name: String) -> String? { fields[name]?.strings.first }

    /// Returns the document that this object contains.
    ///
    /// - Parameters:
    ///   - fallback: The id if the object has none.
    ///   - source: The name of the file.
    /// - Throws: A ``Problem`` if the object has neither text nor passages, a passage has an unknown kind, or the
    ///   document is too long.
    func document(fallback: String, source: String) throws(Problem) -> Document {
        var front = try FrontMatter(of: [])
        let content: Set<String> = ["text", "passages"]
        for (name, value) in fields.sorted(by: { $0.key < $1.key }) where !content.contains(name) {
            front.set(name, value.strings)
        }
        var builder = DocumentBuilder()
        var sections: [[String]: Int] = [:]
        if case .list(let passages)? = fields["passages"] {
            for case .object(let members) in passages {
                try JSONRecord(members).addPassage(to: &builder, &sections, language: front.metadata.language)
            }
        } else if let text = string("text") {
            for paragraph in TextLines.paragraphs(TextLines.split(text)) {
                try builder.add(
                    paragraph.utf8, kind: .paragraph, sectionType: .other, section: nil,
                    language: front.metadata.language)
            }
        } else {
            throw Problem("this line has neither text nor passages", suggestion: "write {\"id\": …, \"text\": …}")
        }
        var document = builder.finish(id: front.identity ?? fallback, source: source)
        document.metadata = front.metadata
        return document
    }

    private init(_ members: [JSONValue.Member]) {
        fields = Dictionary(members.map { ($0.name, $0.value) }) { $1 }
    }

    /// Adds this object to a document as a passage.
    ///
    /// - Parameters:
    ///   - sections: The sections of the document by path.
    ///   - language: The language of the document, used if the passage has none.
    /// - Throws: A ``Problem`` if the kind of the passage is unknown or the document is too long.
    func addPassage(
        to builder: inout DocumentBuilder, _ sections: inout [[String]: Int], language: String? = nil
    ) throws(Problem) {
        let text = TextLines.collapsed(string("text") ?? "")
        let kind = string("kind") ?? "paragraph"
        guard let known = PassageKind(rawValue: kind) else {
            throw Problem(
                "“\(kind)” is not a passage kind",
                suggestion: "use one of \(PassageKind.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        let headings = fields["section"]?.strings ?? []
        var section: Int?
        for depth in headings.indices {
            let path = Array(headings[...depth])
            section = sections[path] ?? builder.section(heading: headings[depth], parent: section)
            sections[path] = section
        }
        let type =
            string("section_type").flatMap(SectionType.init) ?? headings.first.flatMap(SectionHeading.type(ofHeading:))
        try builder.add(
            text.utf8, kind: known, sectionType: type ?? .other, section: section,
            language: string("language") ?? language)
    }
}
