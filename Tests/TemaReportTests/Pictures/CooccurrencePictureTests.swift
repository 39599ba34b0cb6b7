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
        let pairs = map.cells.filter { !$0.isExcludedFromScale }.map { [$0.row, $0.column, Int($0.value ?? -1)] }
        #expect(pairs == [[1, 0, 2], [2, 0, 1], [2, 1, 1]])
        #expect(picture.map(.jaccard, most: 10).cells.last?.text == "0.333")
        #expect(map.description.contains("Unit: a passage of the coded kinds."))
    }

    @Test("have, as a network, sizes of codes, associations of pairs and groups by top-level code")
    func network() {
        let network = picture.network(most: 10, mostEdges: 2)
        #expect(network.nodes.map(\.size) == [3, 2, 2] && network.nodes.map(\.group) == [0, 0, 1])
        #expect(network.groups.map(\.name) == ["Hope & co", "Harm"])
        // Plans and People: 2 of 3 units. People and Fear: 1 of 3.
        #expect(network.edges.map { [$0.a, $0.b] } == [[0, 1], [1, 2]])
        #expect(zip(network.edges.map(\.weight), [2.0 / 3, 1.0 / 3]).allSatisfy { abs($0 - $1) < 1e-6 })
        #expect(network.edges[0].text == "Jaccard (c-coefficient) 0.667, 2 units")
        #expect(network.description.contains("2 of 3 pairs"))
    }

    @Test("have, as a network, only the strongest pairs of each code, and name the codes without a pair")
    func strongest() {
        let network = picture.network(most: 10, mostEdges: 80, strongest: 1)
        #expect(network.edges.map { [$0.a, $0.b] } == [[0, 1], [1, 2]])
        let one = picture.network(most: 10, mostEdges: 1, strongest: 1)
        #expect(one.nodes.map(\.label) == ["Plans", "People"] && one.edges.count == 1)
        #expect(one.description.hasSuffix("Not drawn, because the number of lines is limited: Fear."))
    }

    @Test("have, as a network of too many pairs, the strongest of each code first")
    func limited() {
        // Plans and People are strong with each other and with Hope, Fear only weakly with Plans.
        let documents = [
            Coded.document("d", Array(repeating: [1: 1, 2: 1], count: 9) + [[1: 1, 2: 1, 3: 1], [1: 1, 4: 1], [:]])
        ]
        let table = documents.reduce(into: Cooccurrence(codes: Coded.codes, unit: .passage)) { $0.add($1) }.table()
        let picture = CooccurrencePicture(table, Coded.codes)
        for most in 1...4 {
            let network = picture.network(most: 10, mostEdges: most, strongest: 3)
            let lines = Set(network.edges.flatMap { [network.nodes[$0.a].label, network.nodes[$0.b].label] })
            #expect(network.edges.count == most && lines == Set(network.nodes.map(\.label)))
            // A code with a pair is never said to have none.
            #expect(!network.description.contains("have no line"))
            #expect(network.description.contains("is limited: ") == (lines.count < 4))
            #expect(network.description.contains("first the strongest of each code") == (most < 4))
        }
    }

    @Test("have, as a network of NPMI, only pairs that are together more often than by chance")
    func npmi() {
        let network = picture.network(.npmi, most: 10, mostEdges: 80)
        // Of 5 units: Plans 3, People 2, both 2. Fear 2, with Plans 1 and with People 1.
        #expect(network.edges.map { [$0.a, $0.b] } == [[0, 1], [1, 2]])
        #expect(network.edges.allSatisfy { $0.weight > 0 && $0.text.hasPrefix("NPMI ") })
    }

    @Test("have, as a heat map, codes by frequency or similar ones beside each other")
    func order() {
        let map = picture.map(.together, most: 10, order: .cluster)
        #expect(Set(map.rows) == ["Plans", "People", "Fear"])
        for cell in map.cells { #expect(cell.row >= cell.column) }
        #expect(map.cells.filter(\.isExcludedFromScale).map(\.text).sorted() == ["2", "2", "3"])
    }

    @Test("omit codes beyond the limit and their pairs, with a note")
    func bounded() {
        let map = picture.map(.together, most: 2)
        #expect(map.rows == ["Plans", "People"] && map.cells.count == 3)
        #expect(map.description.contains("the 2 of 3 co-occurring codes"))
    }
}
