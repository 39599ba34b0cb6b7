import Foundation
import TestSupport
import Testing

@Suite("The program") struct TemaTests {
    private static let cases: [(String, Int32, String)] = [
        ("--help", 0, ""), ("--version", 0, ""), ("passages --help", 0, ""),
        ("passages", 2, "pass a file or folder|Missing expected argument"),
        ("passages nowhere.xml", 1, "nowhere.xml: error: there is no such file"),
        ("passages --strict nowhere.xml corpus", 2, "nowhere.xml: error: there is no such file"),
        ("passages --kinds quotes corpus", 2, "did you mean “quote”?"),
        ("passages --format jsonlines corpus", 2, "unknown format “jsonlines”"),
        ("passages --from jat corpus", 2, "did you mean “jats”?"),
        ("passages --encoding utf9 corpus", 2, "unknown encoding “utf9”"),
        ("passages --jobs 0 corpus", 2, "--jobs must be from 1 to 256"),
        ("frequences -c codebook.yaml corpus", 2, ""),
        ("frequencies -c nowhere.yaml corpus", 2, "nowhere.yaml: error: there is no such file"),
        ("frequencies -c corpus/interview.md corpus", 2, "corpus/interview.md:"),
        ("frequencies -c codebook.yaml --level subject corpus", 2, "unknown level “subject”"),
        ("frequencies -c codebook.yaml --nested most corpus", 2, "Please provide one of 'independent' and 'longest'"),
        ("cooccurrence -c codebook.yaml --unit page corpus", 2, "near-words"),
        ("compare -c codebook.yaml --by year --measure percents corpus", 2, "'percents' is invalid"),
        ("chart frequencies -c codebook.yaml corpus -o x.jpg", 2, "pictures can only be written as .svg or .png"),
        ("chart network -c codebook.yaml --width 10 corpus", 2, "--width must be from 300 to 4,000 pixels"),
        ("chart compare -c codebook.yaml --by year --as pie corpus", 2, "Please provide one of 'bars' and 'map'"),
        ("chart saturation -c codebook.yaml -o /dev/null corpus", 0, ""),
        ("chart saturation -c codebook.yaml --most 3 corpus", 2, "Unknown option '--most'"),
        ("chart compare -c codebook.yaml --by yaer corpus", 2, "did you mean “year”?"),
        ("chart flows -c codebook.yaml --by year --measure percent corpus", 2, "Please provide one of"),
        ("chart network -c codebook.yaml --measure n_ab corpus", 2, "Please provide one of 'jaccard' and 'npmi'"),
        ("chart network -c codebook.yaml --strongest 0 corpus", 2, "--strongest must be from 1 to 100 pairs"),
        ("chart cooccurrence -c codebook.yaml --order clusters corpus", 2, "did you mean “cluster”?"),
        ("chart portrait -c codebook.yaml corpus", 2, "with --document, such as --document"),
        ("chart portrait -c codebook.yaml --document interview-2 corpus", 2, "did you mean “interview-1”?"),
        ("combinations -c codebook.yaml --at-least 0 corpus", 2, "--at-least must be from 1 to 100 codes"),
        ("articles --columns a,,b corpus", 2, "--columns has an empty name"),
        ("articles --columns a,a corpus", 2, "--columns has “a” twice"),
        ("articles --cite apa --format csv corpus", 2, "--cite prints references, not a table"),
        ("articles --cite mla corpus", 2, "one of 'apa' and 'bibtex'"),
        ("articles --length -1 corpus", 2, ""),
        ("export -c codebook.yaml corpus -o /dev/full", 74, "/dev/full: error: cannot be written"),
        ("export -c codebook.yaml --quotes 2000 corpus -o /dev/null", 2, "--quotes must be from 0 to 1,000"),
        ("export -c codebook.yaml corpus -o x.csv", 2, "only studies can be exported as codings-csv"),
        ("passages corpus -o x.gexf", 2, "unknown format “gexf”"),
        ("export corpus -o /dev/null", 2, "pass one with -c"),
        ("quotes -c codebook.yaml --code plan corpus", 2, "did you mean “plans”?"),
        ("quotes -c codebook.yaml --code plans --context -1 corpus", 2, ""),
        ("quotes -c codebook.yaml --context sentences corpus", 2, "did you mean “sentence”?"),
        ("quotes -c codebook.yaml --context 10001 corpus", 2, "--context must be from 0 to 10,000"),
        ("quotes -c codebook.yaml --format docx corpus", 0, ""),
        ("quotes -c codebook.yaml -o quotes.dcox corpus", 2, "did you mean “docx”?"),
        ("frequencies -c codebook.yaml corpus -o x.docx", 2, "no format has the extension .docx"),
        ("frequencies -c codebook.yaml corpus --format docx", 2, "unknown format “docx”"),
        ("check corpus", 2, "corpus: error: it is a folder"),
        ("help chrt", 2, "did you mean “chart”?"),
        ("chart frequences -c codebook.yaml corpus", 2, "did you mean “frequencies”?"),
        ("pasages corpus", 2, "unknown command “pasages” (did you mean “passages”?)"),
        ("check codebok.yaml", 2, "did you mean “codebook.yaml”?"),
        ("compare -c codebook.yaml --by year --measure documnts corpus", 2, "(did you mean “documents”?)"),
        ("passages -o /nowhere/x.txt corpus", 2, "/nowhere/x.txt: error: cannot be created"),
        ("passages -o /dev/full corpus", 74, "/dev/full: error: cannot be written"),
        ("passages -o /dev/null corpus", 0, ""),
        ("passages -o corpus corpus", 2, "corpus: error: cannot be created: Is a directory"),
        ("passages corpus -o x.cvs", 2, "no format has the extension .cvs (did you mean “csv”?"),
        ("report -c codebook.yaml corpus -o x.csv", 2, "use the extension .html with -o, not .csv"),
        ("passages --format json --raw corpus", 2, "--raw applies to formats that spreadsheets open"),
        (
            "compare -c codebook.yaml --by contry corpus", 2,
            "no document has a variable “contry” (did you mean “country”?)"
        ),
        ("frequencies -c codebook.yaml --coder ana corpus", 2, "only studies have hand codings"),
        ("frequencies -c codebook.yaml --codings hand corpus", 2, "only studies have hand codings"),
        ("frequencies -c codebook.yaml --codings final --coder ana corpus", 2, "cannot be combined"),
        ("frequencies -c codebook.yaml --hand corpus", 2, "use --codings hand"),
        ("export s.tema --automatic -o a.qdpx", 2, "use --codings automatic"),
        ("validate check.csv --coder ana", 2, "add --study"),
        ("sample -c codebook.yaml --coder ana corpus", 2, "add --study"),
    ]

