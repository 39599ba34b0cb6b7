import TemaModel
package import Yams

/// YAML as data that people write: no anchors, no aliases, no tags, nothing that grows when it is read.
package enum SafeYAML {
    /// The root of a YAML text, or nothing where it is empty.
    ///
    /// Scalars keep the text that was typed: `no`, `1.0` and `012` are what they look like. Keys are text, each once.
    /// - Throws: A ``Problem`` with line and column (in Unicode scalars), from 1.
    package static func compose(_ text: String) throws(Problem) -> Node? {
        guard text.utf8.count <= Limits.yamlBytes else {
            throw Problem("more than \(Limits.yamlBytes >> 20) MB of YAML", suggestion: "split the file")
        }
        // Most texts have nothing that could be refused before they are taken apart, and no anchors or tags in them.
        let bytes = text.utf8.span
        if !bytes.indices.allSatisfy({ isPlain(bytes[$0]) }) { try refuseCharactersAndAliases(text) }
        let mayHaveMarks = bytes.indices.contains { bytes[$0] == UInt8(ascii: "&") || bytes[$0] == UInt8(ascii: "!") }
        do {
            // Without rules no scalar is taken for a number or a date, not even to compare keys.
            let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
            // Nodes know their anchors only as long as the parser lives.
            return try withExtendedLifetime(parser) {
                let root = try parser.singleRoot()
                if let root { try refuseAnchorsAndTags(root, mayHaveMarks) }
                return root
            }
        } catch let error as YamlError {
            throw YAMLSlip.problem(error, in: text)
        } catch let problem as Problem {
            throw problem
        } catch {
            throw Problem("not YAML: \(error)")
        }
    }

    /// Whether a node is nothing: left empty, or `~` or `null` without quotes.
    package static func isNull(_ node: Node) -> Bool {
        guard case .scalar(let scalar) = node, scalar.style == .plain else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
    }

    /// Aliases are found before composing: hashing a mapping whose key is an alias can take for ever.
    ///
    /// Only the alias of a name that was anchored counts, so `R &D` and `*emphasis*` stay text.
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
            "\(what) are not understood here", suggestion: "write it out; if it is text, put it in quotes", line: line,
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

    /// Whether a byte of UTF-8 is part of a character that is allowed and begins no anchor, as far as that is told easily:
    /// of two lead bytes it takes more.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "&"), 0xC2, 0xEF: false
        case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x80...: true
        default: false
        }
    }

    /// What YAML allows in a file; the rest can be written as an escape in double quotes.
    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }

    /// - Parameter mayHaveMarks: Whether the text has the characters that anchors and tags begin with; without them only
    ///   keys need a look.
    private static func refuseAnchorsAndTags(_ node: Node, _ mayHaveMarks: Bool) throws(Problem) {
        if mayHaveMarks, node.anchor != nil {
            throw refused("anchors (&name)", node.mark?.line, column: node.mark?.column)
        }
        switch node {
        case .scalar(let scalar):
            // Quoted scalars, and keys, are `str` without having been given a tag.
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
                        "a list or a map is no key", suggestion: "put text that begins with [ or { in quotes",
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
