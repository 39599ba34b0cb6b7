/// The order of the codes in a chart.
public enum RowOrder: String, CaseIterable, Sendable {
    /// The order of the codebook.
    case codebook
    /// The greatest first.
    case frequency
    /// Codes with similar values beside each other.
    ///
    /// Agglomerative clustering with average linkage (UPGMA: Sokal & Michener 1958). The distance of two codes is 1 − the
    /// cosine of the angle between their rows of values. Clusters are joined with the nearest of their ends side by side;
    /// ties are broken by the order of the codebook.
    case cluster

    /// Returns the indices of rows in this order.
    ///
    /// - Parameters:
    ///   - sizes: The size of each row, for ``frequency``.
    ///   - values: The values of each row, all of one length, for ``cluster``.
    /// - Complexity: ``cluster`` takes O(*n*³) time for *n* rows.
    func indices(sizes: [Double], values: [[Double]]) -> [Int] {
        switch self {
        case .codebook: Array(sizes.indices)
        case .frequency: sizes.indices.sorted { (-sizes[$0], $0) < (-sizes[$1], $1) }
        case .cluster: Clustering(values).order
        }
    }
}

/// Average-linkage clustering of rows; see ``RowOrder/cluster``.
struct Clustering {
    private let distances: [[Double]]

    init(_ rows: [[Double]]) {
        let lengths = rows.map { row in row.reduce(0) { $0 + $1 * $1 }.squareRoot() }
        distances = rows.indices.map { one in
            rows.indices.map { other in
                let product = zip(rows[one], rows[other]).reduce(0) { $0 + $1.0 * $1.1 }
                let scale = lengths[one] * lengths[other]
                return one == other ? 0 : scale > 0 ? 1 - product / scale : 1
            }
        }
    }

    /// The indices of the rows, similar ones beside each other.
    var order: [Int] {
        var clusters = distances.indices.map { [$0] }
        var between = distances
        while clusters.count > 1 {
            var best = (one: 0, other: 1)
            for one in clusters.indices {
                for other in (one + 1)..<max(one + 1, clusters.count)
                where between[one][other] < between[best.one][best.other] { best = (one, other) }
            }
            let (left, right) = (clusters[best.one], clusters[best.other])
            let (a, b) = (Double(left.count), Double(right.count))
            for cluster in clusters.indices {
                let mean = (a * between[best.one][cluster] + b * between[best.other][cluster]) / (a + b)
                (between[best.one][cluster], between[cluster][best.one]) = (mean, mean)
            }
            between[best.one][best.one] = 0
            clusters[best.one] = joined(left, right)
            clusters.remove(at: best.other)
            between.remove(at: best.other)
            for cluster in between.indices { between[cluster].remove(at: best.other) }
        }
        return clusters.first ?? []
    }

    /// Returns two clusters side by side, each turned so that the two ends that meet are nearest.
    private func joined(_ left: [Int], _ right: [Int]) -> [Int] {
        var best = (left + right, Double.infinity)
        for one in [left, left.reversed()] {
            for other in [right, right.reversed()] {
                guard let end = one.last, let start = other.first else { continue }
                if distances[end][start] < best.1 { best = (one + other, distances[end][start]) }
            }
        }
        return best.0
    }
}
