import TemaCodebook
import TemaModel
import TemaStudy
import TestSupport
import Testing

@testable import TemaPipeline

@Suite("The present path of a code") struct CodePathTests {
    private let folder = TemporaryFolder()

    private func study() throws -> Study {
        let study = try Study.create(at: folder.path("s.tema"))
        _ = try study.importDocuments(by: "ana") { take in try take(Document(id: "d", paragraphs: ["one", "two"])) }
        let codes = ["a", "b", "c"].map { Code(id: $0, codes: [Code(id: "deep")]) }
        try study.setCodebook(Codebook(id: "book", codes: codes), by: "ana")
        return study
    }

    @Test(
        "is found after renames, moves and merges",
        arguments: [
            ([.rename("a", to: "z")], "a", "z"), ([.rename("a", to: "z")], "a/deep", "z/deep"),
            ([.rename("a", to: "z"), .move("z", under: "b")], "a/deep", "b/z/deep"),
            ([.rename("a", to: "z"), .rename("z", to: "a")], "z", "a"),
            ([.merge("a/deep", into: "b")], "a/deep", "b"),
            ([.rename("a/deep", to: "low"), .merge("a", into: "b"), .rename("b", to: "y")], "a/low", "y/low"),
            ([.merge("a/deep", into: "b"), .merge("b/deep", into: "c"), .rename("c", to: "x")], "a/deep", "b"),
            ([.merge("a/deep", into: "b/deep"), .merge("b/deep", into: "c"), .rename("c", to: "x")], "a/deep", "x"),
            ([.rename("a", to: "z"), .add(Code(id: "a"), under: nil)], "a", "a"),
            ([.split("a", into: "new")], "a", "a"), ([.retire("a")], "a", nil), ([.retire("a")], "a/deep", nil),
            ([], "nothing", nil), ([.rename("a", to: "z"), .retire("z")], "a", nil),
        ] as [([CodebookEdit], String, String?)])
    func paths(edits: [CodebookEdit], path: String, expected: String?) throws {
        let study = try study()
        for edit in edits { _ = try study.edit(edit, by: "ana") }
        #expect(try study.currentPath(ofCode: path) == expected)
    }

    @Test("is found after a merge was undone and redone, and after a code got the name of another one")
    func reverted() throws {
        let study = try study()
        _ = try study.edit(.merge("a/deep", into: "b"), by: "ana")
        _ = try study.undo(1, by: "ana")
        #expect(try study.currentPath(ofCode: "a/deep") == "a/deep")
        _ = try study.redo(1, by: "ana")
        #expect(try study.currentPath(ofCode: "a/deep") == "b")
        _ = try study.edit(.rename("b", to: "e"), by: "ana")
        _ = try study.edit(.rename("c", to: "b"), by: "ana")
        #expect(try study.currentPath(ofCode: "a/deep") == "e")
    }

    @Test("is used for names; unknown ones are reported with the nearest")
    func names() throws {
        let study = try study()
        _ = try study.edit(.rename("a", to: "loss"), by: "ana")
        let codes = try CodebookFile(of: study).codes
        #expect(try study.path(ofCode: "a/deep", in: codes) == ("loss/deep", true))
        #expect(try study.path(ofCode: "loss", in: codes) == ("loss", false))
        let problem = #expect(throws: Problem.self) { try study.path(ofCode: "los", in: codes) }
        #expect(problem?.kind == .missing && problem?.suggestion == "did you mean “loss”?")
    }

    @Test("is that of a coding whose removal is undone after its code was renamed; not if the code was deleted")
    func undoneUntag() throws {
        let study = try study()
        let ids = try ["a", "b"].map { try study.tag("d", .passage(0), code: $0, by: "ana").id }
        _ = try study.untag(ids, by: "ana")
        _ = try study.edit(.rename("a", to: "z"), by: "ben")
        #expect(try study.undo(action: 5, by: "ana").name == "untag")
        #expect(try Set(study.codings().map(\.code)) == ["z", "b"])
        #expect(try study.redo(1, by: "ana").count == 1)
        #expect(try study.codings().isEmpty)
        _ = try study.edit(.retire("b"), by: "ben")
        let problem = #expect(throws: Problem.self) { try study.undo(action: 5, by: "ana") }
        #expect(problem?.kind == .conflict && problem?.message.contains("(codebook retire, by ben)") == true)
        #expect(try !study.canUndo(study.history()[4], by: "ana"))
        #expect(try study.codings().isEmpty && study.verifyWithCodebook().problems.isEmpty)
    }

    @Test("prevents that a code is removed which others use since")
    func used() throws {
        let study = try study()
        _ = try study.edit(.add(Code(id: "new"), under: nil), by: "ana")
        _ = try study.tag("d", .passage(0), code: "new", by: "ben")
        let action = try study.history()[2]
        #expect(try !study.canUndo(action, by: "ana"))
        let problem = #expect(throws: Problem.self) { try study.undo(1, by: "ana") }
        #expect(problem?.message.contains("(tag, by ben)") == true)
        _ = try study.undo(1, by: "ben")
        #expect(try study.canUndo(action, by: "ana") && !study.canUndo(action, by: "ben"))
        #expect(try study.undo(1, by: "ana").map(\.number) == [3])
    }
}
