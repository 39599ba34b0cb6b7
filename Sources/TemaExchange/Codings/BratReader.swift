import TemaFormats
import TemaModel

/// Reads a text and its annotation file.
struct BratReader {
    private(set) var read: CodingCollector
    let document: Document
    private let text: ForeignText
    private let codes: [String: String]
    private let lines: [Substring]
    /// The notes on each annotation, by its id.
    private var notes: [String: [String]] = [:]

    /// Opens a text and its annotation file.
    ///
    /// - Parameters:
    ///   - annotations: The path of the annotation file.
    ///   - name: The path in the folder, from which the document's id is derived.
    ///   - codes: The codes by their brat types.
    /// - Throws: A ``Problem`` if a file is missing or cannot be read.
    init(_ annotations: InputPath, name: InputPath, codes: [String: String]) throws(Problem) {
        let file = annotations.withExtension("txt")
        guard file.fileBytes != nil else {
            throw Problem(
                "its text \(file.display) does not exist",
                suggestion: "put the .txt file with the same name next to it",
                file: annotations.display)
        }
        let source = try ByteSource.open(file)
        // brat counts the byte-order mark.
        let hasMark = try source.beginning(3) == [0xEF, 0xBB, 0xBF]
        let original = try UTF8Input(source, encoding: nil, isXML: false).readAll(atMost: Limits.documentBytes)
        do throws(Problem) {
            text = try ForeignText((hasMark ? "\u{FEFF}" : "") + original)
        } catch { throw error.inFile(source.name) }
        let id = DocumentIRI.unescaped(name.withExtension("txt").display.droppingText)
        document = text.document(id: id, source: source.name)
        self.codes = codes
        read = CodingCollector(file: annotations.display)
        guard annotations.fileBytes ?? 0 > 0 else {
            // A text without annotations has an empty annotation file.
            lines = []
            return
        }
        let input = try UTF8Input(try ByteSource.open(annotations), encoding: nil, isXML: false)
        lines = try input.readAll(atMost: CodingsTable.most).utf8.split(
            separator: 0x0A, omittingEmptySubsequences: false
        )
        .map { Substring($0.last == 0x0D ? $0.dropLast() : $0) }
    }

    mutating func read(_ options: inout ProjectOptions) throws(Problem) {
        for line in lines where line.first == "#" { note(line, &options.losses) }
        for (number, line) in lines.enumerated() where !line.isEmpty {
            switch line.first {
            case "T":
                do throws(Problem) {
                    try add(line, &options.losses)
                } catch {
                    read.refuse(error, line: number + 1, options: &options)
                }
            case "R": options.losses.add("relation", "codings have no relations")
            case "E": options.losses.add("event", "codings have no roles")
            case "A", "M": options.losses.add("attribute", "codings have no attributes")
            case "N": options.losses.add("normalisation", "codings have no references")
            case "*": options.losses.add("equivalence", "codings have no relations")
            case "#": break
            default:
                read.refuse(
                    Problem("the line is not an annotation", suggestion: "begin it with T1 and a tab"),
                    line: number + 1,
                    options: &options)
            }
        }
        losses(of: notes, &options.losses)
    }

    /// Records the notes that are not on text-bound annotations.
    private func losses(of notes: [String: [String]], _ losses: inout Losses) {
        losses.add("note", "it is not on a text-bound annotation", count: notes.values.reduce(0) { $0 + $1.count })
    }

    /// Adds the note of a line such as `#1	AnnotatorNotes T1	text`.
    private mutating func note(_ line: Substring, _ losses: inout Losses) {
        let fields = line.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false)
        let target = fields.count == 3 ? fields[1].split(separator: " ").last.map(String.init) : nil
        guard let target, !fields[2].isEmpty else { return losses.add("note", "it has no text") }
        notes[target, default: []].append(String(fields[2]))
    }

    /// Adds the codings of a line such as `T1	Type 0 5;16 23	text`.
    private mutating func add(_ line: Substring, _ losses: inout Losses) throws(Problem) {
        let fields = line.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false)
        let words = fields.count > 1 ? fields[1].split(separator: " ", maxSplits: 1) : []
        guard words.count == 2 else {
            throw Problem(
                "it has no type and offsets", suggestion: "write T1, a tab, Type START END, a tab, and the text")
        }
        let spans = words[1].split(separator: ";").map { $0.split(separator: " ").map { Int($0) } }
        var notes = (notes.removeValue(forKey: String(fields[0])) ?? []).compactMap { CodingCollector.Note($0) }
        var places: [Project.Place] = []
        for ends in spans {
            guard ends.count == 2, let start = ends[0], let end = ends[1], let span = text.span(codePoints: start, end)
            else {
                throw Problem(
                    "“\(words[1])” is not a list of offsets in the text of \(text.count) characters",
                    suggestion: "write START END, with a semicolon between fragments")
            }
            places.append(.span(span))
        }
        // The quoted text in the line takes precedence over the offsets.
        if case .span(let span)? = places.first, places.count == 1, fields.count == 3, !isSame(span, fields[2]) {
            places = [.spanOfQuote(span, String(fields[2]))]
        }
        if places.count > 1 { losses.add("discontinuous span", "its fragments became separate codings") }
        let type = String(words[0])
        for place in places {
            read.add(
                Project.Coding(document: document.id, place: place, code: codes[type] ?? type), notes: notes,
                losses: &losses)
            notes = []
        }
    }

    /// Whether a span has the text of a line, ignoring white space, because brat replaces line ends with spaces.
    private func isSame(_ span: Range<Int>, _ words: Substring) -> Bool {
        let shown = words.unicodeScalars.filter { !$0.properties.isWhitespace }
        return shown.isEmpty || text.scalars(span).filter { !$0.properties.isWhitespace }.elementsEqual(shown)
    }
}

extension String {
    /// The path without a final `.txt`.
    fileprivate var droppingText: String { hasSuffix(".txt") ? String(dropLast(4)) : self }
}
