import TemaFormats

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
        entry = name
        meaning = names.meaning(of: name)
        count = 0
        isEmpty = false
        return window.bytes[end] == UInt8(ascii: ">") ? end &+ 1 : try readAttributes(window, end)
    }

    private mutating func readAttributes(_ window: borrowing MarkupWindow, _ start: Int) throws(QuickPass.Stop) -> Int {
        var at = start
        while true {
            let start = window.skipSpace(at)
            switch window.bytes[start] {
            case UInt8(ascii: ">"): return start &+ 1
            case UInt8(ascii: "/"):
                guard window.bytes[start &+ 1] == UInt8(ascii: ">") else { throw window.stop(start &+ 1) }
                isEmpty = true
                return start &+ 2
            default:
                guard start > at else { throw window.stop(start) }
                at = try readAttribute(window, start)
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
        var at = start
        while true {
            at = window.endOfPlainValue(at, quote: quote)
            let byte = window.bytes[at]
            if byte == quote { return at }
            if byte == UInt8(ascii: "&") {
                let end = window.endOfReference(at)
                let inside = UnsafeBufferPointer(start: window.bytes + at + 1, count: end - at - 1)
                guard window.bytes[end] == UInt8(ascii: ";"), CharacterReference.scalar(inside) != nil
                else { throw window.stop(end) }
                at = end
            } else if !isXMLSpace(byte) {
                throw window.stop(at)
            }
            at &+= 1
        }
    }
}
