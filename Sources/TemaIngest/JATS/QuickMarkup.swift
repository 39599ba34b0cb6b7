import TemaFormats

/// Rare markup: the XML declaration, the DOCTYPE, comments, processing instructions and CDATA sections.
extension QuickPass {
    /// The maximum number of bytes that produce no event. Beyond it libxml2 reads the file, because it has limits for
    /// that.
    private static let mostSilent = Limits.tagBytes / 2

    mutating func readOther() throws(Stop) {
        // Enough bytes to distinguish the kinds of markup.
        guard window.end - position > 9 else { throw .cut }
        if window.has("<!--", at: position) { return try readComment() }
        if window.has("<?", at: position) { return try readInstruction() }
        if window.has("<![CDATA[", at: position) { return try readCharacterData() }
        if window.has("<!DOCTYPE", at: position) { return try readDoctype() }
        throw .doubtful
    }

    /// Moves past markup that produces no event.
    private mutating func pass(to end: Int) throws(Stop) {
        silent += end - position
        position = end
        guard silent <= Self.mostSilent else { throw .doubtful }
    }

    mutating func skipSpaceOutside() throws(Stop) {
        let end = window.skipSpace(position)
        guard end > position else { throw window.stop(end) }
        try pass(to: end)
    }

    private mutating func readComment() throws(Stop) {
        let end = try window.find("--", position + 4)
        guard window.bytes[end + 2] == UInt8(ascii: ">") else { throw window.stop(end + 2) }
        try pass(to: end + 3)
    }

    private mutating func readInstruction() throws(Stop) {
        if position == 0, silent == 0, !hasRoot, window.has("<?xml ", at: 0) { return try readDeclaration() }
        let nameEnd = window.endOfName(position + 2)
        let end = try window.find("?>", nameEnd)
        let name = UnsafeBufferPointer(start: window.bytes + position + 2, count: nameEnd - position - 2)
        guard end == nameEnd || isXMLSpace(window.bytes[nameEnd]), NameTable.prefix(name) == 0,
            !(name.count == 3 && name.elementsEqual("xml".utf8) { $0 | 0x20 == $1 })
        else { throw .doubtful }
        try pass(to: end + 2)
    }

    /// Reads the common forms of the declaration only. ``UTF8Input`` has replaced the encoding by spaces.
    private mutating func readDeclaration() throws(Stop) {
        let end = try window.find("?>", 5)
        let inside = UnsafeBufferPointer(start: window.bytes + 5, count: end - 5)
        let words = inside.split(whereSeparator: isXMLSpace).map { String(decoding: $0, as: UTF8.self) }
        guard words.first == "version=\"1.0\"" || words.first == "version='1.0'",
            words.count == 1 || words.count == 2 && Self.standalone.contains(words[1])
        else { throw .doubtful }
        try pass(to: end + 2)
    }

    private static let standalone = [#"standalone="yes""#, #"standalone="no""#, "standalone='yes'", "standalone='no'"]

    private mutating func readCharacterData() throws(Stop) {
        guard isInside else { throw .doubtful }
        let end = try window.find("]]>", position + 9)
        give(position + 9, end)
        position = end + 3
    }

    /// Reads a DOCTYPE without an internal subset. Declarations in a subset could change the content.
    private mutating func readDoctype() throws(Stop) {
        guard !hasRoot, !hasDoctype else { throw .doubtful }
        var end = window.skipSpace(position + 9)
        let nameEnd = window.endOfName(end)
        guard end > position + 9,
            NameTable.prefix(UnsafeBufferPointer(start: window.bytes + end, count: nameEnd - end)) != nil
        else { throw window.stop(nameEnd) }
        end = window.skipSpace(nameEnd)
        if end > nameEnd, window.has("PUBLIC", at: end) {
            end = try endOfLiteral(try endOfLiteral(end + 6) { isPublic($0) }) { _ in true }
        } else if end > nameEnd, window.has("SYSTEM", at: end) {
            end = try endOfLiteral(end + 6) { _ in true }
        }
        end = window.skipSpace(end)
        guard window.bytes[end] == UInt8(ascii: ">") else { throw window.stop(end) }
        hasDoctype = true
        try pass(to: end + 1)
    }

    /// Returns the offset after white space and a quoted literal.
    private func endOfLiteral(_ start: Int, _ isAllowed: (UInt8) -> Bool) throws(Stop) -> Int {
        var position = window.skipSpace(start)
        let quote = window.bytes[position]
        guard position > start, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            throw window.stop(position)
        }
        position += 1
        while window.bytes[position] != quote {
            guard window.bytes[position] >= 0x20, isAllowed(window.bytes[position]) else { throw window.stop(position) }
            position += 1
        }
        return position + 1
    }

    /// Whether a byte may occur in a public identifier. The set is smaller than the one that XML allows.
    private func isPublic(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        // The digits with their neighbours `-`, `.`, `/` and `:`.
        case UInt8(ascii: "-")...UInt8(ascii: ":"): true
        case UInt8(ascii: " "), UInt8(ascii: ","), UInt8(ascii: "("), UInt8(ascii: ")"): true
        default: false
        }
    }
}

