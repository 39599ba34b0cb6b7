import TemaFormats
import TemaModel
import TestSupport
import Testing

@testable import TemaExchange

@Suite("Projects of RQDA") struct RQDATests {
    private func read(_ more: String = "") throws -> ProjectReading {
        let scratch = TemporaryFolder()
        try scratch.database("rain.rqda", ForeignProjects.rqda + more)
        #expect(try ProjectFormats.format(of: scratch.file("rain.rqda"))?.name == "rqda")
        return try ProjectReading(RQDA.self, scratch.file("rain.rqda"))
    }

    @Test("Every coding that is not deleted is read, of both coders") func codings() throws {
        let reading = try read()
        #expect(reading.project.name == "rain" && reading.project.documents.map(\.id) == ["ayu"])
        #expect(
            reading.codings == [
                "ayu | Weather/Rain | 2-11 | ana | 2026-01-31T12:00:00Z", "ayu | Home | 13-22 | ben",
                "ayu | Home | 16-22 | cor",
            ])
    }

    @Test("The first category of a code is its parent, and deleted rows are not read") func codebook() throws {
        let codes = CodeList(try #require(try read().project.codebook)).entries
        #expect(codes.map(\.path) == ["Weather", "Weather/Rain", "Other", "Home"])
        #expect(codes.map(\.code.memo) == ["Sky", "Water", nil, nil])
        #expect(codes.map(\.code.color) == [nil, "#f4fa58", nil, nil])
    }

    @Test("Cases, attributes and categories of files become variables, and notes become memos") func notes() throws {
        let project = try read().project
        let variables = project.documents[0].metadata.variables.map { "\($0.name)=\($0.values.joined(separator: ","))" }
        #expect(variables == ["case=Ayu", "age=41", "place=Medan", "category=Talks"])
        let memos = project.memos.map { "\($0.coder ?? "-") \($0.text) \($0.at ?? "")" }
        #expect(
            memos == [
                "ana First 2026-01-31T12:00:00Z", "ana Ayu\n\nMet once ", "ben who? ", "ana Day one\n\nIt rained. ",
                "- On rain ", "ana wet 2026-01-31T12:00:00Z",
            ])
    }

    @Test("Losses are reported") func losses() throws {
        #expect(
            try read().lost == [
                "1 category of a code: a code has one parent, which is its first category",
                "1 coding: its code does not exist", "1 coding: its file does not exist or has no text",
                "1 place of an annotation: it became a memo on the document",
            ])
    }

    @Test(
        "A database that is not an RQDA project is rejected, and RQDA's cannot be written",
        arguments: ["DROP TABLE source;", "ALTER TABLE coding RENAME COLUMN fid TO file;"])
    func refused(sql: String) throws {
        let problem = #expect(throws: Problem.self) { try read(sql) }
        #expect(problem?.suggestion != nil && problem?.file != nil)
        var options = ProjectOptions()
        #expect(throws: Problem.self) { try RQDA.write(Project(), &options) }
    }
}
