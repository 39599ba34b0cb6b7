import Testing

@testable import TemaCharts

@Suite("The layout of a network") struct ForceLayoutTests {
    private func distance(_ a: Point, _ b: Point) -> Double {
        ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot()
    }

    @Test("places all nodes in a square, apart from each other", arguments: [0, 1, 2, 3, 30])
    func apart(count: Int) {
        let places = ForceLayout.places(
            count: count, edges: (1..<max(count, 1)).map { .init(a: $0 - 1, b: $0, pull: 1) })
        #expect(places.count == count && places.allSatisfy { 0...1 ~= $0.x && 0...1 ~= $0.y })
        for a in places.indices {
            for b in places.indices where b > a { #expect(distance(places[a], places[b]) > 0.01) }
        }
    }

    @Test("places connected nodes nearer than others")
    func near() {
        // Two triangles with one edge between them.
        let pairs = [(0, 1), (1, 2), (0, 2), (3, 4), (4, 5), (3, 5), (2, 3)]
        let places = ForceLayout.places(count: 6, edges: pairs.map { .init(a: $0.0, b: $0.1, pull: 1) })
        #expect(distance(places[0], places[1]) < distance(places[0], places[4]))
        #expect(distance(places[4], places[5]) < distance(places[1], places[5]))
    }
}
