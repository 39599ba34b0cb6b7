import TemaFormats

/// Checks elements against the schema: their names, order, attributes and values.
struct RefiStructure {
    let grammar: RefiGrammar
    var findings: RefiFindings

    init(_ grammar: RefiGrammar, _ findings: RefiFindings) { (self.grammar, self.findings) = (grammar, findings) }

    mutating func check(_ root: XMLNode) {
        if root.namespace != grammar.namespace {
            findings.add(
                .namespace,
                "the namespace is \(root.namespace.map { "“\($0)”" } ?? "missing"), not \(grammar.namespace)",
                line: root.line
            )
        }
        check(root, grammar.rootType)
    }

    private mutating func check(_ node: XMLNode, _ type: String) {
        let shape = grammar.shape(type)
        checkAttributes(node, shape)
        if let value = shape.value { return checkValue(node, value) }
        if shape.places.isEmpty {
            if !node.content.isEmpty {
                findings.add(
                    node.elements.isEmpty ? .strayText : .unknownElement, "\(node.name) has content, but must be empty",
                    line: node.line)
            }
            return
        }
        if let text = Self.strayText(in: node) {
            findings.add(.strayText, "text in \(node.name), which allows only elements: “\(text)”", line: node.line)
        }
        checkElements(node, shape)
    }

    private mutating func checkElements(_ node: XMLNode, _ shape: RefiGrammar.Shape) {
        /// The number of elements at each place of the sequence.
        var counts = [Int](repeating: 0, count: shape.places.count)
        var reached = 0
        for element in node.elements {
            guard let place = shape.placeOf[element.name], let type = shape.places[place].types[element.name] else {
                findings.add(.unknownElement, "\(element.name) is not allowed in \(node.name)", line: element.line)
                continue
            }
            counts[place] += 1
            if counts[place] > 1, !shape.places[place].isRepeated {
                findings.add(
                    .tooMany, "\(node.name) has more than one \(shape.places[place].names)", line: element.line)
            } else if place < reached {
                findings.add(
                    .order, "\(element.name) comes after \(shape.places[reached].names) in \(node.name)",
                    line: element.line)
            }
            reached = max(reached, place)
            if element.namespace != grammar.namespace, element.namespace != node.namespace {
                findings.add(.namespace, "\(element.name) is in another namespace", line: element.line)
            }
            check(element, type)
        }
        for (place, count) in zip(shape.places, counts) where place.isRequired && count == 0 {
            let isContainer = shape.places.count == 1 && place.isRepeated
            let rule = isContainer && node.elements.isEmpty ? RefiRule.emptyContainer : .missingElement
            findings.add(
                rule, rule == .emptyContainer ? "\(node.name) is empty" : "\(node.name) has no \(place.names)",
                line: node.line)
        }
    }

    private mutating func checkAttributes(_ node: XMLNode, _ shape: RefiGrammar.Shape) {
        for attribute in node.attributes {
            if attribute.namespace == Self.instance,
                ["schemaLocation", "noNamespaceSchemaLocation"].contains(attribute.name)
            {
                continue
            }
            guard attribute.namespace == nil, let known = shape.attributes[attribute.name] else {
                findings.add(
                    .unknownAttribute, "the attribute \(attribute.name) is not allowed in \(node.name)", line: node.line
                )
                continue
            }
            guard let broken = known.type.broken(by: attribute.value) else { continue }
            let isEmpty = RefiValue.stripped(attribute.value).isEmpty
            findings.add(
                isEmpty && !known.isRequired ? .emptyAttribute : broken,
                Self.fault("\(attribute.name) of \(node.name)", value: attribute.value, type: known.type),
                line: node.line)
        }
        for name in shape.required where node[name] == nil {
            findings.add(.missingAttribute, "\(node.name) has no attribute \(name)", line: node.line)
        }
    }

    private mutating func checkValue(_ node: XMLNode, _ value: RefiValue) {
        if let element = node.elements.first {
            findings.add(.unknownElement, "\(element.name) is not allowed in \(node.name)", line: element.line)
        } else if let broken = value.broken(by: node.text) {
            findings.add(
                broken, Self.fault("the value of \(node.name)", value: node.text, type: value), line: node.line)
        }
    }

    private static func fault(_ what: String, value: String, type: RefiValue) -> String {
        if RefiValue.stripped(value).isEmpty { return "\(what) is empty" }
        let shown = "\(what) is “\(value.prefix(40))\(value.count > 40 ? "…" : "")”, which is "
        return switch type {
        case .guid: shown + "not a GUID"
        case .color: shown + "not a color"
        case .time: shown + "not a date with time"
        case .date: shown + "not a date"
        case .integer: shown + "not a whole number"
        case .decimal: shown + "not a decimal number"
        case .boolean: shown + "neither true nor false"
        default: shown + "not one of " + type.choices.joined(separator: ", ")
        }
    }

    /// Returns the beginning of text between elements, or nil if there is only white space.
    static func strayText(in node: XMLNode) -> String? {
        for case .text(let text) in node.content {
            let ink = RefiValue.stripped(text)
            if !ink.isEmpty { return String(ink.prefix(40)) }
        }
        return nil
    }

    /// The namespace of the attributes that XML Schema allows on all elements.
    static let instance = "http://www.w3.org/2001/XMLSchema-instance"
}
