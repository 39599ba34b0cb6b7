/// What ingest left out of a document's text, so that nothing goes in silence.
public struct Ledger: Sendable, Hashable {
    /// Why an element's text is not in the document's.
    public enum Reason: String, Sendable, Hashable, CaseIterable {
        /// Front matter that is no passage; parts of it are metadata.
        case frontMatter = "front matter"
        /// Elements that are not prose: formulas' mark-up, labels, graphics.
        case notText = "not text"
        /// A further form of something whose first form is in the text.
        case alternative = "alternative"
        /// An entity reference that nobody defines; it stands as written in the text.
        case unknownEntity = "unknown entity"
        /// Text in a place that holds none, such as between the cells of a table's row.
        case misplaced = "misplaced text"
    }

    public struct Entry: Sendable, Hashable {
        public var element: String
        public var reason: Reason
        /// How many of these elements were left out, those inside one another counted once.
        public var count: Int
        /// The Unicode scalars they held, runs of white space counted as one.
        public var characters: Int

        public init(element: String, reason: Reason, count: Int, characters: Int) {
            (self.element, self.reason, self.count, self.characters) = (element, reason, count, characters)
        }
    }

    /// In the order of their first appearance.
    public private(set) var entries: [Entry] = []

    public init() {}

    /// - Parameter entries: Each element and reason once.
    public init(entries: [Entry]) { self.entries = entries }

    /// Notes that an element was left out, with the Unicode scalars it held.
    /// - Returns: The number of its entry.
    @discardableResult
    public mutating func add(_ element: String, _ reason: Reason, characters: Int) -> Int {
        if let at = entries.firstIndex(where: { $0.element == element && $0.reason == reason }) {
            add(toEntry: at, characters: characters)
            return at
        }
        entries.append(Entry(element: element, reason: reason, count: 1, characters: characters))
        return entries.count - 1
    }

    /// Notes that another element of an entry was left out.
    public mutating func add(toEntry entry: Int, characters: Int) {
        entries[entry].count += 1
        entries[entry].characters += characters
    }
}
