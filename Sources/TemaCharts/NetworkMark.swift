/// A circle with its label on one of its sides.
struct NetworkMark: Sendable {
    enum Side: CaseIterable, Sendable { case below, above, right, left }

    let name: String
    let radius: Double
    let lines: [String]
    /// The colour shown beside the label, or nil.
    let swatch: CodeColor?
    var center = Point(0, 0)
    var side = Side.below

    private static let gap = 2.0
    private static let swatchWidth = 14.0

    init(_ label: String, radius: Double, lines: [String], swatch: CodeColor?) {
        (name, self.radius, self.lines, self.swatch) = (label, radius, lines, swatch)
    }

    private var textWidth: Double { TextWidth.widest(lines) }
    private var labelWidth: Double { textWidth + (swatch == nil ? 0 : Self.swatchWidth) }
    private var labelHeight: Double { Double(lines.count) * TextWidth.line }

    /// The box of the circle.
    var circle: Box { Box(center.x - radius, center.y - radius, width: 2 * radius, height: 2 * radius) }

    /// The box of the label.
    var label: Box {
        let (width, height) = (labelWidth, labelHeight)
        return switch side {
        case .below: Box(center.x - width / 2, center.y + radius + Self.gap, width: width, height: height)
        case .above: Box(center.x - width / 2, center.y - radius - Self.gap - height, width: width, height: height)
        case .right: Box(center.x + radius + 2 * Self.gap, center.y - height / 2, width: width, height: height)
        case .left: Box(center.x - radius - 2 * Self.gap - width, center.y - height / 2, width: width, height: height)
        }
    }

    /// The size of the circle with its label below it.
    var size: (width: Double, height: Double) {
        (max(2 * radius, labelWidth), 2 * radius + Self.gap + labelHeight)
    }

    var labelShapes: [Shape] {
        let box = label
        let shift = labelWidth - textWidth
        let (x, anchor): (Double, Shape.TextStyle.Anchor) =
            switch side {
            case .below, .above: (box.x + shift + textWidth / 2, .middle)
            case .right: (box.x + shift, .start)
            case .left: (box.right - shift, .end)
            }
        let texts = Shape.lines(lines, of: name, at: Point(x, box.y), style: .init(anchor: anchor))
        guard let swatch, let first = lines.first else { return texts }
        let left: Double =
            switch side {
            case .below, .above: x - TextWidth.of(first) / 2 - Self.swatchWidth
            case .right: box.x
            // The width of the text is estimated, so the swatch is at the side of the circle.
            case .left: box.right - 10
            }
        return [.swatch(Box(left, box.y + 3, width: 10, height: 10), swatch)] + texts
    }
}
