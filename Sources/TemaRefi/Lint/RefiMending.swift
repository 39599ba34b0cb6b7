import TemaFormats

/// Puts right in elements what can be put right without guessing: order, empty containers and attributes, colors, GUIDs, namespaces.
///
/// Positions, texts, names and references are never touched.
struct RefiMending {
    let grammar: RefiGrammar
    /// What was mended, in the order of the file.
    private(set) var findings = RefiFindings()

    init(_ grammar: RefiGrammar, member: String?) {
        self.grammar = grammar
        findings.member = member
    }

    /// The outermost element, with the namespace as an attribute so that it is written.
    mutating func mended(_ root: XMLNode) -> XMLNode {
        if root.namespace != grammar.namespace {
            findings.add(.namespace, "the namespace of the standard", line: root.line)
        }
        let location = root.attributes.first { $0.name == "schemaLocation" && $0.namespace == RefiStructure.instance }
        var result = mended(root, grammar.rootType)
        var first = [XMLNode.Attribute(name: "xmlns", value: grammar.namespace)]
        // One that names a namespace of before would say that of the schema that is not used.
        if let location, root.namespace == grammar.namespace {
            first.append(XMLNode.Attribute(name: "xmlns:xsi", value: RefiStructure.instance))
            first.append(XMLNode.Attribute(name: "xsi:schemaLocation", value: location.value))
        }
        result.attributes = first + result.attributes
        return result
    }

    private mutating func mended(_ node: XMLNode, _ type: String) -> XMLNode {
        let shape = grammar.shape(type)
        var result = XMLNode(node.name, namespace: grammar.namespace, line: node.line)
        result.attributes = node.attributes.compactMap { mended($0, of: node, shape: shape) }
        if shape.value != nil {
            // An element in a value is not known, and stays for a person to look at.
            result.content = node.content
            if let value = shape.value { result.content = mendedValue(node, value) }
            return result
        }
        if let text = RefiStructure.strayText(in: node) {
            findings.add(.strayText, "text taken out of \(node.name): “\(text)”", line: node.line)
        }
        result.content = elements(of: node, shape).map { .element($0) }
        return result
    }

    /// The elements in the order of the schema; those that it does not know stay behind those that they stood behind.
    private mutating func elements(of node: XMLNode, _ shape: RefiGrammar.Shape) -> [XMLNode] {
        var placed: [(place: Int, node: XMLNode)] = []
        var isOrdered = true
        var last = 0
        for element in node.elements {
            guard let place = shape.placeOf[element.name], let type = shape.places[place].types[element.name] else {
                placed.append((last, element))
                continue
            }
            let mended = mended(element, type)
            if !shape.places[place].isRequired, isEmptyContainer(mended, grammar.shape(type)) {
                findings.add(.emptyContainer, "\(element.name) left out, for it is empty", line: element.line)
                continue
            }
            if element.namespace != grammar.namespace, element.namespace != node.namespace {
                findings.add(.namespace, "\(element.name) is in the namespace of the standard", line: element.line)
            }
            isOrdered = isOrdered && place >= last
            last = place
            placed.append((place, mended))
        }
        guard !isOrdered else { return placed.map(\.node) }
        findings.add(.order, "the elements of \(node.name) in the order of the schema", line: node.line)
        // A sort keeps the order of those of one place only if it is told it.
        let order = placed.indices.sorted { (placed[$0].place, $0) < (placed[$1].place, $1) }
        return order.map { placed[$0].node }
    }

    /// Whether it lacks what it exists for, and says nothing else.
    private func isEmptyContainer(_ node: XMLNode, _ shape: RefiGrammar.Shape) -> Bool {
        node.content.isEmpty && node.attributes.isEmpty && shape.attributes.isEmpty
            && shape.places.count == 1 && shape.places[0].isRequired
    }

    private mutating func mended(
        _ attribute: XMLNode.Attribute, of node: XMLNode, shape: RefiGrammar.Shape
    ) -> XMLNode.Attribute? {
        if attribute.namespace == RefiStructure.instance { return nil }
        guard attribute.namespace == nil, let known = shape.attributes[attribute.name],
            let broken = known.type.broken(by: attribute.value)
        else { return attribute }
        if RefiValue.stripped(attribute.value).isEmpty, !known.isRequired {
            findings.add(
                .emptyAttribute, "\(attribute.name) of \(node.name) left out, for it is empty", line: node.line)
            return nil
        }
        guard let value = Self.mended(attribute.value, known.type) else { return attribute }
        findings.add(broken, "\(attribute.name) of \(node.name) is \(value), not “\(attribute.value)”", line: node.line)
        var result = attribute
        result.value = value
        return result
    }

    private mutating func mendedValue(_ node: XMLNode, _ type: RefiValue) -> [XMLNode.Content] {
        guard node.elements.isEmpty, let broken = type.broken(by: node.text), let value = Self.mended(node.text, type)
        else {
            return node.content
        }
        findings.add(broken, "\(node.name) is \(value), not “\(node.text.prefix(40))”", line: node.line)
        return [.text(value)]
    }

    private static func mended(_ value: String, _ type: RefiValue) -> String? {
        switch type {
        case .guid: GUID(value)?.text
        case .color: RefiColorText.mended(value)
        case .boolean: ["true": "true", "false": "false"][RefiValue.stripped(value).lowercased()]
        default: nil
        }
    }
}
