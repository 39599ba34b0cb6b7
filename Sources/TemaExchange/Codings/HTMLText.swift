import TemaIngest
import TemaModel

/// The text of an HTML fragment as Taguette counts it, and the document made from it.
///
/// Taguette counts UTF-8 bytes in all text between tags, including line ends and indentation. Passages are the texts of
/// block elements with runs of white space collapsed to one space.
struct HTMLText {
    /// A piece of the counted text that is unchanged in the document's text. Offsets and length in UTF-8 bytes.
    struct Piece {
        let counted: Int
        let text: Int
        let length: Int
    }

    let document: Document
    /// The pieces in order, which is the same in both texts.
    private let pieces: [Piece]

    init(_ html: String, id: String, source: String) throws(Problem) {
        var scanner = HTMLScanner(html)
        var blocks = HTMLBlocks()
        while let token = scanner.next() { try blocks.add(token) }
        try blocks.endPassage()
        pieces = blocks.pieces
        document = blocks.builder.finish(id: id, source: source)
    }

    /// Converts a span of counted bytes to UTF-8 offsets of the document's text, without white space at its ends.
    /// Returns nil if it contains only white space.
    func span(_ start: Int, _ end: Int) -> Range<Int>? {
        let start = max(0, start)
        guard start < end else { return nil }
        let first = pieces.firstIndexOfSorted { $0.counted + $0.length > start }
        let last = pieces.firstIndexOfSorted { $0.counted >= end } - 1
        guard pieces.indices.contains(first), pieces.indices.contains(last), first <= last else { return nil }
        let from = pieces[first].text + max(0, start - pieces[first].counted)
        let to = pieces[last].text + min(pieces[last].length, end - pieces[last].counted)
        return from < to ? from..<to : nil
    }
}

/// Builds the passages of an HTML fragment.
private struct HTMLBlocks {
    var builder = DocumentBuilder()
    var pieces: [HTMLText.Piece] = []
    private var counted = 0
    /// The UTF-8 length of the document's text so far.
    private var written = 0
    private var passage: [UInt8] = []
    /// The pieces of the open passage, by their offsets in it.
    private var open: [HTMLText.Piece] = []
    private var gap: UInt8?
    private var kind = PassageKind.paragraph
    private var preformatted = 0
    private var section: Int?
    /// The open sections and the levels of their headings.
    private var sections: [(level: Int, number: Int)] = []

    mutating func add(_ token: HTMLScanner.Token) throws(Problem) {
        switch token {
        case .text(let text): add(text)
        case .start("br"): gap = passage.isEmpty ? nil : 0x0A
        case .start("pre"):
            try endPassage()
            preformatted += 1
        case .end("pre"):
            try endPassage()
            preformatted = max(0, preformatted - 1)
        case .start(let name):
            guard let kind = Self.kinds[name] else { return }
            try endPassage()
            self.kind = kind
            if kind == .heading { openSection(level: Int(name.dropFirst()) ?? 1) }
        case .end(let name):
            guard Self.kinds[name] != nil else { return }
            try endPassage()
        }
    }

    private mutating func openSection(level: Int) {
        while let last = sections.last, last.level >= level { sections.removeLast() }
        let number = builder.section(heading: "", parent: sections.last?.number)
        sections.append((level, number))
        section = number
    }

    private mutating func add(_ text: String) {
        let bytes = Array(text.utf8)
        var index = 0
        while index < bytes.count {
            let start = index
            if Self.isSpace(bytes[index]) {
                while index < bytes.count, Self.isSpace(bytes[index]) { index += 1 }
                let isLine = preformatted > 0 && bytes[start..<index].contains(0x0A)
                if !passage.isEmpty, gap != 0x0A { gap = isLine ? 0x0A : 0x20 }
                continue
            }
            while index < bytes.count, !Self.isSpace(bytes[index]) { index += 1 }
            if let gap { passage.append(gap) }
            gap = nil
            open.append(HTMLText.Piece(counted: counted + start, text: passage.count, length: index - start))
            passage += bytes[start..<index]
        }
        counted += bytes.count
    }

    mutating func endPassage() throws(Problem) {
        defer { (passage, open, gap, kind) = ([], [], nil, .paragraph) }
        guard !passage.isEmpty else { return }
        let heading = kind == .heading ? String(decoding: passage, as: UTF8.self) : nil
        if let heading, let section { builder.setHeading(heading, of: section) }
        try builder.add(passage, kind: kind, sectionType: .other, section: section, language: nil)
        // Passages are separated by a blank line.
        let start = written == 0 ? 0 : written + 2
        pieces += open.map { HTMLText.Piece(counted: $0.counted, text: start + $0.text, length: $0.length) }
        written = start + passage.count
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0D ~= byte && byte != 0x0B }

    private static let kinds: [String: PassageKind] = {
        var kinds: [String: PassageKind] = [
            "li": .listItem, "blockquote": .quote, "figcaption": .caption, "dd": .definition,
        ]
        for level in 1...6 { kinds["h\(level)"] = .heading }
        for cell in ["tr", "td", "th"] { kinds[cell] = .tableRow }
        let others = [
            "p", "div", "ul", "ol", "dl", "dt", "table", "thead", "tbody", "tfoot", "caption", "hr", "section",
            "article",
            "header", "footer", "main", "nav", "aside", "figure", "address", "center", "form", "body",
        ]
        for name in others { kinds[name] = .paragraph }
        return kinds
    }()
}
