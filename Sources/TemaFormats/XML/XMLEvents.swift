@preconcurrency import CLibXML2
import Glibc
public import TemaModel

/// Takes what stands in an XML file, as it is read.
public protocol XMLEventHandler: AnyObject {
    /// An element begins; its content is empty still.
    func start(_ element: XMLNode) throws(Problem)
    /// A piece of text, as libxml2 cuts it.
    func text(_ text: String) throws(Problem)
    /// The element that began last and has not ended ends.
    func end() throws(Problem)
}

/// Reads XML that is no article: dictionaries, lists of references, projects of other programs.
///
/// As hard to attack as ``XMLStream``: one pass of libxml2's SAX2 parser with its own entity reader, no DTD, no network, and
/// the same limits.
public enum XMLEvents {
    /// - Throws: What stopped it: ill-formed XML with line and column, a limit passed, a failing read, what the handler threw.
    public static func read(_ input: UTF8Input, _ handler: any XMLEventHandler) throws(Problem) {
        // The state's address is lent to libxml2 for the length of the parse, and taken back before this returns.
        let state = UnsafeMutablePointer<State>.allocate(capacity: 1)
        state.initialize(to: State(input, handler))
        defer {
            state.deinitialize(count: 1)
            state.deallocate()
        }
        guard let context = try LibXML2.parser(callbacks, state, readBytes) else {
            throw state.pointee.stopped ?? Problem("there is no memory for parsing it")
        }
        defer { xmlFreeParserCtxt(context) }
        state.pointee.context = context
        xmlParseDocument(context)
        if let stopped = state.pointee.stopped { throw stopped }
        guard state.pointee.malformed == nil, context.pointee.wellFormed == 1 else {
            throw state.pointee.malformed ?? state.pointee.here("not well-formed XML")
        }
    }

    /// What the callbacks work on.
    private struct State: ~Copyable {
        let input: UTF8Input
        let handler: any XMLEventHandler
        var context: xmlParserCtxtPtr?
        var entity = EntityReference()
        var depth = 0
        var scanner = MarkupScanner()
        /// How many bytes outside comments and the like had been handed to the parser, and by the last event.
        var fed = 0
        var fedAtEvent = 0
        /// How many bytes of text there may still be, by the bytes read so far.
        var textRoom = Limits.textAllowance
        /// Ours: after stopping, libxml2 still calls the document well-formed.
        var stopped: Problem?
        var malformed: Problem?

        package init(_ input: UTF8Input, _ handler: any XMLEventHandler) {
            (self.input, self.handler) = (input, handler)
        }

        func here(_ message: String, wayOut: String? = nil) -> Problem {
            let input = context?.pointee.input
            return Problem(
                message, wayOut: wayOut, line: input.map { Int($0.pointee.line) },
                column: input.map { Int($0.pointee.col) })
        }

        mutating func stop(_ problem: Problem) {
            if stopped == nil {
                stopped = problem
                if problem.line == nil { stopped?.line = context?.pointee.input.map { Int($0.pointee.line) } }
            }
            if let context { xmlStopParser(context) }
        }
    }

    private static func state(_ user: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<State>? {
        user?.assumingMemoryBound(to: State.self)
    }

    /// Made anew for each parse: libxml2 takes a copy.
    private static var callbacks: xmlSAXHandler {
        var sax = xmlSAXHandler()
        sax.initialized = UInt32(XML_SAX2_MAGIC)
        sax.startElementNs = { user, name, _, namespace, _, _, count, _, attributes in
            guard let state = XMLEvents.state(user), let name else { return }
            state.pointee.fedAtEvent = state.pointee.fed
            state.pointee.depth += 1
            guard state.pointee.depth <= Limits.elementDepth else {
                return state.pointee.stop(
                    state.pointee.here("elements stand more than \(Limits.elementDepth) deep"))
            }
            var node = XMLNode(String(cString: name), namespace: namespace.map { String(cString: $0) })
            node.line = state.pointee.context?.pointee.input.map { Int($0.pointee.line) } ?? 0
            node.attributes =
                XMLAttributes(
                    base: attributes, count: Int(count), languageName: nil, doubt: nil
                ).all
            do throws(Problem) { try state.pointee.handler.start(node) } catch { state.pointee.stop(error) }
        }
        sax.endElementNs = { user, _, _, _ in
            guard let state = XMLEvents.state(user) else { return }
            state.pointee.fedAtEvent = state.pointee.fed
            state.pointee.depth -= 1
            do throws(Problem) { try state.pointee.handler.end() } catch { state.pointee.stop(error) }
        }
        // All three the same, or libxml2 looks for white space that could be ignored.
        sax.characters = receiveText
        sax.ignorableWhitespace = receiveText
        sax.cdataBlock = receiveText
        sax.getEntity = { user, name in
            guard let state = XMLEvents.state(user), let name else { return nil }
            _ = state.pointee.entity.resolve(String(cString: name))
            return state.pointee.entity.pointer
        }
        sax.serror = { user, error in
            guard let state = XMLEvents.state(user), let error, error.pointee.level == XML_ERR_FATAL,
                state.pointee.malformed == nil
            else { return }
            let message = error.pointee.message.map { String(cString: $0) } ?? ""
            let line = message.split(whereSeparator: \.isNewline).joined(separator: " ")
            state.pointee.malformed = Problem(
                "not well-formed XML: \(line)", wayOut: "make it anew with the program that wrote it, or mend it there",
                line: Int(error.pointee.line), column: Int(error.pointee.int2))
        }
        return sax
    }

    private static let receiveText: charactersSAXFunc = { user, text, count in
        guard let state = XMLEvents.state(user), let text, count > 0 else { return }
        state.pointee.fedAtEvent = state.pointee.fed
        state.pointee.textRoom -= Int(count)
        guard state.pointee.textRoom >= 0 else {
            return state.pointee.stop(
                state.pointee.here("the text is more than \(Limits.textGrowth) times as long as the file"))
        }
        let string = String(decoding: UnsafeBufferPointer(start: text, count: Int(count)), as: UTF8.self)
        do throws(Problem) { try state.pointee.handler.text(string) } catch { state.pointee.stop(error) }
    }

    /// Feeds the parser. It asks again whenever a token is not yet whole, so a tag without end is seen here.
    private static let readBytes: xmlInputReadCallback = { user, buffer, count in
        guard let state = XMLEvents.state(user), let buffer, count > 0, state.pointee.stopped == nil else { return -1 }
        // libxml2 compares each attribute of a tag with all others.
        if state.pointee.fed - state.pointee.fedAtEvent > Limits.longTagBytes {
            state.pointee.stopped = state.pointee.here(
                "a tag or declaration is longer than \(Limits.longTagBytes >> 10) KB")
            return -1
        }
        do throws(Problem) {
            let room = UnsafeMutableRawBufferPointer(start: buffer, count: Int(count))
            let read = try state.pointee.input.read(into: room)
            state.pointee.fed += state.pointee.scanner.count(UnsafeRawBufferPointer(rebasing: room[..<read]))
            state.pointee.textRoom += Limits.textGrowth * read
            return Int32(read)
        } catch {
            if state.pointee.stopped == nil { state.pointee.stopped = error }
            return -1
        }
    }
}
