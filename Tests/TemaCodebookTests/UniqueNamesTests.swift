import Testing

@testable import TemaCodebook

@Suite("Ids made from names") struct UniqueNamesTests {
    @Test("Ids keep letters of any script, and differ from their siblings' in more than case")
    func ids() {
        let names = [
            "A category", "a/b", "انگلیسی", "道徳 一般", "é", "e\u{301}", "É", " \t", "a-b", "A-B-2", "x\u{0}y", "--",
            "a-b",
        ]
        var ids = IDMaker()
        let made = names.map { ids.id(for: $0) }
        #expect(
            made == [
                "A-category", "a-b", "انگلیسی", "道徳-一般", "é", "é-2", "É-3", "code", "a-b-2", "A-B-2-2", "x-y", "code-2",
                "a-b-3",
            ])
        #expect(Set(made.map { $0.lowercased() }).count == names.count)
    }

    @Test("Ids are short enough for a codebook")
    func long() {
        var ids = IDMaker()
        let long = String(repeating: "é", count: 300)
        #expect(ids.id(for: long).unicodeScalars.count == 190)
        #expect(ids.id(for: long).unicodeScalars.count == 192)
    }
}
