import TemaModel
internal import Yams

/// What went wrong in a YAML text, in words for people who write it by hand.
enum YAMLSlip {
    package static func problem(_ error: YamlError, in text: String) -> Problem {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let (message, suggestion, place) = said(problem, mark, context: context, in: text)
            return Problem(message, suggestion: suggestion, line: place.line, column: place.column)
        case .duplicatedKeysInMapping(let keys, let context):
            let names = keys.sorted().map { "“\($0)”" }.joined(separator: ", ")
            let again = keys.compactMap { secondLine(of: $0, from: context.mark, in: text) }.min()
            return Problem(
                "\(names) stands twice in one place", suggestion: "keep one of them", line: again ?? context.mark.line,
                column: context.mark.column)
        default:
            return Problem("not YAML: \(error)")
        }
    }

    /// The line on which a key of a mapping stands for the second time; the parser tells where the mapping begins.
    private static func secondLine(of key: String, from mark: Mark, in text: String) -> Int? {
        func bare(_ name: some Sequence<Unicode.Scalar>) -> String {
            String(String.UnicodeScalarView(name.filter { $0 != " " && $0 != "\"" && $0 != "'" }))
        }
        let wanted = bare(key.unicodeScalars)
        let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
        let found = lines.indices.dropFirst(mark.line - 1).filter { at in
            // Its keys share a column; before the first one a dash may stand.
            let isItsOwn = at == mark.line - 1 || lines[at].prefix(mark.column - 1).allSatisfy { $0 == " " }
            return isItsOwn && bare(lines[at].dropFirst(mark.column - 1).prefix { $0 != ":" }) == wanted
        }
        return found.dropFirst().first.map { $0 + 1 }
    }

    /// The scanner's complaint in plain words: what, the way out, and where it began.
    private static func said(_ complaint: String, _ mark: Mark, context: YamlError.Context?, in text: String)
        -> (String, String, Mark)
    {
        let place = context?.text ?? ""
        switch complaint {
        case "found character that cannot start any token":
            let found = scalar(at: mark, in: text)
            if found == "\t" { return tab(mark) }
            let shown = found.map { "“\($0)”" } ?? "this character"
            return ("text cannot begin with \(shown)", "put the text in quotes", mark)
        case _ where complaint.contains("tab character"):
            return tab(mark)
        case "mapping values are not allowed in this context":
            return (
                "a colon and a space begin a value where none can stand",
                "put text that holds a colon in quotes, and look at the indentation of this line and the one before",
                mark
            )
        case _ where complaint == "found undefined alias" || place.hasPrefix("while scanning an a"):
            return ("text cannot begin with * or & here", "put it in quotes: \"*able\"", context?.mark ?? mark)
        case _ where place.hasPrefix("while scanning a quoted"):
            let suggestion =
                "close them with the same mark; inside double quotes write \\\" for a quote and \\\\ for a backslash"
            return ("quotes that open here are not YAML: \(complaint)", suggestion, context?.mark ?? mark)
        case _ where place.hasPrefix("while parsing a flow"):
            return (
                "a [ or { that opens here is not closed, or lacks a comma", "close it with ] or }",
                context?.mark ?? mark
            )
        case _ where complaint.hasPrefix("Maximum nesting level"):
            return ("lists or maps stand too deep in one another", "close the brackets that are open", mark)
        case "but found another document":
            return ("a second YAML document begins here", "keep one in a file, and remove the line ---", mark)
        default:
            return (
                "not YAML: \(complaint)", "look at this line and the one before it: indentation, quotes, colons", mark
            )
        }
    }

    private static func tab(_ mark: Mark) -> (String, String, Mark) {
        ("a tab stands where YAML wants spaces", "indent with spaces, never tabs", mark)
    }

    private static func scalar(at mark: Mark, in text: String) -> Unicode.Scalar? {
        let lines = text.unicodeScalars.split(separator: "\n", maxSplits: mark.line, omittingEmptySubsequences: false)
        guard lines.indices.contains(mark.line - 1) else { return nil }
        return lines[mark.line - 1].dropFirst(mark.column - 1).first
    }
}
