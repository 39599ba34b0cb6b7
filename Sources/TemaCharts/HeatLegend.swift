/// What the colours of a heat map stand for.
struct HeatLegend {
    let measure: String
    let scale: HeatScale

    func draw(width: Double, at y: inout Double) -> [Shape] {
        var shapes: [Shape] = []
        for line in TextWidth.lines(measure, width: width, most: 3) {
            shapes.append(.text(line, Point(0, y + 12), .soft))
            y += TextWidth.line
        }
        y += 3
        var x = 0.0
        for (step, text) in [(0, "0")] + scale.legend {
            let room = TextWidth.of(text) + 34
            if x > 0, x + room > width { (x, y) = (0, y + 20) }
            shapes.append(.rectangle(Box(x, y, 16, 14), Ink.heat[step]))
            shapes.append(.text(text, Point(x + 21, y + 11), .soft))
            x += room
        }
        y += 20
        return shapes
    }
}
