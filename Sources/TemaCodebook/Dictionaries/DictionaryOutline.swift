import TemaModel

/// Builds a tree of categories from lines and their indentation.
struct DictionaryOutline {
    private var flat: [(level: Int, category: DictionaryCategory)] = []
    private var entryCount = 0
    /// The open categories, from the outermost.
    private var open: [(indent: Int, number: Int)] = []

    /// Adds a category as a child of the last category with less indentation.
    ///
    /// - Returns: Its number, from 0.
    /// - Throws: A ``Problem`` if the tree is deeper than ``CodebookLimits/depth``, or has too many categories.
    @discardableResult
    mutating func add(_ category: DictionaryCategory, indented indent: Int) throws(Problem) -> Int {
        close(from: indent)
        open.append((indent, flat.count))
        guard open.count <= CodebookLimits.depth else { throw Self.tooDeep(category.line) }
        guard flat.count < CodebookLimits.codes else { throw Self.tooMany(category.line) }
        flat.append((open.count, category))
        return flat.count - 1
    }

    /// Returns the number of the last category with less indentation.
    mutating func category(above indent: Int) -> Int? {
        close(from: indent)
        return open.last?.number
    }

    /// Adds an entry to a category.
    ///
    /// - Throws: A ``Problem`` if there are too many entries.
    mutating func addEntry(_ entry: String, to number: Int, line: Int) throws(Problem) {
        entryCount += 1
        guard entryCount <= CodebookLimits.indicators else { throw Self.tooManyEntries(line) }
        flat[number].category.entries.append(.init(entry))
    }

    private mutating func close(from indent: Int) {
        while let last = open.last, last.indent >= indent { open.removeLast() }
    }

    /// For each category, the numbers of its ancestors.
    var lineages: [Set<Int>] {
        var above: [Int] = []
        return flat.indices.map { index in
            above.removeLast(max(0, above.count - flat[index].level + 1))
            defer { above.append(index) }
            return Set(above)
        }
    }

    var categories: [DictionaryCategory] {
        var index = 0
        return taken(from: &index, below: 0)
    }

    private func taken(from index: inout Int, below level: Int) -> [DictionaryCategory] {
        var taken: [DictionaryCategory] = []
        while index < flat.count, flat[index].level > level {
            var category = flat[index].category
            let own = flat[index].level
            index += 1
            category.categories = self.taken(from: &index, below: own)
            taken.append(category)
        }
        return taken
    }

    static func tooDeep(_ line: Int?) -> Problem {
        Problem(
            "categories are nested more than \(CodebookLimits.depth) levels deep", suggestion: "flatten the tree",
            line: line)
    }

    static func tooManyEntries(_ line: Int?) -> Problem {
        Problem("more than \(CodebookLimits.indicators) entries", suggestion: "split the dictionary", line: line)
    }

    static func tooMany(_ line: Int?) -> Problem {
        Problem("more than \(CodebookLimits.codes) categories", suggestion: "split the dictionary", line: line)
    }
}
