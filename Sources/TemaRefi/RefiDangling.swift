import TemaFormats
import TemaModel

/// Removes references to elements that no longer exist from kept elements.
struct RefiDangling {
    /// The GUIDs of all existing elements.
    private var known: Set<GUID>
    /// The number of removed elements, by name.
    private(set) var dropped: [String: Int] = [:]

    /// - Parameter known: The GUIDs of everything that is written in addition to the kept elements.
    init(_ known: Set<GUID>) { self.known = known }

    /// Returns the kept elements of all containers without dangling references.
    ///
    /// Removing an element can leave further references dangling. Three rounds are enough, because that is the longest
    /// chain of references in REFI-QDA (an edge to a vertex to a link to a selection).
    mutating func cleaned(_ kept: RefiKept) -> RefiKept {
        var kept = kept
        let given = known
        for _ in 0..<3 {
            known = given
            for container in Self.containers { for node in kept[container] { gather(node) } }
            for container in Self.containers { kept[container] = kept[container].compactMap { cleaned($0) } }
        }
        return kept
    }

    /// Returns the plan of a source without dangling references in its kept elements.
    mutating func cleaned(_ plan: RefiSourcePlan) -> RefiSourcePlan {
        var plan = plan
        plan.shell = plan.shell.flatMap { cleaned($0) }
        return plan
    }

    private static let containers = ["Cases", "Sources", "Notes", "Links", "Sets", "Graphs"]
    private static let users: Set = ["creatingUser", "modifyingUser", "representedGUID"]
    private static let references: Set = ["targetGUID", "originGUID", "sourceVertex", "targetVertex"]

    private mutating func gather(_ node: XMLNode) {
        if let guid = node.guid() { known.insert(guid) }
        for part in node.content { if case .element(let element) = part { gather(element) } }
    }

    private mutating func cleaned(_ node: XMLNode) -> XMLNode? {
        var node = node
        node.attributes.removeAll { Self.users.contains($0.name) && isDangling($0) }
        if node.attributes.contains(where: { Self.references.contains($0.name) && isDangling($0) }) {
            dropped[node.name, default: 0] += 1
            return nil
        }
        guard node.content.contains(where: { if case .element = $0 { true } else { false } }) else { return node }
        let before = node.elements.count
        node.content = node.content.compactMap { part in
            guard case .element(let element) = part else { return part }
            return cleaned(element).map { .element($0) }
        }
        // A coding without a code and a value without a variable have no meaning.
        if ["Coding", "VariableValue"].contains(node.name), node.elements.count < before,
            node.first("CodeRef") == nil, node.first("VariableRef") == nil
        {
            dropped[node.name, default: 0] += 1
            return nil
        }
        return node
    }

    private func isDangling(_ attribute: XMLNode.Attribute) -> Bool {
        GUID(attribute.value).map { !known.contains($0) } ?? true
    }
}

extension RefiWriter {
    /// Removes references to elements that the study no longer has from all kept elements.
    mutating func dropDangling() {
        let written = Set(notes.guids)
        kept["Notes"] = kept["Notes"].filter { $0.guid().map { written.contains($0) } ?? false }
        var known = Set(users.values).union(codes.values).union(written)
        for plan in sources {
            known.insert(plan.guid)
            known.formUnion(plan.selections.map(\.guid))
            let shell = plan.isSame ? plan.holder.map { [$0] + $0.elements + (plan.shell?.elements ?? []) } ?? [] : []
            known.formUnion(shell.compactMap { $0["coded"] == nil ? $0.guid() : nil })
        }
        known.formUnion(kept["Variables"].compactMap { $0.guid() })
        var dangling = RefiDangling(known)
        kept = dangling.cleaned(kept)
        for index in sources.indices { sources[index] = dangling.cleaned(sources[index]) }
        for (name, count) in dangling.dropped.sorted(by: { $0.key < $1.key }) {
            losses.add(name, "it refers to something that no longer exists", count: count)
        }
    }
}
