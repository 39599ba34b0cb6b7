/// Text whose runs of XML white space have become one space and whose ends are trimmed.
struct CollapsedText {
    private(set) var bytes: [UInt8] = []
    /// Where the part begins whose ends are trimmed: the start, or behind the last tab.
    private var partStart = 0
    /// Whether a space stands before whatever comes next.
    private var owesSpace = false

    /// Adds text as it stands in the file.
    /// - Returns: Whether there was anything but white space in it.
    @discardableResult
    mutating func append(_ input: UnsafeBufferPointer<UInt8>) -> Bool {
        var at = 0
        var added = false
        while at < input.count {
            if isXMLSpace(input[at]) {
                owesSpace = true
                at += 1
                continue
            }
            let start = at
            at += 1
            while at < input.count {
                let byte = input[at]
                if byte > 0x20 {
                    at += 1
                } else if byte == 0x20, at + 1 < input.count, input[at + 1] > 0x20 {
                    at += 2
                } else if isXMLSpace(byte) {
                    break
                } else {
                    at += 1
                }
            }
            if owesSpace {
                if bytes.count > partStart { bytes.append(0x20) }
                owesSpace = false
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: input[start..<at]))
            added = true
        }
        return added
    }

    /// Parts what came before from what comes next by a space.
    mutating func part() { owesSpace = true }

    /// Parts the cells of a row: what comes next is trimmed on its own.
    mutating func tab() {
        bytes.append(0x09)
        startPart()
    }

    mutating func startPart() {
        partStart = bytes.count
        owesSpace = false
    }

    mutating func clear() {
        bytes.removeAll(keepingCapacity: true)
        startPart()
    }

    var string: String { String(decoding: bytes, as: UTF8.self) }
}

/// Space, tab, CR and LF: what XML calls white space.
@inline(__always)
func isXMLSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
}
