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
        if !bytes.indices.allSatisfy({ isPlain(bytes[$0]) }) { try refuseControls(text) }
        let mayHaveMarks = bytes.indices.contains { bytes[$0] == UInt8(ascii: "&") || bytes[$0] == UInt8(ascii: "!") }
        if mayHaveMarks { try YAMLMarks.refuse(in: text) }
        do {
            // The basic resolver has no rules, so all scalars are strings, also when keys are compared.
            let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
            let root = try parser.singleRoot()
            if let root { try refuseKeys(root) }
            return root
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

    /// Throws a ``Problem`` with its place if the text contains a control character.
    private static func refuseControls(_ text: String) throws(Problem) {
        var (line, column) = (1, 0)
        for scalar in text.unicodeScalars {
            column += 1
            guard isAllowed(scalar) else {
                let number = String(scalar.value, radix: 16, uppercase: true)
                throw Problem(
                    "a control character (U+\(number)) in YAML", suggestion: "remove it", line: line, column: column)
            }
            if scalar == "\n" { (line, column) = (line + 1, 0) }
        }
    }

    /// Whether a byte of UTF-8 is certainly part of an allowed character. The lead bytes C2 and EF begin allowed and other
    /// characters.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 0xC2, 0xEF: false
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

    /// Throws a ``Problem`` if a node contains a key that is not a scalar.
    private static func refuseKeys(_ node: Node) throws(Problem) {
        switch node {
        case .scalar, .alias: return
        case .sequence(let sequence): for item in sequence { try refuseKeys(item) }
        case .mapping(let mapping):
            for (key, value) in mapping {
                guard case .scalar = key else {
                    throw Problem(
                        "a list or a map cannot be a key", suggestion: "put text that begins with [ or { in quotes",
                        line: key.mark?.line, column: key.mark?.column)
                }
                try refuseKeys(value)
            }
        }
    }
}
