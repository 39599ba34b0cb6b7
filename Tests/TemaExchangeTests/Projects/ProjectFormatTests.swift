import TemaFormats
import TemaModel
import TestSupport
import Testing

@testable import TemaExchange
@testable import TemaIngest

@Suite("Formats of codings") struct ProjectFormatTests {
    private static let formats: [(name: String, file: String)] = [
        ("codings-csv", "x.csv"), ("codings-tsv", "x.tsv"), ("codings-jsonl", "x.jsonl"),
        ("web-annotation", "x.jsonld"), ("brat", "x"),
    ]

    /// Codings of every kind in texts of every kind.
    private static func project(seed: Int) throws -> Project {
        var random = SeededGenerator(seed: seed)
        let parts = [
            "a", "took", " ", "\n\n", "é", "e\u{301}", "😀", "👩‍👧", "שלום", "العربية", "\"", "'", "=1+1", "-", "\t", "\\n",
            "\\", ",", ";",
            "{", "<b>", "\u{2028}", "\u{FEFF}", "%41", "\u{202E}",
        ]
        func text(_ count: Int) -> String {
            (0..<count).map { _ in parts[Int.random(in: 0..<parts.count, using: &random)] }.joined()
        }
        var project = Project(name: "p")
        for id in ["maria", "10.1/x y", "Ünï.txt", "=a", "..", "a%2Fb"] {
            project.documents.append(try ForeignText("x" + text(60)).document(id: id, source: ""))
        }
        for number in 0..<40 {
            let document = project.documents[Int.random(in: 0..<project.documents.count, using: &random)]
            let count = ScalarOffsets(document.text).count
            let start = Int.random(in: 0..<count, using: &random)
            let end = Int.random(in: (start + 1)...count, using: &random)
            let coding = Project.Coding(
                id: CodingID(of: ["\(seed)", "\(number)"]).text, document: document.id, place: .span(start..<end),
                code: ["loss", "loss/home", "=a", "喪失/é", "a b"][number % 5], coder: ["ana", "José", "-b"][number % 3],
                at: "2026-01-31T12:00:0\(number % 10)Z")
            project.codings.append(coding)
            if number % 4 == 0 {
                project.memos.append(
                    Project.Memo(
                        target: .coding(coding.id ?? ""), coder: coding.coder, text: "m" + text(8), at: coding.at))
            }
        }
        return project
    }

    private static func path(_ file: ProjectFile, _ name: String) -> String {
        file.path.isEmpty ? name : "\(name)/\(file.path)"
    }

    private static func read(_ format: any ProjectFormat.Type, _ files: [ProjectFile], _ name: String) throws
        -> ProjectReading
    {
        let scratch = TemporaryFolder()
        for file in files { try scratch.write(path(file, name), file.bytes) }
        return try ProjectReading(format, scratch.file(name))
    }

    /// Returns a coding without the fields that a format cannot represent.
    private static func shown(_ coding: Project.Coding, _ format: String) -> Project.Coding {
        var coding = coding
        if case .spanOfQuote(let span, _) = coding.place { coding.place = .span(span) }
        if format == "brat" { (coding.id, coding.coder, coding.at) = (nil, nil, nil) }
        return coding
    }

    @Test("Written codings are the same when they are read", arguments: formats, 1...6)
    func roundTrip(format: (name: String, file: String), seed: Int) throws {
        let type = try #require(ProjectFormats.named(format.name))
        let project = try Self.project(seed: seed)
        var options = ProjectOptions()
        let files = try type.write(project, &options)
        let reading = try Self.read(type, files, format.file)
        let isGrouped = format.name == "brat"
        func sorted(_ codings: [Project.Coding]) -> [String] {
            let shown = codings.map { "\(Self.shown($0, format.name))" }
            return isGrouped ? shown.sorted() : shown
        }
        #expect(reading.problems.isEmpty && reading.losses.isEmpty, "seed \(seed): \(reading.problems) \(reading.lost)")
        #expect(sorted(reading.project.codings) == sorted(project.codings), "seed \(seed)")
        #expect(reading.project.memos.count == project.memos.count, "seed \(seed)")
        if !isGrouped {
            #expect(reading.project.memos.map(\.text) == project.memos.map(\.text), "seed \(seed)")
            #expect(reading.project.memos.map(\.target) == project.memos.map(\.target), "seed \(seed)")
            #expect(reading.project.memos.map(\.coder) == project.memos.map(\.coder), "seed \(seed)")
        }
        for case (.spanOfQuote(let span, let quote), let coding) in zip(
            reading.project.codings.map(\.place), project.codings)
        {
            let text = try #require(project.documents.first { $0.id == coding.document }).text
            #expect(String(String.UnicodeScalarView(Array(text.string.unicodeScalars)[span])) == quote, "seed \(seed)")
        }
        var again = ProjectOptions()
        #expect(try type.write(project, &again) == files, "seed \(seed)")
    }

    @Test("Formats with texts preserve them", arguments: 1...6) func texts(seed: Int) throws {
        let project = try Self.project(seed: seed)
        var options = ProjectOptions()
        let reading = try Self.read(Brat.self, try Brat.write(project, &options), "x")
        let texts = { (project: Project) in project.documents.map { "\($0.id) \($0.text.string)" }.sorted() }
        #expect(texts(reading.project) == texts(project), "seed \(seed)")
    }

    @Test("A damaged file is rejected, or read as valid codings", arguments: formats, 1...3)
    func fuzz(format: (name: String, file: String), seed: Int) throws {
        let type = try #require(ProjectFormats.named(format.name))
        var random = SeededGenerator(seed: seed)
        var project = try Self.project(seed: seed)
        project.codings = Array(project.codings.prefix(5))
        var options = ProjectOptions()
        let files = try type.write(project, &options)
        var law = ProjectDamageCheck()
        for round in 0..<(files.count == 1 ? 200 : 60) {
            let scratch = TemporaryFolder()
            let at = Int.random(in: 0..<files.count, using: &random)
            for (number, file) in files.enumerated() {
                let bytes = number == at ? file.bytes.damaged(using: &random) : file.bytes
                try scratch.write(Self.path(file, format.file), bytes)
            }
            try law.expect(type, scratch.file(format.file), "seed \(seed), round \(round)")
        }
        #expect(law.read > 0 && (law.refused > 0 || format.name == "brat"), "seed \(seed): \(law)")
    }

    @Test(
        "A file without codings is rejected or empty", arguments: formats.dropLast(),
        ["", "\0", "{", "[", "\"", "\u{FEFF}", "a,b\n"])
    func nothing(format: (name: String, file: String), text: String) throws {
        let type = try #require(ProjectFormats.named(format.name))
        do {
            #expect(try ProjectReading(type, Array(text.utf8), name: format.file).project.codings.isEmpty)
        } catch let problem as Problem { #expect(problem.file != nil) }
    }

    @Test("Formats have unique names, and are found by file extension") func registry() {
        let names = ProjectFormats.all.map { $0.name }
        #expect(Set(names).count == names.count)
        #expect(ProjectFormats.all.allSatisfy { !$0.summary.isEmpty && !$0.extensions.isEmpty })
        #expect(ProjectFormats.format(promisedBy: InputPath("a/b.JSONLD"))?.name == "web-annotation")
    }
}
