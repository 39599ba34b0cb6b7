import TemaFormats

/// Repairs elements where no guessing is needed: order, empty containers and attributes, colors, GUIDs, namespaces.
///
/// Positions, texts, names and references are not changed.
struct RefiRepairer {
    let grammar: RefiGrammar
    /// The repairs, in the order of the file.
    private(set) var findings = RefiFindings()

    init(_ grammar: RefiGrammar, member: String?) {
        self.grammar = grammar
        findings.member = member
    }

    /// Returns the repaired root element, with the namespace as an attribute so that it is written.
    mutating func repaired(_ root: XMLNode) -> XMLNode {
        if root.namespace != grammar.namespace {
            findings.add(.namespace, "set the namespace of the standard", line: root.line)
        }
        let location = root.attributes.first { $0.name == "schemaLocation" && $0.namespace == RefiStructure.instance }
        var result = repaired(root, grammar.rootType)
        var first = [XMLNode.Attribute(name: "xmlns", value: grammar.namespace)]
        // A location for another namespace would refer to a schema that does not apply.
        if let location, root.namespace == grammar.namespace {
            first.append(XMLNode.Attribute(name: "xmlns:xsi", value: RefiStructure.instance))
            first.append(XMLNode.Attribute(name: "xsi:schemaLocation", value: location.value))
        }
        result.attributes = first + result.attributes
        return result
    }

    private mutating func repaired(_ node: XMLNode, _ type: String) -> XMLNode {
        let shape = grammar.shape(type)
        var result = XMLNode(node.name, namespace: grammar.namespace, line: node.line)
        result.attributes = node.attributes.compactMap { repaired($0, of: node, shape: shape) }
        if shape.value != nil {
            // An element inside a value is unknown and is kept for manual review.
            result.content = node.content
            if let value = shape.value { result.content = mendedValue(node, value) }
            return result
        }
        if let text = RefiStructure.strayText(in: node) {
            findings.add(.strayText, "removed text from \(node.name): “\(text)”", line: node.line)
        }
        result.content = elements(of: node, shape).map { .element($0) }
        return result
    }

    /// Returns the elements in the order of the schema. Unknown elements stay after the element that they followed.
    private mutating func elements(of node: XMLNode, _ shape: RefiGrammar.Shape) -> [XMLNode] {
        var placed: [(place: Int, node: XMLNode)] = []
        var isOrdered = true
        var last = 0
        for element in node.elements {
            guard let place = shape.placeOf[element.name], let type = shape.places[place].types[element.name] else {
                placed.append((last, element))
                continue
            }
            let repaired = repaired(element, type)
            if !shape.places[place].isRequired, isEmptyContainer(repaired, grammar.shape(type)) {
                findings.add(.emptyContainer, "removed \(element.name), which was empty", line: element.line)
                continue
            }
            if element.namespace != grammar.namespace, element.namespace != node.namespace {
                findings.add(.namespace, "moved \(element.name) to the namespace of the standard", line: element.line)
            }
            isOrdered = isOrdered && place >= last
            last = place
            placed.append((place, repaired))
        }
        guard !isOrdered else { return placed.map(\.node) }
        findings.add(.order, "sorted the elements of \(node.name) into the order of the schema", line: node.line)
        // `sorted` is not guaranteed to be stable, so elements of one place are compared by their index.
        let order = placed.indices.sorted { (placed[$0].place, $0) < (placed[$1].place, $1) }
        return order.map { placed[$0].node }
    }

    /// Whether an element is a container without elements or attributes.
    private func isEmptyContainer(_ node: XMLNode, _ shape: RefiGrammar.Shape) -> Bool {
        node.content.isEmpty && node.attributes.isEmpty && shape.attributes.isEmpty
            && shape.places.count == 1 && shape.places[0].isRequired
    }

    private mutating func repaired(
        _ attribute: XMLNode.Attribute, of node: XMLNode, shape: RefiGrammar.Shape
    ) -> XMLNode.Attribute? {
        if attribute.namespace == RefiStructure.instance { return nil }
        guard attribute.namespace == nil, let known = shape.attributes[attribute.name],
            let broken = known.type.broken(by: attribute.value)
        else { return attribute }
        if RefiValue.stripped(attribute.value).isEmpty, !known.isRequired {
            findings.add(
                .emptyAttribute, "removed \(attribute.name) of \(node.name), which was empty", line: node.line)
            return nil
        }
        guard let value = Self.repaired(attribute.value, known.type) else { return attribute }
        findings.add(
            broken, "changed \(attribute.name) of \(node.name) from “\(attribute.value)” to \(value)", line: node.line)
        var result = attribute
        result.value = value
        return result
    }

    private mutating func mendedValue(_ node: XMLNode, _ type: RefiValue) -> [XMLNode.Content] {
        guard node.elements.isEmpty, let broken = type.broken(by: node.text), let value = Self.repaired(node.text, type)
        else {
            return node.content
        }
        findings.add(broken, "changed \(node.name) from “\(node.text.prefix(40))” to \(value)", line: node.line)
        return [.text(value)]
    }

    private static func repaired(_ value: String, _ type: RefiValue) -> String? {
        switch type {
        case .guid: GUID(value)?.text
        case .color: RefiColorText.repaired(value)
        case .boolean: ["true": "true", "false": "false"][RefiValue.stripped(value).lowercased()]
        default: nil
        }
    }
}
