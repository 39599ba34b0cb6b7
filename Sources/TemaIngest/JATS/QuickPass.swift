import TemaFormats
import TemaModel

/// A fast parser for the XML of typical articles, several times as fast as a complete XML parser.
///
/// It reads elements, attributes, text, references, comments, processing instructions and CDATA sections. Malformed,
/// oversized or rare markup falls back to ``XMLPass``: for example an internal DTD subset, names beyond ASCII, and
/// unknown entities. The pass therefore reports no syntax errors itself, and its results are the same as those of
/// libxml2.
struct QuickPass: ~Copyable {
    /// Why the pass stopped.
    enum Stop: Error {
        /// The end of the markup is not in the window. It is read again after the window has advanced. No event has been
        /// sent for it yet.
        case cut
        /// libxml2 must read the file.
        case doubtful
    }

    var window = MarkupWindow()
    var tag = StartTag()
    /// The offset of the next byte in the window.
    var position = 0
    /// The number of bytes that produced no event, such as comments.
    var silent = 0
    var hasDoctype = false
    private(set) var hasRoot = false
    private var handler = ArticleHandler()
    /// The names of the open elements. They point into the name table of `tag`, which has the same lifetime.
    private let open = UnsafeMutablePointer<UnsafePointer<NameTable.Name>>.allocate(capacity: Limits.elementDepth)
    private var depth = 0
    private var reference = CharacterReference()

    deinit { open.deallocate() }

    /// Reads an input from beginning to end. Only memory and names are kept from previous inputs.
    ///
    /// - Parameter deliver: Receives the documents of each article; see ``ArticleHandler``.
    /// - Returns: The number of articles, or nil if libxml2 must read the input.
    /// - Throws: A ``Problem`` if the input cannot be read or a document is too long; any error thrown by `deliver`.
    mutating func run(_ input: UTF8Input, _ deliver: @escaping ArticleHandler.Delivery) throws(Problem) -> Int? {
        window.begin()
        tag.begin()
        (position, silent, depth) = (0, 0, 0)
        (hasDoctype, hasRoot) = (false, false)
        handler.begin(fileBytes: input.source.size, deliver)
        defer { handler.begin(fileBytes: nil) { _ in } }
        return try readAll(input) ? handler.articleCount : nil
    }

    private mutating func readAll(_ input: UTF8Input) throws(Problem) -> Bool {
        while true {
            let start = position
            do throws(Stop) {
                try readNext()
            } catch {
                guard error == .cut else { return false }
                switch try window.advance(to: start, reading: input) {
                case .more: position = 0
                case .doubtful: return false
                case .atEnd: return window.end == 0 && depth == 0 && hasRoot
                }
            }
            if handler.hasFailed, let failure = handler.failure { throw failure }
        }
    }

    private mutating func readNext() throws(Stop) {
        guard window.bytes[position] == UInt8(ascii: "<") else {
            return try depth > 0 ? readText() : skipSpaceOutside()
        }
        switch window.bytes[position &+ 1] {
        case UInt8(ascii: "/"): try readEndTag()
        case UInt8(ascii: "!"), UInt8(ascii: "?"): try readOther()
        default: try readStartTag()
        }
    }

    private mutating func readEndTag() throws(Stop) {
        let start = position &+ 2
        guard depth > 0 else { throw .doubtful }
        let name = open[depth &- 1]
        guard start &+ name.pointee.length < window.end else { throw .cut }
        guard name.pointee.matches(at: window.bytes + start) else { throw .doubtful }
        let end = window.skipSpace(start &+ name.pointee.length)
        guard window.bytes[end] == UInt8(ascii: ">") else { throw window.stop(end) }
        position = end &+ 1
        depth &-= 1
        handler.end()
    }

    private mutating func readStartTag() throws(Stop) {
        guard depth < Limits.elementDepth, depth > 0 || !hasRoot else { throw .doubtful }
        position = try tag.read(window, position &+ 1)
        hasRoot = true
        handler.start(tag.name, tag.meaning, attributes: tag.attributes)
        if tag.isEmpty {
            handler.end()
        } else {
            open[depth] = tag.entry
            depth &+= 1
        }
        if tag.isDoubtful { throw .doubtful }
    }

    private mutating func readText() throws(Stop) {
        let start = position
        var end = position
        while true {
            end = window.endOfPlainText(end)
            switch window.bytes[end] {
            case UInt8(ascii: "<"):
                give(start, end)
                position = end
                return
            case UInt8(ascii: "&"): return try readReference(start, end)
            case 0x0A, 0x09: end &+= 1
            // The text continues after the carriage return, which XML drops before a line feed.
            case 0x0D where window.bytes[end &+ 1] == 0x0A:
                give(start, end)
                position = end &+ 1
                return
            case UInt8(ascii: ">"):
                guard end &- start < 2 || !window.has("]]>", at: end &- 2) else { throw .doubtful }
                end &+= 1
            default: throw window.stop(end &+ 1)
            }
        }
    }

    private mutating func readReference(_ start: Int, _ ampersand: Int) throws(Stop) {
        let end = window.endOfReference(ampersand)
        guard window.bytes[end] == UInt8(ascii: ";") else { throw window.stop(end) }
        let inside = UnsafeBufferPointer(start: window.bytes + ampersand + 1, count: end - ampersand - 1)
        if let bytes = reference.resolve(inside) {
            give(start, ampersand)
            handler.characters(bytes)
        } else {
            guard var text = EntityNames.text(of: String(decoding: inside, as: UTF8.self)) else { throw .doubtful }
            give(start, ampersand)
            text.withUTF8 { handler.characters($0) }
        }
        position = end &+ 1
    }

    /// Sends the text between two offsets to the handler, unless it is empty.
    mutating func give(_ start: Int, _ end: Int) {
        guard end > start else { return }
        handler.characters(UnsafeBufferPointer(start: window.bytes + start, count: end &- start))
    }

    /// Whether an element is open.
    var isInside: Bool { depth > 0 }
}
