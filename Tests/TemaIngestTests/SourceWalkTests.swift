import TemaFormats
import TemaModel
import TestSupport
import Testing

@testable import TemaIngest

@Suite("Texts in archives") struct SourceWalkTests {
    private static let members: [(name: String, bytes: [UInt8])] = [
        ("set/", []), ("set/b.txt", Array("Second é".utf8)), ("set/a.xml", Array("<article/>".utf8)),
        ("set/README.txt", Array("no".utf8)), ("set/.hidden.txt", Array("no".utf8)), ("figure.png", [0x89]),
        ("../up.md", Array("# Up".utf8)), ("inner.txt.gz", Packed.gzip(Array("no".utf8))),
    ]

    /// What a walk over a folder of some files gives: names with contents, and problems, without the folder's own path.
    private func walk(_ files: [String: [UInt8]]) throws -> (told: [String], passedOver: [String]) {
        let folder = TemporaryFolder()
        for (name, bytes) in files { try folder.write(name, bytes) }
        let root = folder.path
        var walk = SourceWalk([root])
        var told: [String] = []
        while let item = walk.next() {
            switch item {
            case .file(let path): told.append("file \(path.display.dropFirst(root.utf8.count + 1))")
            case .source(let source, let path):
                let text = String(decoding: try source.beginning(100), as: UTF8.self)
                told.append("\(source.name.dropFirst(root.utf8.count + 1)) \(path.fileExtension ?? "-"): \(text)")
            case .problem(let problem): told.append("\(problem)".replacing(root + "/", with: ""))
            }
        }
        return (told, walk.skipped.all.map { "\($0.count) \($0.ending)" })
    }

    @Test("are given in the archive's order, under its name", arguments: Packed.Form.allCases)
    func members(_ form: Packed.Form) throws {
        let name = "a.\(form.rawValue)"
        let expected = [
            "\(name)/set/b.txt txt: Second é", "\(name)/set/a.xml xml: <article/>", "\(name)/../up.md md: # Up",
        ]
        let (told, passedOver) = try walk([name: Packed.archive(form, Self.members), "z.txt": [0x78]])
        #expect(told == expected + ["file z.txt"])
        #expect(passedOver == ["1 .gz", "1 .png"])
    }

    @Test("may be one compressed file, which is known by its own name")
    func single() throws {
        let text = Packed.gzip(Array("One.".utf8))
        let (told, passedOver) = try walk(["note.txt.gz": text, "figure.png.gz": text, "b.md.zst": [1]])
        #expect(told.last == "note.txt.gz txt: One.")
        #expect(told.first?.hasPrefix("b.md.zst: error: ") == true && told.count == 2)
        #expect(passedOver == ["1 .gz"])
    }

    @Test("are given up to where an archive is broken, and the rest is a problem", arguments: Packed.Form.allCases)
    func truncated(_ form: Packed.Form) throws {
        let texts = (0..<20).map { number -> (name: String, bytes: [UInt8]) in
            ("\(number).txt", (0..<2_000).map { UInt8(truncatingIfNeeded: 0x21 + ($0 &* $0 &* (number + 3)) % 90) })
        }
        let whole = Packed.archive(form, texts)
        for count in stride(from: 0, to: whole.count - 1, by: max(1, whole.count / 23)) {
            let (told, _) = try walk(["a.\(form.rawValue)": Array(whole[..<count])])
            let problems = told.filter { $0.contains("error: ") }
            // A tar may lack the zeros at its end.
            #expect(problems.count == 1 || (form != .zip && told.count == 20), "\(count) bytes")
            for (number, text) in told.dropLast(problems.count).enumerated() {
                #expect(text.hasPrefix("a.\(form.rawValue)/\(number).txt txt: "))
            }
        }
    }

    @Test("that only grow are refused")
    func bomb() throws {
        let zeros = Packed.gzip([UInt8](repeating: 0x61, count: 80 << 20))
        let (told, _) = try walk(["bomb.txt.gz": zeros])
        #expect(told.count == 1 && told[0].hasPrefix("bomb.txt.gz: error: it expands to more than 250 times"))
    }

    @Test("must be archives", arguments: ["a.zip", "a.tar", "a.tar.gz", "a.tgz"])
    func garbage(name: String) throws {
        let (told, _) = try walk([name: Array("no archive at all".utf8)])
        #expect(told.count == 1 && told[0].hasPrefix("\(name): error: it is not a readable archive"))
    }
}
