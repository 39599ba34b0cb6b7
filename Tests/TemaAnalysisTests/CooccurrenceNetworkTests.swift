import TemaModel
import Testing

@testable import TemaAnalysis

@Suite("The network of co-occurrence") struct CooccurrenceNetworkTests {
    @Test("has the codes that occur and the pairs that co-occur, with the values of the table", arguments: 1...6)
    func network(seed: Int) throws {
        let corpus = Corpus(seed: seed)
        for includeAll in [false, true] {
            let fresh = Cooccurrence(codes: corpus.codes, unit: .document, level: 2, includeAll: includeAll)
            let counts = corpus.documents.reduce(into: fresh) { $0.add($1) }
            let table = counts.table()
            let network = counts.network(table)
            #expect(network.nodes.allSatisfy { $0.size > 0 && $0.id.hasPrefix($0.group + "/") })
            let meeting = table.rows.filter { $0.cells[6] != .integer(0) }
            #expect(network.edges.count == meeting.count)
            for (edge, row) in zip(network.edges, meeting) {
                #expect(
                    .text(network.nodes[edge.one].id) == row.cells[0]
                        && .text(network.nodes[edge.other].id) == row.cells[2])
                #expect(.integer(edge.weight) == row.cells[6] && edge.figures == Array(row.cells[7...]))
                #expect(.integer(network.nodes[edge.one].size) == row.cells[4])
            }
            #expect(network.figures.map(\.name).prefix(3) == ["jaccard", "lift", "npmi"])
        }
    }

    @Test("is available for codings by hand")
    func spans() {
        let codes = CodeList(Codebook(id: "b", codes: [Code(id: "a"), Code(id: "b"), Code(id: "c"), Code(id: "d")]))
        var counts = SpanCooccurrence(codes: codes, relation: .events)
        counts.add(
            Document(id: "d", text: Text("0123456789")),
            [(0..<3, 0), (2..<5, 1), (8..<9, 2)].map { CodeAgreement.Mark($0, code: $1, coder: "ana") })
        let network = counts.network(counts.table())
        #expect(network.nodes.map(\.id) == ["a", "b", "c"])
        #expect(network.edges.map(\.weight) == [1])
        var table = counts.table()
        table.rows = []
        #expect(counts.network(table).edges.isEmpty)
    }
}
