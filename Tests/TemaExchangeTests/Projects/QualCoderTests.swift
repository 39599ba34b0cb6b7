import TemaFormats
import TemaModel
import TestSupport
import Testing

@testable import TemaExchange
@testable import TemaIngest

@Suite("Projects of QualCoder") struct QualCoderTests {
    private func read(_ more: String = "", folder: Bool = true) throws -> ProjectReading {
        let scratch = TemporaryFolder()
        try scratch.write("homes.qda/images/readme", [])
        try scratch.database("homes.qda/data.qda", ForeignProjects.qualCoder + more)
        return try ProjectReading(QualCoder.self, scratch.file(folder ? "homes.qda" : "homes.qda/data.qda"))
    }

    @Test("Texts, codings and coders are read; the stored text decides how positions are counted") func codings() throws
    {
        let reading = try read()
        #expect(
            reading.project.name == "homes"
                && reading.project.documents.map(\.text.string) == ["😀 They took it.\nThen we left."])
        #expect(
            reading.codings == [
                "maria | Loss/Home/Lost-house | 7-11 | ana | 2026-01-31T12:00:00Z",
                // These positions are in UTF-16, and the CRLF counts as two.
                "maria | Hope | 7-11 | ben | 2026-01-31T12:00:00Z", "maria | Hope | 21-28 | ana",
                "maria | Hope | 0-1 [left] | ana",
            ])
        #expect(try read(folder: false).codings == reading.codings)
    }

    @Test("Categories become parent codes, with memos and colors") func codebook() throws {
        let codes = CodeList(try #require(try read().project.codebook)).entries
        #expect(codes.map(\.path) == ["Loss", "Loss/Home", "Loss/Home/Lost-house", "Hope"])
        #expect(codes.map(\.code.memo) == ["What went", nil, "A house", nil])
        #expect(codes.map(\.code.color) == [nil, nil, "#f4fa58", nil])
    }

    @Test("Cases and attributes become variables, and notes become memos") func notes() throws {
        let project = try read().project
        let variables = project.documents[0].metadata.variables.map { "\($0.name)=\($0.values.joined(separator: ","))" }
        #expect(variables == ["case=Maria", "country=Nepal", "age=41"])
        let memos = project.memos.map { "\($0.target) \($0.coder ?? "-") \($0.text)" }
        let coding = try #require(project.codings[0].id)
        #expect(
            memos == [
                "document(\"maria\") ana The first", "study ana Maria\n\nMet twice",
                "document(\"maria\") ben “They”\n\nwho?",
                "study ana Day one\n\nIt rained.", "study - On moving", "coding(\"\(coding)\") ana sad",
            ])
    }

    @Test("Losses are reported") func losses() throws {
        #expect(
            try read().lost == [
                "1 file without text: Tema codes text only", "1 important: codings have no such mark",
                "1 coding: its code does not exist",
                "1 coding: its file does not exist or has no text",
                "1 part of a file in a case: the case became a variable of the complete document",
                "1 place of an annotation: it became a memo on the document that quotes the text",
                "1 coding of a picture: Tema codes text only",
            ])
    }

    @Test("All codes are kept if categories are in a cycle or missing") func rings() throws {
        let reading = try read(
            "UPDATE code_cat SET supercatid = 2 WHERE catid = 1; UPDATE code_name SET catid = 77 WHERE cid = 2;")
        let codes = CodeList(try #require(reading.project.codebook)).entries
        #expect(codes.map(\.path) == ["Hope", "Loss", "Loss/Home", "Loss/Home/Lost-house"])
        #expect(
            reading.lost.prefix(3) == [
                "1 file without text: Tema codes text only",
                "1 parent of a code: it does not exist; the code was moved to the top level",
                "1 parent of a code: it is too deep or in a cycle; the code was moved to the top level",
            ])
    }

    @Test("Subcodes are kept under their codes") func subcodes() throws {
        let reading = try read(
            "ALTER TABLE code_name ADD COLUMN supercid integer; UPDATE code_name SET supercid = 1 WHERE cid = 2;")
        let codes = CodeList(try #require(reading.project.codebook)).entries
        #expect(codes.map(\.path) == ["Loss", "Loss/Home", "Loss/Home/Lost-house", "Loss/Home/Lost-house/Hope"])
    }

    @Test(
        "A database that is not a QualCoder project is rejected",
        arguments: ["DROP TABLE source;", "ALTER TABLE code_text RENAME COLUMN fid TO file;"])
    func refused(sql: String) throws {
        let problem = #expect(throws: Problem.self) { try read(sql) }
        #expect(problem?.suggestion != nil && problem?.file != nil)
    }

    @Test("Projects of QualCoder and Taguette cannot be written") func written() {
        var options = ProjectOptions()
        #expect(throws: Problem.self) { try QualCoder.write(Project(), &options) }
        #expect(throws: Problem.self) { try Taguette.write(Project(), &options) }
    }
}
