import TestSupport
import Testing

@testable import TemaCharts

/// Finds lines, circles and labels of a network's picture that are in each other's way.
struct NetworkCheck {
    private var lines: [(points: [Point], width: Double)] = []
    private var circles: [(center: Point, radius: Double)] = []
    private let texts: [(text: String, box: Box)]

    init(_ picture: Picture) {
        texts = picture.textBoxes
        for shape in picture.shapes {
            if case .path(let points, .edge, let width, _, _, .some) = shape { lines.append((points, width)) }
            if case .circle(let center, let radius, _, _, .some) = shape { circles.append((center, radius)) }
        }
    }

    var lineCount: Int { lines.count }

    /// The faults, such as a line through a circle.
    var faults: [String] {
        var faults: [String] = []
        for line in lines {
            for (from, to) in zip(line.points, line.points.dropFirst()) {
                for circle in circles where circle.center != line.points.first && circle.center != line.points.last {
                    if distance(circle.center, from, to) < circle.radius + line.width / 2 {
                        faults.append("line through circle at \(circle.center)")
                    }
                }
                for text in texts where crosses(text.box, from, to) { faults.append("line through “\(text.text)”") }
            }
        }
        for (number, one) in circles.enumerated() {
            for other in circles[(number + 1)...] {
                let (dx, dy) = (one.center.x - other.center.x, one.center.y - other.center.y)
                if dx * dx + dy * dy < (one.radius + other.radius) * (one.radius + other.radius) {
                    faults.append("circles at \(one.center)")
                }
            }
            let box = Box(one.center.x, one.center.y, width: 0, height: 0).grown(one.radius)
            for text in texts where text.box.overlaps(box) {
                let nearest = Point(
                    min(max(one.center.x, text.box.x), text.box.right),
                    min(max(one.center.y, text.box.y), text.box.bottom))
                let (dx, dy) = (nearest.x - one.center.x, nearest.y - one.center.y)
                if dx * dx + dy * dy < one.radius * one.radius { faults.append("circle on “\(text.text)”") }
            }
        }
        for (number, one) in texts.enumerated() {
            for other in texts[(number + 1)...] where one.box.overlaps(other.box) {
                faults.append("“\(one.text)” on “\(other.text)”")
            }
        }
        return faults
    }

    private func distance(_ point: Point, _ from: Point, _ to: Point) -> Double {
        let (dx, dy) = (to.x - from.x, to.y - from.y)
        let square = max(dx * dx + dy * dy, 1e-12)
        let share = min(1, max(0, ((point.x - from.x) * dx + (point.y - from.y) * dy) / square))
        let (x, y) = (point.x - from.x - share * dx, point.y - from.y - share * dy)
        return (x * x + y * y).squareRoot()
    }

    /// Returns whether a point of the line, half a pixel from the next, is in the box.
    private func crosses(_ box: Box, _ from: Point, _ to: Point) -> Bool {
        let (dx, dy) = (to.x - from.x, to.y - from.y)
        let steps = Int((dx * dx + dy * dy).squareRoot() * 2) + 1
        return (0...steps).contains { step in
            let share = Double(step) / Double(steps)
            let (x, y) = (from.x + share * dx, from.y + share * dy)
            return box.x < x && x < box.right && box.y < y && y < box.bottom
        }
    }
}

@Suite("The geometry of a network") struct NetworkGeometryTests {
    private static let names = [
        "Hope", "Recognising the need for safe relationships", "Donaudampfschifffahrtsgesellschaftskapitän",
        "Desire to live", "تراث طويل جدا", "Housing, food and health care after leaving the programme", "日本語のコード",
    ]

    /// Returns a random network of the strongest pairs of each node.
    private static func chart(_ random: inout SeededGenerator, nodes count: Int, pairs: Int) -> NetworkChart {
        var weights: [[Int]: Double] = [:]
        while weights.count < min(pairs, count * (count - 1) / 2) {
            let (a, b) = (Int.random(in: 0..<count, using: &random), Int.random(in: 0..<count, using: &random))
            if a != b { weights[[min(a, b), max(a, b)]] = Double(Int.random(in: 1...100, using: &random)) / 100 }
        }
        let order = weights.sorted { (-$0.value, $0.key[0], $0.key[1]) < (-$1.value, $1.key[0], $1.key[1]) }
        var taken = Array(repeating: 0, count: count)
        let edges = order.filter { pair, _ in
            defer { for end in pair { taken[end] += 1 } }
            return taken[pair[0]] < 3 || taken[pair[1]] < 3
        }
        let swatch = Int.random(in: 0...1, using: &random) == 0 ? nil : CodeColor("#ffee99")
        return NetworkChart(
            title: "", description: "Lines.",
            nodes: (0..<count).map { number in
                .init(
                    (names.randomElement(using: &random) ?? "") + " \(number)",
                    size: Double(Int.random(in: 1...400, using: &random)), text: "", group: number % 3, color: swatch)
            }, edges: edges.prefix(80).map { .init($0.key[0], $0.key[1], weight: $0.value, text: "") },
            groups: [], key: "")
    }

    private func check(_ chart: NetworkChart, _ name: String) {
        for width in [688.0, 318] {
            let picture = chart.picture(width: width)
            let check = NetworkCheck(picture)
            #expect(check.faults == [], "\(name), width \(width)")
            let omitted = chart.edges.count - check.lineCount
            #expect(omitted * 20 <= chart.edges.count, "\(name), width \(width): \(omitted) lines omitted")
            #expect((omitted > 0) == picture.description.contains("(\(omitted))"))
        }
    }

    @Test("has no line through a circle or a label, and no overlaps, in random networks", arguments: 1...3)
    func random(seed: Int) {
        var random = SeededGenerator(seed: seed)
        let count = Int.random(in: 5...40, using: &random)
        let pairs = Int.random(in: 4...677, using: &random)
        check(Self.chart(&random, nodes: count, pairs: pairs), "seed \(seed), \(count) nodes, \(pairs) pairs")
    }

    @Test("has none in a network of 40 nodes and 677 pairs")
    func large() {
        var random = SeededGenerator(seed: 99)
        check(Self.chart(&random, nodes: 40, pairs: 677), "40 nodes")
    }

    @Test("has straight lines where nothing is in their way")
    func straight() {
        let chart = NetworkChart(
            title: "", description: "", nodes: (0..<3).map { .init("\($0)", size: 1, text: "") },
            edges: [.init(0, 1, weight: 1, text: ""), .init(1, 2, weight: 1, text: "")], groups: [], key: "")
        for case .path(let points, .edge, _, _, _, .some) in chart.picture(width: 690).shapes {
            #expect(points.count == 2)
        }
    }
}
