import TemaCharts
import TemaModel

extension CooccurrencePicture {
    /// The measure of association by which lines are chosen and drawn.
    public enum Association: String, CaseIterable, Sendable {
        /// The number of units with both codes divided by the number of units with either code.
        case jaccard
        /// Normalised pointwise mutual information. Only pairs above 0 have lines, which are together more often than by
        /// chance.
        case npmi

        var label: Phrase {
            switch self {
            case .jaccard: Phrase("Jaccard (c-coefficient)")
            case .npmi: Phrase("NPMI")
            }
        }
    }

    /// Returns the network of co-occurring codes.
    ///
    /// A pair has a line if it is among the strongest pairs of one of its codes. Codes without a line are named in the
    /// description.
    ///
    /// - Parameters:
    ///   - association: The measure of a pair.
    ///   - most: The maximum number of codes considered, those in the most units.
    ///   - mostEdges: The maximum number of lines, the strongest ones.
    ///   - strongest: The number of the strongest pairs of each code.
    public func network(
        _ association: Association = .jaccard, most: Int, mostEdges: Int, strongest: Int = 3
    ) -> NetworkChart {
        let (shown, place) = shown(most)
        let all = pairs(association.rawValue, place).filter { $0.value > 0 }
        let drawn = Self.strongest(strongest, of: all, codes: shown.count, most: mostEdges)
        let linked = Set(drawn.flatMap { [$0.a, $0.b] }).sorted()
        let places = Dictionary(uniqueKeysWithValues: linked.enumerated().map { ($1, $0) })
        let held = linked.map { shown[$0] }
        let tops = held.map { codes.lineage(of: $0.code).last ?? $0.code }
        let groups = Set(tops).sorted()
        // If every code is top-level, colours would show nothing.
        let isFlat = held.allSatisfy { codes.entries[$0.code].parent == nil }
        let nodes = zip(held, tops).map { held, top in
            NetworkChart.Node(
                name(held.code), size: Double(held.units), text: units(held.units),
                group: isFlat ? 0 : groups.firstIndex(of: top) ?? 0, color: color(held.code))
        }
        let edges = drawn.compactMap { pair -> NetworkChart.Edge? in
            guard let a = places[pair.a], let b = places[pair.b] else { return nil }
            let text = "\(association.label.text(in: language)) \(pair.text), \(units(pair.units))"
            return .init(a, b, weight: pair.value, text: text)
        }
        let lines =
            edges.isEmpty
            ? Phrase("No two of these codes co-occur.")
            : Phrase(
                "Lines: the \(strongest) strongest pairs of each code by \(association.label), \(edges.count) of \(all.count) pairs."
            )
        let alone = shown.indices.filter { places[$0] == nil }.map { name(shown[$0].code) }
        return NetworkChart(
            title: Phrase("\(table.layout.title): network").text(in: language),
            description: description(
                lines, shown: shown.count,
                alone.isEmpty
                    ? Phrase(verbatim: "") : Phrase("Not drawn, because they have no line: \(Self.list(alone)).")),
            nodes: nodes, edges: edges,
            groups: isFlat ? [] : groups.map { .init(name($0), color: color($0)) },
            key: Phrase("Circle area: units with the code. Line width: \(association.label).").text(in: language),
            words: .init(language))
    }

    /// Returns the pairs that are among the strongest of one of their codes, in the order of the table.
    private static func strongest(_ count: Int, of pairs: [Pair], codes: Int, most: Int) -> [Pair] {
        let order = pairs.indices.sorted { (-pairs[$0].value, $0) < (-pairs[$1].value, $1) }
        var taken = Array(repeating: 0, count: codes)
        var kept: [Int] = []
        for index in order where taken[pairs[index].a] < count || taken[pairs[index].b] < count {
            kept.append(index)
            taken[pairs[index].a] += 1
            taken[pairs[index].b] += 1
        }
        return kept.prefix(max(0, most)).sorted().map { pairs[$0] }
    }

    /// The greatest number of codes without a line that are named.
    private static let mostNamed = 30

    private static func list(_ names: [String]) -> Phrase {
        let rest = names.count - mostNamed
        let first = names.prefix(mostNamed).joined(separator: ", ")
        return rest > 0 ? Phrase("\(first) and \(rest) more") : Phrase(verbatim: first)
    }

    private func units(_ count: Int) -> String { Phrase.count(count, "unit").text(in: language) }
}
