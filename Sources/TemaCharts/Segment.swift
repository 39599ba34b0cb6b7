/// A straight line between two points.
struct Segment: Sendable, Hashable {
    var a: Point
    var b: Point

    init(_ a: Point, _ b: Point) { (self.a, self.b) = (a, b) }

    var length: Double { a.distance(to: b) }

    /// Returns the distance of the nearest point of the line from a point.
    func distance(to point: Point) -> Double {
        let (dx, dy) = (b.x - a.x, b.y - a.y)
        let square = dx * dx + dy * dy
        let share = square > 0 ? ((point.x - a.x) * dx + (point.y - a.y) * dy) / square : 0
        let nearest = min(max(share, 0), 1)
        return Point(a.x + nearest * dx, a.y + nearest * dy).distance(to: point)
    }

    /// Returns whether a part of the line is in the box.
    ///
    /// Source: Liang & Barsky (1984), A new concept and method for line clipping, ACM Transactions on Graphics 3(1).
    func crosses(_ box: Box) -> Bool {
        if max(a.x, b.x) <= box.x || min(a.x, b.x) >= box.right { return false }
        if max(a.y, b.y) <= box.y || min(a.y, b.y) >= box.bottom { return false }
        var (first, last) = (0.0, 1.0)
        return clip(a.x, b.x, box.x, box.right, &first, &last) && clip(a.y, b.y, box.y, box.bottom, &first, &last)
            && first < last
    }

    private func clip(
        _ from: Double, _ to: Double, _ low: Double, _ high: Double, _ first: inout Double, _ last: inout Double
    ) -> Bool {
        let step = to - from
        if step == 0 { return low < from && from < high }
        let (one, other) = ((low - from) / step, (high - from) / step)
        first = max(first, min(one, other))
        last = min(last, max(one, other))
        return first < last
    }

    /// Returns whether the lines cross in a point that is an end of neither.
    func crosses(_ other: Segment) -> Bool {
        side(of: other.a) * side(of: other.b) < 0 && other.side(of: a) * other.side(of: b) < 0
    }

    private func side(of point: Point) -> Double {
        (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x)
    }
}

extension Point {
    func distance(to other: Point) -> Double {
        let (dx, dy) = (x - other.x, y - other.y)
        return (dx * dx + dy * dy).squareRoot()
    }
}
