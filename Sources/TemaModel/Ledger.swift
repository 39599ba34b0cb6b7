/// The elements of the source that ingest excluded from a document's text, so that no exclusion goes unreported.
public struct Ledger: Sendable, Hashable {
    /// The reason why an element's text is excluded.
    public enum Reason: String, Sendable, Hashable, CaseIterable {
        /// Front matter that is not a passage. Parts of it become metadata.
        case frontMatter = "front matter"
        /// An element that is not prose: the mark-up of a formula, a label, a graphic.
        case notText = "not text"
        /// An alternative form of something whose first form is in the text.
        case alternative = "alternative"
        /// An undefined entity reference. The text contains it as written.
        case unknownEntity = "unknown entity"
        /// Text in an element that cannot contain text, such as between the cells of a table row.
        case misplaced = "misplaced text"
    }

    /// The number of excluded elements with one name and reason.
    public struct Entry: Sendable, Hashable {
        /// The element's name.
        public var element: String
        /// The reason for the exclusion.
        public var reason: Reason
        /// The number of excluded elements. Nested ones are counted once.
        public var count: Int
        /// The number of Unicode scalars in them. A run of white space counts as one.
        public var characters: Int

        /// Creates an entry.
        public init(element: String, reason: Reason, count: Int, characters: Int) {
            (self.element, self.reason, self.count, self.characters) = (element, reason, count, characters)
        }
    }

    /// The entries in the order of first occurrence.
    public private(set) var entries: [Entry] = []

    /// Creates an empty ledger.
    public init() {}

    /// Creates a ledger from its entries.
    ///
    /// - Parameter entries: At most one entry for each pair of element and reason.
    public init(entries: [Entry]) { self.entries = entries }

    /// Records an excluded element and the number of Unicode scalars that it contained.
    ///
    /// - Returns: The index of the element's entry.
    @discardableResult
    public mutating func add(_ element: String, _ reason: Reason, characters: Int) -> Int {
        if let position = entries.firstIndex(where: { $0.element == element && $0.reason == reason }) {
            add(toEntry: position, characters: characters)
            return position
        }
        entries.append(Entry(element: element, reason: reason, count: 1, characters: characters))
        return entries.count - 1
    }

    /// Records another excluded element of the entry with this index.
    public mutating func add(toEntry entry: Int, characters: Int) {
        entries[entry].count += 1
        entries[entry].characters += characters
    }
}
