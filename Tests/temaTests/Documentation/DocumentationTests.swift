import Foundation
import TestSupport
import Testing

/// Runs every command in the documentation, with the project's own corpus and codebooks.
@Suite("The documentation") struct DocumentationTests {
    /// The pages with commands.
    private static let pages = (["README.md"] + documents).filter {
        !((try? DocumentedCommand.all(in: $0)) ?? []).isEmpty
    }

    private static var documents: [String] {
        let names = try? FileManager.default.contentsOfDirectory(atPath: Repository.path("Documentation"))
        return (names ?? []).filter { $0.hasSuffix(".md") }.sorted().map { "Documentation/\($0)" }
    }

    /// Commands that are not run, by a part of their text, with the reason.
    private static let exceptions: [(words: String, reason: String)] = [
        ("-o network.png", "rsvg-convert may or may not be installed"),
        ("--codings ID…", "ids of codings differ between studies"),
        ("tema serve ", "it runs until it is ended"),
    ]

    @Test("has commands that run, with their actual output", arguments: pages)
    func page(_ page: String) throws {
        let commands = try DocumentedCommand.all(in: page)
        let folder = try DocumentationFolder(
            hasStudy: !commands.contains { $0.text.hasPrefix("tema init interviews.tema") })
        for command in commands where !Self.exceptions.contains(where: { command.text.contains($0.words) }) {
            // The page leaves this step to the reader.
            if command.text.hasPrefix("tema validate") { try folder.reviewSample() }
            let run = try folder.run(command.text)
            let place = "\(page):\(command.line): \(command.text)"
            #expect((run.code == 0) != command.showsProblem, "\(place): exit code \(run.code)\n\(run.output)")
            #expect(command.matches(run.output), "\(place) prints\n\(run.output)")
        }
    }

    @Test("has the expected pages with commands")
    func found() {
        #expect(Self.pages.count >= 10)
        #expect(Self.pages.contains("README.md") && Self.pages.contains("Documentation/coding-by-hand.md"))
    }

    @Test("has no unused exceptions", arguments: exceptions)
    func needed(exception: (words: String, reason: String)) throws {
        let commands = try Self.pages.flatMap { try DocumentedCommand.all(in: $0) }
        #expect(commands.contains { $0.text.contains(exception.words) })
    }
}
