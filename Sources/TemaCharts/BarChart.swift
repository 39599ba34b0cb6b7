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

        /// Creates a row.
        public init(
            _ label: String, depth: Int = 0, value: Double?, text: String = "", interval: ClosedRange<Double>? = nil
        ) {
            (self.label, self.depth, self.value, self.text, self.interval) = (label, depth, value, text, interval)
        }
    }

    /// The chart's title.
    public var title: String
    /// The text below the chart, also for readers who cannot see it.
    public var description: String
    /// The rows from top to bottom.
    public var rows: [Row]

    /// Creates a bar chart.
    public init(title: String, description: String, rows: [Row]) {
        (self.title, self.description, self.rows) = (title, description, rows)
    }

    /// Returns the chart laid out for a width.
    ///
    /// - Parameter width: The width in pixels, at least 260.
    public func picture(width: Double) -> Picture {
        let frame = Frame(rows, width: max(260, width))
        var shapes: [Shape] = []
        var y = 4.0
        for row in rows { shapes += frame.draw(row, at: &y) }
        return Picture(width: frame.width, height: y + 4, title: title, description: description, shapes: shapes)
    }

    /// The layout that all rows share.
    private struct Frame {
        private static let indent = 14.0
        private static let thickness = 13.0
        let width: Double
        private let labels: Double
        private let isStacked: Bool
        private let start: Double
        private let scale: Double

        init(_ rows: [Row], width: Double) {
            self.width = width
            let bars = rows.filter { $0.value != nil }
            let widest = bars.map { Self.left($0) + TextWidth.of($0.label) }.max() ?? 0
            isStacked = width < 480 && widest > width * 0.42
            labels = isStacked ? width : min(widest + 1, width * 0.42)
            start = isStacked ? 0 : labels + 8
            let deepest = isStacked ? (bars.map { Self.left($0) }.max() ?? 0) : 0
            let available = width - start - deepest - TextWidth.widest(rows.map(\.text)) - 10
            let greatest = bars.map { max($0.value ?? 0, $0.interval?.upperBound ?? 0) }.max() ?? 0
            scale = greatest > 0 ? max(20, available) / greatest : 0
        }

        private static func left(_ row: Row) -> Double { Double(min(max(row.depth, 0), 8)) * indent }

        func draw(_ row: Row, at y: inout Double) -> [Shape] {
            let left = Self.left(row)
            guard let value = row.value else { return heading(row, left, at: &y) }
            let lines = TextWidth.lines(row.label, width: labels - left, most: 2)
            var shapes = lines.enumerated().map { number, line in
                Shape.text(
                    line, Point(left, y + 12 + Double(number) * TextWidth.line), .ink,
                    tip: line.hasSuffix("…") ? row.label : nil)
            }
            let height = Double(lines.count) * TextWidth.line
            let top = isStacked ? y + height + 3 : y + (height - Self.thickness) / 2 + 0.5
            let from = isStacked ? left : start
            shapes.append(
                .rectangle(Box(from, top, width: max(value * scale, value > 0 ? 1 : 0), height: Self.thickness), .bar))
            var end = from + value * scale
            if let interval = row.interval {
                shapes += whisker(interval, from: from, y: top + Self.thickness / 2)
                end = max(end, from + interval.upperBound * scale)
            }
            shapes.append(.text(row.text, Point(end + 6, top + 11), .ink))
            y += isStacked ? height + Self.thickness + 10 : height + 6
            return shapes
        }

        private func heading(_ row: Row, _ left: Double, at y: inout Double) -> [Shape] {
            let lines = TextWidth.lines(row.label, width: (width - left) / 1.12, most: 3)
            y += y > 4 ? 8 : 0
            defer { y += Double(lines.count) * TextWidth.line + 3 }
            return lines.enumerated().map { number, line in
                .text(line, Point(left, y + 12 + Double(number) * TextWidth.line), .ink, style: .init(isBold: true))
            }
        }

        private func whisker(_ interval: ClosedRange<Double>, from: Double, y: Double) -> [Shape] {
            let (low, high) = (from + interval.lowerBound * scale, from + interval.upperBound * scale)
            return [
                .path([Point(low, y), Point(high, y)], .ink, width: 1.5),
                .path([Point(low, y - 3), Point(low, y + 3)], .ink, width: 1.5),
                .path([Point(high, y - 3), Point(high, y + 3)], .ink, width: 1.5),
            ]
        }
    }
}
