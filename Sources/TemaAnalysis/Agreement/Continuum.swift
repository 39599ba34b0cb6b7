import TemaModel

/// A text with the spans that several coders marked in it.
public struct Continuum: Sendable {
    /// A span that a coder marked with a value.
    public struct Unit: Sendable, Hashable {
        /// The span, in the unit in which the text's length is counted, such as Unicode scalars.
        public var span: Range<Int>
        /// The value, such as a code.
        public var value: String

        /// Creates a unit.
        public init(_ span: Range<Int>, _ value: String) { (self.span, self.value) = (span, value) }
    }

    let length: Int
    /// The units of each coder, in order and without overlaps.
    let coders: [[Unit]]

    /// Creates a continuum. Overlapping spans of one coder with the same value are merged into one unit.
    ///
    /// - Parameters:
    ///   - length: The length of the text, such as its number of Unicode scalars.
    ///   - coders: The units of each coder; an empty list for a coder who has marked no span.
    /// - Throws: A ``Problem`` if a unit is outside the text, or if a coder's units of two values overlap; such values
    ///   can only be compared one at a time.
    public init(length: Int, _ coders: [[Unit]]) throws(Problem) {
        var merged: [[Unit]] = []
        for units in coders {
            var own: [Unit] = []
            for unit in units.sorted(by: {
                ($0.span.lowerBound, $0.span.upperBound) < ($1.span.lowerBound, $1.span.upperBound)
            })
            where !unit.span.isEmpty {
                guard 0 <= unit.span.lowerBound, unit.span.upperBound <= length else {
                    throw Problem("unit \(unit.span) is outside the text of length \(length)")
                }
                guard let last = own.last, last.span.upperBound > unit.span.lowerBound else {
                    own.append(unit)
                    continue
                }
                guard last.value == unit.value else {
                    throw Problem(
                        "one coder's spans of \(last.value) and \(unit.value) overlap",
                        suggestion: "compare one code at a time")
                }
                own[own.count - 1].span = last.span.lowerBound..<max(last.span.upperBound, unit.span.upperBound)
            }
            merged.append(own)
        }
        (self.length, self.coders) = (length, merged)
    }

    /// Calls `take` for each maximal piece of the text on which no coder's value changes, with the value of each coder,
    /// or `nil` if the coder marked no unit there.
    func pieces(_ take: (Range<Int>, [String?]) -> Void) {
        let edges = Set(coders.joined().flatMap { [$0.span.lowerBound, $0.span.upperBound] } + [0, length]).sorted()
        var next = coders.map { _ in 0 }
        for (start, end) in zip(edges, edges.dropFirst()) {
            let values = coders.indices.map { coder -> String? in
                let units = coders[coder]
                while next[coder] < units.count, units[next[coder]].span.upperBound <= start { next[coder] += 1 }
                guard next[coder] < units.count, units[next[coder]].span.contains(start) else { return nil }
                return units[next[coder]].value
            }
            take(start..<end, values)
        }
    }
}
