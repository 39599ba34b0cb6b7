import TemaFormats
import TemaModel

/// The format of W3C Web Annotations as JSON-LD, and of the responses of the Hypothes.is service.
enum WebAnnotation: ProjectFormat {
    static let name = "web-annotation"
    static let summary = "W3C Web Annotations as JSON-LD (.jsonld, .json), also those of Hypothes.is"
    static let extensions = ["jsonld", "json"]
    static let isReadOnly = false

    /// Whether the bytes begin a JSON text that contains the vocabulary's IRI or one of its types.
    static func recognises(_ beginning: ArraySlice<UInt8>, of _: InputPath) -> Bool {
        guard let first = beginning.withoutMark.first(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }),
            first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
        else { return false }
        let text = String(decoding: beginning, as: UTF8.self)
        return [
            "www.w3.org/ns/anno", "www.w3.org/ns/oa", "\"AnnotationPage\"", "\"Annotation\"", "\"TextQuoteSelector\"",
        ]
        .contains { text.contains($0) }
    }

    /// Reads a file. Annotations that are not codings are reported and skipped.
    static func read(_ path: InputPath, _ options: inout ProjectOptions) throws(Problem) -> Project {
        let input = try UTF8Input(try ByteSource.open(path), encoding: nil, isXML: false)
        let bytes = Array(try input.readAll(atMost: CodingsTable.most).utf8)
        options.problems += input.warnings
        let root: JSONValue
        do throws(Problem) { root = try JSONValue(bytes[...]) } catch { throw error.inFile(input.source.name) }
        let annotations = annotations(root)
        guard !annotations.isEmpty else {
            throw Problem(
                "it contains no annotations",
                suggestion: "use an annotation, a list of annotations, an AnnotationPage or an AnnotationCollection",
                file: input.source.name)
        }
        var reader = WebAnnotationReader(file: input.source.name)
        for (number, annotation) in annotations.enumerated() { reader.add(annotation, number + 1, options: &options) }
        return Project(
            name: path.stem, codings: reader.read.codings, memos: reader.read.memos + reader.comments)
    }

    /// Returns the annotation that a value is, or the annotations that it contains.
    private static func annotations(_ value: JSONValue) -> [JSONValue] {
        if case .list(let list) = value { return list.flatMap(annotations) }
        guard case .object = value else { return [] }
        if value["target"] != nil { return [value] }
        let holders = ["items", "rows", "@graph", "first", "resources"].compactMap { value[$0] }
        return holders.flatMap(annotations)
    }

    static func write(_ project: Project, _ options: inout ProjectOptions) throws(Problem) -> [ProjectFile] {
        CodingQuoter.countLosses(project, &options.losses)
        var codings = CodingQuoter(project)
        var lines: [String] = []
        for (number, coding) in project.codings.enumerated() {
            lines.append(annotation(codings.quoted(coding), number))
        }
        let page = JSONText.object([
            ("id", JSONText.string("#codings-1")), ("type", JSONText.string("AnnotationPage")), ("startIndex", "0"),
            ("items", "[\n" + lines.joined(separator: ",\n") + "\n]"),
        ])
        let collection = JSONText.object([
            ("@context", JSONText.string("http://www.w3.org/ns/anno.jsonld")), ("id", JSONText.string("#codings")),
            ("type", JSONText.string("AnnotationCollection")), ("label", JSONText.string(project.name)),
            ("total", "\(lines.count)"), ("first", page),
        ])
        return [ProjectFile(bytes: Array((collection + "\n").utf8))]
    }

    private static func annotation(_ quoted: CodingQuoter.Quoted, _ number: Int) -> String {
        let coding = quoted.coding
        var members = [
            ("id", JSONText.string(coding.id.map(uuid) ?? "#coding-\(number + 1)")),
            ("type", JSONText.string("Annotation")),
            ("motivation", JSONText.string("tagging")),
        ]
        if let coder = coding.coder { members.append(("creator", person(coder))) }
        if let at = coding.at { members.append(("created", JSONText.string(at))) }
        let bodies =
            [body("tagging", value: coding.code)]
            + quoted.memos.map { memo in
                // Bodies inherit the annotation's creator and time.
                body(
                    "commenting", value: memo.text, creator: memo.coder == coding.coder ? nil : memo.coder,
                    at: memo.at == coding.at ? nil : memo.at)
            }
        members.append(("body", JSONText.list(bodies)))
        members.append(
            (
                "target",
                JSONText.object([
                    ("source", JSONText.string(DocumentIRI.of(coding.document))), ("selector", selectors(quoted)),
                ])
            ))
        return JSONText.object(members)
    }

    private static func person(_ name: String) -> String {
        JSONText.object([("type", JSONText.string("Person")), ("name", JSONText.string(name))])
    }

    private static func body(_ purpose: String, value: String, creator: String? = nil, at: String? = nil) -> String {
        var members = [
            ("type", JSONText.string("TextualBody")), ("purpose", JSONText.string(purpose)),
            ("format", JSONText.string("text/plain")), ("value", JSONText.string(value)),
        ]
        if let creator { members.append(("creator", person(creator))) }
        if let at { members.append(("created", JSONText.string(at))) }
        return JSONText.object(members)
    }

    private static func selectors(_ quoted: CodingQuoter.Quoted) -> String {
        var selectors: [String] = []
        if let span = quoted.span {
            selectors.append(
                JSONText.object([
                    ("type", JSONText.string("TextPositionSelector")), ("start", "\(span.lowerBound)"),
                    ("end", "\(span.upperBound)"),
                ]))
        }
        if !quoted.quote.isEmpty {
            var members = [("type", JSONText.string("TextQuoteSelector")), ("exact", JSONText.string(quoted.quote))]
            if !quoted.before.isEmpty { members.append(("prefix", JSONText.string(quoted.before))) }
            if !quoted.after.isEmpty { members.append(("suffix", JSONText.string(quoted.after))) }
            selectors.append(JSONText.object(members))
        }
        if selectors.isEmpty, let passage = quoted.passage {
            selectors.append(
                JSONText.object([
                    ("type", JSONText.string("FragmentSelector")), ("value", JSONText.string("passage=\(passage)")),
                ]))
        }
        return JSONText.list(selectors)
    }

    /// Returns an id as `urn:uuid:` with hyphens.
    private static func uuid(_ id: String) -> String {
        var text = "urn:uuid:"
        for (index, character) in id.enumerated() {
            if [8, 12, 16, 20].contains(index) { text += "-" }
            text.append(character)
        }
        return text
    }
}
