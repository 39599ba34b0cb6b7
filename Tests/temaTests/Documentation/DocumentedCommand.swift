import Foundation
import TestSupport

/// A command line in a page of the documentation.
struct DocumentedCommand {
    let line: Int
    var text: String
    /// The output lines that the page shows after a line with a prompt.
    var output: [String]?

    /// Reads the commands of a Markdown page, in order.
    ///
    /// In code blocks these are lines that begin with `tema ` or `$ `; a `\` at the end continues a line. Inline code
    /// is a command if it begins with `tema `, names a file, and has no placeholder (`STUDY`, `PATH…`). Other inline
    /// code only mentions a command.
    static func all(in page: String) throws -> [DocumentedCommand] {
        let text = try String(contentsOf: Repository.url(page), encoding: .utf8)
        var commands: [DocumentedCommand] = []
        var (isInBlock, isContinued, hasPrompt) = (false, false, false)
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.hasPrefix("```") {
                (isInBlock, isContinued, hasPrompt) = (!isInBlock, false, false)
            } else if !isInBlock {
                commands += complete(in: line).map { DocumentedCommand(line: number + 1, text: $0) }
            } else if isContinued {
                commands[commands.count - 1].text += "\n" + line
                isContinued = line.hasSuffix("\\")
            } else if line.hasPrefix("$ ") || line.hasPrefix("tema ") && !hasPrompt {
                hasPrompt = line.hasPrefix("$ ")
                let text = String(hasPrompt ? line.dropFirst(2) : line)
                commands.append(DocumentedCommand(line: number + 1, text: text, output: hasPrompt ? [] : nil))
                isContinued = line.hasSuffix("\\")
            } else if hasPrompt {
                commands[commands.count - 1].output?.append(String(line))
            }
        }
        return commands
    }

    /// Returns the complete commands in a line of running text.
    private static func complete(in line: Substring) -> [String] {
        let pieces = line.split(separator: "`", omittingEmptySubsequences: false)
        return pieces.indices.filter { $0 % 2 == 1 }.map { String(pieces[$0]) }.filter { code in
            let words = code.split(separator: " ")
            return words.first == "tema" && words.contains { $0.contains(".") || $0.hasSuffix("/") }
                && !words.contains { $0.contains("…") || $0.prefix { $0.isUppercase }.count > 1 }
        }
    }

    /// Whether the page shows an error, so that the program must not exit with 0.
    var showsProblem: Bool { output?.contains { $0.contains(": error: ") } ?? false }

    /// Returns whether the program's output is that of the page, which may end with a line of `…`.
    func matches(_ actual: String) -> Bool {
        guard var expected = output else { return true }
        while expected.last?.isEmpty ?? false { expected.removeLast() }
        if expected.last == "…" { return actual.hasPrefix(expected.dropLast().map { $0 + "\n" }.joined()) }
        return actual == expected.map { $0 + "\n" }.joined()
    }
}
