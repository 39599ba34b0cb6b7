import Model
public import Yams

/// YAML as data that people write: no anchors, no aliases, no tags, nothing that grows when it is read.
public enum SafeYAML {
    /// The root of a YAML text, or nothing where it is empty.
    ///
    /// Scalars keep the text that was typed: `no`, `1.0` and `012` are what they look like.
    /// - Throws: A ``Problem`` with line and column, from 1.
    public static func compose(_ text: String) throws(Problem) -> Node? {
        guard text.utf8.count <= Limits.yamlBytes else {
            throw Problem("more than \(Limits.yamlBytes >> 20) MB of YAML", wayOut: "split the file")
        }
        try refuseAliases(text)
        let root: Node?
        do {
            root = try Yams.compose(yaml: text)
        } catch let error as YamlError {
            throw problem(error)
        } catch {
            throw Problem("not YAML: \(error)")
        }
        if let root { try refuseAnchorsAndTags(root) }
        return root
    }

    /// Aliases are found before composing: hashing a mapping whose key is an alias can take for ever.
    private static func refuseAliases(_ text: String) throws(Problem) {
        var line = 1
        var column = 0
        var before: Unicode.Scalar = "\n"
        var mark: Unicode.Scalar?
        var anchored = false
        for scalar in text.unicodeScalars {
            if let opened = mark, isName(scalar) {
                if opened == "&" { anchored = true }
                if opened == "*", anchored {
                    throw Problem(
                        "aliases (*name) are not understood here", wayOut: "write it out, or put the text in quotes",
                        line: line, column: column)
                }
            }
            mark = (scalar == "&" || scalar == "*") && startsToken(after: before) ? scalar : nil
            before = scalar
            column += 1
            if scalar == "\n" { (line, column) = (line + 1, 0) }
        }
    }

    private static func startsToken(after scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case " ", "\t", "\r", "\n", "[", "{", ",": true
        default: false
        }
    }

    private static func isName(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "_" || scalar == "-"
    }

    private static func refuseAnchorsAndTags(_ node: Node) throws(Problem) {
        if node.anchor != nil {
            throw at(node, "anchors (&name) are not understood here", "write it out, or put the text in quotes")
        }
        switch node {
        case .scalar(let scalar):
            try refuseTag(scalar.tag, of: node)
        case .sequence(let sequence):
            try refuseTag(sequence.tag, of: node)
            for item in sequence { try refuseAnchorsAndTags(item) }
        case .mapping(let mapping):
            try refuseTag(mapping.tag, of: node)
            for (key, value) in mapping {
                try refuseAnchorsAndTags(key)
                try refuseAnchorsAndTags(value)
            }
        case .alias:
            throw at(node, "aliases (*name) are not understood here", "write it out")
        }
    }

    /// An empty tag is the implicit one, `!` that of a quoted scalar; all others were written by hand.
    private static func refuseTag(_ tag: Tag, of node: Node) throws(Problem) {
        guard !tag.description.isEmpty, tag.description != "!" else { return }
        throw at(node, "tags (\(tag)) are not understood here", "write the value without it")
    }

    private static func at(_ node: Node, _ message: String, _ wayOut: String) -> Problem {
        Problem(message, wayOut: wayOut, line: node.mark?.line, column: node.mark?.column)
    }

    private static func problem(_ error: YamlError) -> Problem {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            let tab = problem.contains("token") ? "; indent with spaces, never tabs" : ""
            return Problem(
                "not YAML: \(problem)", wayOut: "look at this line and the one before it: indentation, quotes, colons\(tab)",
                line: mark.line, column: mark.column)
        case .duplicatedKeysInMapping(let keys, let context):
            let names = keys.sorted().map { "“\($0)”" }.joined(separator: ", ")
            return Problem(
                "\(names) stands twice in one place", wayOut: "keep one of them", line: context.mark.line,
                column: context.mark.column)
        case .reader(let problem, let offset, _, _):
            return Problem("not YAML: \(problem)", wayOut: "remove the character", byte: offset)
        default:
            return Problem("not YAML: \(error)")
        }
    }
}
