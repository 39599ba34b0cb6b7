import TemaModel
internal import Yams

/// The ids of the codes with one parent, which must be distinct.
struct SiblingIDs {
    /// The first line of each id. `String` equality is canonical equivalence: é and e with a combining accent are one
    /// id.
    private var lines: [String: Int] = [:]
    private var folded: [String: Int] = [:]

    mutating func check(_ id: String, _ node: Node, problems: inout ProblemList) {
        let line = node.mark?.line ?? 0
        if let first = lines[id] {
            problems.add(
                node, "duplicate id “\(id)”, first used on line \(first)",
                suggestion: "change the id of one of the two codes")
        } else if let first = folded[id.lowercased()] {
            problems.add(
                node, "the id “\(id)” differs from the id on line \(first) only in case",
                suggestion: "change one of them", severity: .warning)
        }
        lines[id] = lines[id] ?? line
        folded[id.lowercased()] = folded[id.lowercased()] ?? line
    }
}

/// The GUIDs of the codes of a file, which must be distinct.
struct CodeGUIDs {
    /// The first line of each GUID.
    private var lines: [String: Int] = [:]

    /// Returns the GUID of a code in its usual form, or nil if there is none or it is invalid.
    mutating func read(_ fields: YAMLFields, problems: inout ProblemList) -> String? {
        guard let text = fields.text("guid", problems: &problems), let node = fields["guid"] else { return nil }
        let digits = text.uppercased().filter { !["-", "{", "}"].contains($0) }
        guard digits.utf8.count == 32, digits.allSatisfy({ $0.isASCII && $0.isHexDigit }) else {
            problems.add(
                node, "“\(text)” is not a GUID",
                suggestion: "remove it, or write the 32 hexadecimal digits of a program")
            return nil
        }
        var guid = ""
        for (index, digit) in digits.enumerated() {
            guid += ([8, 12, 16, 20].contains(index) ? "-" : "") + String(digit)
        }
        if let first = lines.updateValue(node.mark?.line ?? 0, forKey: guid) {
            problems.add(
                node, "duplicate guid, first used on line \(first)", suggestion: "remove it from one of the two codes")
        }
        return guid
    }
}
