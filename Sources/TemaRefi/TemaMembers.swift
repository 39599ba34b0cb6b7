import FoundationEssentials
import TemaCodebook
import TemaModel

/// Tema's own members of a `.qdpx` file, which hold what REFI-QDA cannot represent. Other programs ignore them.
///
/// They are used only if the project in the file is unchanged since it was written, and a document's data only if its
/// text is unchanged.
struct TemaMembers {
    /// The paths of all codes, in the order of the project.
    let codes: [String]
    let name: String
    let hasCodebook: Bool
    /// The codebook, or nil if it is missing or cannot be read.
    let codebook: Codebook?
    private var documents: [GUID: Own] = [:]
    private let files: [String]

    private struct Manifest: Codable {
        /// The GUID derived from the project's bytes.
        var project: String
        var name: String
        var codes: [String]
        var hasCodebook: Bool
        /// The names of files in `sources/` that belong to kept parts.
        var files: [String]
    }

    private struct Own: Codable {
        var guid: String
        /// The GUID derived from the text's bytes.
        var text: String
        var id: String
        var parent: String?
        var source: String
        var passages: [Span]
        var sections: [SectionRecord]
        var languages: [String]
        var metadata: MetadataRecord
        var ledger: LedgerRecord
    }

    private struct Span: Codable {
        var kind: String
        var sectionType: String
        var section: Int?
        var language: Int?
        /// The start of the span, as a UTF-8 offset.
        var start: Int
        var end: Int
    }

    /// Reads the members. Returns nil if there are none, or if the project has changed since they were written.
    init?(_ members: RefiMembers) {
        let decoder = JSONDecoder()
        guard let bytes = members.own("project.json"),
            let manifest = try? decoder.decode(Manifest.self, from: Data(bytes)),
            manifest.project == GUID(of: members.file.bytes, in: .tema).text
        else { return nil }
        (codes, name, hasCodebook, files) = (manifest.codes, manifest.name, manifest.hasCodebook, manifest.files)
        codebook = members.own("codebook.yaml").flatMap { CodebookYAML.read($0, file: "codebook.yaml").codebook }
        for line in (members.own("documents.jsonl") ?? []).split(separator: UInt8(ascii: "\n")) {
            guard let own = try? decoder.decode(Own.self, from: Data(line)), let guid = GUID(own.guid) else { continue }
            documents[guid] = own
        }
    }

    /// Returns a document as it was written, or nil if its text has changed or the record is invalid.
    func document(_ guid: GUID, _ text: SourceText) -> Document? {
        guard let own = documents[guid], own.text == GUID(of: text.text.utf8, in: .tema).text else { return nil }
        var passages: [Passage] = []
        var end = 0
        for span in own.passages {
            guard let kind = PassageKind(rawValue: span.kind), let type = SectionType(rawValue: span.sectionType),
                end <= span.start, span.start <= span.end, span.end <= text.text.utf8.count,
                Self.isBoundary(span.start, text.text), Self.isBoundary(span.end, text.text),
                span.section.map({ own.sections.indices.contains($0) }) ?? true,
                span.language.map({ own.languages.indices.contains($0) }) ?? true
            else { return nil }
            end = span.end
            passages.append(
                Passage(
                    kind: kind, sectionType: type, section: span.section, language: span.language,
                    span: span.start..<span.end))
        }
        guard
            own.sections.enumerated().allSatisfy({ index, section in section.parent.map { 0..<index ~= $0 } ?? true }),
            let ledger = own.ledger.ledger
        else {
            return nil
        }
        return Document(
            id: own.id, parent: own.parent, source: own.source, text: text.text, passages: passages,
            sections: own.sections.map(\.section),
            languages: own.languages, metadata: own.metadata.metadata, ledger: ledger)
    }

    private static func isBoundary(_ index: Int, _ text: Text) -> Bool {
        index == text.utf8.count || text.utf8[index] & 0xC0 != 0x80
    }

    /// Returns the kept parts, sorted by name.
    func kept(_ members: RefiMembers) -> [Project.Kept] {
        let parts = members.own(in: "kept/").map { ($0, members.own("kept/" + $0)) }
        let sources = files.map { (RefiKept.folder + $0, members.bytes("internal://" + $0)) }
        return (parts + sources).compactMap { name, bytes in bytes.map { Project.Kept(name: name, bytes: $0) } }
            .sorted { $0.name < $1.name }
    }

    /// Returns the members for a project, with names relative to `tema/`.
    ///
    /// - Parameters:
    ///   - bytes: The bytes of the project file.
    ///   - codes: The paths of all codes, in the order of the project.
    ///   - guids: The GUIDs of the documents, in their order.
    ///   - files: The names of files in `sources/` that belong to kept parts.
    /// - Throws: A ``Problem`` if a value cannot be encoded.
    static func members(
        _ project: Project, _ bytes: [UInt8], codes: [String], guids: [GUID], files: [String]
    ) throws(Problem) -> [(name: String, bytes: [UInt8])] {
        let manifest = Manifest(
            project: GUID(of: bytes, in: .tema).text, name: project.name, codes: codes,
            hasCodebook: project.codebook != nil, files: files)
        var members = [("project.json", try json(manifest))]
        if let codebook = project.codebook {
            members.append(("codebook.yaml", Array(CodebookYAML.write(codebook).utf8)))
        }
        var lines: [UInt8] = []
        for (document, guid) in zip(project.documents, guids) { lines += try json(line(of: document, guid)) }
        members.append(("documents.jsonl", lines))
        return members
    }

    private static func line(of document: Document, _ guid: GUID) -> Own {
        Own(
            guid: guid.text, text: GUID(of: document.text.utf8, in: .tema).text, id: document.id,
            parent: document.parent,
            source: document.source,
            passages: document.passages.map {
                Span(
                    kind: $0.kind.rawValue, sectionType: $0.sectionType.rawValue, section: $0.section,
                    language: $0.language,
                    start: $0.span.lowerBound, end: $0.span.upperBound)
            },
            sections: document.sections.map(SectionRecord.init), languages: document.languages,
            metadata: MetadataRecord(document.metadata), ledger: LedgerRecord(document.ledger))
    }

    private static func json(_ value: some Encodable) throws(Problem) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return Array(try encoder.encode(value)) + [UInt8(ascii: "\n")]
        } catch {
            throw Problem("cannot write Tema's own members of the project: \(error)")
        }
    }
}
