import TemaModel
import Testing

@Suite("Metadata") struct MetadataTests {
    @Test("is listed under the names that comparisons use, the researcher's own variables last")
    func all() {
        var metadata = Metadata()
        metadata.year = 2014
        metadata.authors = ["Yasmin, A", "Noor"]
        metadata.variables = [.init(name: "country", values: ["Indonesia", "Malaysia"])]
        #expect(metadata.all.map(\.name) == ["authors", "year", "country"])
        #expect(metadata.values(of: "year") == ["2014"] && metadata.values(of: "authors") == ["Yasmin, A", "Noor"])
        #expect(metadata.values(of: "country") == ["Indonesia", "Malaysia"] && metadata.values(of: "journal") == [])
    }
}
