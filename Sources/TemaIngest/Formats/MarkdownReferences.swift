/// The labels of the notes and links that a Markdown text defines in lines of their own.
struct MarkdownReferences {
    private var labels: Set<String> = []

    /// In characters. Longer labels are text.
    private static let longestLabel = 200

    init(_ lines: some Sequence<Substring> = []) {
        for line in lines {
            if let label = MarkdownLine(line).reference?.label { labels.insert(Self.key(label)) }
        }
    }

    /// Whether a text in brackets is the label of a note, which begins with `^`, or of a link.
    func contains(_ label: ArraySlice<Character>) -> Bool {
        !labels.isEmpty && label.count <= Self.longestLabel && labels.contains(Self.key(String(label)))
    }

    private static func key(_ label: some StringProtocol) -> String { TextLines.collapsed(label).lowercased() }
}
