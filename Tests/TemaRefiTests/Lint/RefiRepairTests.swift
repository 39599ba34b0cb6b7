import TemaModel
import TestSupport
import Testing

@testable import TemaRefi

@Suite struct RefiRepairTests {
    @Test("A valid file keeps its content")
    func untouched() throws {
        for content in [Array(RefiSample.project.utf8), Array(RefiSample.codebook.utf8), try RefiSample.archive()] {
            let repair = try RefiRepair(.bytes(content, name: "sample"))
            #expect(repair.repairs.sorted == [])
            #expect(repair.left.count(.error) == 0)
            // Repairing the copy results in the same bytes.
            #expect(try RefiRepair(.bytes(repair.bytes, name: "sample")).bytes == repair.bytes)
        }
    }

    @Test(
        "Problems that need no guessing are repaired, and the copy has no errors",
        arguments: [
            ("urn:QDA-XML:project:1.0", "urn:QDA-XML:project:0.4", RefiRule.namespace),
            ("xmlns=\"urn:QDA-XML:project:1.0\"", "", .namespace),
            ("<Links>", "<Sets/><Links>", .emptyContainer), ("<Notes>", "<Graphs></Graphs><Notes>", .emptyContainer),
            ("<NoteRef", "<Description>Late</Description><NoteRef", .order),
            ("<Codes><Code", "<Codes>lost<Code", .strayText),
            ("creatingUser=\"\(RefiSample.guid(1))\"", "creatingUser=\"\"", .emptyAttribute),
            ("name=\"maria\"", "name=\"maria\" modifiedDateTime=\" \"", .emptyAttribute),
            ("guid=\"\(RefiSample.guid(8))\"", "guid=\"5c1ae7b0000040008000000000000008\"", .guidForm),
            ("#0A64C8", "rgba(10, 100, 200, 0.5)", .color), ("#0A64C8", "#0A64C8FF", .color),
            ("#0A64C8", "0a64c8", .color),
            ("isCodable=\"true\"", "isCodable=\"True\"", .boolean),
        ])
    func repaired(old: String, new: String, rule: RefiRule) throws {
        var changed = try RefiSample.changed(RefiSample.project, old, new)
        if rule == .order {
            changed = try RefiSample.changed(changed, "<NoteRef targetGUID=\"\(RefiSample.guid(9))\"/>", "")
            changed = try RefiSample.changed(
                changed, "<Users>", "<NoteRef targetGUID=\"\(RefiSample.guid(9))\"/><Users>")
        }
        let repair = try RefiRepair(.bytes(RefiSample.archive(changed), name: "a.qdpx"))
        #expect(repair.repairs.count(rule) == 1, "\(repair.repairs.sorted)")
        #expect(repair.left.count(.error) == 0, "\(repair.left.sorted)")
        let unzipped = Unzipped(repair.bytes)
        #expect(unzipped["sources/maria.txt"] == RefiSample.text)
        #expect(unzipped["project.qde"]?.contains("#0A64C8") == true)
    }

    @Test(
        "Problems that need guessing are unchanged and reported",
        arguments: [
            ("guid=\"\(RefiSample.guid(9))\"", "guid=\"9\"", RefiRule.guidForm), ("#0A64C8", "blue", .color),
            ("endPosition=\"10\"", "endPosition=\"99\"", .outOfRange),
            ("startPosition=\"0\"", "startPosition=\"11\"", .invertedSelection),
            ("name=\"Ann\"", "nick=\"Ann\"", .unknownAttribute), ("<Links>", "<Other/><Links>", .unknownElement),
            ("internal://maria.txt", "internal://anna.txt", .missingSource),
        ])
    func left(old: String, new: String, rule: RefiRule) throws {
        let changed = try RefiSample.changed(RefiSample.project, old, new)
        let repair = try RefiRepair(.bytes(RefiSample.archive(changed), name: "a.qdpx"))
        #expect(repair.left.count(rule) == 1)
        #expect(repair.repairs.sorted == [])
    }

    @Test("The project and the folder are renamed to the names that all programs find")
    func names() throws {
        let bytes = try RefiSample.archive(
            "\u{FEFF}" + RefiSample.project, name: "Ward.qde",
            with: [("Sources/Maria.txt", RefiSample.text), ("Sources/x.bin", "\0\u{1}")])
        let repair = try RefiRepair(.bytes(bytes, name: "a.qdpx"))
        #expect(Unzipped(repair.bytes).members.map(\.name) == ["project.qde", "sources/Maria.txt", "sources/x.bin"])
        #expect(Set(repair.repairs.sorted.map(\.rule)) == [.projectName, .sourcesFolder, .xmlMark])
        #expect(repair.left.sorted.map(\.rule).filter { $0.severity != .note } == [.unnamedFile])
    }

    @Test("An archive with an unsafe member is not copied")
    func unsafe() throws {
        let bytes = try RefiSample.archive(with: [("sources/maria.txt", RefiSample.text), ("../out.txt", "")])
        #expect(throws: Problem.self) { try RefiRepair(.bytes(bytes, name: "a.qdpx")) }
    }

    @Test(
        "Colors in other forms are read",
        arguments: [
            ("rgba(255,0,10,1)", "#FF000A"), ("rgb(100% 0% 50% / 30%)", "#FF0080"), ("#fff", "#FFF"),
            ("#FF102030", "#102030"),
            ("#102030FF", "#102030"), ("#10203040", "#102030"), ("blue", nil), ("rgb(1,2)", nil), ("rgb(300,0,0)", nil),
            ("", nil),
            ("##112233", nil), ("rgb(nan,0,0)", nil), ("rgb(1,2,3", nil), ("#1234567", nil),
        ] as [(String, String?)])
    func colors(written: String, color: String?) {
        #expect(RefiColorText.repaired(written) == color)
    }
}
