import TemaFormats
import TemaModel

/// Converts the parse events of the main part of a Word document to a document.
///
/// Of tracked changes it reads the new text: insertions, not deletions. Of content that is stored in several forms for
/// older programs it reads the first form.
final class WordHandler: XMLEventHandler {
    private struct Frame {
        var name: String
        /// For `AlternateContent`: whether one of its forms has been read. For `sdt`: whether its content is a
        /// placeholder.
        var omitsContent = false
    }

    /// The properties of a run.
    private struct Run {
        /// Whether the run is bold, or nil if its paragraph decides.
        var isBold: Bool?
        var font = ""
        /// The element that makes the text of the run not text, and the reason.
        var omission: (name: String, reason: Ledger.Reason)?
    }

    private let styles: WordStyles
    private var prose = Prose()
    private var isInNotes = false
    private var open: [Frame] = []
    private var paragraphs: [WordParagraph] = []
    /// The paragraphs in text boxes. They are added after the paragraph that the box is anchored in.
    private var boxed: [WordParagraph] = []
    /// The text that the next paragraph continues.
    private var continued: WordParagraph?
    /// The level of the last heading that is one by its style. Bold headings are at the same level.
    private var styledLevel = 1
    private var run = Run()
    private var fields = WordFields()
    /// The number of open table rows.
    private var rows = 0
    /// The content of the open `t` element.
    private var text: String?
    private var keepsSpace = false
    private var title: String?
    /// The number of open elements in the omitted element, including itself.
    private var omitted = 0
    private var omission: (name: String, characters: CharacterCount)?

    init(_ styles: WordStyles) { self.styles = styles }

    /// Begins the footnotes or endnotes part.
    func beginNotes() throws(Problem) {
        try flush()
        isInNotes = true
        fields = WordFields()
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
        case "p": paragraphs.append(WordParagraph(isInBox: !paragraphs.isEmpty))
        case "tr":
            if rows == 0 { try flush() }
            rows += 1
        case "tc":
            try takeContinued()
            if rows == 1 { prose.beginCell() }
        case "t":
            text = ""
            keepsSpace = element["space"] == "preserve"
        case "r": run = Run()
        case "tab", "br", "cr", "ptab": if !isInProperties { append(" ") }
        case "noBreakHyphen": append("-")
        case "softHyphen": append("\u{AD}")
        case "sym": appendSymbol(element)
        case "fldChar": fields.take(element["fldCharType"])
        case "footnoteReference", "endnoteReference":
            if element.isOn("customMarkFollows") { run.omission = (element.name, .noteMark) }
        default: readProperty(element)
        }
    }

    func text(_ text: String) {
        guard omitted > 0 else {
            self.text? += text
            return
        }
        omission?.characters.count(text)
        if omission?.name == "instrText" { fields.addInstruction(text) }
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
            if let text { append(WordSymbols.text(keepsSpace ? text : TextLines.collapsed(text), font: run.font)) }
            text = nil
        case "p": try endParagraph()
        case "tr":
            try takeContinued()
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
                defer { open[parent].omitsContent = true }
                return open[parent].omitsContent
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
        case "instrText", "delText", "delInstrText", "fldData", "object", "rt": return true
        case "sdtContent": return open.last?.omitsContent ?? false
        case "footnote", "endnote": return element["type"].map { $0 != "normal" } ?? false
        default: return false
        }
    }

    private var isInProperties: Bool { open.contains { $0.name == "pPr" || $0.name == "tabs" } }

    private func readProperty(_ element: XMLNode) {
        guard isInProperties else { return readRunProperty(element) }
        guard let last = paragraphs.indices.last else { return }
        let value = element["val"]
        switch element.name {
        case "pStyle": paragraphs[last].meaning.takeStyle(styles[value ?? ""])
        case "outlineLvl":
            let level = value.flatMap(Int.init) ?? 9
            paragraphs[last].meaning.level = (0..<9).contains(level) ? level + 1 : nil
        case "numId": paragraphs[last].meaning.isList = value != "0"
        case "framePr": if ["drop", "margin"].contains(element["dropCap"]) { paragraphs[last].isContinued = true }
        default: break
        }
    }

    private func readRunProperty(_ element: XMLNode) {
        switch element.name {
        case "rStyle": run.isBold = run.isBold ?? styles[element["val"] ?? ""].isBold
        case "b": run.isBold = element.isOn()
        case "rFonts": run.font = element["ascii"] ?? element["hAnsi"] ?? ""
        case "vanish": run.omission = element.isOn() ? (element.name, .notText) : nil
        case "showingPlcHdr":
            if element.isOn(), let sdt = open.lastIndex(where: { $0.name == "sdt" }) { open[sdt].omitsContent = true }
        default: break
        }
    }

    private func appendSymbol(_ element: XMLNode) {
        if let text = WordSymbols.text(font: element["font"] ?? "", code: element["char"] ?? "") { return append(text) }
        prose.ledger.add(element.name, .notText, characters: 1)
    }

    private func append(_ piece: String) {
        guard let last = paragraphs.indices.last else { return }
        let omission = fields.isInInstruction ? ("fldChar", .notText) : run.omission
        if let omission, piece != " " {
            prose.ledger.add(omission.name, omission.reason, characters: piece.unicodeScalars.count)
        } else {
            paragraphs[last].append(piece, isBold: run.isBold)
            if fields.isInContents { paragraphs[last].meaning.isContents = true }
        }
    }

    private func endParagraph() throws(Problem) {
        guard var ended = paragraphs.popLast() else { return }
        if ended.isInBox { return boxed.append(ended) }
        fields.endParagraph()
        if let before = continued { ended.prepend(before) }
        continued = ended.isContinued ? ended : nil
        if !ended.isContinued { try take(ended) }
        for paragraph in boxed { try take(paragraph) }
        boxed = []
    }

    /// Takes a paragraph that is marked as continued, but no other one follows it.
    private func takeContinued() throws(Problem) {
        guard let ended = continued else { return }
        continued = nil
        try take(ended)
    }

    private func flush() throws(Problem) {
        try takeContinued()
        try prose.finish()
    }

    private func take(_ paragraph: WordParagraph) throws(Problem) {
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
        if style.kind == .title { title = title ?? TextLines.collapsed(paragraph.text) }
        guard style.kind == .paragraph || style.kind == .listItem else { return try prose.finish() }
        if let level = meaning.level {
            styledLevel = level
            try prose.finishHeading(level: level)
        } else if paragraph.isSectionName {
            try prose.finishHeading(level: styledLevel)
        } else {
            try prose.finish()
        }
    }

    /// Returns the finished document.
    ///
    /// - Throws: A ``Problem`` if the document is too long.
    func document(_ source: ByteSource) throws(Problem) -> Document {
        try flush()
        var document = prose.builder.finish(id: source.documentName, source: source.name)
        document.metadata.title = title.flatMap { $0.isEmpty ? nil : $0 } ?? prose.title
        document.ledger = prose.ledger
        return document
    }
}
