/// Two copies of a codebook, united code by code by their common ancestor.
///
/// What one copy changed is changed. What both changed differently is a conflict: the first copy's version is kept. A code
/// that one copy removed and the other one changed or used is kept.
public struct CodebookMerge: Sendable {
    /// The united codebook. Each of its codes has its GUID.
    public private(set) var codebook: Codebook
    /// The path in the united codebook of each code of the first copy that is still in it.
    public private(set) var firstPaths: [String: String] = [:]
    /// The path in the united codebook of each code of the second copy that is still in it.
    public private(set) var secondPaths: [String: String] = [:]
    /// The path in the united codebook of each code of the ancestor that is still in it.
    public private(set) var ancestorPaths: [String: String] = [:]
    /// Descriptions of the conflicts, each with the code's path in the united codebook.
    public private(set) var conflicts: [String] = []

    private let base: CodesByGUID
    private let first: CodesByGUID
    private let second: CodesByGUID
    /// The codes of the united codebook, without those below them, and the GUIDs of their parents.
    private var codes: [String: (parent: String?, code: Code)] = [:]
    /// What is in conflict in each code.
    private var disputes: [(guid: String, text: String)] = []

    /// Unites two copies.
    ///
    /// - Parameters:
    ///   - ancestor: The codebook that both copies had before they were changed, or nil.
    ///   - first: The copy whose version is kept in a conflict.
    ///   - second: The other copy.
    public init(_ ancestor: CodebookSide?, _ first: CodebookSide, _ second: CodebookSide) {
        let before = ancestor ?? CodebookSide(Codebook(id: first.codebook.id), guids: [:])
        base = CodesByGUID(before)
        self.first = CodesByGUID(first, ancestor: base)
        self.second = CodesByGUID(second, ancestor: base, like: self.first)
        codebook = first.codebook
        uniteFields(before.codebook, second.codebook)
        var kept = keptByBoth
        keepChanged(&kept, self.first, first.used)
        keepChanged(&kept, self.second, second.used)
        for guid in kept.sorted() where codes[guid] == nil { unite(guid) }
        breakCycles()
        var paths: [String: String] = [:]
        codebook.codes = tree(siblings, under: nil, above: "", &paths)
        (firstPaths, secondPaths) = (self.paths(of: self.first, paths), self.paths(of: self.second, paths))
        ancestorPaths = self.paths(of: base, paths)
        conflicts += disputes.compactMap { guid, text in paths[guid].map { "\($0) \(text)" } }
    }

    /// The GUIDs of the codes that no copy removed.
    private var keptByBoth: Set<String> {
        Set(first.places.keys).union(second.places.keys).filter { guid in
            base.places[guid] == nil || first.places[guid] != nil && second.places[guid] != nil
        }
    }

    /// Keeps the codes that the other copy removed and this one changed or used.
    private mutating func keepChanged(_ kept: inout Set<String>, _ own: CodesByGUID, _ used: Set<String>) {
        for guid in own.order where !kept.contains(guid) {
            guard let place = own.places[guid], let old = base.places[guid] else { continue }
            let isChanged = place.code != old.code || place.parent != old.parent
            guard isChanged || used.contains(place.path) else { continue }
            kept.insert(guid)
            let what = isChanged ? "changed" : "used"
            disputes.append((guid, "was removed in one copy and \(what) in the other; it is kept"))
        }
    }

    /// Adds a code and, if it is missing, its parent.
    private mutating func unite(_ guid: String) {
        let (old, own, other) = (base.places[guid], first.places[guid], second.places[guid])
        guard let one = own ?? other else { return }
        let two = other ?? one
        let merge = CodeMerge(old?.code ?? Code(id: one.code.id), one.code, two.code)
        var choice = ThreeWay()
        var code = merge.code
        code.id = choice.pick("id", old?.code.id ?? one.code.id, one.code.id, two.code.id)
        let parent = choice.pick("parent", old == nil ? one.parent : old?.parent, one.parent, two.parent)
        codes[guid] = (parent, code)
        disputes += (merge.conflicts + choice.conflicts).map {
            (guid, "has another \($0) in each copy; the newer is kept")
        }
        uniteIfMissing(parent)
    }

