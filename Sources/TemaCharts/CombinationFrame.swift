/// The layout that all panels of a chart of combinations share.
struct CombinationFrame {
    let width: Double
    let perPanel: Int
    private let chart: CombinationChart
    private let bars: Double
    private let numbers: Double
    private let labels: Double
    private let column: Double
    private let hasSwatches: Bool
    private let lines: [[String]]

    private static let barHeight = 84.0

    init(_ chart: CombinationChart, width: Double) {
        (self.chart, self.width) = (chart, width)
        let isNarrow = width < 480
        hasSwatches = chart.members.contains { $0.color?.needsSwatch == true }
        numbers = TextWidth.widest(chart.members.map { chart.language.grouped(Double($0.size)) }) + 5
        bars = isNarrow ? 30 : 70
        let shift = hasSwatches ? 15.0 : 0
        let most = (width * (isNarrow ? 0.36 : 0.3)).rounded()
        let labels = min(most, TextWidth.widest(chart.members.map(\.label)) + shift) + 8
        lines = chart.members.map { TextWidth.lines($0.label, width: labels - shift - 8, most: 3) }
        self.labels = labels
        column = max(17, TextWidth.widest(chart.combinations.map { chart.language.grouped(Double($0.count)) }) + 5)
        perPanel = max(1, Int((width - numbers - bars - labels - 10) / column))
    }

    private var matrix: Double { numbers + bars + 8 + labels }

    private func x(_ place: Int) -> Double { matrix + (Double(place) + 0.5) * column }

    func draw(_ panel: Range<Int>, at y: inout Double) -> [Shape] {
        let shown = chart.members.indices.filter { member in
            panel.contains { chart.combinations[$0].members.contains(member) }
        }
        let base = y + Self.barHeight + 22
        var shapes = columns(panel, base)
        y = base + 6
        var middles: [Int: Double] = [:]
        for (number, member) in shown.enumerated() {
            let height = max(20, Double(lines[member].count) * TextWidth.line + 5)
            if number.isMultiple(of: 2) {
                shapes.append(.rectangle(Box(0, y, width: x(panel.count) - column / 2, height: height), .heat0))
            }
            middles[member] = y + height / 2
            shapes += row(member, y, height)
            y += height
        }
        for (place, number) in panel.enumerated() { shapes += dots(number, x(place), shown, middles) }
        y += 14
        return shapes
    }

    private func columns(_ panel: Range<Int>, _ base: Double) -> [Shape] {
        let greatest = Double(max(1, chart.combinations.map(\.count).max() ?? 1))
        return panel.enumerated().flatMap { place, number -> [Shape] in
            let count = chart.combinations[number].count
            let height = Self.barHeight * Double(count) / greatest
            return [
                .rectangle(Box(x(place) - 5, base - height, width: 10, height: height), .bar),
                .text(
                    chart.language.grouped(Double(count)), Point(x(place), base - height - 4), .ink,
                    style: .init(anchor: .middle)),
            ]
        }
    }

    private func row(_ member: Int, _ top: Double, _ height: Double) -> [Shape] {
        let set = chart.members[member]
        let middle = top + height / 2
        let greatest = Double(max(1, chart.members.map(\.size).max() ?? 1))
        let length = bars * Double(set.size) / greatest
        let right = numbers + bars
        let shift = hasSwatches && set.color != nil ? 15.0 : 0
        let first = middle - Double(lines[member].count) * TextWidth.line / 2 - 1
        var shapes: [Shape] = [
            .rectangle(Box(right - length, middle - 5, width: length, height: 10), .bar, color: set.color),
            .text(
                chart.language.grouped(Double(set.size)), Point(right - length - 4, middle + 4), .soft,
                style: .init(anchor: .end)),
        ]
        if shift > 0, let color = set.color {
            shapes.append(.swatch(Box(right + 8, first + 3, width: 10, height: 10), color))
        }
        return shapes + Shape.lines(lines[member], of: set.label, at: Point(right + 8 + shift, first))
    }

    private func dots(_ number: Int, _ x: Double, _ shown: [Int], _ middles: [Int: Double]) -> [Shape] {
        let combination = chart.combinations[number]
        let held = shown.filter(combination.members.contains).compactMap { middles[$0] }
        var shapes: [Shape] = []
        if let top = held.min(), let bottom = held.max() {
            shapes.append(.path([Point(x, top), Point(x, bottom)], .edge, width: 2))
        }
        for member in shown {
            let isHeld = combination.members.contains(member)
            let center = Point(x, middles[member] ?? 0)
            shapes.append(
                isHeld
                    ? .circle(
                        center, radius: 5.5, .bar, color: chart.members[member].color, tip: chart.members[member].label)
                    : .circle(center, radius: 2.5, .line))
        }
        return shapes
    }
}
