import TemaModel

/// A horizontal bar chart. Each row has a label, a bar and a number; rows can be indented or be headings.
///
/// If the picture is narrow and the labels are long, labels are above their bars.
public struct BarChart: Sendable, Hashable {
    /// A bar, or a heading without a bar.
    public struct Row: Sendable, Hashable {
        /// The label to the left of the bar or above it.
        public var label: String
        /// The indentation level: 0 for the top level of a tree.
        public var depth: Int
        /// The length of the bar, at least 0; nil for a heading.
        public var value: Double?
        /// The number as people read it.
        public var text: String
        /// The confidence interval of the value, or nil.
        public var interval: ClosedRange<Double>?
        /// The colour of the row's code, or nil.
        public var color: CodeColor?
        /// Whether there are no data, which is different from the value 0. The text says so.
        public var isMissing: Bool

        /// Creates a row.
        public init(
            _ label: String, depth: Int = 0, value: Double?, text: String = "", interval: ClosedRange<Double>? = nil,
            color: CodeColor? = nil, isMissing: Bool = false
        ) {
            (self.label, self.depth, self.value, self.text, self.interval) = (label, depth, value, text, interval)
            (self.color, self.isMissing) = (color, isMissing)
        }
    }

    /// The chart's title.
    public var title: String
    /// The text below the chart, also for readers who cannot see it.
    public var description: String
    /// The rows from top to bottom.
    public var rows: [Row]
    /// The label of the value axis, or nil for a chart without one.
    public var axis: String?
    /// The language of the numbers.
    public var language: DisplayLanguage

    /// Creates a bar chart.
    public init(
        title: String, description: String, rows: [Row], axis: String? = nil, language: DisplayLanguage = .english
    ) {
        (self.title, self.description, self.rows, self.axis) = (title, description, rows, axis)
        self.language = language
    }

    /// Returns the chart laid out for a width.
    ///
    /// - Parameter width: The width in pixels, at least 260.
    public func picture(width: Double) -> Picture {
        let frame = BarFrame(self, width: max(260, width))
        var shapes: [Shape] = []
        var y = 4.0
        if axis != nil, rows.count > 24 { shapes += frame.ticks(at: &y) }
        let top = y
        for row in rows { shapes += frame.draw(row, at: &y) }
        if let axis {
            let lines = frame.lines(from: top, to: y)
            shapes = lines + shapes + frame.ticks(at: &y) + frame.name(axis, at: &y)
        }
        return Picture(width: frame.width, height: y + 4, title: title, description: description, shapes: shapes)
    }
}
