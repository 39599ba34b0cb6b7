import Foundation
import TemaFormats
import TestSupport
import Testing

@testable import TemaIngest

@Suite("Files and folders") struct FolderWalkTests {
    /// Creates a folder with files, and returns the names that a walk finds and the files that it skips.
    private func walk(_ files: [String], links: [(String, String)] = []) throws -> (found: [String], skipped: [String])
    {
        let root = TemporaryFolder()
        for file in files { try root.write(file, "x".utf8) }
        for (name, target) in links {
            try FileManager.default.createSymbolicLink(atPath: root.path(name), withDestinationPath: target)
        }
        var walk = FolderWalk([root.path])
        var found: [String] = []
        while let item = walk.next() {
            guard case .file(let path, false) = item else { continue }
            found.append(String(path.display.dropFirst(root.path.count + 1)))
        }
        return (found, walk.skipped.texts)
    }

    @Test("Files are visited in the byte order of their complete paths")
    func order() throws {
        let files = ["b.txt", "a/z.xml", "a-b.md", "a/b/c.jsonl", "B.TXT", "a.nxml", "ä.txt"]
        #expect(try walk(files).found == ["B.TXT", "a-b.md", "a.nxml", "a/b/c.jsonl", "a/z.xml", "b.txt", "ä.txt"])
    }

    @Test("Files that are not documents are skipped and counted")
    func passedOver() throws {
        let (found, skipped) = try walk([".hidden.txt", "README.md", "~$a.docx", "x.png", "y.PNG", "noending", "a.txt"])
        #expect(found == ["a.txt"])
        #expect(skipped == ["2 .png", "1 without extension"])
    }

    @Test("Links to files are followed, links to folders are counted as skipped")
    func links() throws {
        let (found, skipped) = try walk(
            ["a/a.txt"], links: [("link.txt", "a/a.txt"), ("loop", "."), ("gone.txt", "nowhere")])
        #expect(found == ["a/a.txt", "gone.txt", "link.txt"])
        #expect(skipped == ["1 link"])
    }
}
