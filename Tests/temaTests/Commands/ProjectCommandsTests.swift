import Foundation
import TestSupport
import Testing

@testable import TemaExchange
@testable import TemaFormats
@testable import tema

/// `tema import` and `tema export` for other programs' files.
@Suite("Other programs' files") struct ProjectCommandsTests {
    /// Runs a test with a study of one text and two codings in a temporary folder.
    private func withStudy(_ work: (URL) throws -> Void) throws {
        let scratch = TemporaryFolder()
        let folder = scratch.url
        try write("She went to the lake. 👩‍👧 It was cold.\n\nNobody came.", "maria.txt", folder)
        try write(
            "tema: 1\nid: book\ncodes:\n  - id: place\n    name: A place\n    codes:\n      - id: lake\n  - id: cold\n",
            "book.yaml", folder)
        for line in [
            "init a.tema", "codebook import a.tema book.yaml", "import a.tema maria.txt",
            "tag a.tema maria --quote lake --code place/lake --coder ana --memo why",
            "tag a.tema maria --quote cold --code cold --coder ben",
        ] {
            let run = try Program(line, in: folder)
            #expect(run.code == 0, "\(line): \(run.messages)")
        }
        try work(folder)
    }

    private func write(_ text: String, _ name: String, _ folder: URL) throws {
        try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
    }

    private func codings(_ study: String, _ folder: URL) throws -> String {
        try Program("codings \(study) --codings hand --format csv", in: folder).output
    }

