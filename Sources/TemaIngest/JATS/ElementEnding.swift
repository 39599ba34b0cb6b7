import TemaModel

/// The actions when an element ends.
extension ArticleHandler {
    mutating func finish(_ context: ElementContext) {
        switch context.atEnd {
        case .nothing: break
        case .block:
            flush()
            heading.part()
        case .sectionTitle:
            flush()
            if isInHeading, let section = context.section {
                open[open.count - 1].setHeading(heading.string, of: Int(section))
            }
            isInHeading = false
        case .flatBlock: text.part()
        case .flat:
            if context.kind == .title, open[open.count - 1].metadata.title == nil, !text.isEmpty {
                open[open.count - 1].metadata.title = text.string
            }
            flush()
        case .row:
            if text.isEmpty { text.clear() } else { flush() }
        case .term: take { $0.terms.append($1) }
        case .definition: take { $0.definitions.append($1) }
        case .entry: finishEntry(context)
        case .omission: finishOmission()
        case .metadata: metadata.end(&open[open.count - 1].metadata)
        case .frontMatter:
            metadata.end(&open[open.count - 1].metadata)
            finishOmission()
        case .document: endDocument()
        }
    }

    private mutating func take(_ keep: (inout DefinitionEntry, String) -> Void) {
        if !text.isEmpty { keep(&entry, text.string) }
        text.clear()
    }

    /// Appends the definition list entry as one passage.
    private mutating func finishEntry(_ context: ElementContext) {
        text.begin(context)
        text.append(entry.string, context)
        flush()
        entry = DefinitionEntry()
    }

    private mutating func finishOmission() {
        if let omission { open[open.count - 1].note(omission) }
        omission = nil
    }
}

/// The terms and definitions of one definition list entry.
struct DefinitionEntry {
    var terms: [String] = []
    var definitions: [String] = []

    /// The terms, a colon and the definitions; without the colon if either is missing.
    var string: String {
        let whole = terms.joined(separator: ", ") + ": " + definitions.joined(separator: " ")
        let isEdge: (Character) -> Bool = { $0 == ":" || $0 == " " }
        guard let first = whole.firstIndex(where: { !isEdge($0) }), let last = whole.lastIndex(where: { !isEdge($0) })
        else { return "" }
        return String(whole[first...last])
    }
}
