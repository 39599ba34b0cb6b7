import TemaCodebook
import TemaModel

/// Makes a codebook of another program's codes, which are known there by keys of its own and by their names.
///
/// A code's id is made of its name, and is unique among those beside it.
struct CodeTree<Key: Hashable> {
    private struct Node {
        var code: Code
        let key: Key
        let parent: Key?
    }

    private var nodes: [Node] = []
    private var numbers: [Key: Int] = [:]

    /// Adds a code. A key that is there already stays as it is.
    mutating func add(_ key: Key, name: String, under parent: Key? = nil, losses: inout Losses) -> Bool {
        guard numbers[key] == nil else { return false }
        guard nodes.count < CodebookLimits.codes else {
            losses.add("code", "a codebook has \(CodebookLimits.codes) codes at most")
            return false
        }
        numbers[key] = nodes.count
        var code = Code(id: "")
        code.name = ByLanguage(Self.cut(name, CodebookLimits.nameLength, what: "name of a code", losses: &losses))
        nodes.append(Node(code: code, key: key, parent: parent))
        return true
    }

    /// Gives a code that is there what is known of it besides its name.
    mutating func describe(
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
        losses.add(what, "it was cut after \(most) characters")
        return String(String.UnicodeScalarView(text.unicodeScalars.prefix(most)))
    }

    /// `#rrggbb`, where it is a colour.
    private static func color(_ text: String) -> String? {
        let digits = text.unicodeScalars.dropFirst()
        guard text.unicodeScalars.first == "#", digits.count == 6, digits.allSatisfy(\.properties.isASCIIHexDigit)
        else { return nil }
        return text.lowercased()
    }

    /// The codebook, and each code's path by its key. Codes that stand under none that is there, or in a ring, are put at
    /// the top, and so are those deeper than ``CodebookLimits/depth``.
    func codebook(id: String, title: String, losses: inout Losses) -> (Codebook, paths: [Key: String]) {
        var children: [[Int]] = Array(repeating: [], count: nodes.count)
        var top: [Int] = []
        for (number, node) in nodes.enumerated() {
            if let parent = node.parent.flatMap({ numbers[$0] }) {
                children[parent].append(number)
            } else {
                top.append(number)
                if node.parent != nil {
                    losses.add("parent of a code", "it is not there, and the code stands at the top")
                }
            }
        }
        var walk = Walk(children: children)
        walk.visit(top)
        for number in nodes.indices where !walk.isVisited[number] {
            losses.add("parent of a code", "it stands too deep or in a ring, and the code stands at the top")
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

    /// Goes down from the top, level by level, and keeps of each code's children those that it comes to first.
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

    /// As deep as ``CodebookLimits/depth`` at most, for deeper ones have been put at the top.
    private func codes(_ numbers: [Int], above: String, children: [[Int]], paths: inout [Key: String]) -> [Code] {
        var ids = MadeIDs()
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