    @Test(
        "exits with 74 if its results or its messages cannot be written",
        arguments: [
            "init s.tema", "codebook import s.tema codebook.yaml", "import s.tema corpus", "code s.tema",
            "verify s.tema",
            "check codebook.yaml", "tag s.tema interview-1 --passage 0 --code plans", "memo s.tema Note", "undo s.tema",
            "backup s.tema", "codings s.tema", "status s.tema", "help", "help tag", "--version", "frequencies s.tema",
        ])
    func full(line: String) throws {
        let folder = TemporaryFolder()
        let files = Program.fixtures
        let prepare = """
            cp -r '\(files.path)/codebook.yaml' '\(files.path)/corpus' .; export TEMA_CODER=ana
            [ '\(line)' = 'init s.tema' ] || tema init s.tema -q >/dev/null 2>&1 || tema init s.tema >/dev/null
            case '\(line)' in init*|*import*) ;; *) tema codebook import s.tema codebook.yaml; tema import s.tema corpus;; esac
            """
        let results = try Program(
            shell: "{ \(prepare); } >/dev/null 2>&1; tema \(line) >/dev/full; echo $?", in: folder.url)
        #expect(results.output.hasSuffix("74\n"), "\(results.output)")
        let messages = try Program(shell: "tema frobnicate \(line) 2>/dev/full; echo $?", in: folder.url)
        #expect(messages.output == "74\n")
    }

    @Test("has its arguments if /proc is not available")
    func withoutProc() throws {
        let hide = "unshare --mount --map-root-user sh -c 'umount -l /proc && exec tema"
        let run = try Program(shell: "\(hide) tag nowhere.tema x --code y --passage 1'; echo $?", in: Program.fixtures)
        // The system may not let a process hide /proc.
        guard !run.output.contains("unshare:"), !run.output.contains("umount:") else { return }
        #expect(run.output.hasPrefix("nowhere.tema: error: ") && run.output.hasSuffix("2\n"), "\(run.output)")
    }

