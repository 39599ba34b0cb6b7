/// The layout of a network in a square from 0 to 1: connected nodes are near each other, and all nodes are apart.
///
/// Source: Fruchterman & Reingold (1991), Graph drawing by force-directed placement, Software: Practice and
/// Experience 21(11). Only additions, multiplications, divisions and square roots are used, which IEEE 754 rounds
/// exactly, so the layout is the same on every machine.
enum ForceLayout {
    struct Edge: Sendable, Hashable {
        var a: Int
        var b: Int
        /// The strength of attraction, from 0 to 1.
        var pull: Double
    }

    private static let rounds = 300

    static func places(count: Int, edges: [Edge]) -> [Point] {
        var places = spiral(count)
        guard count > 1 else { return places.map { _ in Point(0.5, 0.5) } }
        let apart = (1 / Double(count)).squareRoot()
        for round in 0..<rounds {
            let most = 0.12 * (1 - Double(round) / Double(rounds)) + 0.001
            var moves = repulsion(places, apart)
            for edge in edges {
                let (dx, dy) = (places[edge.a].x - places[edge.b].x, places[edge.a].y - places[edge.b].y)
                let force = (dx * dx + dy * dy).squareRoot() / apart * (0.2 + edge.pull)
                moves[edge.a].x -= dx * force
                moves[edge.a].y -= dy * force
                moves[edge.b].x += dx * force
                moves[edge.b].y += dy * force
            }
            for node in places.indices {
                // A weak pull to the centre keeps unconnected nodes near.
                moves[node].x += (0.5 - places[node].x) * 0.6
                moves[node].y += (0.5 - places[node].y) * 0.6
                let length = max((moves[node].x * moves[node].x + moves[node].y * moves[node].y).squareRoot(), 1e-9)
                let step = min(length, most) / length
                places[node].x += moves[node].x * step
                places[node].y += moves[node].y * step
            }
        }
        return stretched(places)
    }

    private static func repulsion(_ places: [Point], _ apart: Double) -> [Point] {
        places.map { one in
            places.reduce(into: Point(0, 0)) { sum, other in
                let (dx, dy) = (one.x - other.x, one.y - other.y)
                let square = dx * dx + dy * dy
                guard square > 0 else { return }
                sum.x += dx / square * apart * apart
                sum.y += dy / square * apart * apart
            }
        }
    }

    /// Returns the initial positions on a spiral, each turned from the previous one by the golden angle.
    private static func spiral(_ count: Int) -> [Point] {
        let (cosine, sine) = (-0.7373688780783197, 0.675490294261524)
        var (x, y) = (1.0, 0.0)
        return (0..<count).map { number in
            defer { (x, y) = (x * cosine - y * sine, x * sine + y * cosine) }
            let radius = 0.45 * ((Double(number) + 0.5) / Double(count)).squareRoot()
            return Point(0.5 + radius * x, 0.5 + radius * y)
        }
    }

    /// Returns the positions scaled to fill the square.
    private static func stretched(_ places: [Point]) -> [Point] {
        func stretched(_ values: [Double]) -> [Double] {
            let (low, high) = (values.min() ?? 0, values.max() ?? 1)
            return values.map { high - low > 1e-9 ? ($0 - low) / (high - low) : 0.5 }
        }
        return zip(stretched(places.map(\.x)), stretched(places.map(\.y))).map(Point.init)
    }
}
