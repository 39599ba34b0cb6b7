import TemaFormats
import TemaModel

/// Converts the parse events of the main part of a Word document to a document.
///
/// Of tracked changes it reads the new text: insertions, not deletions. Of content that is stored in several forms for
/// older programs it reads the first form.
final class WordHandler: XMLEventHandler {
    private struct Paragraph {
        var text = ""
        var meaning = WordStyles.Meaning()
        /// Whether the paragraph mark is deleted, so that the paragraph continues in the next one.
        var isContinued = false
        var isInBox: Bool
    }

    private struct Frame {
        var name: String
        /// For `AlternateContent`: whether one of its forms has been read.
        var hasChoice = false
    }

    private let styles: WordStyles
    private var prose = Prose()
    private var isInNotes = false
    private var open: [Frame] = []
    private var paragraphs: [Paragraph] = []
    /// The paragraphs in text boxes. They are added after the paragraph that the box is anchored in.
    private var boxed: [Paragraph] = []
    /// The number of open table rows.
    private var rows = 0
    /// The content of the open `t` element.
    private var text: String?
    private var isHidden = false
    private var keepsSpace = false
    private var title: String?
    /// The number of open elements in the omitted element, including itself.
    private var omitted = 0
    private var omission: (name: String, characters: CharacterCount)?

    init(_ styles: WordStyles) { self.styles = styles }

    /// Begins the footnotes or endnotes part.
    func beginNotes() {
        isInNotes = true
        prose.closeSections(from: 1)
    }

    func start(_ element: XMLNode) throws(Problem) {
        guard omitted == 0 else {
            omitted += 1
            return
        }
        guard !isLeftOut(element) else {
            (omitted, omission) = (1, (element.name, CharacterCount()))
            return
        }
        open.append(Frame(name: element.name))
        guard Self.isWord(element) else { return }
        switch element.name {
        case "p": paragraphs.append(Paragraph(isInBox: !paragraphs.isEmpty))
        case "tr":
            rows += 1
            if rows == 1 { try prose.finish() }
        case "tc": if rows == 1 { prose.beginCell() }
        case "t":
            text = ""
            keepsSpace = element["space"] == "preserve"
        case "r": isHidden = false
        case "tab", "br", "cr", "ptab": if !isInProperties { append(" ") }
        case "noBreakHyphen": append("-")
        default: readProperty(element)
        }
    }

    func text(_ text: String) {
        if omitted > 0 { omission?.characters.count(text) } else { self.text? += text }
    }

    func end() throws(Problem) {
        guard omitted == 0 else {
            omitted -= 1
            if omitted == 0, let omission, omission.characters.total > 0 {
                prose.ledger.add(omission.name, .notText, characters: omission.characters.total)
            }
            return
        }
        guard let frame = open.popLast() else { return }
        switch frame.name {
        case "t":
            if let text { append(keepsSpace ? text : TextLines.collapsed(text)) }
            text = nil
        case "p": try endParagraph()
        case "tr":
            rows -= 1
            if rows == 0 { try prose.finish() }
        default: break
        }
    }

    /// Whether an element is in a WordprocessingML namespace, transitional or strict. Drawings have different elements
    /// named `p` and `t`.
    private static func isWord(_ element: XMLNode) -> Bool {
        element.namespace?.hasSuffix("/wordprocessingml/2006/main") == true
            || element.namespace?.hasSuffix("/wordprocessingml/main") == true
    }

    /// Whether an element is omitted from the text. Records the deletion of a paragraph mark and the forms of
    /// `AlternateContent` as a side effect.
    private func isLeftOut(_ element: XMLNode) -> Bool {
        guard Self.isWord(element) else {
            switch element.name {
            case "Choice", "Fallback":
                guard let parent = open.indices.last, open[parent].name == "AlternateContent" else { return false }
                defer { open[parent].hasChoice = true }
                return open[parent].hasChoice
            // Text in drawings outside Word paragraphs, and formulas.
            case "t", "oMath": return true
            default: return false
            }
        }
        switch element.name {
        case "del", "moveFrom":
            // In paragraph properties, `del` marks the paragraph mark as deleted.
            if isInProperties, element.name == "del", let last = paragraphs.indices.last, open.last?.name == "rPr" {
                paragraphs[last].isContinued = true
            }
            return true
        // The properties before a tracked change.
        case "pPrChange", "rPrChange", "tblPrChange", "trPrChange", "tcPrChange", "sectPrChange", "numberingChange":
            return true
        case "instrText", "delText", "delInstrText", "object", "sym": return true
        case "footnote", "endnote": return element["type"].map { $0 != "normal" } ?? false
        default: return false
        }
    }

    private var isInProperties: Bool { open.contains { $0.name == "pPr" || $0.name == "tabs" } }

    private func readProperty(_ element: XMLNode) {
        let value = element["val"]
        if element.name == "vanish" { isHidden = !isInProperties && value != "0" && value != "false" }
        guard isInProperties, let last = paragraphs.indices.last else { return }
        switch element.name {
        case "pStyle": paragraphs[last].meaning = styles[value ?? ""]
        case "outlineLvl":
            let level = value.flatMap(Int.init) ?? 9
            paragraphs[last].meaning.level = (0..<9).contains(level) ? level + 1 : nil
        case "numId": paragraphs[last].meaning.isList = value != "0"
        default: break
        }
    }

    private func append(_ piece: String) {
        guard let last = paragraphs.indices.last else { return }
        if isHidden, piece != " " {
            prose.ledger.add("vanish", .notText, characters: piece.unicodeScalars.count)
        } else {
            paragraphs[last].text += piece
        }
    }

    private func endParagraph() throws(Problem) {
        guard let ended = paragraphs.popLast() else { return }
        if ended.isInBox { return boxed.append(ended) }
        try take(ended)
        for paragraph in boxed { try take(paragraph) }
        boxed = []
    }

    private func take(_ paragraph: Paragraph) throws(Problem) {
        let meaning = paragraph.meaning
        if meaning.isContents {
            let text = TextLines.collapsed(paragraph.text)
            if !text.isEmpty { prose.ledger.add("table of contents", .notText, characters: text.unicodeScalars.count) }
            return
        }
        var style = Prose.Style()
        style.kind =
            isInNotes
            ? .footnote
            : rows > 0
                ? .tableRow
                : paragraph.isInBox ? .box : meaning.isList && meaning.kind == .paragraph ? .listItem : meaning.kind
        if style.kind == .title { style.region = .front }
        if style.kind == .abstract { style.region = .abstract }
        try prose.append(paragraph.text, style)
        if rows > 0 { return prose.part() }
        if paragraph.isContinued { return }
        if style.kind == .title { title = title ?? TextLines.collapsed(paragraph.text) }
        if let level = meaning.level, style.kind == .paragraph || style.kind == .listItem {
            try prose.finishHeading(level: level)
        } else {
            try prose.finish()
        }
    }

    /// Returns the finished document.
    ///
    /// - Throws: A ``Problem`` if the document is too long.
    func document(_ source: ByteSource) throws(Problem) -> Document {
        try prose.finish()
        var document = prose.builder.finish(id: source.documentName, source: source.name)
        document.metadata.title = title.flatMap { $0.isEmpty ? nil : $0 } ?? prose.title
        document.ledger = prose.ledger
        return document
    }

    /// Returns the number of Unicode scalars in a part that is not read.
    static func characters(of input: UTF8Input) throws(Problem) -> Int {
        let counter = Counter()
        try XMLEvents.read(input, counter)
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
