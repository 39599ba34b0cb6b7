@preconcurrency internal import CLibXML2
import Glibc
import TemaModel

/// Receives the elements and texts of an XML file in document order. An error that it throws stops the parser.
package protocol SAXHandler: AnyObject {
    /// Called for a start tag. The name, the namespace and the attributes are valid only during the call.
    ///
    /// - Parameters:
    ///   - namespace: The namespace URI, terminated by a zero, or nil if there is none.
    ///   - line: The line at which the start tag ends, from 1.
    /// - Throws: A ``Problem`` to stop the parser.
    func start(
        _ name: XMLName, namespace: UnsafePointer<UInt8>?, attributes: XMLAttributes, line: Int
    ) throws(Problem)
    /// Called for each chunk of text. The bytes are valid only during the call.
    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(Problem)
    /// Called for an end tag.
    func end() throws(Problem)
    /// Called for a reference in text to an unknown entity. The reference itself becomes part of the text.
    func unknownEntity(_ name: String)
}

/// The limits for a kind of XML, and the suggestions for files that exceed them.
package struct SAXRules {
    /// The largest size of a tag or declaration, in bytes. libxml2 compares each attribute of a tag with all others.
    package var tagBytes: Int
    /// The suggestion if elements are nested too deep.
    package var ifDeep: String?
    /// The suggestion if a tag or declaration is too long.
    package var ifLongTag: String?
    /// The suggestion if the text is too long for the size of the file.
    package var ifMuchText: String?
    /// The suggestion if the XML is not well-formed.
    package var ifMalformed: String
    /// Whether to add the parser's current line to problems of the handler that have no line.
    package var addsLines = false
    /// Whether to report bytes that are not UTF-8 by their offset in the file instead of line and column.
    package var findsInvalidBytes = false

    /// Creates rules without suggestions for files that exceed the limits.
    package init(tagBytes: Int, ifMalformed: String) { (self.tagBytes, self.ifMalformed) = (tagBytes, ifMalformed) }
}

/// Reads XML with libxml2's SAX2 parser, without DTDs and network access, and with ``EntityTable`` for entities.
package enum SAXParser {
    /// Reads an input to its end.
    ///
    /// - Throws: A ``Problem`` if the XML is not well-formed, with line and column, if a limit is exceeded, or if the input
    ///   cannot be read; and what the handler throws.
    package static func read(_ input: UTF8Input, _ rules: SAXRules, handler: any SAXHandler) throws(Problem) {
        let state = XMLState(input, rules, handler: handler)
        // libxml2 has an unretained pointer to the state, which owns the parser.
        defer { withExtendedLifetime(state) {} }
        guard let parser = try LibXML2.parser(callbacks, state.address, read: readBytes) else {
            throw state.stopped ?? Problem("not enough memory to parse it")
        }
        state.parser = parser
        state.languageName = xmlDictLookup(parser.pointee.dict, "lang", 4)
        xmlParseDocument(parser)
        if let stopped = state.stopped { throw stopped }
        guard state.malformed == nil, parser.pointee.wellFormed == 1 else {
            let problem = state.malformed ?? state.here("not well-formed XML", suggestion: nil)
            throw rules.findsInvalidBytes && state.hasInvalidBytes ? try invalidByte(input) ?? problem : problem
        }
    }

    private static func invalidByte(_ input: UTF8Input) throws(Problem) -> Problem? {
        guard let byte = try UTF8Input.firstInvalidUTF8(in: input.source) else { return nil }
        return Problem(
            "the byte at offset \(byte) is not UTF-8", kind: .encoding,
            suggestion: "name the encoding with --encoding, for example windows-1252", byte: byte)
    }

    /// The callbacks for libxml2, which copies them.
    private static var callbacks: xmlSAXHandler {
        var sax = xmlSAXHandler()
        sax.initialized = UInt32(XML_SAX2_MAGIC)
        // The attributes that a DTD adds are the last ones. They are not used, like all declarations but those of entities.
        sax.startElementNs = { user, name, _, namespace, _, _, count, added, attributes in
            guard let name else { return }
            XMLState.with(user) {
                $0.start(XMLName(pointer: name), namespace, attributes: attributes, count: Int(count - added))
            }
        }
        sax.endElementNs = { user, _, _, _ in XMLState.with(user) { $0.end() } }
        // If these differ, libxml2 spends time looking for ignorable white space.
        sax.characters = receiveText
        sax.ignorableWhitespace = receiveText
        sax.cdataBlock = receiveText
        sax.getEntity = { user, name in
            guard let name else { return nil }
            return XMLState.with(user) { $0.entity(String(cString: name)) } ?? nil
        }
        sax.serror = { user, error in
            guard let error, error.pointee.level == XML_ERR_FATAL else { return }
            XMLState.with(user) { $0.noteMalformed(error.pointee) }
        }
        return sax
    }

    private static let receiveText: charactersSAXFunc = { user, text, count in
        guard let text, count > 0 else { return }
        XMLState.with(user) { $0.text(UnsafeBufferPointer(start: text, count: Int(count))) }
    }

    private static let readBytes: xmlInputReadCallback = { user, buffer, count in
        guard let buffer, count > 0 else { return -1 }
        let room = UnsafeMutableRawBufferPointer(start: buffer, count: Int(count))
        return XMLState.with(user) { $0.stopped == nil ? $0.feed(room) : -1 } ?? -1
    }
}

