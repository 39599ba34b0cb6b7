import TemaModel

/// The layout that all lanes of a portrait share.
struct PortraitFrame {
    let width: Double
    private let parts: [PortraitChart.Part]
    private let total: Int
    private let isStacked: Bool
    private let hasSwatches: Bool
    private let labels: Double
    private let start: Double
    private let end: Double
    private let language: DisplayLanguage

    private static let thickness = 13.0

    init(_ chart: PortraitChart, width: Double) {
        (self.width, language) = (width, chart.language)
        parts = chart.parts
        total = max(1, chart.parts.reduce(0) { $0 + max(0, $1.length) })
        hasSwatches = chart.lanes.contains { $0.color?.needsSwatch == true }
        let widest = TextWidth.widest(chart.lanes.map(\.label)) + (hasSwatches ? 15 : 0)
        isStacked = width < 480 && widest > width * 0.36
        labels = isStacked ? width : min(widest + 1, width * 0.36)
        start = isStacked ? 0 : labels + 10
        end = max(start + 40, width - TextWidth.widest(chart.lanes.map(\.text)) - 10)
    }

    private func x(_ place: Int) -> Double { start + (end - start) * Double(min(max(place, 0), total)) / Double(total) }

    /// The parts with their places. A part without length has none.
    private var places: [(part: PortraitChart.Part, place: Range<Int>)] {
        var first = 0
        return parts.filter { $0.length > 0 }.map { part in
            defer { first += part.length }
            return (part, first..<(first + part.length))
        }
    }

    /// Returns the band of parts. Names that do not fit are numbers, which are explained below the band.
    func band(at y: inout Double) -> [Shape] {
        var shapes: [Shape] = []
        var key: [String] = []
        for (number, (part, place)) in places.enumerated() {
            let (left, right) = (x(place.lowerBound), x(place.upperBound))
            shapes.append(
                .rectangle(
                    Box(left, y, width: right - left, height: 18), number.isMultiple(of: 2) ? .heat1 : .heat2,
                    tip: part.name))
            var text = part.name
            if TextWidth.of(text) > right - left - 4 {
                text = "\(key.count + 1)"
                key.append("\(text) \(part.name)")
            }
            guard TextWidth.of(text) <= right - left - 1 else { continue }
            shapes.append(.text(text, Point((left + right) / 2, y + 13), .ink, style: .init(anchor: .middle)))
        }
        y += 22
        let text = key.joined(separator: " · ")
        let lines = TextWidth.lines(text, width: width, most: 6)
        shapes += Shape.lines(lines, of: text, at: Point(0, y), .soft)
        y += Double(lines.count) * TextWidth.line + 6
        return shapes
    }

    /// Returns the lines between parts.
    func borders(from top: Double, to bottom: Double) -> [Shape] {
        ([0] + places.map(\.place.upperBound)).map { place in
            .path([Point(x(place), top), Point(x(place), bottom)], .line)
        }
    }

    func draw(_ lane: PortraitChart.Lane, at y: inout Double) -> [Shape] {
        let shift = hasSwatches && lane.color != nil ? 15.0 : 0
        let lines = TextWidth.lines(lane.label, width: labels - shift, most: 3)
        let height = Double(max(1, lines.count)) * TextWidth.line
        let top = isStacked ? y + height + 3 : y + (height - Self.thickness) / 2 + 0.5
        var shapes = Shape.lines(lines, of: lane.label, at: Point(shift, y), style: .init(hasHalo: isStacked))
        if shift > 0, let color = lane.color { shapes.append(.swatch(Box(0, y + 3, width: 10, height: 10), color)) }
        let middle = top + Self.thickness / 2
        shapes.append(.path([Point(start, middle), Point(end, middle)], .line))
        for place in lane.places {
            let (left, right) = (x(place.lowerBound), x(place.upperBound))
            shapes.append(
                .rectangle(
                    Box(left, top, width: max(1.5, right - left - 0.5), height: Self.thickness), .bar,
                    color: lane.color))
        }
        shapes.append(.text(lane.text, Point(end + 6, top + 11), .soft))
        y += isStacked ? height + Self.thickness + 9 : height + 6
        return shapes
    }

    func axis(_ name: String, at y: inout Double) -> [Shape] {
        var shapes: [Shape] = [.path([Point(start, y), Point(end, y)], .edge)]
        let marks = Ticks.upTo(Double(total), about: max(1, Int((end - start) / 64))).filter { $0 <= total }
        for mark in marks {
            let text = language.grouped(Double(mark))
            let half = TextWidth.of(text) / 2
            let middle = min(max(x(mark), half), width - half)
            shapes.append(.path([Point(x(mark), y), Point(x(mark), y + 4)], .edge))
            shapes.append(.text(text, Point(middle, y + 17), .soft, style: .init(anchor: .middle)))
        }
        shapes.append(.text(TextWidth.cut(name, width: end), Point(end, y + 34), .soft, style: .init(anchor: .end)))
        y += 38
        return shapes
    }
}