    @Test("exits with the right code and message", arguments: cases.indices)
    func ends(at index: Int) throws {
        let (line, code, words) = Self.cases[index]
        let program = try Program(line)
        #expect(program.code == code, "\(line): \(program.messages)")
        let isTold = words.split(separator: "|").contains { program.messages.contains($0) } || words.isEmpty
        #expect(isTold && (code == 0) == program.messages.isEmpty, "\(line): \(program.messages)")
        // A usage error is one line.
        if program.messages.hasPrefix("error: ") {
            #expect(program.messages.split(separator: "\n").count == 1, "\(line): \(program.messages)")
        }
    }

    @Test("reports a bad file in one line, reads the others, and prints only errors with --quiet")
    func badFile() throws {
        let folder = TemporaryFolder()
        try folder.write(["bad.xml": "<article><body><p>x</body></article>", "good.txt": "fine"])
        let program = try Program("passages --quiet --format csv .", in: folder.url)
        #expect(program.code == 1 && program.output.contains("fine"))
        #expect(program.messages.hasPrefix("./bad.xml:1:27: error: "))
        #expect(program.messages.hasSuffix(")\n1 problem; 1 document read\n"), "\(program.messages)")
    }

    @Test("lists its parts with all texts of their licences", arguments: ["--version --licences", "--licences"])
    func licences(line: String) throws {
        let program = try Program(line)
        let folder = Repository.url("LICENSES")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        for name in names where name.hasSuffix(".txt") {
            let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            #expect(program.output.contains("==== \(name.dropLast(4)) ====\n\n\(text)"), "\(name)")
        }
        #expect(program.code == 0 && program.output.contains("  libxml2  "))
    }

    @Test("prints no messages of libxml2")
    func libraryMessages() throws {
        let folder = TemporaryFolder()
        try folder.write([
            "a.xml": "<!DOCTYPE article [<!ENTITY lt 'x'>]><article><body><p>a &lt; b</p></body></article>"
        ])
        let program = try Program("passages --format csv a.xml", in: folder.url)
        #expect(program.code == 0 && program.output.contains("a < b"))
        #expect(!program.messages.contains("xmlAddEntity"), "\(program.messages)")
    }

    @Test("replaces a file only when the new one is complete")
    func whole() throws {
        let folder = TemporaryFolder()
        try folder.write("x", "old".utf8)
        let failed = try Program(["passages", "--strict", "-o", folder.path("x"), "corpus", "nowhere.xml"])
        #expect(failed.code == 2)
        #expect(try folder.text("x") == "old")
        let done = try Program(["passages", "--format", "csv", "-o", folder.path("x"), "corpus"])
        #expect(done.code == 0)
        #expect(try folder.text("x").hasPrefix("document,"))
        #expect(try folder.names() == ["x"])
    }

    @Test(
        "writes to standard output with -o -",
        arguments: [
            "frequencies -c codebook.yaml corpus", "report -c codebook.yaml corpus",
            "chart frequencies -c codebook.yaml corpus", "export -c codebook.yaml corpus",
            "convert codebook.yaml --to csv",
            "cooccurrence -c codebook.yaml corpus --format graphml", "articles corpus --cite bibtex",
        ])
    func dash(line: String) throws {
        let folder = TemporaryFolder()
        let fixtures = Program.fixtures.path
        let words = line.replacing("codebook.yaml", with: "\(fixtures)/codebook.yaml")
            .replacing(" corpus", with: " \(fixtures)/corpus")
        let (usual, dash) = (try Program(words, in: folder.url), try Program(words + " -o -", in: folder.url))
        #expect(dash.code == 0, "\(dash.messages)")
        #expect(!dash.output.isEmpty && dash.output == usual.output)
        #expect(try folder.names().isEmpty)
    }

    @Test("has completion scripts for its commands", arguments: ["bash", "zsh", "fish"])
    func completions(shell: String) throws {
        let program = try Program("--generate-completion-script \(shell)")
        #expect(program.code == 0 && program.output.contains("cooccurrence"))
    }
}
