internal import CLibXML2
import TemaModel

/// Reads HTML, including HTML with missing end tags, wrong nesting and unknown elements.
///
/// It runs libxml2's HTML parser once, without building a tree and without network access. Markup that the parser repairs is
/// reported in its repaired form.
package enum HTMLEvents {
    /// Reads an input to its end.
    ///
    /// - Throws: A ``Problem`` if a limit is exceeded or the input cannot be read, and what the handler throws.
    package static func read(_ input: UTF8Input, _ handler: any XMLEventHandler) throws(Problem) {
        try LibXML2Version.check()
        LibXML2.prepare()
        let state = HTMLState(input, handler)
        // libxml2 has an unretained pointer to the state, which owns the parser.
        defer { withExtendedLifetime(state) {} }
        guard let parser = htmlNewParserCtxt() else { throw Problem("not enough memory to parse it") }
        state.parser = parser
        parser.pointee.sax.pointee = callbacks
        parser.pointee.userData = state.address
        // The input is UTF-8, even if `meta` declares another encoding. Without HTML_PARSE_RECOVER, a script ends at any `</`.
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

    /// Converts libxml2's array of alternating names and values.
    private static func attributes(
        _ pairs: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) -> [XMLNode.Attribute] {
        guard let pairs else { return [] }
        var attributes: [XMLNode.Attribute] = []
        var index = 0
        while let name = pairs[index] {
            let value = pairs[index + 1].map { String(cString: $0) } ?? ""
            attributes.append(XMLNode.Attribute(name: String(cString: name), value: value))
            index += 2
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

/// The state of one parse of HTML.
private final class HTMLState: SAXState {
    private let handler: any XMLEventHandler
    /// The names of the open elements. libxml2 may report the end of an element that is not open.
    private var open: [String] = []
    /// The number of bytes since the last event that may separate attributes.
    private var separators = 0
    /// The largest number of comparisons of attribute names that the parser can have made before the last event.
    private var comparisons = 0
    /// Whether libxml2 has received the byte-order mark.
    private var isMarked = false
    /// The parser's position when it reported a lone `&`, which may begin an entity that libxml2 does not support.
    private var ampersand: Int?
    /// Whether to drop a `;` at the beginning of the next text because it belongs to an entity.
    private var owesSemicolon = false

    init(_ input: UTF8Input, _ handler: any XMLEventHandler) {
        self.handler = handler
        super.init(input)
    }

    static func at(_ address: UnsafeMutableRawPointer?) -> HTMLState? {
        address.map { Unmanaged<HTMLState>.fromOpaque($0).takeUnretainedValue() }
    }

    /// Returns the state for an event and resets its counters, or returns nil if the parse has been stopped.
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
                    "elements are nested more than \(Limits.htmlDepth) levels deep",
                    suggestion: "save it again from a browser", line: line
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
        guard let index = open.lastIndex(of: name) else { return }
        handle { () throws(Problem) in
            try flushAmpersand()
            while open.count > index {
                open.removeLast()
                try handler.end()
            }
        }
    }

    func text(_ piece: String) {
        handle { () throws(Problem) in try add(piece) }
    }

    /// Passes text to the handler, and resolves entities.
    ///
    /// libxml2 supports the entities of HTML 4. It reports any other as `&`, then the name, at the same position.
    private func add(_ piece: String) throws(Problem) {
        var piece = piece
        if owesSemicolon {
            owesSemicolon = false
            if piece.hasPrefix(";") { piece.removeFirst() }
        }
        if let index = ampersand, index == position, nextByte == UInt8(ascii: ";"),
            let known = EntityNames.text(of: piece)
        {
            ampersand = nil
            owesSemicolon = true
            return try handler.text(known)
        }
        try flushAmpersand()
        if piece == "&" { ampersand = position } else if !piece.isEmpty { try handler.text(piece) }
    }

    /// Passes a pending `&` to the handler.
    func flushAmpersand() throws(Problem) {
        guard ampersand != nil else { return }
        ampersand = nil
        try handler.text("&")
    }

    /// The parser's offset in its input, in bytes.
    private var position: Int {
        guard let input = parser?.pointee.input else { return 0 }
        return Int(input.pointee.consumed) + (input.pointee.cur - input.pointee.base)
    }

    private var nextByte: UInt8? { parser?.pointee.input?.pointee.cur?.pointee }

    /// Reads the next bytes for the parser. Detects tags that are too long or have too many attributes.
    ///
    /// - Returns: The number of bytes; 0 at the end, -1 if the parse has failed.
    func feed(_ buffer: UnsafeMutableRawBufferPointer) -> Int32 {
        let pending = comparisons + separators * separators / 2
        guard waiting <= Limits.bufferedBytes, pending <= Limits.htmlComparisons else {
            note(
                Problem(
                    "a tag or a comment has no end, or would take too long to read",
                    suggestion: "save it again from a browser", line: line))
            return -1
        }
        // libxml2 recognizes UTF-8 by a byte-order mark if more bytes follow in the same read.
        let mark: [UInt8] = isMarked ? [] : [0xEF, 0xBB, 0xBF]
        isMarked = true
        buffer.copyBytes(from: mark)
        let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[mark.count...])
        guard let count = read(into: rest) else { return -1 }
        let isCompared = parser.map { tema_html_compares_attributes($0) != 0 } ?? true
        for index in 0..<count {
            // A form feed is white space in HTML, but libxml2 drops it like other control characters.
            if rest[index] == 0x0C { rest[index] = 0x20 }
            let separates =
                isXMLSpace(rest[index]) || rest[index] == UInt8(ascii: "\"") || rest[index] == UInt8(ascii: "'")
            if isCompared, separates { separators += 1 }
        }
        waiting += count
        return Int32(mark.count + count)
    }
}
