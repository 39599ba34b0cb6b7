/// The places of a network's circles and labels. Circles and labels do not overlap.
///
/// The forces of ``ForceLayout`` place the circles, ``BoxPlacing`` moves them apart with their labels, and a local search
/// moves circles and labels to places where lines run through fewer of them, cross less and are shorter.
///
/// - Complexity: Each round takes O(*n* · (*n* + *m*)) time for each of *n* circles, with *m* lines.
struct NetworkLayout {
    let width: Double
    private(set) var height: Double
    private(set) var marks: [NetworkMark]
    let edges: [NetworkChart.Edge]
    /// The indices of each circle's lines.
    private let lines: [[Int]]
    // The boxes of `marks`, because they are needed often, and those that lines must not cross.
    private var circles: [Box]
    private var labels: [Box]
    private var wideCircles: [Box]
    private var wideLabels: [Box]

    /// The least distance of a line's centre from circles and labels.
    static let clearance = 4.0
    /// The least distance of circles and labels from each other.
    private static let apart = 5.0
    /// The length from which a line is easy to see.
    private static let visible = 50.0
    /// The distances of the moves that are tried, one for each round.
    private static let steps = [160.0, 80, 40, 120, 60, 30, 15, 40, 20, 10]

    init(_ marks: [NetworkMark], _ edges: [NetworkChart.Edge], width: Double, height: Double) {
        (self.width, self.height, self.marks, self.edges) = (width, height, marks, edges)
        var lines = Array(repeating: [Int](), count: marks.count)
        for (number, edge) in edges.enumerated() {
            lines[edge.a].append(number)
            lines[edge.b].append(number)
        }
        self.lines = lines
        (circles, labels, wideCircles, wideLabels) = ([], [], [], [])
        place()
        // A round of 40 circles and 80 lines takes 10,000 of these tests.
        let tests = marks.count * (4 * marks.count + edges.count)
        for step in Self.steps.prefix(max(1, 10_000_000 / max(1, tests))) { improve(by: step) }
        trim()
    }

    private mutating func place() {
        let strongest = edges.map(\.weight).max() ?? 1
        let places = ForceLayout.places(
            count: marks.count, edges: edges.map { .init(a: $0.a, b: $0.b, pull: $0.weight / max(strongest, 1e-9)) })
        let boxes = zip(marks, places).map { mark, place in
            let (wide, high) = (mark.size.width + 2 * Self.apart, mark.size.height + 2 * Self.apart)
            return Box(place.x * (width - wide), place.y * max(0, height - high), width: wide, height: high)
        }
        let placed = BoxPlacing.apart(boxes, width: width)
        for (number, box) in placed.enumerated() {
            marks[number].center = Point(box.x + box.width / 2, box.y + Self.apart + marks[number].radius)
        }
        height = max(height, placed.map(\.bottom).max() ?? 0)
        (circles, labels) = (marks.map(\.circle), marks.map(\.label))
        (wideCircles, wideLabels) = (circles.map { $0.grown(Self.clearance) }, labels.map { $0.grown(Self.clearance) })
    }

    /// Moves each circle, and its label to another side, if that costs less.
    private mutating func improve(by step: Double) {
        let slant = step * 0.7071067811865476
        let moves = [
            (0, 0), (step, 0), (-step, 0), (0, step), (0, -step), (slant, slant), (slant, -slant), (-slant, slant),
            (-slant, -slant),
        ]
        for number in marks.indices {
            let old = marks[number]
            var best = (mark: old, cost: cost(of: number, below: .infinity))
            for (dx, dy) in moves {
                for side in NetworkMark.Side.allCases {
                    var mark = old
                    mark.center.x += dx
                    mark.center.y += dy
                    mark.side = side
                    put(mark, at: number)
                    guard isFree(number) else { continue }
                    let cost = cost(of: number, below: best.cost)
                    if cost < best.cost - 1e-6 { best = (mark, cost) }
                }
            }
            put(best.mark, at: number)
        }
    }

    private mutating func put(_ mark: NetworkMark, at number: Int) {
        marks[number] = mark
        circles[number] = mark.circle
        labels[number] = mark.label
        wideCircles[number] = circles[number].grown(Self.clearance)
        wideLabels[number] = labels[number].grown(Self.clearance)
    }

    private func isFree(_ number: Int) -> Bool {
        let (circle, label) = (circles[number], labels[number])
        guard min(circle.x, label.x) >= 1, max(circle.right, label.right) <= width - 1,
            min(circle.y, label.y) >= 1, max(circle.bottom, label.bottom) <= height - 1
        else { return false }
        let (wideCircle, wideLabel) = (circle.grown(Self.apart), label.grown(Self.apart))
        for other in marks.indices where other != number {
            if wideCircle.overlaps(circles[other]) || wideCircle.overlaps(labels[other])
                || wideLabel.overlaps(circles[other]) || wideLabel.overlaps(labels[other])
            {
                return false
            }
        }
        return true
    }

    /// Returns what a circle's place costs: lines through circles and labels, crossings and length.
    ///
    /// - Parameter limit: The result is not needed exactly if it is at least this.
    private func cost(of number: Int, below limit: Double) -> Double {
        var cost = 0.0
        for line in lines[number] {
            let segment = straight(line)
            let edge = edges[line]
            let gap = segment.length - marks[edge.a].radius - marks[edge.b].radius
            // Lines are short, but long enough to see them.
            cost += segment.length * 0.06 + max(0, Self.visible - gap) * 0.4
            for other in marks.indices { cost += blocks(other, line, segment) ? 60 : 0 }
            if cost >= limit { return cost }
        }
        for line in edges.indices where edges[line].a != number && edges[line].b != number {
            let segment = straight(line)
            if blocks(number, line, segment) { cost += 60 }
            for own in lines[number] where segment.crosses(straight(own)) { cost += 7 }
            if cost >= limit { return cost }
        }
        return cost
    }

    func straight(_ line: Int) -> Segment { Segment(marks[edges[line].a].center, marks[edges[line].b].center) }

    /// Returns whether a line comes too near to the label of a circle, or to the circle if it does not end there.
    private func blocks(_ number: Int, _ line: Int, _ segment: Segment) -> Bool {
        if segment.crosses(wideLabels[number]) { return true }
        guard edges[line].a != number, edges[line].b != number else { return false }
        return segment.crosses(wideCircles[number])
            && segment.distance(to: marks[number].center) < marks[number].radius + Self.clearance
    }

    /// Moves everything to the top and the middle, and removes empty space below.
    private mutating func trim() {
        let boxes = circles + labels
        let top = boxes.map(\.y).min() ?? 0
        let middle = ((boxes.map(\.x).min() ?? 0) + (boxes.map(\.right).max() ?? width)) / 2
        for number in marks.indices {
            var mark = marks[number]
            mark.center.x += width / 2 - middle
            mark.center.y -= top - 1
            put(mark, at: number)
        }
        height = ((circles + labels).map(\.bottom).max() ?? 0) + 1
    }
}
