import TemaModel

/// Builds a codebook from another program's codes, which have keys in that program, and names.
///
/// A code's id is derived from its name, and is unique among its siblings.
package struct CodeTree<Key: Hashable> {
    private struct Node {
        var code: Code
        let key: Key
        let parent: Key?
    }

    private var nodes: [Node] = []
    private var numbers: [Key: Int] = [:]

    /// Creates an empty tree.
    package init() {}

    /// Adds a code.
    ///
    /// - Returns: False if the key already exists or the codebook is full. The tree is then unchanged.
    package mutating func add(_ key: Key, name: String, under parent: Key? = nil, losses: inout Losses) -> Bool {
        guard numbers[key] == nil else { return false }
        guard nodes.count < CodebookLimits.codes else {
            losses.add("code", "a codebook has at most \(CodebookLimits.codes) codes")
            return false
        }
        numbers[key] = nodes.count
        var code = Code(id: "")
        code.name = ByLanguage(Self.cut(name, CodebookLimits.nameLength, what: "name of a code", losses: &losses))
        nodes.append(Node(code: code, key: key, parent: parent))
        return true
    }

    /// Sets properties of an existing code.
    package mutating func describe(
        _ key: Key, definition: String? = nil, memo: String? = nil, color: String? = nil, losses: inout Losses
    ) {
        guard let number = numbers[key] else { return }
        if let definition {
            let text = Self.cut(definition, CodebookLimits.textLength, what: "definition of a code", losses: &losses)
            nodes[number].code.definition = ByLanguage(text)
        }
        if let memo {
            nodes[number].code.memo = Self.cut(memo, CodebookLimits.textLength, what: "memo of a code", losses: &losses)
        }
        if let color { nodes[number].code.color = Self.color(color) }
    }

    private static func cut(_ text: String, _ most: Int, what: String, losses: inout Losses) -> String {
        guard text.utf8.count > most, text.unicodeScalars.count > most else { return text }
        losses.add(what, "it was truncated to \(most) characters")
        return String(String.UnicodeScalarView(text.unicodeScalars.prefix(most)))
    }

    /// Returns `#rrggbb`, or nil if the text is not a color of that form.
    private static func color(_ text: String) -> String? {
        let digits = text.unicodeScalars.dropFirst()
        guard text.unicodeScalars.first == "#", digits.count == 6, digits.allSatisfy(\.properties.isASCIIHexDigit)
        else { return nil }
        return text.lowercased()
    }

    /// Returns the codebook, and each code's path by its key.
    ///
    /// Codes with a missing parent, in a cycle, or deeper than ``CodebookLimits/depth`` are moved to the top level.
    package func codebook(id: String, title: String, losses: inout Losses) -> (Codebook, paths: [Key: String]) {
        var children: [[Int]] = Array(repeating: [], count: nodes.count)
        var top: [Int] = []
        for (number, node) in nodes.enumerated() {
            if let parent = node.parent.flatMap({ numbers[$0] }) {
                children[parent].append(number)
            } else {
                top.append(number)
                if node.parent != nil {
                    losses.add("parent of a code", "it does not exist; the code was moved to the top level")
                }
            }
        }
        var walk = Walk(children: children)
        walk.visit(top)
        for number in nodes.indices where !walk.isVisited[number] {
            losses.add("parent of a code", "it is too deep or in a cycle; the code was moved to the top level")
            top.append(number)
            walk.visit([number])
        }
        var paths: [Key: String] = [:]
        let codes = codes(top, above: "", children: walk.children, paths: &paths)
        var codebook = Codebook(id: id)
        if !title.isEmpty { codebook.title = ByLanguage(title) }
        codebook.codes = codes
        return (codebook, paths)
    }

    /// A breadth-first walk from the top level. Each code is kept only as a child of the parent that reaches it first.
    private struct Walk {
        var children: [[Int]]
        var isVisited: [Bool]

        init(children: [[Int]]) {
            self.children = children
            isVisited = Array(repeating: false, count: children.count)
        }

        mutating func visit(_ top: [Int]) {
            var level = top
            for number in top { isVisited[number] = true }
            for depth in 1...CodebookLimits.depth {
                var next: [Int] = []
                for number in level {
                    children[number] =
                        depth == CodebookLimits.depth ? [] : children[number].filter { !isVisited[$0] }
                    for child in children[number] { isVisited[child] = true }
                    next += children[number]
                }
                level = next
            }
        }
    }

    /// Returns the codes below a path. The recursion is at most ``CodebookLimits/depth`` deep, because deeper codes
    /// were moved to the top level.
    private func codes(_ numbers: [Int], above: String, children: [[Int]], paths: inout [Key: String]) -> [Code] {
        var ids = IDMaker()
        return numbers.map { number in
            var code = nodes[number].code
            code.id = ids.id(for: code.name.entries.first?.value ?? "")
            let path = above + code.id
            paths[nodes[number].key] = path
            code.codes = codes(children[number], above: path + "/", children: children, paths: &paths)
            return code
        }
    }
}