    @Test(
        "survive export and import, and a second export has the same bytes",
        arguments: ["", "--dialect nvivo", "--codings hand"])
    func roundTrip(option: String) throws {
        try withStudy { folder in
            let export = try Program("export a.tema -o a.qdpx \(option)", in: folder)
            #expect(export.code == 0, "\(export.messages)")
            #expect(try Program("init b.tema", in: folder).code == 0)
            // The other program's file has codes by name, which the codebook maps to codes.
            if option.contains("nvivo") { _ = try Program("codebook import b.tema book.yaml", in: folder) }
            let back = try Program("import b.tema a.qdpx", in: folder)
            #expect(back.code == 0, "\(back.messages)")
            #expect(try codings("b.tema", folder) == codings("a.tema", folder))
            #expect(
                try Program("memo b.tema", in: folder).output == Program("memo a.tema", in: folder).output)
            _ = try Program("export a.tema -o again.qdpx \(option)", in: folder)
            let bytes = try ["a.qdpx", "again.qdpx"].map { try Data(contentsOf: folder.appending(path: $0)) }
            #expect(bytes[0] == bytes[1])
            #expect(try Program("import b.tema a.qdpx", in: folder).output.contains("0 codings"))
        }
    }

    @Test(
        "of codings alone can be imported into a study with the texts",
        arguments: ProjectFormats.all.filter { !$0.isReadOnly }.map { $0.name })
    func codingsAlone(format: String) throws {
        try withStudy { folder in
            let type = try #require(ProjectFormats.named(format))
            let isFolder = format == "brat"
            let name = isFolder ? "out" : "out.\(type.extensions[0])"
            let export = try Program("export a.tema -o \(name) --to \(format)", in: folder)
            #expect(export.code == 0, "\(export.messages)")
            for line in ["init b.tema", "codebook import b.tema book.yaml", "import b.tema maria.txt"] {
                _ = try Program(line, in: folder)
            }
            let back = try Program("import b.tema \(name)\(isFolder ? " --from brat" : "")", in: folder)
            #expect(back.code == 0, "\(format): \(back.messages)")
            let found = try Program("codings b.tema --codings hand --format csv", in: folder).output
            #expect(found.contains("place/lake") && found.split(separator: "\n").count == 3, "\(format): \(found)")
        }
    }

    @Test("keep a code that another program renames, with its codings")
    func renamedElsewhere() throws {
        try withStudy { folder in
            #expect(try Program("export a.tema -o out.qdpx", in: folder).code == 0)
            let out = Unpacked([UInt8](try Data(contentsOf: folder.appending(path: "out.qdpx"))))
            let zip = try ZipWriter()
            for (name, bytes) in out.members where !name.hasPrefix("tema/") {
                let text = String(decoding: bytes, as: UTF8.self)
                try zip.add(name, Array(text.replacing("name=\"A place\"", with: "name=\"Shore\"").utf8))
            }
            try Data(try zip.finish()).write(to: folder.appending(path: "back.qdpx"))
            let before = try codings("a.tema", folder)
            let back = try Program("import a.tema back.qdpx", in: folder)
            #expect(back.code == 0 && back.output.contains("0 codings, 0 memos"), "\(back.output)\(back.messages)")
            #expect(back.messages.contains("note: the code place is now named “Shore”, not “A place”"))
            #expect(try codings("a.tema", folder) == before)
            let codebook = try Program("codebook export a.tema", in: folder).output
            #expect(codebook.contains("  - id: place\n    name: Shore\n") && !codebook.contains("id: Shore"))
        }
    }

    @Test("are not written with --strict if data would be lost, and losses are written as a table")
    func strict() throws {
        try withStudy { folder in
            let run = try Program("export a.tema -o a.ann --to quanteda --strict --losses lost.csv", in: folder)
            let lost = try Program("export a.tema -o a.qdc --losses lost.csv", in: folder)
            #expect(run.code == 0 || run.code == 2)
            #expect(lost.code == 0, "\(lost.messages)")
            let table = try String(contentsOf: folder.appending(path: "lost.csv"), encoding: .utf8)
            #expect(table.hasPrefix("element,count,reason\n"))
        }
    }

    @Test("add missing codes only with --add-codes, or if there is no codebook")
    func codes() throws {
        try withStudy { folder in
            try write("document,quote,code\nmaria.txt,Nobody,People > nobody\nmaria,lake,lake\n", "more.csv", folder)
            let refused = try Program("import a.tema more.csv", in: folder)
            #expect(refused.code == 1)
            #expect(refused.messages.contains("the codebook has no code “People > nobody”: 1 coding skipped"))
            let added = try Program("import a.tema more.csv --add-codes", in: folder)
            #expect(added.code == 0, "\(added.messages)")
            #expect(try codings("a.tema", folder).contains("People/nobody"))
            for line in ["init c.tema", "import c.tema maria.txt", "import c.tema more.csv"] {
                let run = try Program(line, in: folder)
                #expect(run.code == 0, "\(line): \(run.messages)")
            }
            #expect(try codings("c.tema", folder).contains("People/nobody"))
        }
    }

    @Test(
        "are reported if they cannot be used, and leave the study unchanged",
        arguments: [
            ("import a.tema bad.qdpx", "bad.qdpx: error: it is empty"),
            ("import a.tema nowhere.qdpx", "there is no such file"),
            ("import a.tema maria.txt --offsets nvvo", "did you mean “nvivo”?"),
            ("export a.tema -o a.qda", "only be imported"),
            ("export a.tema -o a.docx", "no export format has the extension .docx"),
            ("export a.tema -o a.qdpx --dialect nvvo", "did you mean “nvivo”?"),
            ("export a.tema -o a.xlsx --dialect nvivo", "not to spreadsheets"),
            ("export maria.txt -o a.qdpx", "only studies"),
        ])
    func refused(line: String, words: String) throws {
        try withStudy { folder in
            try write("", "bad.qdpx", folder)
            let before = try Data(contentsOf: folder.appending(path: "a.tema"))
            let run = try Program(line, in: folder)
            #expect(run.code != 0)
            #expect(run.messages.contains(words), "\(run.messages)")
            #expect(try Data(contentsOf: folder.appending(path: "a.tema")) == before)
        }
    }
}
