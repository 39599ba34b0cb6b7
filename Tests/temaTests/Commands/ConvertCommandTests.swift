import Foundation
import TestSupport
import Testing

@Suite("tema convert") struct ConvertCommandTests {
    /// Runs a command in a temporary folder with some files, and returns the files that it made.
    private func run(
        _ line: String, _ files: [String: Data] = [:], input: String = ""
    ) throws -> (program: Program, made: [String: String]) {
        let folder = TemporaryFolder()
        for (name, data) in files { try folder.write(name, data) }
        let program = try Program(line, input: input, in: folder.url)
        var made: [String: String] = [:]
        for name in try folder.names() where files[name] == nil { made[name] = try folder.text(name) }
        return (program, made)
    }

    private static let liwc = Data("%\n1\tCare\n2\tHarm\n%\nnurse*\t1\n:)\t1\nkill*\t2\n".utf8)

    @Test("writes a codebook that other commands read, and reports losses")
    func toTema() throws {
        let (program, made) = try run(
            "convert words.dic -o words.yaml --losses lost.csv --language en", ["words.dic": Self.liwc])
        #expect(program.code == 0 && program.output.isEmpty)
        #expect(
            made["words.yaml"]
                == """
                tema: 1
                id: words
                title: words
                version: "1"
                language: en
                codes:
                  - id: Care
                    indicators:
                      - "nurse*"
                  - id: Harm
                    indicators:
                      - "kill*"

                """)
        let lost = "entry “:)”,1,skipped: it contains no word\n"
        #expect(made["lost.csv"] == "element,count,reason\n\(lost)")
        #expect(
            program.messages.hasPrefix("words.dic: warning: 1 item could not be converted exactly from liwc to tema"),
            "\(program.messages)")
        let check = try run("check words.yaml", ["words.yaml": Data((made["words.yaml"] ?? "").utf8)])
        #expect(check.program.code == 0 && check.program.messages.isEmpty)
    }

    @Test("reads lists of codes from spreadsheets and CSV, also as a study's codebook and with -c")
    func lists() throws {
        let rows = [["Code", "Definition", "Parent"], ["Loss", "What was lost", ""], ["Home", "", "Loss"]]
        let sheet = Data(ComposedSheet.file([("Codes", rows), ("Counts", [["1"]])]))
        let csv = Data(rows.map { $0.joined(separator: ",") + "\n" }.joined().utf8)
        for (name, bytes) in [("codes.xlsx", sheet), ("codes.csv", csv)] {
            let (program, _) = try run("convert \(name)", [name: bytes])
            #expect(
                program.code == 0 && program.output.contains("codes:\n  - id: Loss\n    name: Loss\n"),
                "\(program.messages)")
            #expect(program.messages.contains("sheet Counts") == (name == "codes.xlsx"))
            let text = Data("A text.\n".utf8)
            let count = try run("frequencies -c \(name) a.txt --format csv", [name: bytes, "a.txt": text]).program
            #expect(count.code == 0 && count.output.contains("Loss/Home,Home,"), "\(count.messages)")
            let folder = TemporaryFolder()
            try folder.write(name, bytes)
            _ = try Program("init s.tema", in: folder.url)
            let imported = try Program("codebook import s.tema \(name)", in: folder.url)
            #expect(imported.output.contains("codes@1, 2 codes"), "\(imported.messages)")
        }
    }

    @Test("writes nothing with --strict if anything is lost")
    func strict() throws {
        let (program, made) = try run("convert --strict words.dic -o words.yaml", ["words.dic": Self.liwc])
        #expect(program.code == 2 && made.isEmpty && program.output.isEmpty)
        #expect(try run("convert --strict -", input: "a: [b]\n").program.code == 0)
    }

    @Test("reads standard input and writes standard output in the named formats")
    func standard() throws {
        let (program, _) = try run("convert - --to wordstat -q", input: "a:\n  b: [x y]\n")
        #expect(program.output == "a\n\tb\n\t\tx_y (1)\n" && program.messages.isEmpty && program.code == 0)
        let named = try run("convert - --from lexicoder", input: "\n+a\nx\n")
        #expect(named.program.output.contains("id: standard-input") && named.program.code == 0)
    }

    @Test("converts a codebook's names and indicators in one language")
    func language() throws {
        let yaml = "tema: 1\nid: b\ncodes:\n  - id: a\n    indicators: {en: [x], id: [y]}\n"
        let (program, _) = try run("convert b.yaml --to lexicoder --language id", ["b.yaml": Data(yaml.utf8)])
        #expect(program.output == "+a\ny\n" && program.messages.contains("indicator (en)"))
    }

    @Test("reads a named encoding, and suggests --encoding otherwise")
    func encoding() throws {
        let bytes = Data("%\n1\tBient".utf8) + [0xF4] + Data("t\n%\n".utf8) + [0xE9] + Data("t*\t1\n".utf8)
        let actual = try run("convert w.dic --encoding windows-1252", ["w.dic": bytes])
        #expect(actual.program.output.contains("id: \"Bientôt\"") && actual.program.output.contains("- \"ét*\""))
        let silent = try run("convert w.dic", ["w.dic": bytes])
        #expect(silent.program.code == 2 && silent.program.messages.contains("--encoding windows-1252"))
        #expect(silent.program.messages.hasPrefix("w.dic:"))
    }

    private static let mistakes: [(String, String)] = [
        ("convert w.txt", "the format cannot be detected"),
        ("convert w.txt --from lwic", "did you mean “liwc”?"), ("convert w.txt --to x", "unknown codebook format “x”"),
        ("convert w.txt --from liwc -o a.pdf", "the extension is not that of a codebook format"),
        ("convert w.txt --from liwc", "w.txt:1: error: the file must begin with a legend"),
        ("convert none.dic", "none.dic: error"), ("convert w.txt --losses a.b", "--losses needs a file"),
        ("convert w.txt --encoding klingon", "unknown encoding “klingon”"),
        ("convert w.txt --language e/n", "--language must be a tag"),
    ]

    @Test("reports what is wrong, where, and what to do", arguments: mistakes.indices)
    func mistake(at index: Int) throws {
        let (program, made) = try run(Self.mistakes[index].0, ["w.txt": Data("Dear reader.\n".utf8)])
        #expect(
            program.code == 2 && made.isEmpty && program.messages.contains(Self.mistakes[index].1),
            "\(program.messages)")
    }

    @Test(
        "is suggested by commands that get a dictionary",
        arguments: ["check w.dic", "codebook show w.dic"])
    func hint(_ line: String) throws {
        let (program, _) = try run(line, ["w.dic": Self.liwc])
        #expect(
            program.code == 2
                && program.messages.contains("convert it first with `tema convert w.dic -o codebook.yaml`"))
    }
}
