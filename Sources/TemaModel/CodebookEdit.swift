/// A change to the tree of a codebook. Codings move with their codes.
public enum CodebookEdit: Sendable, Hashable {
    /// Replaces a code's id.
    case rename(String, to: String)
    /// Moves a code, with the codes below it, to another parent, or to the top level if the parent is nil.
    case move(String, under: String?)
    /// Merges a code into another one, which gets its indicators, its examples and the codes below it.
    case merge(String, into: String)
    /// Adds a new code without indicators after a code, with the same parent.
    case split(String, into: String)
    /// Removes a code and the codes below it.
    case retire(String)
    /// Adds a code as the last one under a parent, or at the top level if the parent is nil.
    case add(Code, under: String?)
    /// Replaces everything about a code but its id and the codes below it.
    case describe(String, as: Code)

    /// The path of the code that the edit is about.
    public var path: String {
        switch self {
        case .add(let code, let parent): Self.join(parent, code.id)
        case .describe(let path, _): path
        case .rename(let path, _), .move(let path, _), .merge(let path, _), .split(let path, _), .retire(let path): path
        }
    }

    /// The verb by which a command and the history name the edit.
    public var name: String {
        switch self {
        case .rename: "rename"
        case .move: "move"
        case .merge: "merge"
        case .split: "split"
        case .retire: "retire"
        case .add: "add"
        case .describe: "edit"
        }
    }

    /// The path and what it becomes, such as `loss > harm/loss`, as a summary for the history.
    public var summary: String {
        if case .split(let path, let id) = self { return "\(path) > \(Self.sibling(of: path, id: id))" }
        guard let after = newPath(of: path), after != path else { return path }
        return "\(path) > \(after)"
    }

    /// Whether codings may have other codes after the edit.
    public var movesCodings: Bool {
        switch self {
        case .add, .describe: false
        case .rename, .move, .merge, .split, .retire: true
        }
    }

    /// Returns the path that a code has after the edit, or nil if the edit removes it.
    public func newPath(of other: String) -> String? {
        guard other == path || other.hasPrefix(path + "/") else { return other }
        let below = String(other.dropFirst(path.count))
        switch self {
        case .rename(_, let id): return Self.join(Self.parent(of: path), id) + below
        case .move(_, let parent): return Self.join(parent, Self.id(of: path)) + below
        case .merge(_, let target): return target + below
        case .split, .add, .describe: return other
        case .retire: return nil
        }
    }

    /// Returns the path of a code with this id and the same parent: the path of the code that a split adds.
    public static func sibling(of path: String, id: String) -> String { join(parent(of: path), id) }

    /// Returns the codebook after the edit.
    ///
    /// - Throws: A ``Problem`` if a code is missing, an id would be used twice under one parent, or a code would be
    ///   moved or merged into itself or a code below it.
    public func applied(to codebook: Codebook) throws(Problem) -> Codebook {
        var codebook = codebook
        if case .add(let code, let parent) = self {
            try Self.add([code], under: parent, in: &codebook)
            return codebook
        }
        guard let code = Self.code(path, in: codebook.codes) else { throw Problem("the codebook has no code \(path)") }
        switch self {
        case .add: break
        case .rename(_, let id):
            var renamed = code
            renamed.id = id
            try Self.checkUniqueID(id, beside: path, in: codebook)
            Self.replace(path, in: &codebook.codes, by: [renamed])
        case .move(_, let parent):
            try checkNotBelowItself(parent ?? "")
            guard newPath(of: path) != path else { throw Problem("\(path) already has this parent") }
            Self.replace(path, in: &codebook.codes, by: [])
            try Self.add([code], under: parent, in: &codebook)
        case .merge(_, let target):
            try checkNotBelowItself(target)
            Self.replace(path, in: &codebook.codes, by: [])
            guard var whole = Self.code(target, in: codebook.codes) else {
                throw Problem("the codebook has no code \(target)")
            }
            whole.appendContent(code)
            Self.replace(target, in: &codebook.codes, by: [whole])
            try Self.add(code.codes, under: target, in: &codebook)
        case .split(_, let id):
            try Self.checkUniqueID(id, beside: path, in: codebook)
            Self.replace(path, in: &codebook.codes, by: [code, Code(id: id)])
        case .retire: Self.replace(path, in: &codebook.codes, by: [])
        case .describe(_, let content):
            var described = content
            (described.id, described.codes) = (code.id, code.codes)
            Self.replace(path, in: &codebook.codes, by: [described])
        }
        return codebook
    }

    private func checkNotBelowItself(_ target: String) throws(Problem) {
        guard target != path, !target.hasPrefix(path + "/") else {
            throw Problem(
                "\(path) cannot be moved or merged into itself", suggestion: "choose a code that is not below it")
        }
    }

    private static func checkUniqueID(_ id: String, beside path: String, in codebook: Codebook) throws(Problem) {
        let path = join(parent(of: path), id)
        guard code(path, in: codebook.codes) == nil else {
            throw Problem("the code \(path) already exists", suggestion: "merge the two, or choose another id")
        }
    }

    private static func add(_ codes: [Code], under parent: String?, in codebook: inout Codebook) throws(Problem) {
        guard let parent else {
            for code in codes { try checkUniqueID(code.id, beside: code.id, in: codebook) }
            codebook.codes += codes
            return
        }
        guard var above = code(parent, in: codebook.codes) else { throw Problem("the codebook has no code \(parent)") }
        for code in codes { try checkUniqueID(code.id, beside: parent + "/" + code.id, in: codebook) }
        above.codes += codes
        replace(parent, in: &codebook.codes, by: [above])
    }

    private static func code(_ path: String, in codes: [Code]) -> Code? {
        var found: Code?
        var codes = codes
        for id in path.split(separator: "/", omittingEmptySubsequences: false) {
            guard let next = codes.first(where: { $0.id == id }) else { return nil }
            (found, codes) = (next, next.codes)
        }
        return found
    }

    private static func replace(_ path: String, in codes: inout [Code], by new: [Code]) {
        let parts = path.split(separator: "/", maxSplits: 1)
        guard let index = codes.firstIndex(where: { $0.id == parts[0] }) else { return }
        if parts.count == 1 {
            codes.replaceSubrange(index...index, with: new)
        } else {
            replace(String(parts[1]), in: &codes[index].codes, by: new)
        }
    }

    private static func parent(of path: String) -> String? {
        path.lastIndex(of: "/").map { String(path[..<$0]) }
    }

    private static func id(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
    }

    private static func join(_ parent: String?, _ id: String) -> String { parent.map { "\($0)/\(id)" } ?? id }
}

extension Code {
    /// Appends another code's indicators and examples to this code's.
    fileprivate mutating func appendContent(_ other: Code) {
        func joined<Item>(_ own: ByLanguage<[Item]>, _ more: ByLanguage<[Item]>) -> ByLanguage<[Item]> {
            var all = own
            for entry in more.entries {
                if let index = all.entries.firstIndex(where: { $0.language == entry.language }) {
                    all.entries[index].value += entry.value
                } else {
                    all.entries.append(entry)
                }
            }
            return all
        }
        indicators = joined(indicators, other.indicators)
        examples = joined(examples, other.examples)
        counterexamples = joined(counterexamples, other.counterexamples)
    }
}
