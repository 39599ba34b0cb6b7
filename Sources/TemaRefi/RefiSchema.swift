import TemaFormats
import TemaModel

/// Makes elements of other programs' projects, which need not keep to the schema, as it demands, so that they can be written back.
enum RefiSchema {
    /// An element as the schema demands: what it does not know or allow is left out and counted, what stands in the wrong order
    /// is put right.
    ///
    /// - Parameter type: The element's type in the grammar.
    /// - Returns: Nothing where what the element must have is missing.
    static func conforming(_ node: XMLNode, as type: String, losses: inout Losses) -> XMLNode? {
        let shape = RefiGrammar.project.shape(type)
        var result = XMLNode(node.name)
        for attribute in node.attributes where attribute.namespace == nil {
            guard let known = shape.attributes[attribute.name] else { continue }
            guard let value = valid(attribute.value, known.type) else {
                losses.add("\(attribute.name) of \(node.name)", "its value is not as REFI-QDA has it")
                continue
            }
            result.attributes.append(XMLNode.Attribute(name: attribute.name, value: value))
        }
        guard shape.required.allSatisfy({ result[$0] != nil }), fill(&result, node: node, shape: shape, losses: &losses)
        else {
            losses.add(node.name, "something that it must have is missing")
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
                losses.add("\(element.name) in \(node.name)", "REFI-QDA allows one")
                continue
            }
            guard let conforming = conforming(element, as: type, losses: &losses) else { continue }
            seen.insert(place)
            parts.append((place, conforming))
        }
        // What stands at one place keeps its order, whatever the sort does.
        let order = parts.indices.sorted { (parts[$0].place, $0) < (parts[$1].place, $1) }
        result.content = order.map { .element(parts[$0].node) }
        return shape.places.enumerated().allSatisfy { !$1.isRequired || seen.contains($0) }
    }

    /// A value as its type has it; nothing where it cannot be.
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
