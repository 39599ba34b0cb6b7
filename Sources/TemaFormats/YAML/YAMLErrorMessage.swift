import TemaModel
internal import Yams

/// Translates errors of the YAML parser into messages for people who write YAML by hand.
enum YAMLErrorMessage {
    /// Returns the problem for an error of the parser.
    static func problem(_ error: YamlError, in text: String) -> Problem {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let (message, suggestion, place) = said(problem, mark, context: context, in: text)
            return Problem(message, suggestion: suggestion, line: place.line, column: place.column)
        case .duplicatedKeysInMapping(let keys, let context):
            let names = keys.sorted().map { "“\($0)”" }.joined(separator: ", ")
            let again = keys.compactMap { secondLine(of: $0, from: context.mark, in: text) }.min()
            return Problem(
                "duplicate \(keys.count == 1 ? "key" : "keys") \(names)", suggestion: "keep one of them",
                line: again ?? context.mark.line, column: context.mark.column)
        default:
            return Problem("not YAML: \(error)")
        }
    }

    /// Returns the line of the second occurrence of a key in a map, or nil if it is not found.
    ///
    /// - Parameter mark: The beginning of the map, which is all that the parser reports.
    private static func secondLine(of key: String, from mark: Mark, in text: String) -> Int? {
        func bare(_ name: some Sequence<Unicode.Scalar>) -> String {
            String(String.UnicodeScalarView(name.filter { $0 != " " && $0 != "\"" && $0 != "'" }))
        }
        let wanted = bare(key.unicodeScalars)
        let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
        let found = lines.indices.dropFirst(mark.line - 1).filter { index in
            // The keys of a map share a column. The first one may follow a dash.
            let isItsOwn = index == mark.line - 1 || lines[index].prefix(mark.column - 1).allSatisfy { $0 == " " }
            return isItsOwn && bare(lines[index].dropFirst(mark.column - 1).prefix { $0 != ":" }) == wanted
        }
        return found.dropFirst().first.map { $0 + 1 }
    }

    /// Returns the message, the suggestion and the place for an error message of the parser.
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
                "a colon and a space begin a value where no value is allowed",
                "put text that contains a colon in quotes, and check the indentation of this line and the one before",
                mark
            )
        case _ where complaint == "found undefined alias" || place.hasPrefix("while scanning an a"):
            return ("text cannot begin with * or & here", "put it in quotes: \"*able\"", context?.mark ?? mark)
        case _ where place.hasPrefix("while scanning a quoted"):
            let suggestion =
                "close it with the same mark; in double quotes, write \\\" for a quotation mark and \\\\ for a backslash"
            return ("invalid quoted text starts here: \(complaint)", suggestion, context?.mark ?? mark)
        case _ where place.hasPrefix("while parsing a flow"):
            return (
                "the [ or { here is not closed, or a comma is missing after it", "close it with ] or }",
                context?.mark ?? mark
            )
        case _ where complaint.hasPrefix("Maximum nesting level"):
            return ("lists or maps are nested too deep", "close the brackets that are open", mark)
        case "but found another document":
            return ("a second YAML document begins here", "keep one document in a file, and remove the line ---", mark)
        default:
            return (
                "not YAML: \(complaint)", "check this line and the one before it: indentation, quotes, colons", mark
            )
        }
    }

    private static func tab(_ mark: Mark) -> (String, String, Mark) {
        ("YAML does not allow a tab here", "indent with spaces, not tabs", mark)
    }

    private static func scalar(at mark: Mark, in text: String) -> Unicode.Scalar? {
        let lines = text.unicodeScalars.split(separator: "\n", maxSplits: mark.line, omittingEmptySubsequences: false)
        guard lines.indices.contains(mark.line - 1) else { return nil }
        return lines[mark.line - 1].dropFirst(mark.column - 1).first
    }
}
