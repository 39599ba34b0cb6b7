import TemaFormats
import TemaModel
import Testing

@testable import TemaCodebook

@Suite("Tables of codes") struct CodeListTableTests {
    private func read(_ text: String) throws -> (codes: [String], losses: [String]) {
        var losses = Losses()
        let input = try UTF8Input(.bytes(Array(text.utf8), name: "My codes.csv"), encoding: nil, isXML: false)
        let codebook = try DelimitedCodebook.read(input, &losses)
        let codes = CodeList(codebook).entries.map { entry in
            [entry.path, entry.code.definition.value(in: nil), entry.code.memo, entry.code.color].compactMap(\.self)
                .joined(separator: " | ")
        }
        return (codes, losses.all.map { "\($0.count) \($0.element)" })
    }

    @Test(
        "A code's place comes from its parent, its level, its categories or its own path",
        arguments: [
            ("Name,Definition\nSea,Salt water\nLake,\n", ["Sea | Salt water", "Lake"]),
            // The row of a parent can follow, and a parent may have no row.
            (
                "Code;Description;Parent\nSea;;Water\nWater;All;\nIce;;Cold\n",
                ["Water | All", "Water/Sea", "Cold", "Cold/Ice"]
            ),
            ("Parent code\tCode\tMemo\nA > B\tC\tm\n\tA\t\nA\tB\t\n", ["A", "A/B", "A/B/C | m"]),
            ("Id,Parent Id,Depth,Title,Description\n2,1,1,Sea,s\n1,,0,Water,w\n", ["Water | w", "Water/Sea | s"]),
            ("Level,Code,Colour\n1,A,#00FF00\n2,B,\n3,C,\n2,D,\n1,E,\n", ["A | #00ff00", "A/B", "A/B/C", "A/D", "E"]),
            ("Level,Name\nconcept,A\ntheme,B\ntheme,C\nconcept,D\n", ["A", "A/B", "A/C", "D"]),
            ("Theme,Category,Name,Meaning\nA,B,C,c\nA,,D,d\n", ["A", "A/B", "A/B/C | c", "A/D | d"]),
            ("Name,Description\nNodes\\Sea,s\nNodes\\Sea\\Tide,t\n", ["Nodes", "Nodes/Sea | s", "Nodes/Sea/Tide | t"]),
            ("tag,description\nsea,s\n", ["sea | s"]),
            ("Code,Comment,Code Groups\nSea,wet,Water\nFire,,\n", ["Water", "Water/Sea | wet", "Fire"]),
            // Read as before: paths, and categories of codes.
            ("code,definition\na/b,x\n", ["a", "a/b | x"]), ("Category,Code,Definition\nA,B,x\n", ["A", "A/B | x"]),
        ])
    func trees(text: String, codes: [String]) throws {
        #expect(try read(text).codes == codes)
        #expect(DelimitedCodebook.recognises(Array(text.utf8)[...]))
    }

    @Test("Unknown columns are counted, loops are opened, and a row without a name is rejected with its line")
    func faults() throws {
        let (codes, losses) = try read("Name,Definition,Files,Parent\nA,x,3,B\nB,y,4,A\n")
        #expect(Set(codes) == ["A | x", "A/B | y"] && Set(losses) == ["1 parent of a code", "2 column “Files”"])
        let problem = #expect(throws: Problem.self) { try read("Name,Definition\nA,x\n,y\n") }
        #expect(problem?.line == 3 && problem?.suggestion != nil)
    }

    @Test("Other tables are no lists of codes", arguments: ["Name,Files\nA,1\n", "a,b\n1,2\n", "name,word\nA,x\n"])
    func others(text: String) {
        #expect(!DelimitedCodebook.recognises(Array(text.utf8)[...]))
    }
}
