import Glibc
import TemaFormats
import TemaModel

/// Note marks, and footnotes in titles.
extension ArticleHandler {
    /// The beginning of an element that may be a note mark.
    struct MarkStart {
        fileprivate let name: XMLName
        fileprivate let text: PassageBuffer.Checkpoint
        fileprivate let heading: CollapsedText.Checkpoint?
    }

    /// Begins a `sup`, or an `xref` to a note or a reference.
    mutating func beginMark(_ name: XMLName, _ role: ElementRole, _ attributes: XMLAttributes, markUp: Int32) {
        guard role == .superscript || attributes.isValue(of: "ref-type", Self.isTypeOfMark) else { return }
        let start = MarkStart(name: name, text: text.checkpoint, heading: isInHeading ? heading.checkpoint : nil)
        marks.begin(role == .superscript ? .superscript : .link, level: level(markUp: markUp), at: start)
    }

    private static func isTypeOfMark(_ type: UnsafeBufferPointer<UInt8>) -> Bool {
        let name: StaticString
        switch type.count {
        case 2: name = "fn"
        case 4: name = "bibr"
        case 7: name = "corresp"
        case 8: name = "table-fn"
        case 12: name = "author-notes"
        default: return false
        }
        return type.baseAddress.map { memcmp($0, name.utf8Start, type.count) == 0 } ?? false
    }

    mutating func finishMark() {
        guard let found = marks.end() else { return }
        omit(from: found.mark)
        if let separator = found.separator { omit(from: separator) }
    }

    private mutating func omit(from start: MarkStart) {
        var omission = Omission(start.name, .noteMark)
        guard text.cut(to: start.text, { omission.count($0) }) else { return }
        if let start = start.heading { heading.cut(to: start) }
        open[open.count - 1].note(omission)
    }

    /// Interrupts a title by a footnote, whose passages follow the title.
    mutating func beginTitleNote(_ context: inout ElementContext) {
        context.place = .prose
        context.kind = .footnote
        context.isInTitle = false
        context.atEnd = .titleNote
        let title = InterruptedTitle(text: text, heading: heading, isInHeading: isInHeading)
        open[open.count - 1].interruptedTitles.append(title)
        (text, heading, isInHeading) = (PassageBuffer(), CollapsedText(), false)
    }

    mutating func finishTitleNote() {
        flush()
        guard let title = open[open.count - 1].interruptedTitles.popLast() else { return }
        (text, heading, isInHeading) = (title.text, title.heading, title.isInHeading)
    }
}

/// The state of a title while a footnote in it is read.
struct InterruptedTitle {
    let text: PassageBuffer
    let heading: CollapsedText
    let isInHeading: Bool
}
