import CLibXML2
import TemaModel

/// Reads HTML as it is found: tags left open, nested wrongly, or unknown.
///
/// One pass of libxml2's HTML parser with a handler of our own: no tree, no network, nothing but the bytes it is given. It
/// calls for what it repairs as if it had been written.
package enum HTMLEvents {
    /// - Throws: What stopped it: a limit passed, a failing read, what the handler threw.
    package static func read(_ input: UTF8Input, _ handler: any XMLEventHandler) throws(Problem) {
        try LibXML2Version.check()
        LibXML2.prepare()
        guard let context = htmlNewParserCtxt() else { throw Problem("there is no memory for parsing it") }
        defer { htmlFreeParserCtxt(context) }
        // The state's address is lent to libxml2 for the length of the parse, and taken back before this returns.
        let state = UnsafeMutablePointer<State>.allocate(capacity: 1)
        state.initialize(to: State(input, handler, context))
        defer {
            state.deinitialize(count: 1)
            state.deallocate()
        }
        context.pointee.sax.pointee = callbacks
        context.pointee.userData = UnsafeMutableRawPointer(state)
        // What `meta` says of the encoding has been decided upon. Where it does not recover, a script ends at any `</`.
        let options = HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue | HTML_PARSE_RECOVER.rawValue
        htmlCtxtReadIO(context, readBytes, nil, state, nil, nil, Int32(options))
        do throws(Problem) { try state.pointee.flushAmpersand() } catch { state.pointee.stop(error) }
        if let stopped = state.pointee.stopped { throw stopped }
    }

    /// What the callbacks work on.
    private struct State: ~Copyable {
        let input: UTF8Input
        let handler: any XMLEventHandler
        let context: htmlParserCtxtPtr
        /// The elements that are open: libxml2 may close what it has not opened.
        var open: [String] = []
        var fed = 0
        var fedAtEvent = 0
        /// What may part attributes, fed since the last event, and how many comparisons that has made at most so far.
        var separators = 0
        var comparisons = 0
        /// Whether the byte-order mark has been fed by which libxml2 knows UTF-8.
        var isMarked = false
        /// Where libxml2 stood when it gave a lone `&`, which may be the beginning of an entity that it does not know.
        var ampersand: Int?
        /// Whether a `;` comes next that belongs to an entity.
        var owesSemicolon = false
        var stopped: Problem?

        package init(_ input: UTF8Input, _ handler: any XMLEventHandler, _ context: htmlParserCtxtPtr) {
            (self.input, self.handler, self.context) = (input, handler, context)
        }

        var line: Int? { context.pointee.input.map { Int($0.pointee.line) } }

        /// Where the parser stands in what it was fed.
        var position: Int {
            guard let input = context.pointee.input else { return 0 }
            return Int(input.pointee.consumed) + (input.pointee.cur - input.pointee.base)
        }

        mutating func stop(_ problem: Problem) {
            if stopped == nil { stopped = problem }
            xmlStopParser(context)
        }

        /// Gives the `&` that was held back.
        mutating func flushAmpersand() throws(Problem) {
            guard ampersand != nil else { return }
            ampersand = nil
            try handler.text("&")
        }

        /// libxml2 knows HTML 4's entities; of any other it gives `&`, then the name, without reading on in between.
        mutating func text(_ piece: String) throws(Problem) {
            var piece = piece
            if owesSemicolon {
                owesSemicolon = false
                if piece.hasPrefix(";") { piece.removeFirst() }
            }
            if let at = ampersand, at == position, nextByte == UInt8(ascii: ";"),
                let known = EntityNames.text(of: piece)
            {
                ampersand = nil
                owesSemicolon = true
                return try handler.text(known)
            }
            try flushAmpersand()
            if piece == "&" { ampersand = position } else if !piece.isEmpty { try handler.text(piece) }
        }

        private var nextByte: UInt8? { context.pointee.input?.pointee.cur?.pointee }
    }

    private static func state(_ user: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<State>? {
        guard let state = user?.assumingMemoryBound(to: State.self), state.pointee.stopped == nil else { return nil }
        state.pointee.fedAtEvent = state.pointee.fed
        state.pointee.comparisons += state.pointee.separators * state.pointee.separators / 2
        state.pointee.separators = 0
        return state
    }

    private static var callbacks: xmlSAXHandler {
        var sax = xmlSAXHandler()
        sax.initialized = 1
        sax.startElement = { user, name, attributes in
            guard let state = HTMLEvents.state(user), let name else { return }
            guard state.pointee.open.count < Limits.htmlDepth else {
                return state.pointee.stop(
                    Problem(
                        "elements stand more than \(Limits.htmlDepth) deep", wayOut: "save it anew from a browser",
                        line: state.pointee.line))
            }
            var node = XMLNode(String(cString: name), line: state.pointee.line ?? 0)
            node.attributes = HTMLEvents.attributes(attributes)
            state.pointee.open.append(node.name)
            do throws(Problem) {
                try state.pointee.flushAmpersand()
                try state.pointee.handler.start(node)
            } catch { state.pointee.stop(error) }
        }
        sax.endElement = { user, name in
            guard let state = HTMLEvents.state(user), let name else { return }
            let ended = String(cString: name)
            guard let at = state.pointee.open.lastIndex(of: ended) else { return }
            do throws(Problem) {
                try state.pointee.flushAmpersand()
                while state.pointee.open.count > at {
                    state.pointee.open.removeLast()
                    try state.pointee.handler.end()
                }
            } catch { state.pointee.stop(error) }
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
        guard let state = HTMLEvents.state(user), let text, count > 0 else { return }
        let string = String(decoding: UnsafeBufferPointer(start: text, count: Int(count)), as: UTF8.self)
        do throws(Problem) { try state.pointee.text(string) } catch { state.pointee.stop(error) }
    }

    /// Feeds the parser. A tag without end, or with attributes without end, is seen here.
    private static let readBytes: xmlInputReadCallback = { user, buffer, count in
        guard let state = user?.assumingMemoryBound(to: State.self), let buffer, count > 3,
            state.pointee.stopped == nil
        else { return -1 }
        let pending = state.pointee.comparisons + state.pointee.separators * state.pointee.separators / 2
        guard state.pointee.fed - state.pointee.fedAtEvent <= Limits.heldBytes, pending <= Limits.htmlComparisons else {
            state.pointee.stopped = Problem(
                "a tag or a comment in it has no end, or was made to take for ever",
                wayOut: "save it anew from a browser", line: state.pointee.line)
            return -1
        }
        do throws(Problem) {
            // libxml2 knows UTF-8 by its byte-order mark, where more follows it at once.
            let mark: [UInt8] = state.pointee.isMarked ? [] : [0xEF, 0xBB, 0xBF]
            state.pointee.isMarked = true
            let whole = UnsafeMutableRawBufferPointer(start: buffer, count: Int(count))
            whole.copyBytes(from: mark)
            let room = UnsafeMutableRawBufferPointer(rebasing: whole[mark.count...])
            let read = try state.pointee.input.read(into: room)
            let isCompared = tema_html_compares_attributes(state.pointee.context) != 0
            for at in 0..<read {
                // A form feed is white space in HTML, and would be dropped with the control characters.
                if room[at] == 0x0C { room[at] = 0x20 }
                let separates = isXMLSpace(room[at]) || room[at] == UInt8(ascii: "\"") || room[at] == UInt8(ascii: "'")
                if isCompared, separates { state.pointee.separators += 1 }
            }
            state.pointee.fed += read
            return Int32(mark.count + read)
        } catch {
            state.pointee.stopped = error
            return -1
        }
    }
}
