import TemaFormats

/// Rare markup: the XML declaration, the DOCTYPE, comments, processing instructions and CDATA sections.
extension QuickPass {
    /// The maximum number of bytes that produce no event. Beyond it libxml2 reads the file, because it has limits for
    /// that.
    private static let mostSilent = Limits.tagBytes / 2

    mutating func readOther() throws(Stop) {
        // Enough bytes to distinguish the kinds of markup.
        guard window.end - at > 9 else { throw .cut }
        if window.has("<!--", at: at) { return try readComment() }
        if window.has("<?", at: at) { return try readInstruction() }
        if window.has("<![CDATA[", at: at) { return try readCharacterData() }
        if window.has("<!DOCTYPE", at: at) { return try readDoctype() }
        throw .doubtful
    }

    /// Moves past markup that produces no event.
    private mutating func pass(to end: Int) throws(Stop) {
        silent += end - at
        at = end
        guard silent <= Self.mostSilent else { throw .doubtful }
    }

    mutating func skipSpaceOutside() throws(Stop) {
        let end = window.skipSpace(at)
        guard end > at else { throw window.stop(end) }
        try pass(to: end)
    }

    private mutating func readComment() throws(Stop) {
        let end = try window.find("--", at + 4)
        guard window.bytes[end + 2] == UInt8(ascii: ">") else { throw window.stop(end + 2) }
        try pass(to: end + 3)
    }

    private mutating func readInstruction() throws(Stop) {
        if at == 0, silent == 0, !hasRoot, window.has("<?xml ", at: 0) { return try readDeclaration() }
        let nameEnd = window.endOfName(at + 2)
        let end = try window.find("?>", nameEnd)
        let name = UnsafeBufferPointer(start: window.bytes + at + 2, count: nameEnd - at - 2)
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
        let end = try window.find("]]>", at + 9)
        give(at + 9, end)
        at = end + 3
    }

    /// Reads a DOCTYPE without an internal subset. Declarations in a subset could change the content.
    private mutating func readDoctype() throws(Stop) {
        guard !hasRoot, !hasDoctype else { throw .doubtful }
        var end = window.skipSpace(at + 9)
        let nameEnd = window.endOfName(end)
        guard end > at + 9,
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
        var at = window.skipSpace(start)
        let quote = window.bytes[at]
        guard at > start, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { throw window.stop(at) }
        at += 1
        while window.bytes[at] != quote {
            guard window.bytes[at] >= 0x20, isAllowed(window.bytes[at]) else { throw window.stop(at) }
            at += 1
        }
        return at + 1
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
