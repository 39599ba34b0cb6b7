import TemaModel

/// One text on which several coders have marked spans freely.
public struct Continuum: Sendable {
    /// A span with a value, as a coder marked it.
    public struct Unit: Sendable, Hashable {
        /// In Unicode scalars, or whatever the length counts.
        public var span: Range<Int>
        public var value: String

        public init(_ span: Range<Int>, _ value: String) { (self.span, self.value) = (span, value) }
    }

    let length: Int
    /// Each coder's units in order, none of which overlap.
    let coders: [[Unit]]

    /// A coder's spans of one value that overlap are one unit.
    ///
    /// - Parameter coders: Each coder's units; coders who saw the text and marked nothing have an empty list.
    /// - Throws: A ``Problem`` where a unit lies outside the text, or a coder's units of two values overlap: those are to be
    ///   compared one value at a time.
    public init(length: Int, _ coders: [[Unit]]) throws(Problem) {
        var merged: [[Unit]] = []
        for units in coders {
            var own: [Unit] = []
            for unit in units.sorted(by: {
                ($0.span.lowerBound, $0.span.upperBound) < ($1.span.lowerBound, $1.span.upperBound)
            })
            where !unit.span.isEmpty {
                guard 0 <= unit.span.lowerBound, unit.span.upperBound <= length else {
                    throw Problem("a unit \(unit.span) lies outside the text's \(length)")
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

    /// Pieces of the text in which no coder's mark changes, with each coder's value there, nothing for none.
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
