@preconcurrency internal import CLibXML2
import Glibc
import TemaModel

/// Takes the elements and texts of XML as the parser comes to them. What it throws stops the parser.
package protocol SAXHandler: AnyObject {
    /// - Parameters:
    ///   - namespace: The URI, ended by a zero; nil if it has none. Lent, as the name and the attributes are.
    ///   - line: The line at which the start tag ends.
    func start(
        _ name: XMLName, namespace: UnsafePointer<UInt8>?, attributes: XMLAttributes, line: Int
    ) throws(Problem)
    /// A piece of text, as libxml2 cuts it. The bytes are lent.
    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(Problem)
    func end() throws(Problem)
    /// A reference in text to an entity without a known name. It remains in the text as it is written.
    func unknownEntity(_ name: String)
}

/// The limits of a kind of XML, and what to suggest to people whose file exceeds them.
package struct SAXRules {
    /// Bytes of one tag or declaration: libxml2 compares each attribute of a tag with all others.
    package var tagBytes: Int
    package var ifDeep: String?
    package var ifLongTag: String?
    package var ifMuchText: String?
    package var ifMalformed: String
    /// Whether a problem of the handler without a line gets the line that the parser has come to.
    package var addsLines = false
    /// Whether bytes that are not UTF-8 are reported by their offset in the file, instead of line and column.
    package var findsInvalidBytes = false

    package init(tagBytes: Int, ifMalformed: String) { (self.tagBytes, self.ifMalformed) = (tagBytes, ifMalformed) }
}

/// Reads XML by libxml2's SAX2 parser, with entities of its own, no DTD and no network.
package enum SAXParser {
    /// - Throws: What stopped it: ill-formed XML with line and column, an exceeded limit, a failing read, what the handler
    ///   threw.
    package static func read(_ input: UTF8Input, _ rules: SAXRules, handler: any SAXHandler) throws(Problem) {
        let state = XMLState(input, rules, handler: handler)
        // The state lives to the end of this function, and libxml2's parser not longer than the state.
        defer { withExtendedLifetime(state) {} }
        guard let parser = try LibXML2.parser(callbacks, state.address, read: readBytes) else {
            throw state.stopped ?? Problem("there is no memory for parsing it")
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
            "the byte at offset \(byte) is not UTF-8",
            suggestion: "name the encoding with --encoding, for example windows-1252", byte: byte)
    }

    /// Made for each parse: libxml2 takes a copy.
    private static var callbacks: xmlSAXHandler {
        var sax = xmlSAXHandler()
        sax.initialized = UInt32(XML_SAX2_MAGIC)
        sax.startElementNs = { user, name, _, namespace, _, _, count, _, attributes in
            guard let state = XMLState.at(user), let name else { return }
            state.start(XMLName(pointer: name), namespace, attributes: attributes, count: Int(count))
        }
        sax.endElementNs = { user, _, _, _ in XMLState.at(user)?.end() }
        // All three the same, or libxml2 looks for white space that could be ignored.
        sax.characters = receiveText
        sax.ignorableWhitespace = receiveText
        sax.cdataBlock = receiveText
        sax.getEntity = { user, name in
            guard let state = XMLState.at(user), let name else { return nil }
            return state.entity(String(cString: name))
        }
        sax.serror = { user, error in
            guard let state = XMLState.at(user), let error, error.pointee.level == XML_ERR_FATAL else { return }
            state.noteMalformed(error.pointee)
        }
        return sax
    }

    private static let receiveText: charactersSAXFunc = { user, text, count in
        guard let state = XMLState.at(user), let text, count > 0 else { return }
        state.text(UnsafeBufferPointer(start: text, count: Int(count)))
    }

    private static let readBytes: xmlInputReadCallback = { user, buffer, count in
        guard let state = XMLState.at(user), let buffer, count > 0, state.stopped == nil else { return -1 }
        return state.feed(UnsafeMutableRawBufferPointer(start: buffer, count: Int(count)))
    }
}

/// One parse of XML.
private final class XMLState: SAXState {
    private let rules: SAXRules
    private let handler: any SAXHandler
    var languageName: UnsafePointer<xmlChar>?
    private var entity = EntityReference()
    private var scanner = MarkupScanner()
    /// Bytes of text that may still come, by the bytes read so far.
    private var textRoom = Limits.textAllowance
    private var depth = 0
    /// The parser's own first fatal error.
    private(set) var malformed: Problem?
    private(set) var hasInvalidBytes = false

    init(_ input: UTF8Input, _ rules: SAXRules, handler: any SAXHandler) {
        (self.rules, self.handler) = (rules, handler)
        super.init(input)
    }

    static func at(_ address: UnsafeMutableRawPointer?) -> XMLState? {
        address.map { Unmanaged<XMLState>.fromOpaque($0).takeUnretainedValue() }
    }

    func start(
        _ name: XMLName, _ namespace: UnsafePointer<xmlChar>?,
        attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int
    ) {
        waiting = 0
        depth += 1
        guard depth <= Limits.elementDepth else {
            return stop(here("elements stand more than \(Limits.elementDepth) deep", suggestion: rules.ifDeep))
        }
        let attributes = XMLAttributes(base: attributes, count: count, languageName: languageName, doubt: nil)
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
        textRoom -= bytes.count
        guard textRoom >= 0 else {
            return stop(
                here(
                    "the text is more than \(Limits.textGrowth) times as long as the file", suggestion: rules.ifMuchText
                ))
        }
        pass { () throws(Problem) in try handler.text(bytes) }
    }

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
        let isKnown = entity.resolve(name)
        if !isKnown, let parser, tema_xml_is_in_attribute(parser) == 0 { handler.unknownEntity(name) }
        return entity.pointer
    }

    func noteMalformed(_ error: xmlError) {
        guard malformed == nil else { return }
        let message = error.message.map { String(cString: $0) } ?? ""
        let line = message.split(whereSeparator: \.isNewline).joined(separator: " ")
        hasInvalidBytes =
            error.code == XML_ERR_INVALID_CHAR.rawValue || error.code == XML_ERR_INVALID_ENCODING.rawValue
        malformed = Problem(
            "not well-formed XML: \(line)", suggestion: rules.ifMalformed, line: Int(error.line),
            column: Int(error.int2))
    }

    /// Feeds the parser. It asks again whenever a token is not complete, so a tag without end is seen here.
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
