internal import CLibXML2
import TemaModel

/// Reads HTML as it is found: tags left open, nested wrongly, or unknown.
///
/// One pass of libxml2's HTML parser with a handler of our own: no tree, no network, nothing but the bytes it is given. What
/// the parser repairs is passed on as if it had been written.
package enum HTMLEvents {
    /// - Throws: What stopped it: an exceeded limit, a failing read, what the handler threw.
    package static func read(_ input: UTF8Input, _ handler: any XMLEventHandler) throws(Problem) {
        try LibXML2Version.check()
        LibXML2.prepare()
        let state = HTMLState(input, handler)
        // The state lives to the end of this function, and libxml2's parser not longer than the state.
        defer { withExtendedLifetime(state) {} }
        guard let parser = htmlNewParserCtxt() else { throw Problem("there is no memory for parsing it") }
        state.parser = parser
        parser.pointee.sax.pointee = callbacks
        parser.pointee.userData = state.address
        // The encoding has been decided, whatever `meta` declares. Unless it recovers, a script ends at any `</`.
        let options = HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue | HTML_PARSE_RECOVER.rawValue
        htmlCtxtReadIO(parser, readBytes, nil, state.address, nil, nil, Int32(options))
        state.handle { () throws(Problem) in try state.flushAmpersand() }
        if let stopped = state.stopped { throw stopped }
    }

    private static var callbacks: xmlSAXHandler {
        var sax = xmlSAXHandler()
        sax.initialized = 1
        sax.startElement = { user, name, attributes in
            guard let state = HTMLState.atEvent(user), let name else { return }
            state.start(String(cString: name), HTMLEvents.attributes(attributes))
        }
        sax.endElement = { user, name in
            guard let state = HTMLState.atEvent(user), let name else { return }
            state.end(String(cString: name))
        }
        sax.characters = receiveText
        sax.ignorableWhitespace = receiveText
        sax.cdataBlock = receiveText
        sax.serror = nil
        sax.error = nil
        return sax
    }

    /// Names and values in turn.
    private static func attributes(
        _ pairs: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) -> [XMLNode.Attribute] {
        guard let pairs else { return [] }
        var attributes: [XMLNode.Attribute] = []
        var at = 0
        while let name = pairs[at] {
            let value = pairs[at + 1].map { String(cString: $0) } ?? ""
            attributes.append(XMLNode.Attribute(name: String(cString: name), value: value))
            at += 2
        }
        return attributes
    }

    private static let receiveText: charactersSAXFunc = { user, text, count in
        guard let state = HTMLState.atEvent(user), let text, count > 0 else { return }
        state.text(String(decoding: UnsafeBufferPointer(start: text, count: Int(count)), as: UTF8.self))
    }

    private static let readBytes: xmlInputReadCallback = { user, buffer, count in
        guard let state = HTMLState.at(user), let buffer, count > 3, state.stopped == nil else { return -1 }
        return state.feed(UnsafeMutableRawBufferPointer(start: buffer, count: Int(count)))
    }
}

/// One parse of HTML.
private final class HTMLState: SAXState {
    private let handler: any XMLEventHandler
    /// The open elements: libxml2 may close what it has not opened.
    private var open: [String] = []
    /// Bytes since the last event that may part attributes, and the most comparisons that those before have cost.
    private var separators = 0
    private var comparisons = 0
    /// Whether the byte-order mark has been fed by which libxml2 knows UTF-8.
    private var isMarked = false
    /// The position of libxml2 when it gave a lone `&`, which may be the beginning of an entity that it does not know.
    private var ampersand: Int?
    /// Whether the next text begins with a `;` that belongs to an entity.
    private var owesSemicolon = false

    init(_ input: UTF8Input, _ handler: any XMLEventHandler) {
        self.handler = handler
        super.init(input)
    }

    static func at(_ address: UnsafeMutableRawPointer?) -> HTMLState? {
        address.map { Unmanaged<HTMLState>.fromOpaque($0).takeUnretainedValue() }
    }

    /// The state at an event; nil after it was stopped.
    static func atEvent(_ address: UnsafeMutableRawPointer?) -> HTMLState? {
        guard let state = at(address), state.stopped == nil else { return nil }
        state.waiting = 0
        state.comparisons += state.separators * state.separators / 2
        state.separators = 0
        return state
    }

    func start(_ name: String, _ attributes: [XMLNode.Attribute]) {
        guard open.count < Limits.htmlDepth else {
            return stop(
                Problem(
                    "elements stand more than \(Limits.htmlDepth) deep", suggestion: "save it anew from a browser",
                    line: line
                ))
        }
        var node = XMLNode(name, line: line ?? 0)
        node.attributes = attributes
        open.append(name)
        handle { () throws(Problem) in
            try flushAmpersand()
            try handler.start(node)
        }
    }

    func end(_ name: String) {
        guard let at = open.lastIndex(of: name) else { return }
        handle { () throws(Problem) in
            try flushAmpersand()
            while open.count > at {
                open.removeLast()
                try handler.end()
            }
        }
    }

    func text(_ piece: String) {
        handle { () throws(Problem) in try add(piece) }
    }

    /// libxml2 knows HTML 4's entities; of any other it gives `&`, then the name, without reading on in between.
    private func add(_ piece: String) throws(Problem) {
        var piece = piece
        if owesSemicolon {
            owesSemicolon = false
            if piece.hasPrefix(";") { piece.removeFirst() }
        }
        if let at = ampersand, at == position, nextByte == UInt8(ascii: ";"), let known = EntityNames.text(of: piece) {
            ampersand = nil
            owesSemicolon = true
            return try handler.text(known)
        }
        try flushAmpersand()
        if piece == "&" { ampersand = position } else if !piece.isEmpty { try handler.text(piece) }
    }

    /// Passes on the `&` that was held back.
    func flushAmpersand() throws(Problem) {
        guard ampersand != nil else { return }
        ampersand = nil
        try handler.text("&")
    }

    /// The offset of the parser in the bytes that it was fed.
    private var position: Int {
        guard let input = parser?.pointee.input else { return 0 }
        return Int(input.pointee.consumed) + (input.pointee.cur - input.pointee.base)
    }

    private var nextByte: UInt8? { parser?.pointee.input?.pointee.cur?.pointee }

    /// Feeds the parser. A tag without end, or with attributes without end, is seen here.
    func feed(_ buffer: UnsafeMutableRawBufferPointer) -> Int32 {
        let pending = comparisons + separators * separators / 2
        guard waiting <= Limits.heldBytes, pending <= Limits.htmlComparisons else {
            note(
                Problem(
                    "a tag or a comment in it has no end, or was made to take for ever",
                    suggestion: "save it anew from a browser", line: line))
            return -1
        }
        // libxml2 knows UTF-8 by its byte-order mark, if more follows it at once.
        let mark: [UInt8] = isMarked ? [] : [0xEF, 0xBB, 0xBF]
        isMarked = true
        buffer.copyBytes(from: mark)
        let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[mark.count...])
        guard let count = read(into: rest) else { return -1 }
        let isCompared = parser.map { tema_html_compares_attributes($0) != 0 } ?? true
        for at in 0..<count {
            // A form feed is white space in HTML, and would be dropped with the control characters.
            if rest[at] == 0x0C { rest[at] = 0x20 }
            let separates = isXMLSpace(rest[at]) || rest[at] == UInt8(ascii: "\"") || rest[at] == UInt8(ascii: "'")
            if isCompared, separates { separators += 1 }
        }
        waiting += count
        return Int32(mark.count + count)
    }
}
