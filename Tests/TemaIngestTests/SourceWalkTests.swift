import TemaFormats
import TemaModel
import TestSupport
import Testing

@testable import TemaIngest

@Suite("Source walk") struct SourceWalkTests {
    private static let members: [(name: String, bytes: [UInt8])] = [
        ("set/", []), ("set/b.txt", Array("Second é".utf8)), ("set/a.xml", Array("<article/>".utf8)),
        ("set/README.txt", Array("no".utf8)), ("set/.hidden.txt", Array("no".utf8)), ("figure.png", [0x89]),
        ("../up.md", Array("# Up".utf8)), ("inner.txt.gz", Packed.gzip(Array("no".utf8))),
    ]

    /// Returns what a walk over a folder yields: names with contents, and problems, without the path of the folder.
    private func walk(_ files: [String: [UInt8]]) throws -> (actual: [String], skipped: [String]) {
        let folder = TemporaryFolder()
        for (name, bytes) in files { try folder.write(name, bytes) }
        let root = folder.path
        var walk = SourceWalk([root])
        var actual: [String] = []
        while let item = walk.next() {
            switch item {
            case .file(let path, _): actual.append("file \(path.display.dropFirst(root.utf8.count + 1))")
            case .source(let source, let path, _):
                let text = String(decoding: try source.beginning(100), as: UTF8.self)
                actual.append("\(source.name.dropFirst(root.utf8.count + 1)) \(path.fileExtension ?? "-"): \(text)")
            case .problem(let problem): actual.append("\(problem)".replacing(root + "/", with: ""))
            }
        }
        return (actual, walk.skipped.texts)
    }

    @Test("Members are yielded in the order of the archive, under its name", arguments: Packed.Form.allCases)
    func members(_ form: Packed.Form) throws {
        let name = "a.\(form.rawValue)"
        let expected = [
            "\(name)/set/b.txt txt: Second é", "\(name)/set/a.xml xml: <article/>", "\(name)/../up.md md: # Up",
        ]
        let (actual, skipped) = try walk([name: Packed.archive(form, Self.members), "z.txt": [0x78]])
        #expect(actual == expected + ["file z.txt"])
        #expect(skipped == ["1 .gz", "1 .png"])
    }

    @Test("A single compressed file has the format of its inner name")
    func single() throws {
        let text = Packed.gzip(Array("One.".utf8))
        let (actual, skipped) = try walk(["note.txt.gz": text, "figure.png.gz": text, "b.md.zst": [1]])
        #expect(actual.last == "note.txt.gz txt: One.")
        #expect(actual.first?.hasPrefix("b.md.zst: error: ") == true && actual.count == 2)
        #expect(skipped == ["1 .gz"])
    }

    @Test(
        "Members before the damage in an archive are yielded, and the rest is a problem",
        arguments: Packed.Form.allCases)
    func truncated(_ form: Packed.Form) throws {
        let texts = (0..<20).map { number -> (name: String, bytes: [UInt8]) in
            ("\(number).txt", (0..<2_000).map { UInt8(truncatingIfNeeded: 0x21 + ($0 &* $0 &* (number + 3)) % 90) })
        }
        let whole = Packed.archive(form, texts)
        for count in stride(from: 0, to: whole.count - 1, by: max(1, whole.count / 23)) {
            let (actual, _) = try walk(["a.\(form.rawValue)": Array(whole[..<count])])
            let problems = actual.filter { $0.contains("error: ") }
            // A tar without its final zeros is still readable.
            #expect(problems.count == 1 || (form != .zip && actual.count == 20), "\(count) bytes")
            for (number, text) in actual.dropLast(problems.count).enumerated() {
                #expect(text.hasPrefix("a.\(form.rawValue)/\(number).txt txt: "))
            }
        }
    }

    @Test("Decompression bombs are rejected")
    func bomb() throws {
        let zeros = Packed.gzip([UInt8](repeating: 0x61, count: 80 << 20))
        let (actual, _) = try walk(["bomb.txt.gz": zeros])
        #expect(actual.count == 1 && actual[0].hasPrefix("bomb.txt.gz: error: it expands to more than 250 times"))
    }

    @Test("Files that are not archives are rejected", arguments: ["a.zip", "a.tar", "a.tar.gz", "a.tgz"])
    func garbage(name: String) throws {
        let (actual, _) = try walk([name: Array("no archive at all".utf8)])
        #expect(actual.count == 1 && actual[0].hasPrefix("\(name): error: it is not a readable archive"))
    }
}
