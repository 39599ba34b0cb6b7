/// Elements as XML, indented, in UTF-8: the same elements give the same bytes.
///
/// Names of elements and attributes are the caller's; values may be anything. What XML 1.0 cannot hold becomes U+FFFD and is counted.
package struct XMLOutput {
    package private(set) var bytes: [UInt8] = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
    /// How many scalars had to be replaced.
    package private(set) var replaced = 0
    private var open: [String] = []

    package init() {}

    /// Begins an element that has others in it.
    package mutating func begin(_ element: XMLNode) {
        tag(element)
        raw(">\n")
        open.append(element.name)
    }

    /// Ends the element that was begun last.
    package mutating func end() {
        guard let name = open.popLast() else { return }
        indent()
        raw("</\(name)>\n")
    }

    /// A whole element. White space between its elements is left out; one that has text has nothing else.
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

    /// Line ends and tabs in attributes, and CR anywhere, would be read as something else if they were not named.
    private mutating func escape(_ text: String, isAttribute: Bool) {
        // Most texts have nothing in them that would mean something to XML; U+FFFE and U+FFFF begin with EF.
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
    /// An element as it is written: attributes without a value are left away.
    package init(_ name: String, _ attributes: KeyValuePairs<String, String?>, elements: [XMLNode] = []) {
        self.init(name, attributes: [], content: elements.map { .element($0) })
        for (name, value) in attributes {
            if let value { self.attributes.append(Attribute(name: name, value: value)) }
        }
    }

    /// An element with a text.
    package init(_ name: String, text: String) { self.init(name, content: [.text(text)]) }

    /// Gives an attribute a value, or takes it away.
    package mutating func set(_ attribute: String, _ value: String?) {
        guard let value else { return attributes.removeAll { $0.name == attribute } }
        if let at = attributes.firstIndex(where: { $0.name == attribute }) {
            attributes[at].value = value
        } else {
            attributes.append(Attribute(name: attribute, value: value))
        }
    }
}
