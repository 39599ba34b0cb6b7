import TemaModel

/// A tree of categories that is built from their paths, in the order in which they are added.
struct CategoryTree {
    private struct Place: Hashable {
        let parent: Int
        let name: String
    }

    private var nodes: [DictionaryCategory] = []
    private var below: [[Int]] = []
    private var roots: [Int] = []
    private var places: [Place: Int] = [:]

    /// Returns the number of the category with a path, and adds missing categories of the path.
    mutating func node(_ path: [String], line: Int) throws(Problem) -> Int {
        guard path.count <= CodebookLimits.depth else { throw DictionaryOutline.tooDeep(line) }
        var parent = -1
        for name in path {
            let place = Place(parent: parent, name: name)
            if let known = places[place] {
                parent = known
                continue
            }
            guard nodes.count < CodebookLimits.codes else { throw DictionaryOutline.tooMany(line) }
            let number = nodes.count
            nodes.append(DictionaryCategory(name, line: line))
            below.append([])
            if parent < 0 { roots.append(number) } else { below[parent].append(number) }
            places[place] = number
            parent = number
        }
        return parent
    }

    /// Sets the name and definition of a category, unless they are set already.
    ///
    /// - Returns: Whether the category had no different name or definition.
    mutating func describe(_ number: Int, name: String, definition: String) -> Bool {
        var isNew = true
        if !name.isEmpty {
            isNew = nodes[number].id == nil || nodes[number].name == name
            if nodes[number].id == nil { (nodes[number].id, nodes[number].name) = (nodes[number].name, name) }
        }
        if !definition.isEmpty {
            isNew = isNew && (nodes[number].definition ?? definition) == definition
            nodes[number].definition = nodes[number].definition ?? definition
        }
        return isNew
    }

    mutating func add(_ entry: DictionaryCategory.Entry, to number: Int) { nodes[number].entries.append(entry) }

    var categories: [DictionaryCategory] { roots.map(category) }

    private func category(_ number: Int) -> DictionaryCategory {
        var category = nodes[number]
        category.categories = below[number].map(self.category)
        return category
    }
}
