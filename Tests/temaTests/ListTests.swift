import ArgumentParser
import Foundation
import TemaFormats
import TestSupport
import Testing

@testable import TemaCodebook
@testable import TemaExchange
@testable import TemaIngest
@testable import TemaTables
@testable import tema

/// Compares lists with the files of their folders, to find files that are not listed.
@Suite("Lists and folders") struct ListTests {
    /// Returns the types declared in a folder's files that conform to a protocol.
    private func declared(_ folders: [String], conforming text: String) throws -> Set<String> {
        var names: Set<String> = []
        for folder in folders {
            let url = Repository.url(folder)
            for file in try FileManager.default.contentsOfDirectory(at: url, includingPropertiesForKeys: nil)
            where file.pathExtension == "swift" {
                for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
                where line.contains(text) {
                    let words = line.split { !$0.isLetter && $0 != "_" }
                    if let at = words.firstIndex(where: { $0 == "enum" || $0 == "struct" }) {
                        names.insert(String(words[at + 1]))
                    }
                }
            }
        }
        return names
    }

    @Test("Every reader is listed")
    func readers() throws {
        let folders = ["Sources/TemaIngest/Formats", "Sources/TemaIngest/JATS"]
        let names = try declared(folders, conforming: ": DocumentReader {")
            .union(declared(folders, conforming: ": TextReader {"))
        #expect(names == Set(DocumentReaders.all.map { "\($0)" }))
    }

    @Test("Every format of networks is listed")
    func networks() throws {
        let names = try declared(["Sources/TemaTables/Networks"], conforming: ": NetworkFormat {")
        #expect(names == Set(NetworkFormats.all.map { "\($0)" }))
    }

    @Test("Every format of projects and codings is listed")
    func projects() throws {
        let names = try declared(["Sources/TemaExchange/Formats"], conforming: ": ProjectFormat {")
        #expect(names == Set(ProjectFormats.all.map { "\($0)" }))
    }

    @Test("Every format of codebooks is listed")
    func codebooks() throws {
        let names = try declared(
            ["Sources/TemaCodebook/Formats", "Sources/TemaRefi"], conforming: ": CodebookFormat {")
        #expect(names == Set(CodebookFormats.all.map { "\($0)" }))
    }

    /// All commands and subcommands.
    private var listed: [any ParsableCommand.Type] {
        let commands = Tema.configuration.subcommands
        return commands + commands.flatMap { $0.configuration.subcommands }
    }

    @Test("Every command is listed")
    func commands() throws {
        let names = try declared(
            ["Sources/tema/Commands", "Sources/tema/Commands/Charts"], conforming: ": ParsableCommand {")
        #expect(names == Set(listed.map { "\($0)" }))
    }

    @Test("Every command has an example in its help")
    func examples() {
        for command in listed where command.configuration.subcommands.isEmpty {
            #expect(command.configuration.discussion.contains("Example: tema "), "\(command)")
        }
    }
}
