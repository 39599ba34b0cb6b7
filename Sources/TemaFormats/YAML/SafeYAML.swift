import TemaModel
package import Yams

/// A subset of YAML for hand-written data, without anchors, aliases and tags, so that a text cannot expand.
package enum SafeYAML {
    /// Returns the root of a YAML text, or nil if it is empty.
    ///
    /// Scalars are strings: `no`, `1.0` and `012` keep the text that was typed. Keys are scalars and unique in their map.
    ///
    /// - Throws: A ``Problem`` with line and column, from 1 and in Unicode scalars, if the text is not such YAML or is longer
    ///   than ``Limits/yamlBytes``.
    package static func compose(_ text: String) throws(Problem) -> Node? {
        guard text.utf8.count <= Limits.yamlBytes else {
            throw Problem("more than \(Limits.yamlBytes >> 20) MB of YAML", suggestion: "split the file")
        }
        // Most texts contain no character that requires these checks.
        let bytes = text.utf8.span
        if !bytes.indices.allSatisfy({ isPlain(bytes[$0]) }) { try refuseCharactersAndAliases(text) }
        let mayHaveMarks = bytes.indices.contains { bytes[$0] == UInt8(ascii: "&") || bytes[$0] == UInt8(ascii: "!") }
        do {
            // The basic resolver has no rules, so all scalars are strings, also when keys are compared.
            let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
            // The anchors of nodes are valid only as long as the parser exists.
            return try withExtendedLifetime(parser) {
                let root = try parser.singleRoot()
                if let root { try refuseAnchorsAndTags(root, mayHaveMarks) }
                return root
            }
        } catch let error as YamlError {
            throw YAMLErrorMessage.problem(error, in: text)
        } catch let problem as Problem {
            throw problem
        } catch {
            throw Problem("not YAML: \(error)")
        }
    }

    /// Whether a node is null: empty, `~` or `null`, without quotes.
    package static func isNull(_ node: Node) -> Bool {
        guard case .scalar(let scalar) = node, scalar.style == .plain else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
    }

    /// Throws a ``Problem`` if the text contains a control character or an alias.
    ///
    /// Aliases must be found before composing, because hashing a map whose key is an alias can take exponential time. Only an
    /// alias whose name was anchored before is refused, so that `*emphasis*` can be text.
    private static func refuseCharactersAndAliases(_ text: String) throws(Problem) {
        var line = 1
        var column = 0
        var startsToken = true
        var mark: Unicode.Scalar?
        var name = String.UnicodeScalarView()
        var anchors: Set<String> = []
        for scalar in text.unicodeScalars {
            if let opened = mark, !isName(scalar) {
                if opened == "&" { anchors.insert(String(name)) }
                if opened == "*", anchors.contains(String(name)) {
                    throw refused("aliases (*\(name))", line, column: column - name.count)
                }
                mark = nil
            }
            column += 1
            guard isAllowed(scalar) else {
                let number = String(scalar.value, radix: 16, uppercase: true)
                throw Problem(
                    "a control character (U+\(number)) in YAML", suggestion: "remove it", line: line, column: column)
            }
            if mark != nil {
                name.append(scalar)
            } else if startsToken, scalar == "&" || scalar == "*" {
                (mark, name) = (scalar, String.UnicodeScalarView())
            }
            startsToken = mayStandBeforeToken(scalar)
            if scalar == "\n" { (line, column) = (line + 1, 0) }
        }
        if mark == "*", anchors.contains(String(name)) {
            throw refused("aliases (*\(name))", line, column: column - name.count)
        }
    }

    private static func refused(_ what: String, _ line: Int?, column: Int?) -> Problem {
        Problem(
            "\(what) are not supported", suggestion: "write out the value; if it is text, put it in quotes", line: line,
            column: column)
    }

    private static func mayStandBeforeToken(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "[", "]", "{", "}", ",", ":", "?", "\u{FEFF}": true
        default: scalar.isASCII ? scalar == " " || (0x09...0x0D).contains(scalar.value) : scalar.properties.isWhitespace
        }
    }

    private static func isName(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "_", "-": true
        default: false
        }
    }

    /// Whether a byte of UTF-8 is certainly part of an allowed character that does not begin an anchor. The lead bytes C2 and
    /// EF begin allowed and other characters.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "&"), 0xC2, 0xEF: false
        case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x80...: true
        default: false
        }
    }

    /// Whether YAML allows a character in a file. Others can be escaped in double quotes.
    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }

    /// Throws a ``Problem`` if a node contains an anchor, a tag, an alias, or a key that is not a scalar.
    ///
    /// - Parameter mayHaveMarks: Whether the text contains `&` or `!`, which begin anchors and tags. If not, only keys and
    ///   aliases are checked.
    private static func refuseAnchorsAndTags(_ node: Node, _ mayHaveMarks: Bool) throws(Problem) {
        if mayHaveMarks, node.anchor != nil {
            throw refused("anchors (&name)", node.mark?.line, column: node.mark?.column)
        }
        switch node {
        case .scalar(let scalar):
            // Quoted scalars and keys have the tag `str` even if none is written.
            guard mayHaveMarks, scalar.tag.rawValue != Tag.Name.str.rawValue else { return }
            try refuseTag(scalar.tag, of: node)
        case .sequence(let sequence):
            if mayHaveMarks { try refuseTag(sequence.tag, of: node) }
            for item in sequence { try refuseAnchorsAndTags(item, mayHaveMarks) }
        case .mapping(let mapping):
            if mayHaveMarks { try refuseTag(mapping.tag, of: node) }
            for (key, value) in mapping {
                guard case .scalar = key else {
                    throw Problem(
                        "a list or a map cannot be a key", suggestion: "put text that begins with [ or { in quotes",
                        line: key.mark?.line, column: key.mark?.column)
                }
                try refuseAnchorsAndTags(key, mayHaveMarks)
                try refuseAnchorsAndTags(value, mayHaveMarks)
            }
        case .alias:
            throw refused("aliases", node.mark?.line, column: node.mark?.column)
        }
    }

    private static func refuseTag(_ tag: Tag, of node: Node) throws(Problem) {
        guard !tag.rawValue.isEmpty else { return }
        throw refused("tags (\(tag))", node.mark?.line, column: node.mark?.column)
    }
}
