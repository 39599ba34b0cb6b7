/// The legend of a network: the groups, the key, and the names of numbered circles.
struct NetworkLegend {
    private let chart: NetworkChart
    private let isNumbered: Bool

    init(_ chart: NetworkChart, isNumbered: Bool) { (self.chart, self.isNumbered) = (chart, isNumbered) }

    static func ink(_ group: Int) -> Ink { Ink.groups[min(max(group, 0), Ink.groups.count - 1)] }

    func draw(width: Double, at y: inout Double) -> [Shape] {
        let names = isNumbered ? list(width, at: &y) : []
        let groups = groups(width, at: &y)
        let lines = TextWidth.lines(chart.key, width: width, most: 8)
        let key = Shape.lines(lines, of: chart.key, at: Point(0, y), .soft)
        y += Double(lines.count) * TextWidth.line + 6
        return names + groups + key
    }

    /// The groups that have a colour of their own, and those that share the last ink as others.
    private var entries: [(ink: Ink, color: CodeColor?, name: String)] {
        let last = Ink.groups.count - 1
        let isShared = chart.groups.count > Ink.groups.count
        let own = chart.groups.enumerated().filter { !isShared || $0.offset < last || $0.element.color != nil }
            .map { (Self.ink($0.offset), $0.element.color, $0.element.name) }
        let hasOthers = isShared && chart.groups.dropFirst(last).contains { $0.color == nil }
        return own + (hasOthers ? [(Self.ink(last), nil, chart.words.others)] : [])
    }

    private func groups(_ width: Double, at y: inout Double) -> [Shape] {
        var shapes: [Shape] = []
        var x = 0.0
        for (ink, color, name) in entries {
            let text = TextWidth.cut(name, width: width - 38)
            let entryWidth = TextWidth.of(text) + 36
            if x > 0, x + entryWidth > width { (x, y) = (0, y + 19) }
            shapes.append(
                color.map { .swatch(Box(x, y + 2, width: 12, height: 12), $0) }
                    ?? .circle(Point(x + 6, y + 8), radius: 6, ink))
            shapes.append(.text(text, Point(x + 18, y + 12), .ink, tip: text == name ? nil : name))
            x += entryWidth
        }
        y += entries.isEmpty ? 0 : 24
        return shapes
    }

    /// The names in columns, read from top to bottom.
    private func list(_ width: Double, at y: inout Double) -> [Shape] {
        let hasSwatches = chart.nodes.contains { $0.color?.needsSwatch == true }
        let columns = max(1, Int(width / 230))
        let columnWidth = width / Double(columns)
        let left = TextWidth.of("\(chart.nodes.count)") + 8
        let shift = left + (hasSwatches ? 15 : 0)
        let perColumn = (chart.nodes.count + columns - 1) / columns
        let top = y
        var shapes: [Shape] = []
        for first in stride(from: 0, to: chart.nodes.count, by: max(1, perColumn)) {
            let x = Double(first / max(1, perColumn)) * columnWidth
            var down = top
            for number in first..<min(first + perColumn, chart.nodes.count) {
                let node = chart.nodes[number]
                let lines = TextWidth.lines(node.label, width: columnWidth - shift - 12, most: 4)
                shapes.append(.text("\(number + 1)", Point(x + left - 8, down + 12), .soft, style: .init(anchor: .end)))
                if hasSwatches {
                    shapes.append(
                        node.color.map { .swatch(Box(x + left, down + 3, width: 10, height: 10), $0) }
                            ?? .circle(Point(x + left + 5, down + 8), radius: 5, Self.ink(node.group)))
                }
                shapes += Shape.lines(lines, of: node.label, at: Point(x + shift, down))
                down += Double(max(1, lines.count)) * TextWidth.line + 3
            }
            y = max(y, down)
        }
        y += 8
        return shapes
    }
}
