import TemaIngest
import TemaModel
import TestSupport
import Testing

@testable import TemaPipeline

@Suite("The documents of a run") struct SeenDocumentsTests {
    private func add(_ document: Document, to seen: inout SeenDocuments) -> SeenDocuments.Finding {
        seen.add(document, SeenDocuments.Digest(document))
    }

    private func text(_ id: String, _ text: String, in source: String) -> Document {
        Document(id: id, source: source, text: Text(text))
    }

    @Test("have each id once; canonically equivalent ids are equal")
    func ids() {
        var seen = SeenDocuments()
        let documents = (0..<2_000).map { text("10.5555/\($0)", "a", in: "f\($0 / 100)") }
        #expect(documents.allSatisfy { add($0, to: &seen) == .new })
        #expect(documents.allSatisfy { add($0, to: &seen) == .repeats($0.source) })
        #expect(add(text("caf\u{E9}", "a", in: "x"), to: &seen) == .new)
        #expect(add(text("cafe\u{301}", "b", in: "y"), to: &seen) == .conflicts("x"))
        #expect(add(text("", "a", in: "z"), to: &seen) == .new)
    }

    private func reference(_ title: String, abstract: String = "", in source: String) -> Document {
        var document = text("10.1/s", title + abstract, in: source)
        (document.metadata.doi, document.metadata.title) = ("10.1/s", title)
        document.passages = [Passage(kind: .title, sectionType: .front, span: 0..<title.utf8.count)]
        return document
    }

    @Test("are two if references share a DOI and have other titles, also when both are repeated")
    func sharedDOI() {
        var seen = SeenDocuments()
        #expect(add(reference("Sleep in ports", in: "a"), to: &seen) == .new)
        #expect(add(reference("Work in ports", in: "a"), to: &seen) == .sharesDOI("a", id: "10.1/s#2"))
        #expect(add(reference("Play in ports", in: "b"), to: &seen) == .sharesDOI("a", id: "10.1/s#3"))
        #expect(add(reference("Sleep in ports", in: "c"), to: &seen) == .repeats("a"))
        #expect(add(reference("Work in ports", in: "c"), to: &seen) == .repeats("a"))
        #expect(add(reference("WORK IN PORTS.", abstract: " Words.", in: "c"), to: &seen) == .conflicts("a"))
    }
}

@Suite("The problems of a run") struct RunProblemsTests {
    private static let ris = "TY  - JOUR\nID  - d1\nTI  - Poor children\nER  - \n"

    /// Runs through files in a folder, and returns the summary and the problems without the path of the folder.
    private func run(_ files: [String: String], naming names: [String] = [""], strict: Bool = false) throws
        -> (summary: RunSummary, problems: [String])
    {
        let folder = TemporaryFolder()
        for (name, text) in files { try folder.write(name, text.utf8) }
        var settings = ReadingSettings()
        settings.isStrict = strict
        var problems: [String] = []
        let paths = names.map { $0.isEmpty ? folder.path : folder.path($0) }
        let summary = try CorpusReader(input: .paths(paths), settings: settings).each(
            RunMonitor(report: { problems.append($0.description.replacing(folder.path + "/", with: "")) })
        ) { _ in }
        return (summary, problems)
    }

    @Test("A document with the id and the text of another is noted and counted as skipped")
    func repeated() throws {
        let (summary, problems) = try run(["a/r.ris": Self.ris, "b/r.ris": Self.ris + Self.ris], strict: true)
        #expect(summary.documents == 1 && summary.errors == 0)
        #expect(summary.skipped == ["2 repeated documents"])
        #expect(
            Set(problems) == ["b/r.ris: note: d1 has the id and the text of a document in a/r.ris; skipped"]
                && problems.count == 2)
    }

    @Test("A document with the id of another text is a warning that names both files, and the run is incomplete")
    func conflicting() throws {
        let files = ["PMC1/fulltext.txt": "One.", "other/PMC1/fulltext.txt": "Two.", "PMC2/fulltext.txt": "One."]
        let (summary, problems) = try run(files)
        #expect(summary.documents == 2 && summary.errors == 1)
        #expect(
            problems == [
                "other/PMC1/fulltext.txt: warning: PMC1 is also the id of another text, in PMC1/fulltext.txt; skipped "
                    + "(change the id of one of the two, or remove one)"
            ])
        #expect(throws: Problem.self) { try run(files, strict: true) }
    }

    @Test("A file without a document is an error if it is named, and skipped if it is found")
    func withoutDocument() throws {
        let files = ["x/a.xml": "<other/>", "x/b.xml": "<other>", "x/c.txt": "Text."]
        let found = try run(files)
        #expect(found.summary.errors == 1 && found.summary.documents == 1)
        #expect(found.summary.skipped == ["1 .xml without a document"])
        let named = try run(files, naming: ["x/a.xml", "x/c.txt"])
        #expect(named.summary.errors == 1 && named.summary.skipped.isEmpty)
        #expect(named.problems.first?.hasPrefix("x/a.xml: error: it contains no <article>") == true)
    }
}
