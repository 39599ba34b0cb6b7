@preconcurrency import CLibXML2
import Glibc
import Model

/// A local name, lent by libxml2 for the length of a parse. Equal names of one parse have equal addresses.
struct XMLName {
    fileprivate(set) var pointer: UnsafePointer<xmlChar>
    var string: String { String(cString: pointer) }
}

/// The attributes of one start tag, lent by libxml2 for the length of its callback.
struct XMLAttributes {
    fileprivate let base: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    let count: Int

    /// The value of the first attribute with a local name, in whatever namespace.
    subscript(name: StaticString) -> String? {
        guard let base else { return nil }
        for at in 0..<count {
            // Five pointers an attribute: local name, prefix, namespace, start and end of its value.
            guard let local = base[at * 5], let start = base[at * 5 + 3], let end = base[at * 5 + 4],
                Self.isSame(local, name)
            else { continue }
            return Self.decoded(UnsafeBufferPointer(start: start, count: end - start))
        }
        return nil
    }

    @inline(__always)
    private static func isSame(_ local: UnsafePointer<xmlChar>, _ name: StaticString) -> Bool {
        for at in 0..<name.utf8CodeUnitCount where local[at] != name.utf8Start[at] { return false }
        return local[name.utf8CodeUnitCount] == 0
    }

    /// The value of `xml:lang`, where there is one that says something.
    var language: String? {
        guard count > 0, let value = self["lang"], !value.isEmpty else { return nil }
        return value
    }

    /// libxml2 hands `&` and `<` as references; they are the only ones left.
    private static func decoded(_ bytes: UnsafeBufferPointer<xmlChar>) -> String {
        let value = String(decoding: bytes, as: UTF8.self)
        guard bytes.contains(UInt8(ascii: "&")) else { return value }
        return value.split(separator: "&#60;", omittingEmptySubsequences: false).joined(separator: "<")
            .split(separator: "&#38;", omittingEmptySubsequences: false).joined(separator: "&")
    }
}

/// One pass of libxml2's SAX2 parser over an input, with what must never be allowed left unset.
///
/// A pull parser with a handler of our own: no tree, no entities or attributes declared, no external loading, no
/// options but NONET. A handler's pointer is the parser's user data, so that libxml2's own handlers, which take the
/// user data for the parser itself, can never run.
final class XMLStream {
    /// What the callbacks work on. They reach it through one pointer, which is why it is no class.
    fileprivate struct State: ~Copyable {
        var handler: ArticleHandler
        let input: UTF8Input
        var context: xmlParserCtxtPtr?
        var entity: EntityReference
        /// Bytes handed to the parser, and how many of them at the last event.
        var fed = 0
        var fedAtEvent = 0
        var textBytes = 0
        var depth = 0
        /// Ours: after stopping, libxml2 still calls the document well-formed.
        var stopped: Problem?
        /// The parser's own first fatal error.
        var malformed: Problem?
        var isEncodingFault = false

        mutating func stop(_ problem: Problem) {
            note(problem)
            if let context { xmlStopParser(context) }
        }

        /// Keeps the first problem. While the parser waits for bytes it must not be stopped, for that frees the buffer
        /// it works on; it ends by itself when it gets none.
        mutating func note(_ problem: Problem) {
            if stopped == nil { stopped = problem }
        }

        /// The problem with the place the parser has come to.
        func here(_ message: String, wayOut: String? = nil) -> Problem {
            let input = context?.pointee.input
            return Problem(
                message, wayOut: wayOut, line: input.map { Int($0.pointee.line) },
                column: input.map { Int($0.pointee.col) })
        }
    }

    private static let prepared: Void = {
        xmlInitParser()
        xmlCatalogSetDefaults(XML_CATA_ALLOW_NONE)
        xmlSetExternalEntityLoader { _, _, _ in nil }
    }()

