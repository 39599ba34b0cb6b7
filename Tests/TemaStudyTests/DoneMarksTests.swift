import TemaModel
import Testing

@testable import TemaStudy

@Suite("Done marks") struct DoneMarksTests {
    private let boat = Composed.document("boat", ["Nobody saw the boat again."])

    @Test("are per coder and document, and can be removed and undone")
    func marks() throws {
        let place = Place()
        let study = try Composed.study(at: place, [Composed.lake, boat])
        #expect(try study.mark(["lake", "boat"], done: true, by: "ana") == 2)
        #expect(try study.mark(["lake"], done: true, by: "ana") == 0)
        #expect(try study.mark(["lake"], done: true, by: "ben") == 1)
        #expect(try study.mark(["boat"], done: false, by: "ben") == 0)
        #expect(try study.doneMarks().map { "\($0.document) \($0.coder)" } == ["boat ana", "lake ana", "lake ben"])
        #expect(try study.mark(["lake"], done: false, by: "ana") == 1)
        #expect(try study.undo(1, by: "ana").map(\.name) == ["done"])
        #expect(try study.doneMarks().count == 3)
        #expect(try study.verify().problems.isEmpty)
    }

    @Test("are not made if one of the documents does not exist")
    func unknown() throws {
        let place = Place()
        let study = try Composed.study(at: place)
        #expect(throws: Problem.self) { try study.mark(["lake", "sea"], done: true, by: "ana") }
        #expect(try study.doneMarks().isEmpty)
    }

    @Test("make a document one that the coder has read, and their maker a coder")
    func read() throws {
        let place = Place()
        let study = try Composed.study(at: place, [Composed.lake, boat])
        _ = try study.tag("lake", .passage(0), code: "water", by: "ana")
        _ = try study.mark(["boat"], done: true, by: "ben")
        #expect(try study.documents(readBy: "ana") == ["lake"])
        #expect(try study.documents(readBy: "ben") == ["boat"])
        #expect(try study.documents(readBy: nil) == ["lake", "boat"])
        #expect(try study.coders().map { "\($0.coder) \($0.codings) \($0.done)" } == ["ana 1 0", "ben 0 1"])
        #expect(try study.progress(in: boat)["ben"]?.isDone == true)
    }
}
