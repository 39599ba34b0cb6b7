import TemaModel

/// Combinations of sets as a matrix of dots with bars: a column for each combination, a row for each set.
///
/// Combinations that do not fit in the width continue in further panels below, each with the rows of its own sets.
///
/// Source: Lex et al. (2014), UpSet: visualization of intersecting sets, IEEE Transactions on Visualization and Computer
/// Graphics 20(12).
public struct CombinationChart: Sendable, Hashable {
    /// A set.
    public struct Member: Sendable, Hashable {
        /// The label.
        public var label: String
        /// The number of elements.
        public var size: Int
        /// The colour of the set's code, or nil.
        public var color: CodeColor?

        /// Creates a set.
        public init(_ label: String, size: Int, color: CodeColor? = nil) {
            (self.label, self.size, self.color) = (label, size, color)
        }
    }

    /// A combination of sets.
    public struct Combination: Sendable, Hashable {
        /// The indices of the sets.
        public var members: Set<Int>
        /// The number of elements that are in exactly these sets.
        public var count: Int

        /// Creates a combination.
        public init(_ members: Set<Int>, count: Int) { (self.members, self.count) = (members, count) }
    }

    /// The chart's title.
    public var title: String
    /// The text below the chart, also for readers who cannot see it.
    public var description: String
    /// The sets from top to bottom.
    public var members: [Member]
    /// The combinations from left to right.
    public var combinations: [Combination]
    /// The description of the bars above the columns.
    public var upwards: String
    /// The description of the bars at the left.
    public var sizes: String
    /// The language of the numbers.
    public var language: DisplayLanguage

    /// Creates a chart.
    public init(
        title: String, description: String, members: [Member], combinations: [Combination], upwards: String,
        sizes: String, language: DisplayLanguage = .english
    ) {
        (self.title, self.description, self.members) = (title, description, members)
        (self.combinations, self.upwards, self.sizes) = (combinations, upwards, sizes)
        self.language = language
    }

    /// Returns the chart laid out for a width.
    ///
    /// - Parameter width: The width in pixels, at least 260.
    public func picture(width: Double) -> Picture {
        let frame = CombinationFrame(self, width: max(260, width))
        var shapes: [Shape] = []
        var y = 4.0
        for text in [upwards, sizes] {
            let lines = TextWidth.lines(text, width: frame.width, most: 3)
            shapes += Shape.lines(lines, of: text, at: Point(0, y), .soft)
            y += Double(lines.count) * TextWidth.line
        }
        for first in stride(from: 0, to: combinations.count, by: frame.perPanel) {
            let panel = first..<min(first + frame.perPanel, combinations.count)
            shapes += frame.draw(panel, at: &y)
        }
        return Picture(width: frame.width, height: y + 4, title: title, description: description, shapes: shapes)
    }
}
