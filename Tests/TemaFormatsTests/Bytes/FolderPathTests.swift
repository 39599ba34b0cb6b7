import TemaModel
import TestSupport
import Testing

@testable import TemaFormats

@Suite("Folders") struct FolderPathTests {
    private let folder = TemporaryFolder()

    @Test("list their names, up to a limit")
    func names() throws {
        try folder.write(["a.txt": "", "b/c.txt": ""])
        let path = InputPath(folder.path)
        #expect(path.names().sorted() == [".", "..", "a.txt", "b"])
        #expect(path.names(atMost: 2).count == 2)
        #expect(path.appending("missing").names().isEmpty)
    }

    @Test("list the files with an extension in subfolders too, in order")
    func files() throws {
        try folder.write(["b.txt": "", "a/c.txt": "", "d.md": "", ".hidden.txt": ""])
        let files = try InputPath(folder.path).files(ending: "txt").map(\.display)
        #expect(files == ["a/c.txt", "b.txt"])
    }

    @Test("suggest the nearest name for a missing file")
    func nearest() throws {
        try folder.write(["codebook.yaml": ""])
        let problem = #expect(throws: Problem.self) { try ByteSource.open(folder.path("codebok.yaml")) }
        #expect(problem?.suggestion == "did you mean “\(folder.path("codebook.yaml"))”?")
    }
}
