import TemaFormats
import TemaModel

/// The parts of a Word document that Tema reads, extracted from its ZIP file.
struct WordParts {
    private var bytes: [String: [UInt8]] = [:]
    private let source: ByteSource

    /// The maximum size of one part, in bytes.
    private static let mostBytes = 256 << 20

    /// Extracts the parts.
    ///
    /// - Throws: A ``Problem`` if the source is not a ZIP file or is damaged, or a part is too large.
    init(_ source: ByteSource) throws(Problem) {
        self.source = source
        let zip = try ZipReader(source)
        while let member = try zip.next() {
            guard !member.isFolder, Self.isWanted(member.name) else { continue }
            bytes[member.name] = try zip.bytes(of: member, atMost: Self.mostBytes)
        }
    }

    private static func isWanted(_ name: String) -> Bool {
        guard name.hasSuffix(".xml") else { return name == "_rels/.rels" }
        let names = ["styles", "footnotes", "endnotes", "document", "comments", "header", "footer"]
        return name == "docProps/core.xml" || names.contains { name.hasPrefix("word/\($0)") }
    }

    /// Returns the bytes of a part, or nil if there is none with that name.
    func read(_ name: String) -> [UInt8]? { bytes[name] }

    func input(_ part: [UInt8]) throws(Problem) -> UTF8Input {
        try UTF8Input(ByteSource.bytes(part, name: source.name, path: source.path), encoding: nil, isXML: true)
    }

    /// The name of the part that contains the text, usually `word/document.xml`.
    var main: String {
        let usual = "word/document.xml"
        guard bytes[usual] == nil, let relations = bytes["_rels/.rels"],
            let root = try? XMLTree.read(input(relations)),
            let target = root.elements.first(where: { $0["Type"]?.hasSuffix("/officeDocument") == true })?["Target"]
        else { return usual }
        return target.hasPrefix("/") ? String(target.dropFirst()) : target
    }

    /// The parts with text outside the document (comments, headers and footers) under their names in the ledger, sorted
    /// by part name.
    var leftOut: [(name: String, bytes: [UInt8])] {
        let kinds = [("comments", "comment"), ("header", "header"), ("footer", "footer")]
        return bytes.sorted { $0.key < $1.key }.compactMap { name, bytes in
            kinds.first { name == "word/\($0.0).xml" || $0.0 != "comments" && name.hasPrefix("word/\($0.0)") }.map {
                ($0.1, bytes)
            }
        }
    }

    /// Reads the document properties into the metadata.
    ///
    /// - Throws: A ``Problem`` if the properties are not well-formed XML.
    func readMetadata(_ metadata: inout Metadata) throws(Problem) {
        guard let core = bytes["docProps/core.xml"] else { return }
        let properties = try XMLTree.read(try input(core))
        func list(_ name: String, _ separators: Set<Character>) -> [String] {
            (properties.first(name)?.words ?? "").split(whereSeparator: separators.contains).map(TextLines.collapsed)
                .filter {
                    !$0.isEmpty
                }
        }
        metadata.title = properties.first("title")?.words ?? metadata.title
        metadata.authors = list("creator", [";"])
        metadata.keywords = list("keywords", [";", ","])
        if let subject = properties.first("subject")?.words { metadata.subjects = [subject] }
        metadata.language = properties.first("language")?.words
    }

    /// Returns the number of Unicode scalars in a part that is not read.
    func characters(of part: [UInt8]) throws(Problem) -> Int {
        let counter = Counter()
        try XMLEvents.read(input(part), counter)
        return counter.characters.total
    }

    private final class Counter: XMLEventHandler {
        var characters = CharacterCount()
        private var open: [String] = []

        func start(_ element: XMLNode) {
            open.append(element.name)
            if element.name == "p" { characters.count(" ") }
        }

        func text(_ text: String) { if open.last == "t" { characters.count(text) } }

        func end() { open.removeLast() }
    }
}
