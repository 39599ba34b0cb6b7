/// A circle with its label below it, and the box that encloses both.
struct NetworkMark {
    let radius: Double
    private let lines: [String]
    private let name: String
    var box: Box

    init(_ node: NetworkChart.Node, radius: Double, labelWidth: Double) {
        self.radius = radius
        name = node.label
        lines = TextWidth.lines(node.label, width: labelWidth, most: 3)
        box = Box(
            0, 0, width: max(2 * radius, TextWidth.widest(lines)) + 6,
            height: 2 * radius + Double(lines.count) * TextWidth.line + 8)
    }

    var center: Point { Point(box.x + box.width / 2, box.y + radius + 1) }

    var label: [Shape] {
        lines.enumerated().map { number, line in
            .text(
                line, Point(center.x, box.y + 2 * radius + 13 + Double(number) * TextWidth.line), .ink,
                style: .init(anchor: .middle, hasHalo: true), tip: line.hasSuffix("…") ? name : nil)
        }
    }
}
