/// Writes elements as indented XML in UTF-8. The same elements result in the same bytes.
///
/// The names of elements and attributes are not checked. Characters that XML 1.0 does not allow in values are replaced by
/// U+FFFD.
package struct XMLOutput {
    /// The XML written so far.
    package private(set) var bytes: [UInt8] = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
    /// The number of Unicode scalars that were replaced by U+FFFD.
    package private(set) var replaced = 0
    private var open: [String] = []

    /// Creates an output that contains only the XML declaration.
    package init() {}

    /// Returns the XML written since the last call, and removes it from ``bytes``.
    package mutating func take() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    /// Writes the start tag of an element that contains other elements. The content of `element` is ignored.
    package mutating func begin(_ element: XMLNode) {
        tag(element)
        raw(">\n")
        open.append(element.name)
    }

    /// Writes the end tag of the innermost open element.
    package mutating func end() {
        guard let name = open.popLast() else { return }
        indent()
        raw("</\(name)>\n")
    }

    /// Writes an element with its content. If it has child elements, its own texts are omitted.
    package mutating func add(_ element: XMLNode) {
        let elements = element.elements
        if !elements.isEmpty {
            begin(element)
            for child in elements { add(child) }
            return end()
        }
        tag(element)
        let text = element.text
        if text.isEmpty { return raw("/>\n") }
        raw(">")
        escape(text, isAttribute: false)
        raw("</\(element.name)>\n")
    }

    private mutating func tag(_ element: XMLNode) {
        indent()
        raw("<\(element.name)")
        for attribute in element.attributes {
            raw(" \(attribute.name)=\"")
            escape(attribute.value, isAttribute: true)
            raw("\"")
        }
    }

    private mutating func indent() { bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * open.count)) }

    private mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

    /// Writes a text, escaped. LF and tab in attributes and CR anywhere are written as character references, because XML
    /// parsers would normalize them.
    private mutating func escape(_ text: String, isAttribute: Bool) {
        // Most texts need no escaping. U+FFFE and U+FFFF begin with EF in UTF-8.
        let isPlain = text.utf8.allSatisfy { byte in
            byte >= 0x20 && byte != 0x22 && byte != 0x26 && byte != 0x3C && byte != 0x3E && byte != 0xEF
        }
        if isPlain { return raw(text) }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": raw("&amp;")
            case "<": raw("&lt;")
            case ">": raw("&gt;")
            case "\"" where isAttribute: raw("&quot;")
            case "\n" where isAttribute, "\t" where isAttribute, "\r": raw("&#\(scalar.value);")
            case _ where !scalar.isXML:
                raw("\u{FFFD}")
                replaced += 1
            default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            }
        }
    }
}

extension XMLNode {
    /// Creates an element for output. Attributes whose value is nil are omitted.
    package init(_ name: String, _ attributes: KeyValuePairs<String, String?>, elements: [XMLNode] = []) {
        self.init(name, attributes: [], content: elements.map { .element($0) })
        for (name, value) in attributes {
            if let value { self.attributes.append(Attribute(name: name, value: value)) }
        }
    }

    /// Creates an element that contains a text.
    package init(_ name: String, text: String) { self.init(name, content: [.text(text)]) }

    /// Sets the value of an attribute, or removes the attribute if the value is nil.
    package mutating func set(_ attribute: String, _ value: String?) {
        guard let value else { return attributes.removeAll { $0.name == attribute } }
        if let index = attributes.firstIndex(where: { $0.name == attribute }) {
            attributes[index].value = value
        } else {
            attributes.append(Attribute(name: attribute, value: value))
        }
    }
}
