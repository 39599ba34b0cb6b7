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
    /// A pair has a line if it is among the strongest pairs of one of its codes. If these are too many, the strongest pair
    /// of each code precedes the others, so that a code loses its last line only if there are fewer lines than codes. Codes
    /// without a line are named in the description, with the reason.
    ///
    /// - Parameters:
    ///   - association: The measure of a pair.
    ///   - most: The maximum number of codes considered, those in the most units.
    ///   - mostEdges: The maximum number of lines.
    ///   - strongest: The number of the strongest pairs of each code.
    public func network(
        _ association: Association = .jaccard, most: Int, mostEdges: Int, strongest: Int = 3
    ) -> NetworkChart {
        let (shown, place) = shown(most)
        let all = pairs(association.rawValue, place).filter { $0.value > 0 }
        let chosen = Self.strongest(strongest, of: all, codes: shown.count)
        let drawn = chosen.prefix(max(0, mostEdges)).sorted().map { all[$0] }
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
        let lines: Phrase
        if edges.isEmpty {
            lines = Phrase("No two of these codes co-occur.")
        } else if edges.count == chosen.count {
            lines = Phrase(
                "Lines: the \(strongest) strongest pairs of each code by \(association.label), \(edges.count) of \(all.count) pairs."
            )
        } else {
            lines = Phrase(
                """
                Lines: \(edges.count) of \(all.count) pairs by \(association.label), first the strongest of each code, then \
                the strongest of each code's \(strongest) strongest.
                """)
        }
        let paired = Set(all.flatMap { [$0.a, $0.b] })
        func alone(_ isPaired: Bool) -> [String] {
            shown.indices.filter { places[$0] == nil && paired.contains($0) == isPaired }.map { name(shown[$0].code) }
        }
        let (single, cut) = (alone(false), alone(true))
        let notes = [
            single.isEmpty
                ? Phrase(verbatim: "") : Phrase("Not drawn, because they have no line: \(Self.list(single))."),
            cut.isEmpty
                ? Phrase(verbatim: "")
                : Phrase("Not drawn, because the number of lines is limited: \(Self.list(cut))."),
        ]
        return NetworkChart(
            title: Phrase("\(table.layout.title): network").text(in: language),
            description: description(lines, shown: shown.count, notes.joined(separator: " ")),
            nodes: nodes, edges: edges,
            groups: isFlat ? [] : groups.map { .init(name($0), color: color($0)) },
            key: Phrase("Circle area: units with the code. Line width: \(association.label).").text(in: language),
            words: .init(language))
    }

    /// Returns the indices of the pairs that are among the strongest of one of their codes: first those that are the
    /// strongest of a code, then the others, both by their strength.
    private static func strongest(_ count: Int, of pairs: [Pair], codes: Int) -> [Int] {
        let order = pairs.indices.sorted { (-pairs[$0].value, $0) < (-pairs[$1].value, $1) }
        var taken = Array(repeating: 0, count: codes)
        var (first, others): ([Int], [Int]) = ([], [])
        for index in order {
            let (a, b) = (pairs[index].a, pairs[index].b)
            let least = min(taken[a], taken[b])
            guard least < count else { continue }
            if least == 0 { first.append(index) } else { others.append(index) }
            taken[a] += 1
            taken[b] += 1
        }
        return first + others
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
