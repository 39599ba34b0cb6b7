import TemaFormats
import TemaModel

// Metadata of documents becomes variable values of cases.
extension RefiWriter {
    mutating func writeCases() {
        var variables = RefiVariableNames(conforming(kept["Variables"]))
        let said = saidByCases(variables)
        let changed = changedNames(said)
        var cases = conforming(kept["Cases"].map { stripped($0, changed, variables: variables) })
        for (number, plan) in sources.enumerated() {
            let known = said[number].map { taken in Set(taken.all.map(\.name)).subtracting(changed) } ?? []
            let values = plan.document.metadata.all.filter { !known.contains($0.name) }.flatMap { variable in
                variable.values.map { variables.node(variable.name, $0) }
            }
            guard !values.isEmpty else { continue }
            cases.append(
                XMLNode(
                    "Case", ["guid": RefiVariables.guid(ofCase: plan.guid).text, "name": plan.document.id],
                    elements: values + [XMLNode("SourceRef", ["targetGUID": plan.guid.text])]))
        }
        add("Variables", variables.nodes)
        add("Cases", cases)
    }

    /// Returns the metadata that kept cases assign to documents, by the document's index.
    private func saidByCases(_ variables: RefiVariableNames) -> [Int: Metadata] {
        let numbers = Dictionary(sources.enumerated().map { ($1.guid, $0) }) { first, _ in first }
        var caseValues: [Int: [(name: String, value: String)]] = [:]
        for node in kept["Cases"] {
            var said = node.elements("VariableValue").compactMap { variables.value(of: $0) }
            if let name = node["name"], !name.isEmpty { said.append((RefiVariables.caseName, name)) }
            for source in node.elements("SourceRef") {
                if let number = source.guid("targetGUID").flatMap({ numbers[$0] }) {
                    caseValues[number, default: []] += said
                }
            }
        }
        return caseValues.mapValues {
            var metadata = Metadata()
            metadata.take($0)
            return metadata
        }
    }

    /// Returns the names of variables whose values in the study differ from those in the kept cases.
    private func changedNames(_ said: [Int: Metadata]) -> Set<String> {
        var changed: Set<String> = []
        for (number, metadata) in said {
            let now = Dictionary(sources[number].document.metadata.all.map { ($0.name, $0.values) }) { first, _ in first
            }
            for variable in metadata.all where now[variable.name] != variable.values { changed.insert(variable.name) }
        }
        return changed
    }

    /// Returns a kept case without the values that have changed in the study.
    private func stripped(_ node: XMLNode, _ changed: Set<String>, variables: RefiVariableNames) -> XMLNode {
        guard !changed.isEmpty else { return node }
        var node = node
        if changed.contains(RefiVariables.caseName) { node.set("name", nil) }
        node.content = node.content.filter { part in
            guard case .element(let element) = part, element.name == "VariableValue" else { return true }
            return variables.name(of: element).map { !changed.contains(RefiVariables.canonical($0)) } ?? false
        }
        return node
    }
}

/// The variables of a project: the kept ones, and those that only documents have.
struct RefiVariableNames {
    private(set) var nodes: [XMLNode]
    private var names: [GUID: String] = [:]
    private var known: [String: (guid: GUID, type: String)] = [:]

    init(_ kept: [XMLNode]) {
        nodes = kept
        for node in kept {
            guard let guid = node.guid(), let name = node["name"] else { continue }
            names[guid] = name
            let canonical = RefiVariables.canonical(name)
            if known[canonical] == nil { known[canonical] = (guid, node["typeOfVariable"] ?? "Text") }
        }
    }

    func name(of value: XMLNode) -> String? { value.first("VariableRef")?.guid("targetGUID").flatMap { names[$0] } }

    func value(of node: XMLNode) -> (name: String, value: String)? {
        let value = node.elements.first { $0.name != "VariableRef" }?.text ?? ""
        return value.isEmpty ? nil : name(of: node).map { ($0, value) }
    }

    /// Returns the element of a value. Adds the variable if it does not exist yet.
    mutating func node(_ name: String, _ value: String) -> XMLNode {
        let variable = known[name] ?? (RefiVariables.guid(of: name), name == "year" ? "Integer" : "Text")
        if known[name] == nil {
            known[name] = variable
            nodes.append(
                XMLNode("Variable", ["guid": variable.guid.text, "name": name, "typeOfVariable": variable.type]))
        }
        let typed = XMLNode(variable.type + "Value", text: value)
        let type = RefiGrammar.project.shape("VariableValue").places.last?.types[typed.name].flatMap(RefiValue.init)
        let isTyped = type?.broken(by: value) == nil && type != nil
        return XMLNode(
            "VariableValue", [:],
            elements: [
                XMLNode("VariableRef", ["targetGUID": variable.guid.text]),
                isTyped ? typed : XMLNode("TextValue", text: value),
            ])
    }
}
