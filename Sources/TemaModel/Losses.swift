/// What a conversion could not carry over: what it was, why, and how many there were.
public struct Losses: Sendable, Hashable {
    public struct Loss: Sendable, Hashable {
        /// What was there, in the words of the format that it was in, such as `SyncPoint` or `unless`.
        public var element: String
        /// What became of it, such as `the format has no weights`.
        public var reason: String
        public var count: Int
    }

    /// In the order in which they were first met.
    public private(set) var all: [Loss] = []
    private var places: [Place: Int] = [:]

    private struct Place: Hashable {
        let element: String
        let reason: String
    }

    public init() {}

    public var isEmpty: Bool { all.isEmpty }

    public mutating func add(_ element: String, _ reason: String, count: Int = 1) {
        guard count > 0 else { return }
        let place = Place(element: element, reason: reason)
        if let known = places[place] {
            all[known].count += count
        } else {
            places[place] = all.count
            all.append(Loss(element: element, reason: reason, count: count))
        }
    }

    /// Adds what was counted apart.
    public mutating func add(_ others: Losses) {
        for loss in others.all { add(loss.element, loss.reason, count: loss.count) }
    }

    /// The loss report: one row for what was lost and why.
    public func table() -> Table {
        Table(
            Table.Layout(
                title: "Losses",
                columns: [
                    Table.Column("element", "Element"), Table.Column("count", "Count", style: .integer),
                    Table.Column("reason", "What became of it"),
                ]),
            rows: all.map { Table.Row([.text($0.element), .integer($0.count), .text($0.reason)]) })
    }
}
