/// What a conversion could not preserve: which elements, why, and how many.
public struct Losses: Sendable, Hashable {
    /// The number of elements lost for one reason.
    public struct Loss: Sendable, Hashable {
        /// The element, named as in the format that it comes from, such as `SyncPoint` or `unless`.
        public var element: String
        /// The reason, or what happened to the element, such as `the format has no weights`.
        public var reason: String
        /// The number of elements.
        public var count: Int
    }

    /// The losses in the order in which they were first added.
    public private(set) var all: [Loss] = []
    private var places: [Place: Int] = [:]

    private struct Place: Hashable {
        let element: String
        let reason: String
    }

    /// Creates an empty list of losses.
    public init() {}

    /// Whether no loss was recorded.
    public var isEmpty: Bool { all.isEmpty }

    /// Records a loss. A count of 0 or less is ignored.
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

    /// Adds all losses of another list.
    public mutating func add(_ others: Losses) {
        for loss in others.all { add(loss.element, loss.reason, count: loss.count) }
    }

    /// Returns the loss report: one row for each pair of element and reason.
    public func table() -> Table {
        Table(
            Table.Layout(
                title: "Losses",
                columns: [
                    Table.Column("element", "Element"), Table.Column("count", "Count", style: .integer),
                    Table.Column("reason", "Reason"),
                ]),
            rows: all.map { Table.Row([.text($0.element), .integer($0.count), .text($0.reason)]) })
    }
}
