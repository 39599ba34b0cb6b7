import ArgumentParser
import TemaTables
import Testing

@testable import tema

@Suite("Help") struct HelpTextTests {
    @Test("shows a command's own options before those that commands share")
    func options() {
        let help = Tema.helpMessage(for: FrequenciesCommand.self, columns: 80)
        let titles = HelpText.arranged(help).split(separator: "\n").filter { $0.hasSuffix(":") && !$0.hasPrefix(" ") }
        #expect(titles == ["ARGUMENTS:", "OPTIONS:", "ROW OPTIONS:", "READING OPTIONS:", "OUTPUT OPTIONS:"])
    }

    @Test("shows groups of commands under their titles")
    func groups() {
        let help = HelpText.arranged(Tema.helpMessage(columns: 80))
        let titles = Tema.configuration.groupedSubcommands.map { $0.name.uppercased() + ":" }
        #expect(titles.allSatisfy { help.contains("\n\n\($0)\n") })
        #expect(!help.contains("SUBCOMMANDS"))
    }

    @Test("keeps every line of the parser's help")
    func lines() {
        for command in Tema.configuration.subcommands {
            let help = Tema.helpMessage(for: command, columns: 80)
            let (before, after) = (help.split(separator: "\n"), HelpText.arranged(help).split(separator: "\n"))
            #expect(before.count == after.count)
        }
    }

    @Test("lists every format that --format accepts")
    func formats() {
        func words(_ command: any ParsableCommand.Type) -> String {
            Tema.helpMessage(for: command, columns: 80).split { $0 == " " || $0 == "\n" }.joined(separator: " ")
        }
        let tables = TableFormats.all.map { $0.name }.joined(separator: ", ")
        #expect(words(QuotesCommand.self).contains("Output format: \(tables), docx. By default"))
        #expect(words(CodingsCommand.self).contains("Output format: \(tables). By default"))
        let pairs = words(CooccurrenceCommand.self)
        #expect(NetworkFormats.all.allSatisfy { pairs.contains($0.name) })
    }

    @Test("has a description of at most 60 characters for each command")
    func abstracts() {
        for command in Tema.configuration.subcommands {
            #expect(command.configuration.abstract.count <= 60, "\(command)")
        }
    }
}
