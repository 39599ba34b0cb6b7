import Foundation
import TestSupport

/// The keys of all phrases in the source code, found by its text.
///
/// A phrase is a string literal after `Phrase(`, `Fact(`, the `title:` of a layout, or the name of a column. No other
/// function takes a literal of a phrase; `literals` counts those that do.
enum SourcePhrases {
    /// Returns the keys that have letters to translate.
    static func keys() throws -> Set<String> {
        var keys: Set<String> = []
        let files = FileManager.default.enumerator(at: Repository.url("Sources"), includingPropertiesForKeys: nil)
        for case let file as URL in files ?? .init() where file.pathExtension == "swift" {
            let code = try String(contentsOf: file, encoding: .utf8).replacing(/(?m)^ *\/\/.*$/, with: "")
            for start in code.matches(of: beginning) {
                var literal = Literal(code[start.range.upperBound...], isBlock: start.output.1 == "\"\"\"")
                literal.read()
                keys.formUnion([literal.key] + literal.nouns)
            }
            keys.formUnion(code.matches(of: /Phrase\.count\([^"\n]*, "([^"]+)"\)/).map { "{1} \($0.output.1)s" })
        }
        return keys.filter { $0.replacing(/\{\d+\}/, with: "").contains(/[A-Za-z]{2}/) }
    }

    private nonisolated(unsafe) static let beginning =
        /(?:Phrase\(|Fact\(|(?:Layout|\.init)\(\s*title: |(?:\.init|Column)\(\s*"[^"\\]*",)\s*("""|")/

    /// A string literal of Swift whose text is read from its first character on.
    private struct Literal {
        private var rest: Substring
        private let isBlock: Bool
        private(set) var key = ""
        private(set) var nouns: [String] = []
        private var values = 0

        init(_ code: Substring, isBlock: Bool) {
            self.isBlock = isBlock
            // The lines of a block begin at the column of its end.
            let block = code[..<(code.firstRange(of: "\"\"\"")?.lowerBound ?? code.endIndex)]
            let indent = String(block.reversed().prefix { $0 == " " })
            let text = isBlock ? String(code).replacing("\n" + indent, with: "\n") : String(code)
            rest = text.dropFirst(isBlock ? 1 : 0)
        }

        mutating func read() {
            while let next = rest.first, !(isBlock ? rest.hasPrefix("\n\"\"\"") : next == "\"") {
                rest.removeFirst()
                guard next == "\\", let escaped = rest.popFirst() else {
                    key.append(next)
                    continue
                }
                switch escaped {
                case "(": value()
                case "\n": break
                default: key.append(escaped)
                }
            }
        }

        /// Reads a value up to its closing parenthesis.
        private mutating func value() {
            var (depth, inner, isQuoted) = (1, "", false)
            while let next = rest.popFirst() {
                if next == "\"" { isQuoted.toggle() }
                if !isQuoted { depth += next == "(" ? 1 : next == ")" ? -1 : 0 }
                if depth == 0 { break }
                inner.append(next)
            }
            values += 1
            key += "{\(values)}"
            if let noun = inner.firstMatch(of: /^count: .*, "([^"]+)"$/) { nouns.append("{1} \(noun.output.1)s") }
        }
    }
}
