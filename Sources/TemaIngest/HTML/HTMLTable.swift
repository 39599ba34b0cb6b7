import TemaFormats

/// A table of an HTML page, with its events until its use is known.
///
/// Many pages are laid out in tables. The cells of such a table contain blocks: a heading, an inner table, or, in a table
/// without a header, a list, a quote or a second paragraph. All other tables are data.
struct HTMLTable {
    enum Event {
        case start(name: String, ProseRole, language: String?)
        case text(String)
        case end
    }

    enum Use { case unknown, data, layout }

    private(set) var use = Use.unknown
    private(set) var isComplete = false
    private var events: [Event] = []
    private var open: [(name: String, role: ProseRole)] = []
    /// Whether there is a `th`, `thead` or `caption`.
    private var hasHeader = false
    /// Whether the open cell contains text.
    private var hasText = false
    /// Whether a block begins or ends after the text of the open cell.
    private var isParted = false

    /// The approximate memory of the events so far, in bytes. A table with more than the maximum is data.
    private var size = 0
    private static let mostBytes = 64 << 20

    /// Returns the events that have not been removed yet.
    mutating func removeEvents() -> [Event] {
        defer { events = [] }
        return events
    }

    mutating func take(_ event: Event) {
        events.append(event)
        size += MemoryLayout<Event>.size
        switch event {
        case .start(let name, let role, _): start(name, role)
        case .text(let text):
            size += text.utf8.count
            if !isOmitted, isInCell, !text.utf8.allSatisfy(isXMLSpace) { takeText() }
        case .end: end()
        }
        if use == .unknown, isComplete || size > Self.mostBytes { use = .data }
    }

    /// Decides the use when an inner table begins.
    mutating func beginInner() {
        if use == .unknown, !isOmitted { use = .layout }
    }

    private mutating func start(_ name: String, _ role: ProseRole) {
        defer { open.append((name, role)) }
        guard use == .unknown, !isOmitted else { return }
        hasHeader = hasHeader || ["th", "thead", "caption"].contains(name)
        switch role {
        case .cell: hasText = false
        case .heading: if isInCell { use = .layout }
        case .block(let kind):
            isParted = true
            if kind != nil, isInCell, !hasHeader { use = .layout }
        default: break
        }
    }

    private mutating func takeText() {
        if use == .unknown, hasText, isParted, !hasHeader { use = .layout }
        (hasText, isParted) = (true, false)
    }

    private mutating func end() {
        if case .block = open.popLast()?.role { isParted = true }
        isComplete = open.isEmpty
    }

    private var isOmitted: Bool {
        open.contains { if case .notText = $0.role { true } else { false } }
    }

    /// Whether the current position is in a `td`.
    private var isInCell: Bool { open.contains { $0.name == "td" } }
}
