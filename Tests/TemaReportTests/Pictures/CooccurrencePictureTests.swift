import TemaAnalysis
import Testing

@testable import TemaReport

@Suite("Charts of co-occurrence") struct CooccurrencePictureTests {
    private let picture = CooccurrencePicture(
        Coded.table(of: Cooccurrence(codes: Coded.codes, unit: .passage)), Coded.codes)

    @Test("have, as a heat map, each pair once below the diagonal, and each code's count on it")
    func map() {
        let map = picture.map(.together, most: 10)
        #expect(map.rows == ["Plans", "People", "Fear"] && map.columns == map.rows)
        #expect(map.cells.filter(\.isExcludedFromScale).map(\.text) == ["3", "2", "2"])
        let pairs = map.cells.filter { !$0.isExcludedFromScale }.map { [$0.row, $0.column, Int($0.value)] }
        #expect(pairs == [[1, 0, 2], [2, 0, 1], [2, 1, 1]])
        #expect(picture.map(.jaccard, most: 10).cells.last?.text == "0.333")
        #expect(map.description.contains("Unit: a passage of the coded kinds."))
    }

    @Test("have, as a network, sizes of codes, weights of pairs and groups by top-level code")
    func network() {
        let network = picture.network(most: 10, mostEdges: 2)
        #expect(network.nodes.map(\.size) == [3, 2, 2] && network.nodes.map(\.group) == [0, 0, 1])
        #expect(network.groups == ["Hope & co", "Harm"])
        #expect(network.edges.map(\.weight) == [2, 1])
        #expect(network.description.contains("2 of 3 pairs"))
    }

    @Test("omit codes beyond the limit and their pairs, with a note")
    func bounded() {
        let map = picture.map(.together, most: 2)
        #expect(map.rows == ["Plans", "People"] && map.cells.count == 3)
        #expect(map.description.contains("the 2 of 3 co-occurring codes"))
    }
}
