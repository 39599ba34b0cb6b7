@preconcurrency import CLibXML2
import Glibc
import TemaFormats
import TemaModel

/// One pass of libxml2's parser over an input: see ``XMLStream``.
enum XMLPass {
    /// What the callbacks work on. They reach it through one pointer, which is why it is no class.
    fileprivate struct State: ~Copyable {
        let input: UTF8Input
        var handler: ArticleHandler
        var context: xmlParserCtxtPtr?
        var languageName: UnsafePointer<xmlChar>?
        var meanings = ElementMeanings()
        var entity = EntityReference()
        var scanner = MarkupScanner()
        /// How many bytes outside comments and the like have been handed to the parser since the last event.
        var waiting = 0
        /// How many bytes of text there may still be, by the bytes read so far.
        var textRoom = Limits.textAllowance
        var depth = 0
        /// Ours: after stopping, libxml2 still calls the document well-formed.
        var stopped: Problem?
        /// The parser's own first fatal error.
        var malformed: Problem?
        var isEncodingFault = false

        init(_ input: UTF8Input, _ handler: consuming ArticleHandler) {
            self.input = input
            self.handler = handler
        }

        mutating func stop(_ problem: Problem) {
            note(problem)
            stopParser()
        }

        mutating func stopParser() {
            if let context { xmlStopParser(context) }
        }

        /// Keeps the first problem. While the parser waits for bytes it must not be stopped, for that frees the buffer
        /// it works on; it ends by itself when it gets none.
        mutating func note(_ problem: Problem) {
            if stopped == nil { stopped = problem }
        }

        /// What is wrong at the place the parser has come to.
        func here(_ message: String, wayOut: String? = nil) -> Problem {
            let input = context?.pointee.input
            return Problem(
                message, wayOut: wayOut, line: input.map { Int($0.pointee.line) },
                column: input.map { Int($0.pointee.col) })
        }
    }

    /// - Returns: The handler as the events left it, for a well-formed input only.
    /// - Throws: What stopped it: ill-formed XML with line and column, a limit passed, a failing read.
    static func run(_ input: UTF8Input, _ handler: consuming ArticleHandler) throws(Problem) -> ArticleHandler {
        // The state's address is lent to libxml2 for the length of the parse, and taken back before this returns.
        let state = UnsafeMutablePointer<State>.allocate(capacity: 1)
        state.initialize(to: State(input, handler))
        defer {
            state.deinitialize(count: 1)
            state.deallocate()
        }
        guard let context = try LibXML2.parser(Self.callbacks, state, readBytes) else {
            throw state.pointee.stopped ?? Problem("there is no memory for parsing it")
        }
        defer { xmlFreeParserCtxt(context) }
        state.pointee.context = context
        state.pointee.languageName = xmlDictLookup(context.pointee.dict, "lang", 4)
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
            guard let state = XMLPass.state(user), let name else { return }
            state.pointee.waiting = 0
            state.pointee.depth += 1
            guard state.pointee.depth <= Limits.elementDepth else {
                return state.pointee.stop(
                    state.pointee.here(
                        "elements stand more than \(Limits.elementDepth) deep", wayOut: "this is no article"))
            }
            let element = XMLName(pointer: name)
            state.pointee.handler.start(
                element, state.pointee.meanings.meaning(of: element),
                XMLAttributes(
                    base: attributes, count: Int(count), languageName: state.pointee.languageName, doubt: nil))
            if state.pointee.handler.hasFailed { XMLPass.endEarly(state) }
        }
        sax.endElementNs = { user, _, _, _ in
            guard let state = XMLPass.state(user) else { return }
            state.pointee.waiting = 0
            state.pointee.depth -= 1
            state.pointee.handler.end()
            if state.pointee.handler.hasFailed { XMLPass.endEarly(state) }
        }
        // All three the same, or libxml2 looks for white space that could be ignored.
        sax.characters = receiveText
        sax.ignorableWhitespace = receiveText
        sax.cdataBlock = receiveText
        sax.getEntity = { user, name in
            guard let state = XMLPass.state(user), let name else { return nil }
            let known = state.pointee.entity.resolve(String(cString: name))
            if !known, let context = state.pointee.context, tema_xml_is_in_attribute(context) == 0 {
                state.pointee.handler.unknownEntity(String(cString: name))
            }
            return state.pointee.entity.pointer
        }
        sax.serror = { user, error in
            guard let state = XMLPass.state(user), let error, error.pointee.level == XML_ERR_FATAL,
                state.pointee.malformed == nil
            else { return }
            let message = error.pointee.message.map { String(cString: $0) } ?? "not well-formed XML"
            let code = error.pointee.code
            state.pointee.isEncodingFault =
                code == XML_ERR_INVALID_CHAR.rawValue || code == XML_ERR_INVALID_ENCODING.rawValue
            state.pointee.malformed = Problem(
                "not well-formed XML: \(XMLPass.oneLine(message))", wayOut: "fetch it again, or mend it there",
                line: Int(error.pointee.line), column: Int(error.pointee.int2))
        }
        return sax
    }

    private static func endEarly(_ state: UnsafeMutablePointer<State>) {
        if let failure = state.pointee.handler.failure { state.pointee.note(failure) }
        state.pointee.stopParser()
    }

    private static let receiveText: charactersSAXFunc = { user, text, count in
        guard let state = XMLPass.state(user), let text, count > 0 else { return }
        state.pointee.waiting = 0
        state.pointee.textRoom -= Int(count)
        guard state.pointee.textRoom >= 0 else {
            return state.pointee.stop(
                state.pointee.here(
                    "the text is more than \(Limits.textGrowth) times as long as the file",
                    wayOut: "it was made to fill the memory; do not use it"))
        }
        state.pointee.handler.characters(UnsafeBufferPointer(start: text, count: Int(count)))
        if state.pointee.handler.hasFailed { XMLPass.endEarly(state) }
    }

    /// Feeds the parser. It asks again whenever a token is not yet whole, so a tag without end is seen here.
    private static let readBytes: xmlInputReadCallback = { user, buffer, count in
        guard let state = XMLPass.state(user), let buffer, count > 0, state.pointee.stopped == nil else { return -1 }
        if state.pointee.waiting > Limits.tagBytes {
            state.pointee.note(
                state.pointee.here(
                    "a tag or declaration is longer than \(Limits.tagBytes >> 10) KB", wayOut: "this is no article"))
            return -1
        }
        do throws(Problem) {
            let room = UnsafeMutableRawBufferPointer(start: buffer, count: Int(count))
            let read = try state.pointee.input.read(into: room)
            state.pointee.waiting += state.pointee.scanner.count(UnsafeRawBufferPointer(rebasing: room[..<read]))
            state.pointee.textRoom += Limits.textGrowth * read
            return Int32(read)
        } catch {
            state.pointee.note(error)
            return -1
        }
    }

    private static func state(_ user: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<State>? {
        user?.assumingMemoryBound(to: State.self)
    }

    private static func oneLine(_ message: String) -> String {
        message.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
}