    private mutating func uniteIfMissing(_ parent: String?) {
        guard let parent, codes[parent] == nil else { return }
        if first.places[parent] == nil || second.places[parent] == nil, base.places[parent] != nil {
            disputes.append((parent, "was removed in one copy and has codes below it in the other; it is kept"))
        }
        unite(parent)
    }

    /// Moves codes back that both copies moved below each other.
    private mutating func breakCycles() {
        for guid in first.order + second.order where codes[guid] != nil {
            var seen: Set<String> = []
            var next: String? = guid
            while let code = next, seen.insert(code).inserted { next = codes[code]?.parent }
            guard next != nil else { continue }
            // The first copy has no cycle, so its parents break this one.
            for member in seen.sorted() {
                guard let place = first.places[member], place.parent != codes[member]?.parent else { continue }
                codes[member]?.parent = place.parent
                uniteIfMissing(place.parent)
                disputes.append((member, "was moved below a code that the other copy moved below it"))
            }
        }
    }

    /// Returns the codes with a parent, and those below them. Of different codes with one id, the later gets another id.
    private mutating func tree(
        _ siblings: [String?: [String]], under parent: String?, above: String,
        _ paths: inout [String: String]
    ) -> [Code] {
        var ids: Set<String> = []
        return (siblings[parent] ?? []).compactMap { guid in
            guard var code = codes[guid]?.code else { return nil }
            var number = 1
            let id = code.id
            while !ids.insert(code.id).inserted {
                number += 1
                code.id = "\(id)-\(number)"
            }
            if number > 1 {
                disputes.append((guid, "has another id, because each copy has another code \(above)\(id)"))
            }
            paths[guid] = above + code.id
            code.guid = guid
            code.codes = tree(siblings, under: guid, above: above + code.id + "/", &paths)
            return code
        }
    }

    /// Returns the codes by their parents, in the first copy's order. Each of the others follows the code that it followed in
    /// the second copy.
    private var siblings: [String?: [String]] {
        func own(_ side: CodesByGUID) -> [String?: [String]] {
            // A code that the other copy moved has its place in the other copy's order.
            let own = side.order.filter { guid in
                codes[guid].map { $0.parent == side.places[guid]?.parent } ?? false
            }
            return Dictionary(grouping: own) { codes[$0]?.parent }
        }
        return own(first).merging(own(second)) { first, second in
            var all = first
            let known = Set(first)
            for (index, guid) in second.enumerated() where !known.contains(guid) {
                let before = index > 0 ? all.firstIndex(of: second[index - 1]) : nil
                all.insert(guid, at: before.map { $0 + 1 } ?? 0)
            }
            return all
        }
    }

    private func paths(of side: CodesByGUID, _ merged: [String: String]) -> [String: String] {
        var paths: [String: String] = [:]
        for (guid, place) in side.places { paths[place.path] = merged[guid] }
        return paths
    }

    private mutating func uniteFields(_ before: Codebook, _ second: Codebook) {
        var choice = ThreeWay()
        func unite<Value: Equatable>(_ field: WritableKeyPath<Codebook, Value>, _ name: String) {
            let own = codebook[keyPath: field]
            codebook[keyPath: field] = choice.pick(name, before[keyPath: field], own, second[keyPath: field])
        }
        unite(\.id, "id")
        unite(\.title, "title")
        unite(\.version, "version")
        unite(\.language, "language")
        unite(\.ignoresAccents, "accents")
        unite(\.levels, "levels")
        unite(\.source, "source")
        unite(\.description, "description")
        unite(\.memo, "memo")
        conflicts = choice.conflicts.map { "the codebook has another \($0) in each copy; the newer is kept" }
    }
}