/// The start tag that ``QuickPass`` has read last, and the table of all names.
struct StartTag: ~Copyable {
    private var names = NameTable()
    /// The name of the element in the name table.
    private(set) var entry: UnsafePointer<NameTable.Name>
    private(set) var meaning: ElementNameTable.Meaning = (.inline, .other)
    private(set) var isEmpty = false
    private var count = 0
    /// The attributes in the layout of libxml2, with five pointers each. They point into the window and are valid until
    /// it advances.
    private let pointers = UnsafeMutablePointer<UnsafePointer<UInt8>?>.allocate(capacity: 5 * mostAttributes)
    private let languageName: UnsafePointer<UInt8>
    /// Set when a value is requested whose bytes contain a reference or a control character, and so are not the value.
    private let doubt = UnsafeMutablePointer<Bool>.allocate(capacity: 1)
    private static let mostAttributes = 32

    init() {
        pointers.initialize(repeating: nil, count: 5 * Self.mostAttributes)
        doubt.initialize(to: false)
        entry = names.language
        languageName = names.language.pointee.local
    }

    /// Resets the tag for the next input, and removes the names of previous inputs if there are many.
    mutating func begin() {
        names.forgetIfMany()
        doubt.pointee = false
    }

    deinit {
        pointers.deallocate()
        doubt.deallocate()
    }

    var name: XMLName { XMLName(pointer: entry.pointee.local) }
    var attributes: XMLAttributes {
        XMLAttributes(base: pointers, count: count, languageName: languageName, doubt: doubt)
    }
    var isDoubtful: Bool { doubt.pointee }

    /// Reads a tag.
    ///
    /// - Parameter start: The offset of the name.
    /// - Returns: The offset after the tag.
    @inline(__always)
    mutating func read(_ window: borrowing MarkupWindow, _ start: Int) throws(QuickPass.Stop) -> Int {
        let end = window.endOfName(start)
        guard end < window.end else { throw .cut }
        guard let name = names.find(window.bytes + start, length: end &- start) else { throw .doubtful }
        guard let meaning = names.meaning(of: name) else { throw .doubtful }
        entry = name
        self.meaning = meaning
        count = 0
        isEmpty = false
        return window.bytes[end] == UInt8(ascii: ">") ? end &+ 1 : try readAttributes(window, end)
    }

    private mutating func readAttributes(_ window: borrowing MarkupWindow, _ start: Int) throws(QuickPass.Stop) -> Int {
        var position = start
        while true {
            let start = window.skipSpace(position)
            switch window.bytes[start] {
            case UInt8(ascii: ">"): return start &+ 1
            case UInt8(ascii: "/"):
                guard window.bytes[start &+ 1] == UInt8(ascii: ">") else { throw window.stop(start &+ 1) }
                isEmpty = true
                return start &+ 2
            default:
                guard start > position else { throw window.stop(start) }
                position = try readAttribute(window, start)
            }
        }
    }

    private mutating func readAttribute(_ window: borrowing MarkupWindow, _ start: Int) throws(QuickPass.Stop) -> Int {
        let nameEnd = window.endOfName(start)
        let equals = window.skipSpace(nameEnd)
        guard window.bytes[equals] == UInt8(ascii: "=") else { throw window.stop(equals) }
        let opening = window.skipSpace(equals &+ 1)
        let quote = window.bytes[opening]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { throw window.stop(opening) }
        let end = try Self.endOfValue(window, opening &+ 1, quote: quote)
        guard let name = names.find(window.bytes + start, length: nameEnd &- start), count < Self.mostAttributes
        else { throw .doubtful }
        for before in 0..<count where pointers[5 &* before &+ 1] == name.pointee.whole { throw .doubtful }
        let place = pointers + 5 &* count
        place[0] = name.pointee.local
        // libxml2 stores the prefix here. It is never read.
        place[1] = name.pointee.whole
        place[3] = UnsafePointer(window.bytes + (opening &+ 1))
        place[4] = UnsafePointer(window.bytes + end)
        count &+= 1
        return end &+ 1
    }

    private static func endOfValue(
        _ window: borrowing MarkupWindow, _ start: Int, quote: UInt8
    ) throws(QuickPass.Stop) -> Int {
        var position = start
        while true {
            position = window.endOfPlainValue(position, quote: quote)
            let byte = window.bytes[position]
            if byte == quote { return position }
            if byte == UInt8(ascii: "&") {
                let end = window.endOfReference(position)
                let inside = UnsafeBufferPointer(start: window.bytes + position + 1, count: end - position - 1)
                guard window.bytes[end] == UInt8(ascii: ";"), CharacterReference.scalar(inside) != nil
                else { throw window.stop(end) }
                position = end
            } else if !isXMLSpace(byte) {
                throw window.stop(position)
            }
            position &+= 1
        }
    }
}
