/// The circles, labels and lines of a network, laid out for a width.
struct NetworkPlan {
    let layout: NetworkLayout
    /// The lines, weakest first.
    let lines: [(edge: NetworkChart.Edge, points: [Point])]
    /// The number of edges without a line.
    let omitted: Int
    /// Whether circles have numbers instead of names.
    let isNumbered: Bool
    private let strongest: Double

    /// The greatest share of the picture that names beside circles may take.
    private static let mostLabels = 0.25

    init(_ chart: NetworkChart, width: Double) {
        let isNarrow = width < 480
        let greatest = chart.nodes.map(\.size).max() ?? 1
        func marks(isNumbered: Bool) -> [NetworkMark] {
            chart.nodes.enumerated().map { number, node in
                let share = (max(0, node.size) / max(greatest, 1e-9)).squareRoot()
                let lines =
                    isNumbered
                    ? ["\(number + 1)"] : TextWidth.lines(node.label, width: isNarrow ? 92 : 132, most: 5)
                return NetworkMark(
                    node.label, radius: 4 + (isNarrow ? 9 : 14) * share, lines: lines,
                    swatch: isNumbered ? nil : node.color.flatMap { $0.needsSwatch ? $0 : nil })
            }
        }
        let named = marks(isNumbered: false)
        let most = width * width * (isNarrow ? 1.7 : 1.25)
        let isCut = named.contains { $0.lines.last?.hasSuffix("…") == true }
        isNumbered = isCut || named.reduce(0) { $0 + $1.label.width * $1.label.height } > most * Self.mostLabels
        let shown = isNumbered ? marks(isNumbered: true) : named
        let area = shown.reduce(0) { $0 + ($1.size.width + 14) * ($1.size.height + 14) } * (isNumbered ? 5 : 3.2)
        layout = NetworkLayout(
            shown, chart.edges, width: width, height: min(max(area / width, width * 0.4), most / width))
        var routes = NetworkRoutes(layout)
        var lines: [(edge: NetworkChart.Edge, points: [Point])] = []
        for edge in chart.edges.sorted(by: { ($1.weight, $0.a, $0.b) < ($0.weight, $1.a, $1.b) }) {
            if let points = routes.route(edge) { lines.append((edge, points)) }
        }
        self.lines = lines.reversed()
        omitted = chart.edges.count - lines.count
        strongest = chart.edges.map(\.weight).max() ?? 1
    }

    /// Returns the width of an edge's line in pixels, less than twice the clearance.
    func thickness(of edge: NetworkChart.Edge) -> Double { 0.8 + 3.4 * edge.weight / max(strongest, 1e-9) }
}
