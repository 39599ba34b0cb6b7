import TemaFormats
import TemaModel

/// Makes elements that other programs wrote conform to the schema, so that they can be written again.
enum RefiSchema {
    /// Returns an element that conforms to the schema. Parts that the schema does not allow are removed and counted,
    /// and elements in the wrong order are sorted.
    ///
    /// - Parameter type: The element's type in the grammar.
    /// - Returns: The element, or nil if a required part is missing.
    static func conforming(_ node: XMLNode, as type: String, losses: inout Losses) -> XMLNode? {
        let shape = RefiGrammar.project.shape(type)
        var result = XMLNode(node.name)
        for attribute in node.attributes where attribute.namespace == nil {
            guard let known = shape.attributes[attribute.name] else { continue }
            guard let value = valid(attribute.value, known.type) else {
                losses.add("\(attribute.name) of \(node.name)", "its value is not valid in REFI-QDA")
                continue
            }
            result.attributes.append(XMLNode.Attribute(name: attribute.name, value: value))
        }
        guard shape.required.allSatisfy({ result[$0] != nil }), fill(&result, node: node, shape: shape, losses: &losses)
        else {
            losses.add(node.name, "a required attribute or element is missing")
            return nil
        }
        return result
    }

    private static func fill(
        _ result: inout XMLNode, node: XMLNode, shape: RefiGrammar.Shape, losses: inout Losses
    ) -> Bool {
        if let type = shape.value {
            guard let text = valid(node.text, type) else { return false }
            if !text.isEmpty { result.content = [.text(text)] }
            return true
        }
        var parts: [(place: Int, node: XMLNode)] = []
        var seen: Set<Int> = []
        for element in node.elements {
            guard let place = shape.placeOf[element.name], let type = shape.places[place].types[element.name] else {
                losses.add("\(element.name) in \(node.name)", "REFI-QDA has no such element")
                continue
            }
            guard shape.places[place].isRepeated || !seen.contains(place) else {
                losses.add("\(element.name) in \(node.name)", "REFI-QDA allows only one")
                continue
            }
            guard let conforming = conforming(element, as: type, losses: &losses) else { continue }
            seen.insert(place)
            parts.append((place, conforming))
        }
        // `sorted` is not guaranteed to be stable, so elements of one place are compared by their index.
        let order = parts.indices.sorted { (parts[$0].place, $0) < (parts[$1].place, $1) }
        result.content = order.map { .element(parts[$0].node) }
        return shape.places.enumerated().allSatisfy { !$1.isRequired || seen.contains($0) }
    }

    /// Returns a value in the form of its type, or nil if it is not valid.
    private static func valid(_ value: String, _ type: RefiValue) -> String? {
        switch type {
        case .string: return value
        case .guid: return GUID(value)?.text
        case .color: return RefiColor.read(value)
        default:
            let value = RefiValue.stripped(value)
            return type.broken(by: value) == nil ? value : nil
        }
    }
}
