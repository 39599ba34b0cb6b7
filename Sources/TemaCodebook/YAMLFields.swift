import TemaFormats
import TemaModel
internal import Yams

/// The fields of one mapping in a codebook file. All problems are collected with their positions.
struct YAMLFields {
    let node: Node
    private(set) var values: [String: Node] = [:]

    /// Reads the keys of a mapping. Unknown keys are errors, so that no content is lost by a typing error.
    init(_ node: Node, known: [String], of what: String, problems: inout ProblemList) {
        self.node = node
        guard case .mapping(let mapping) = node else {
            problems.add(
                node, "\(what) must be a list of names and values, not \(node.shape)",
                suggestion: "write lines like name: …")
            return
        }
        for (key, value) in mapping {
            guard case .scalar(let name) = key, known.contains(name.string) else {
                let name = key.scalar?.string ?? key.shape
                let suggestion =
                    didYouMean(name, among: known)
                    ?? "known keys: \(known.joined(separator: ", "))"
                problems.add(key, "unknown key “\(name)” in \(what)", suggestion: suggestion)
                continue
            }
            values[name.string] = value
        }
    }

    subscript(key: String) -> Node? { values[key] }

    /// Returns a text as typed.
    func text(_ key: String, most: Int = CodebookLimits.textLength, problems: inout ProblemList) -> String? {
        values[key].flatMap { $0.isNothing ? nil : $0.text(key, most: most, problems: &problems) }
    }

    /// Returns a text, or one for each language.
    func localText(
        _ key: String, most: Int = CodebookLimits.textLength, problems: inout ProblemList
    ) -> ByLanguage<String> {
        byLanguage(key, problems: &problems) { $0.text(key, most: most, problems: &$1) }
    }

    /// Returns a list of texts, or one list for each language. A single text is a list of one.
    func localTexts(_ key: String, _ problems: inout ProblemList) -> ByLanguage<[String]> {
        byLanguage(key, problems: &problems) { node, problems in
            node.items.compactMap { $0.text(key, most: CodebookLimits.textLength, problems: &problems) }
        }
    }

    func byLanguage<Value>(
        _ key: String, isOne: (Node) -> Bool = { _ in false }, problems: inout ProblemList,
        _ read: (Node, inout ProblemList) -> Value?
    ) -> ByLanguage<Value> {
        guard let node = values[key], !node.isNothing else { return ByLanguage() }
        guard case .mapping(let mapping) = node, !isOne(node) else {
            return read(node, &problems).map { ByLanguage($0) } ?? ByLanguage()
        }
        var result = ByLanguage<Value>()
        for (language, value) in mapping {
            guard let tag = language.scalar?.string, Self.isLanguageTag(tag) else {
                problems.add(
                    language, "“\(language.scalar?.string ?? language.shape)” under \(key) is not a language tag",
                    suggestion: "use a tag such as en, id or pt-BR")
                continue
            }
            if !value.isNothing, let value = read(value, &problems) {
                result.entries.append(.init(language: tag, value: value))
            }
        }
        return result
    }

    /// Returns whether a text looks like a language tag: two or three letters, then subtags of letters and digits.
    static func isLanguageTag(_ tag: String) -> Bool {
        let parts = tag.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "_" }
        guard let first = parts.first, (2...3).contains(first.count), first.allSatisfy({ $0.isASCII && $0.isLetter })
        else { return false }
        return parts.dropFirst().allSatisfy {
            (1...8).contains($0.count) && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
        }
    }
}

/// The problems of one file.
struct ProblemList {
    let file: String
    private(set) var all: [Problem] = []

    init(file: String) {
        self.file = file
    }

    mutating func add(
        _ node: Node, _ message: String, suggestion: String, severity: Problem.Severity = .error
    ) {
        all.append(
            Problem(
                message, severity: severity, suggestion: suggestion, file: file, line: node.mark?.line,
                column: node.mark?.column))
    }

    /// Adds a problem at the position of a node.
    mutating func add(_ problem: Problem, at node: Node) {
        add(node, problem.message, suggestion: problem.suggestion ?? "", severity: problem.severity)
    }

    var hasErrors: Bool { all.contains { $0.severity == .error } }

    /// In the order of the file.
    var sorted: [Problem] {
        all.enumerated().sorted {
            ($0.element.line ?? 0, $0.element.column ?? 0, $0.offset) < (
                $1.element.line ?? 0, $1.element.column ?? 0, $1.offset
            )
        }.map(\.element)
    }
}

extension Node {
    /// A description of the node for messages.
    var shape: String {
        switch self {
        case .scalar(let scalar): "“\(scalar.string.prefix(40))”"
        case .mapping: "names and values"
        case .sequence: "a list"
        case .alias: "an alias"
        }
    }

    var isNothing: Bool { SafeYAML.isNull(self) }

    /// The items of a list, or the node itself if it is not a list.
    var items: [Node] {
        if case .sequence(let sequence) = self { return Array(sequence) }
        return isNothing ? [] : [self]
    }

    /// Returns the node's text as typed, or nil after adding a problem. A YAML null must be quoted to be text.
    func text(_ key: String, most: Int, problems: inout ProblemList) -> String? {
        guard case .scalar(let scalar) = self else {
            problems.add(
                self, "\(key) must be a text, not \(shape)",
                suggestion: "write it on one line, in quotes if it contains a colon")
            return nil
        }
        guard !isNothing else {
            problems.add(self, "\(key) is empty", suggestion: "add a text, or put \(shape) in quotes if it is the text")
            return nil
        }
        guard scalar.string.utf8.count <= most || scalar.string.unicodeScalars.count <= most else {
            problems.add(self, "\(key) is longer than \(most) characters", suggestion: "shorten it")
            return nil
        }
        return scalar.string
    }
}
