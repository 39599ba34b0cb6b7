/// The legend of a heat map: its numbered columns, its measure and its colours.
struct HeatLegend {
    let text: String
    let scale: HeatScale
    /// The words for cells without data, or nil if all have data.
    let noData: String?
    /// The names of numbered columns, or empty.
    let names: [String]

    func draw(width: Double, at y: inout Double) -> [Shape] {
        var shapes = list(width, at: &y)
        let lines = TextWidth.lines(text, width: width, most: 5)
        shapes += Shape.lines(lines, of: text, at: Point(0, y), .soft)
        y += Double(lines.count) * TextWidth.line + 3
        var x = 0.0
        func entry(_ text: String, _ sign: (Box) -> [Shape]) {
            let entryWidth = TextWidth.of(text) + 34
            if x > 0, x + entryWidth > width { (x, y) = (0, y + 20) }
            shapes += sign(Box(x, y, width: 16, height: 14)) + [.text(text, Point(x + 21, y + 11), .soft)]
            x += entryWidth
        }
        for (step, text) in [(0, "0")] + scale.legend { entry(text) { [.rectangle($0, Ink.heat[step])] } }
        if let noData { entry(noData) { Self.missing($0) } }
        y += 20
        return shapes
    }

    /// Returns a cell without data: a dash on the background.
    static func missing(_ box: Box) -> [Shape] {
        let (x, y) = (box.x + box.width / 2, box.y + box.height / 2)
        return [.rectangle(box, .paper), .path([Point(x - 3, y), Point(x + 3, y)], .edge)]
    }

    private func list(_ width: Double, at y: inout Double) -> [Shape] {
        let shapes = names.enumerated().flatMap { number, name -> [Shape] in
            let text = "\(number + 1) \(name)"
            let lines = TextWidth.lines(text, width: width, most: 3)
            defer { y += Double(max(1, lines.count)) * TextWidth.line }
            return Shape.lines(lines, of: text, at: Point(0, y))
        }
        y += names.isEmpty ? 0 : 8
        return shapes
    }
}
