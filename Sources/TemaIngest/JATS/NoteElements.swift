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
    mutating func beginMark(_ context: inout ElementContext, _ attributes: XMLAttributes) {
        guard let name = context.name else { return }
        let isLink = context.role == .link
        if isLink {
            switch attributes["ref-type"] {
            case "bibr", "fn", "table-fn", "author-notes", "corresp": break
            default: return
            }
        }
        context.atEnd = .noteMark
        let start = MarkStart(name: name, text: text.checkpoint, heading: isInHeading ? heading.checkpoint : nil)
        marks.begin(isLink ? .link : .superscript, at: start)
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
