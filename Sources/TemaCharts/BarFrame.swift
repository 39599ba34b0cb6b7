import TemaModel

/// The layout that all rows of a bar chart share.
struct BarFrame {
    private static let indent = 14.0
    private static let thickness = 13.0
    let width: Double
    private let labels: Double
    private let isStacked: Bool
    private let hasSwatches: Bool
    /// Whether codes are headings above their bars.
    private let hasHeadings: Bool
    private let start: Double
    private let scale: Double
    /// The values with grid lines; empty without an axis.
    private let marks: [Int]
    private let language: DisplayLanguage

    init(_ chart: BarChart, width: Double) {
        (self.width, language) = (width, chart.language)
        let bars = chart.rows.filter { $0.value != nil }
        hasSwatches = chart.rows.contains { $0.color?.needsSwatch == true }
        hasHeadings = chart.rows.contains { $0.value == nil }
        let shift = hasSwatches && !hasHeadings ? 15.0 : 0
        let widest = bars.map { Self.left($0) + TextWidth.of($0.label) + shift }.max() ?? 0
        isStacked = width < 480 && widest > width * 0.42
        labels = isStacked ? width : min(widest + 1, width * 0.42)
        let hasAxis = chart.axis != nil
        start = isStacked ? (hasAxis ? 1 : 0) : labels + 8
        let deepest = isStacked && !hasAxis ? (bars.map { Self.left($0) }.max() ?? 0) : 0
        let available = max(20, width - start - deepest - TextWidth.widest(chart.rows.map(\.text)) - 16)
        let greatest = bars.map { max($0.value ?? 0, $0.interval?.upperBound ?? 0) }.max() ?? 0
        marks = hasAxis ? Ticks.upTo(greatest, about: max(1, Int(available / 58))) : []
        let end = marks.last.map(Double.init) ?? greatest
        scale = end > 0 ? available / end : 0
    }

    private static func left(_ row: BarChart.Row) -> Double { Double(min(max(row.depth, 0), 8)) * indent }

    func draw(_ row: BarChart.Row, at y: inout Double) -> [Shape] {
        let left = Self.left(row)
        guard let value = row.value else { return heading(row, left, at: &y) }
        let text = left + shift(row)
        let lines = TextWidth.lines(row.label, width: labels - text, most: 3)
        var shapes = swatch(row, left, y) + Shape.lines(lines, of: row.label, at: Point(text, y))
        let height = Double(max(1, lines.count)) * TextWidth.line
        let top = isStacked ? y + height + 3 : y + (height - Self.thickness) / 2 + 0.5
        let from = isStacked && marks.isEmpty ? left : start
        y += isStacked ? height + Self.thickness + 10 : height + 6
        if row.isMissing { return shapes + [number(row.text, from, top, .soft)] }
        shapes.append(
            .rectangle(
                Box(from, top, width: max(value * scale, value > 0 ? 1 : 0), height: Self.thickness), .bar,
                color: row.color))
        var end = from + value * scale
        if let interval = row.interval {
            shapes += whisker(interval, from: from, y: top + Self.thickness / 2)
            end = max(end, from + interval.upperBound * scale)
        }
        return shapes + [number(row.text, end, top, .ink)]
    }

    private func number(_ text: String, _ end: Double, _ top: Double, _ ink: Ink) -> Shape {
        .text(text, Point(end + 6, top + 11), ink, style: .init(hasHalo: !marks.isEmpty))
    }

    /// The width of the swatch before a label. Groups below the heading of their code have none.
    private func shift(_ row: BarChart.Row) -> Double {
        hasSwatches && row.color != nil && (row.value == nil || !hasHeadings) ? 15 : 0
    }

    private func swatch(_ row: BarChart.Row, _ left: Double, _ y: Double) -> [Shape] {
        guard shift(row) > 0, let color = row.color else { return [] }
        return [.swatch(Box(left, y + 3, width: 10, height: 10), color)]
    }

    private func heading(_ row: BarChart.Row, _ left: Double, at y: inout Double) -> [Shape] {
        let text = left + shift(row)
        let lines = TextWidth.lines(row.label, width: (width - text) / 1.12, most: 3)
        y += y > 4 ? 8 : 0
        defer { y += Double(max(1, lines.count)) * TextWidth.line + 3 }
        return swatch(row, left, y)
            + Shape.lines(lines, of: row.label, at: Point(text, y), style: .init(isBold: true, hasHalo: !marks.isEmpty))
    }

    private func whisker(_ interval: ClosedRange<Double>, from: Double, y: Double) -> [Shape] {
        let (low, high) = (from + interval.lowerBound * scale, from + interval.upperBound * scale)
        let lines = [
            [Point(low, y), Point(high, y)], [Point(low, y - 3), Point(low, y + 3)],
            [Point(high, y - 3), Point(high, y + 3)],
        ]
        // The wider lines in the background's colour separate the interval from a dark bar.
        return lines.map { .path($0, .paper, width: 3.5) } + lines.map { .path($0, .ink, width: 1.5) }
    }

    /// Returns the grid lines of the axis.
    func lines(from top: Double, to bottom: Double) -> [Shape] {
        marks.map { mark in
            let x = start + Double(mark) * scale
            return .path([Point(x, top), Point(x, bottom)], mark == 0 ? .edge : .line)
        }
    }

    /// Returns the numbers of the axis.
    func ticks(at y: inout Double) -> [Shape] {
        defer { y += TextWidth.line + 2 }
        return marks.map { mark in
            let text = language.grouped(Double(mark))
            let half = TextWidth.of(text) / 2
            let x = min(max(start + Double(mark) * scale, half), width - half)
            return .text(text, Point(x, y + 12), .soft, style: .init(anchor: .middle))
        }
    }

    /// Returns the label of the axis.
    func name(_ axis: String, at y: inout Double) -> [Shape] {
        let isShort = TextWidth.of(axis) <= width - start
        let lines = TextWidth.lines(axis, width: isShort ? width - start : width, most: 3)
        defer { y += Double(lines.count) * TextWidth.line }
        return Shape.lines(lines, of: axis, at: Point(isShort ? start : 0, y), .soft)
    }
}
