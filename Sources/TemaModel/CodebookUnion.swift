extension Codebook {
    /// Returns this codebook with the missing codes of another codebook added, each under the code that matches its
    /// parent.
    ///
    /// Codes with the same GUID match, wherever they are. If such a code has another name in the other codebook, it is
    /// renamed. Else codes with the same parent match if they have the same id or share a name, because programs that store
    /// only names export codes with other ids. Other content of a code that is in both codebooks is not changed; a missing
    /// GUID is added.
    ///
    /// - Parameters:
    ///   - guids: The GUIDs by which other programs know codes of this codebook that have none, by path.
    /// - Returns: The codebook, and the path in it of each code of the other codebook, by its path there.
    public func united(
        with other: Codebook, guids: [String: String] = [:]
    ) -> (codebook: Codebook, paths: [String: String]) {
        var union = CodeUnion(language: language)
        union.addOwn(codes, guids)
        union.claim(other.codes)
        union.unite(other.codes, below: nil, aboveOther: "")
        var united = self
        united.codes = union.codes(below: nil)
        return (united, union.paths)
    }
}

private struct CodeUnion {
    private struct Node {
        var code: Code
        let path: String
        /// Whether the other codebook has a code with this GUID, so that no other code of it matches by name.
        var isClaimed = false
        var children: [Int] = []
    }

    let language: String?
    private(set) var paths: [String: String] = [:]
    private var nodes: [Node] = []
    private var top: [Int] = []
    private var byGUID: [String: Int] = [:]

    init(language: String?) { self.language = language }

    mutating func addOwn(_ codes: [Code], below parent: Int? = nil, _ guids: [String: String]) {
        for code in codes {
            let index = append(code, below: parent)
            if let guid = code.guid ?? guids[nodes[index].path], byGUID[guid] == nil { byGUID[guid] = index }
            addOwn(code.codes, below: index, guids)
        }
    }

    /// Appends a code without those below it, and returns its index.
    private mutating func append(_ code: Code, below parent: Int?) -> Int {
        let index = nodes.count
        nodes.append(Node(code: code, path: parent.map { nodes[$0].path + "/" + code.id } ?? code.id))
        nodes[index].code.codes = []
        if let parent { nodes[parent].children.append(index) } else { top.append(index) }
        return index
    }

    mutating func claim(_ others: [Code]) {
        for other in others {
            if let index = other.guid.flatMap({ byGUID[$0] }) { nodes[index].isClaimed = true }
            claim(other.codes)
        }
    }

    mutating func unite(_ others: [Code], below parent: Int?, aboveOther: String) {
        let siblings = parent.map { nodes[$0].children } ?? top
        var taken: Set<String> = []
        var ids: [String: Int] = [:]
        var names: [String: Int] = [:]
        for index in siblings {
            let code = nodes[index].code
            taken.insert(code.id)
            guard !nodes[index].isClaimed else { continue }
            ids[code.id] = ids[code.id] ?? index
            for name in code.names where names[name] == nil { names[name] = index }
        }
        for other in others {
            let known = other.guid.flatMap { byGUID[$0] }
            if let known { rename(known, as: other) }
            let found = known ?? ids[other.id] ?? other.names.lazy.compactMap { names[$0] }.first
            let index = found ?? append(other, below: parent, taken: &taken)
            if found == nil { ids[other.id] = index }
            nodes[index].code.guid = nodes[index].code.guid ?? (known == nil ? other.guid : nil)
            nodes[index].code.isCodable = nodes[index].code.isCodable ?? other.isCodable
            paths[aboveOther + other.id] = nodes[index].path
            unite(other.codes, below: index, aboveOther: aboveOther + other.id + "/")
        }
    }

    /// Appends a code whose id becomes different from those of its siblings.
    private mutating func append(_ other: Code, below parent: Int?, taken: inout Set<String>) -> Int {
        var (code, number) = (other, 1)
        while !taken.insert(code.id).inserted {
            number += 1
            code.id = "\(other.id)-\(number)"
        }
        return append(code, below: parent)
    }

    /// Gives a code the name of the other one with its GUID, in the language of the codebook.
    private mutating func rename(_ index: Int, as other: Code) {
        let code = nodes[index].code
        guard let name = other.name.value(in: language), !code.names.contains(name) else { return }
        let shown = code.name.value(in: language)
        if let entry = code.name.entries.firstIndex(where: { $0.value == shown }) {
            nodes[index].code.name.entries[entry].value = name
        } else {
            nodes[index].code.name = ByLanguage(name)
        }
    }

    func codes(below parent: Int?) -> [Code] {
        (parent.map { nodes[$0].children } ?? top).map { index in
            var code = nodes[index].code
            code.codes = codes(below: index)
            return code
        }
    }
}

extension Code {
    /// The code's names in all languages, or its id if it has no name.
    fileprivate var names: [String] { name.isEmpty ? [id] : name.entries.map(\.value) }
}
