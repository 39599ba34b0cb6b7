/// The open fields of a Word document. A field has an instruction, which is not text, and often a result, which is.
struct WordFields {
    private struct Field {
        var instruction = ""
        var hasResult = false
    }

    /// The open fields, outermost first.
    private var open: [Field] = []
    /// Bounds the time in a damaged document whose fields have no end.
    private static let mostOpen = 100

    /// Whether the current position is in an instruction. The results of fields in an instruction belong to it.
    var isInInstruction: Bool { open.contains { !$0.hasResult } }
    /// Whether the current position is in the result of a field that makes a table of contents.
    var isInContents: Bool { open.contains { $0.hasResult && $0.instruction.split(separator: " ").first == "TOC" } }

    /// Begins, separates or ends a field, by the type of a `fldChar` element.
    mutating func take(_ type: String?) {
        switch type {
        case "begin": if open.count < Self.mostOpen { open.append(Field()) }
        case "separate":
            if let last = open.indices.last { open[last].hasResult = true }
        case "end": _ = open.popLast()
        default: break
        }
    }

    /// Adds the beginning of an instruction, which names the kind of the field.
    mutating func addInstruction(_ text: String) {
        guard let last = open.indices.last, open[last].instruction.utf8.count < 16 else { return }
        open[last].instruction += text.prefix(16)
    }

    /// Ends the instructions that have no result before the end of their paragraph, so that a damaged field does not hide
    /// the paragraphs after it.
    mutating func endParagraph() { open.removeAll { !$0.hasResult } }
}