/// The state of one parse of XML.
private final class XMLState: SAXState {
    private let rules: SAXRules
    private let handler: any SAXHandler
    /// The address of the name `lang` in the parser's dictionary.
    var languageName: UnsafePointer<xmlChar>?
    private let entities: EntityTable
    private var entity = EntityReference()
    private var scanner: MarkupScanner
    /// The number of bytes of text that are still allowed for the bytes read so far.
    private var textRoom = Limits.textAllowance
    private var depth = 0
    /// The first fatal error that the parser reported.
    private(set) var malformed: Problem?
    private(set) var hasInvalidBytes = false

    init(_ input: UTF8Input, _ rules: SAXRules, handler: any SAXHandler) {
        let entities = EntityTable()
        (self.rules, self.handler, self.entities) = (rules, handler, entities)
        scanner = MarkupScanner { entities.add($0) }
        super.init(input)
    }

    /// Calls a function with the state, without retaining it for each event. ``SAXParser/read(_:_:handler:)`` keeps it alive.
    ///
    /// - Returns: The result of the function, or nil if there is no state.
    @inline(__always) @discardableResult
    static func with<Result>(_ address: UnsafeMutableRawPointer?, _ body: (XMLState) -> Result) -> Result? {
        guard let address else { return nil }
        return Unmanaged<XMLState>.fromOpaque(address)._withUnsafeGuaranteedRef(body)
    }

    func start(
        _ name: XMLName, _ namespace: UnsafePointer<xmlChar>?,
        attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int
    ) {
        waiting = 0
        depth += 1
        guard depth <= Limits.elementDepth else {
            return stop(
                here("elements are nested more than \(Limits.elementDepth) levels deep", suggestion: rules.ifDeep))
        }
        let attributes = XMLAttributes(base: attributes, count: count, languageName: languageName, entities: entities)
        pass { () throws(Problem) in
            try handler.start(name, namespace: namespace, attributes: attributes, line: line ?? 0)
        }
    }

    func end() {
        waiting = 0
        depth -= 1
        pass { () throws(Problem) in try handler.end() }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        waiting = 0
        guard use(bytes.count) else { return }
        pass { () throws(Problem) in try handler.text(bytes) }
    }

    /// Uses the allowance for text. If it is exceeded, stops the parser and returns false.
    @inline(__always)
    private func use(_ bytes: Int) -> Bool {
        textRoom -= bytes
        if textRoom >= 0 { return true }
        stop(here("the text is more than \(Limits.textGrowth) times as long as the file", suggestion: rules.ifMuchText))
        return false
    }

    /// Calls the handler. If it throws, adds the line if the rules say so, and stops the parser.
    private func pass(_ call: () throws(Problem) -> Void) {
        handle { () throws(Problem) in
            do throws(Problem) { try call() } catch {
                var problem = error
                if rules.addsLines, problem.line == nil { problem.line = line }
                throw problem
            }
        }
    }

    func entity(_ name: String) -> xmlEntityPtr {
        let text = entities.text(of: name)
        if let parser, tema_xml_is_in_attribute(parser) != 0 {
            _ = use(text?.utf8.count ?? 0)
            entity.set(name: name)
        } else {
            if text == nil { handler.unknownEntity(name) }
            entity.set(text: text ?? "&\(name);")
        }
        return entity.pointer
    }

    func noteMalformed(_ error: xmlError) {
        guard malformed == nil else { return }
        let message = error.message.map { String(cString: $0) } ?? ""
        let line = message.split(whereSeparator: \.isNewline).joined(separator: " ")
        hasInvalidBytes =
            error.code == XML_ERR_INVALID_CHAR.rawValue || error.code == XML_ERR_INVALID_ENCODING.rawValue
        malformed = Problem(
            "not well-formed XML: \(line)", kind: .malformed, suggestion: rules.ifMalformed, line: Int(error.line),
            column: Int(error.int2))
    }

    /// Reads the next bytes for the parser. Detects tags that are too long, because the parser reads until a token is complete.
    ///
    /// - Returns: The number of bytes; 0 at the end, -1 if the parse has failed.
    func feed(_ buffer: UnsafeMutableRawBufferPointer) -> Int32 {
        guard waiting <= rules.tagBytes else {
            note(here("a tag or declaration is longer than \(rules.tagBytes >> 10) KB", suggestion: rules.ifLongTag))
            return -1
        }
        guard let count = read(into: buffer) else { return -1 }
        waiting += scanner.count(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        textRoom += Limits.textGrowth * count
        return Int32(count)
    }
}