    /// Parses an input to its end.
    ///
    /// - Returns: The handler as the events left it, for a well-formed input only.
    /// - Throws: What stopped it: ill-formed XML with line and column, a limit passed, a failing read.
    static func parse(_ input: UTF8Input, _ handler: consuming ArticleHandler) throws(Problem) -> ArticleHandler {
        try LibXML2Version.check()
        _ = prepared
        // The state's address is lent to libxml2 for the length of the parse, and taken back before this returns.
        let state = UnsafeMutablePointer<State>.allocate(capacity: 1)
        state.initialize(to: State(handler: handler, input: input, entity: EntityReference()))
        defer {
            state.deinitialize(count: 1)
            state.deallocate()
        }
        var sax = Self.callbacks
        guard let context = xmlCreateIOParserCtxt(&sax, state, readBytes, nil, state, XML_CHAR_ENCODING_UTF8) else {
            throw state.pointee.stopped ?? Problem("there is no memory for parsing it")
        }
        defer { xmlFreeParserCtxt(context) }
        state.pointee.context = context
        xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue))
        // Setting options edits the handler that was installed.
        context.pointee.sax.pointee = Self.callbacks
        // A parameter entity that is not declared is then passed over, as any DTD is, instead of being an error.
        context.pointee.hasPErefs = 1
        xmlParseDocument(context)
        if let stopped = state.pointee.stopped { throw stopped }
        guard state.pointee.malformed == nil, context.pointee.wellFormed == 1 else {
            let problem = state.pointee.malformed ?? state.pointee.here("not well-formed XML")
            throw state.pointee.isEncodingFault ? try encodingFault(problem, input) : problem
        }
        return state.pointee.handler
    }

    /// Bytes that are no text are told by their place in the file, not in the line.
    private static func encodingFault(_ problem: Problem, _ input: UTF8Input) throws(Problem) -> Problem {
        guard let byte = try UTF8Input.firstInvalidUTF8(in: input.source) else { return problem }
        return Problem(
            "the byte at offset \(byte) is not UTF-8",
            wayOut: "name the encoding with --encoding, for example windows-1252", byte: byte)
    }

    /// Made anew for each parse: libxml2 takes a copy.
    private static var callbacks: xmlSAXHandler {
        var sax = xmlSAXHandler()
        sax.initialized = UInt32(XML_SAX2_MAGIC)
        sax.startElementNs = { user, name, _, _, _, _, count, _, attributes in
            guard let state = XMLStream.state(user), let name else { return }
            state.pointee.fedAtEvent = state.pointee.fed
            state.pointee.depth += 1
            guard state.pointee.depth <= Limits.elementDepth else {
                return state.pointee.stop(
                    state.pointee.here(
                        "elements stand more than \(Limits.elementDepth) deep", wayOut: "this is no article"))
            }
            state.pointee.handler.start(XMLName(pointer: name), XMLAttributes(base: attributes, count: Int(count)))
            if let failure = state.pointee.handler.failure { state.pointee.stop(failure) }
        }
        sax.endElementNs = { user, _, _, _ in
            guard let state = XMLStream.state(user) else { return }
            state.pointee.fedAtEvent = state.pointee.fed
            state.pointee.depth -= 1
            state.pointee.handler.end()
            if let failure = state.pointee.handler.failure { state.pointee.stop(failure) }
        }
        // All three the same, or libxml2 looks for white space that could be ignored.
        sax.characters = receiveText
        sax.ignorableWhitespace = receiveText
        sax.cdataBlock = receiveText
        sax.getEntity = { user, name in
            guard let state = XMLStream.state(user), let name else { return nil }
            let known = state.pointee.entity.resolve(String(cString: name))
            if !known, let context = state.pointee.context, context.pointee.instate != XML_PARSER_ATTRIBUTE_VALUE {
                state.pointee.handler.unknownEntity(String(cString: name))
            }
            return state.pointee.entity.pointer
        }
        sax.serror = { user, error in
            guard let state = XMLStream.state(user), let error, error.pointee.level == XML_ERR_FATAL,
                state.pointee.malformed == nil
            else { return }
            let message = error.pointee.message.map { String(cString: $0) } ?? "not well-formed XML"
            let code = error.pointee.code
            state.pointee.isEncodingFault =
                code == XML_ERR_INVALID_CHAR.rawValue || code == XML_ERR_INVALID_ENCODING.rawValue
            state.pointee.malformed = Problem(
                "not well-formed XML: \(XMLStream.oneLine(message))", wayOut: "fetch it again, or mend it there",
                line: Int(error.pointee.line), column: Int(error.pointee.int2))
        }
        return sax
    }

    private static let receiveText: charactersSAXFunc = { user, text, count in
        guard let state = XMLStream.state(user), let text, count > 0 else { return }
        state.pointee.fedAtEvent = state.pointee.fed
        state.pointee.textBytes += Int(count)
        guard state.pointee.textBytes <= Limits.textGrowth * state.pointee.fed + Limits.textAllowance else {
            return state.pointee.stop(
                state.pointee.here(
                    "the text is more than \(Limits.textGrowth) times as long as the file",
                    wayOut: "it was made to fill the memory; do not use it"))
        }
        state.pointee.handler.characters(UnsafeBufferPointer(start: text, count: Int(count)))
    }

    /// Feeds the parser. It asks again whenever a token is not yet whole, so a tag without end is seen here.
    private static let readBytes: xmlInputReadCallback = { user, buffer, count in
        guard let state = XMLStream.state(user), let buffer, count > 0, state.pointee.stopped == nil else { return -1 }
        let waiting = state.pointee.fed - state.pointee.fedAtEvent
        if waiting > Limits.tagBytes, let context = state.pointee.context, !isPassedOver(context.pointee.instate) {
            state.pointee.note(
                state.pointee.here(
                    "a tag or declaration is longer than \(Limits.tagBytes >> 10) KB", wayOut: "this is no article"))
            return -1
        }
        do throws(Problem) {
            let read = try state.pointee.input.read(
                into: UnsafeMutableRawBufferPointer(start: buffer, count: Int(count)))
            state.pointee.fed += read
            return Int32(read)
        } catch {
            state.pointee.note(error)
            return -1
        }
    }

    /// Comments, instructions and character data may be long; libxml2 has a limit of its own for them.
    private static func isPassedOver(_ instate: xmlParserInputState) -> Bool {
        instate == XML_PARSER_COMMENT || instate == XML_PARSER_PI || instate == XML_PARSER_CDATA_SECTION
    }

    private static func state(_ user: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<State>? {
        user?.assumingMemoryBound(to: State.self)
    }

    private static func oneLine(_ message: String) -> String {
        message.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
}
