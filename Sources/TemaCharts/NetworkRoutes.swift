/// The ways of a network's lines around circles and labels.
///
/// A line is straight if nothing is in its way. Otherwise it bends near the corners of obstacles, along a short way that
/// no other line has taken (A* over the corners that see each other).
///
/// - Complexity: O(*k*² · *n*) time for the visibility of *k* corners, which are proportional to *n* circles, up to 400,000
///   pairs of corners. Lines that would need more are omitted.
struct NetworkRoutes {
    private let layout: NetworkLayout
    /// The circles and labels with the least distance of lines.
    private let circles: [(center: Point, reach: Double, box: Box)]
    private let labels: [Box]
    private let corners: [Point]
    /// Whether pairs of corners see each other, as far as it is known.
    private var sight: [Int: Bool] = [:]
    /// The number of pairs of corners that may still be tested, so that the time for large networks is limited.
    private var tests = 400_000
    /// The number of lines on the way between two corners.
    private var used: [Int: Int] = [:]

    /// The distances of bends from obstacles. Lines that bend at the same obstacle can be beside each other.
    private static let rings = [5.5, 10.0]
    /// The extra length that one bend is worth.
    private static let bend = 24.0

    init(_ layout: NetworkLayout) {
        self.layout = layout
        let clearance = NetworkLayout.clearance
        circles = layout.marks.map { ($0.center, $0.radius + clearance, $0.circle.grown(clearance)) }
        labels = layout.marks.map { $0.label.grown(clearance) }
        let whole = Box(2, 2, width: layout.width - 4, height: layout.height + 6)
        var corners: [Point] = []
        for ring in Self.rings {
            for box in layout.marks.flatMap({ [$0.label.grown(ring), $0.circle.grown(ring - 2)] }) {
                corners += [
                    Point(box.x, box.y), Point(box.right, box.y), Point(box.x, box.bottom),
                    Point(box.right, box.bottom),
                ]
            }
        }
        let (rounds, boxes) = (circles, labels)
        self.corners = corners.filter { corner in
            whole.contains(corner) && !boxes.contains { $0.contains(corner) }
                && !rounds.contains { $0.center.distance(to: corner) < $0.reach }
        }
    }

    /// Returns the points of an edge's line from centre to centre, or nil if there is no acceptable way.
    mutating func route(_ edge: NetworkChart.Edge) -> [Point]? {
        let ends = Segment(layout.marks[edge.a].center, layout.marks[edge.b].center)
        if isClear(ends, from: edge.a, to: edge.b) { return [ends.a, ends.b] }
        var lengths = Array(repeating: Double.infinity, count: corners.count)
        var before = Array(repeating: -1, count: corners.count)
        var isDone = Array(repeating: false, count: corners.count)
        var best = (length: ends.length * 2.5 + 160, last: -1)
        for corner in corners.indices {
            let length = ends.a.distance(to: corners[corner]) + Self.bend
            guard length + corners[corner].distance(to: ends.b) < best.length,
                isClear(Segment(ends.a, corners[corner]), from: edge.a)
            else { continue }
            lengths[corner] = length
        }
        while let next = nearest(lengths, isDone, to: ends.b), next.length < best.length {
            isDone[next.corner] = true
            let (here, length) = (corners[next.corner], lengths[next.corner])
            if next.length < best.length, isClear(Segment(here, ends.b), to: edge.b) {
                best = (next.length, next.corner)
                continue
            }
            for corner in corners.indices where !isDone[corner] {
                let step = here.distance(to: corners[corner]) + Self.bend
                let uses = used[key(next.corner, corner)] ?? 0
                let longer = length + step * Double(1 + 2 * uses)
                if longer < lengths[corner], longer + corners[corner].distance(to: ends.b) < best.length,
                    see(next.corner, corner)
                {
                    (lengths[corner], before[corner]) = (longer, next.corner)
                }
            }
        }
        guard best.last >= 0 else { return nil }
        return [ends.a] + way(to: best.last, before) + [ends.b]
    }

    /// Returns the corners on the way, and counts it as used.
    private mutating func way(to last: Int, _ before: [Int]) -> [Point] {
        var way = [last]
        while let first = way.last, before[first] >= 0 {
            used[key(first, before[first]), default: 0] += 1
            way.append(before[first])
        }
        return way.reversed().map { corners[$0] }
    }

    private func nearest(_ lengths: [Double], _ isDone: [Bool], to end: Point) -> (corner: Int, length: Double)? {
        var best: (corner: Int, length: Double)?
        for corner in corners.indices where !isDone[corner] && lengths[corner] < .infinity {
            let length = lengths[corner] + corners[corner].distance(to: end)
            if length < best?.length ?? .infinity { best = (corner, length) }
        }
        return best
    }

    private func key(_ one: Int, _ other: Int) -> Int { min(one, other) * corners.count + max(one, other) }

    private mutating func see(_ one: Int, _ other: Int) -> Bool {
        let key = key(one, other)
        if let known = sight[key] { return known }
        guard tests > 0 else { return false }
        tests -= 1
        let sees = isClear(Segment(corners[one], corners[other]))
        sight[key] = sees
        return sees
    }

    /// Returns whether a line is apart from all labels, and from all circles but those in which it ends.
    private func isClear(_ segment: Segment, from first: Int = -1, to last: Int = -1) -> Bool {
        for number in labels.indices {
            if segment.crosses(labels[number]) { return false }
            if number != first, number != last, segment.crosses(circles[number].box),
                segment.distance(to: circles[number].center) < circles[number].reach
            {
                return false
            }
        }
        return true
    }
}

extension Box {
    func contains(_ point: Point) -> Bool { x < point.x && point.x < right && y < point.y && point.y < bottom }
}
