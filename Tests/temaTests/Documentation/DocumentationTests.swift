import Foundation
import TestSupport
import Testing

/// Every command in the documentation is run, with the project's own corpus and codebooks.
@Suite("The documentation") struct DocumentationTests {
    /// The pages with commands.
    private static let pages = (["README.md"] + documents).filter {
        !((try? DocumentedCommand.all(in: $0)) ?? []).isEmpty
    }

    private static var documents: [String] {
        let names = try? FileManager.default.contentsOfDirectory(atPath: Repository.path("Documentation"))
        return (names ?? []).filter { $0.hasSuffix(".md") }.sorted().map { "Documentation/\($0)" }
    }

    /// Commands that are not run, by words in them, with the reason.
    private static let exceptions: [(words: String, reason: String)] = [
        ("-o network.png", "rsvg-convert may be installed here or not"),
        ("--codings ID…", "a coding's id is another in each study"),
    ]

    @Test("shows commands that run, and prints what they print", arguments: pages)
    func page(_ page: String) throws {
        let commands = try DocumentedCommand.all(in: page)
        let folder = try DocumentationFolder(
            hasStudy: !commands.contains { $0.text.hasPrefix("tema init interviews.tema") })
        for command in commands where !Self.exceptions.contains(where: { command.text.contains($0.words) }) {
            // The page leaves this step to a person.
            if command.text.hasPrefix("tema validate") { try folder.reviewSample() }
            let run = try folder.run(command.text)
            let place = "\(page):\(command.line): \(command.text)"
            #expect((run.code == 0) != command.showsProblem, "\(place): exit code \(run.code)\n\(run.output)")
            #expect(command.matches(run.output), "\(place) prints\n\(run.output)")
        }
    }

    @Test("is found with all its pages that show commands")
    func found() {
        #expect(Self.pages.count >= 10)
        #expect(Self.pages.contains("README.md") && Self.pages.contains("Documentation/studies.md"))
    }

    @Test("has no exception that no page needs", arguments: exceptions)
    func needed(exception: (words: String, reason: String)) throws {
        let commands = try Self.pages.flatMap { try DocumentedCommand.all(in: $0) }
        #expect(commands.contains { $0.text.contains(exception.words) })
    }
}
