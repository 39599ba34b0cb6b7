import TemaFormats
import TemaModel

/// An element that is omitted from the text, with its number of characters.
struct Omission {
    let name: XMLName
    let reason: Ledger.Reason
    /// The number of Unicode scalars so far. A run of white space counts as one; white space at the ends does not count.
    private(set) var characters = 0
    private var hasPendingSpace = false

    init(_ name: XMLName, _ reason: Ledger.Reason) {
        self.name = name
        self.reason = reason
    }

    mutating func count(_ bytes: UnsafeBufferPointer<UInt8>) {
        // Local copies keep the loop fast: front matter is long, and each byte is examined.
        var (characters, hasPendingSpace) = (characters, hasPendingSpace)
        for byte in bytes {
            if isXMLSpace(byte) {
                hasPendingSpace = characters > 0
            } else if byte & 0xC0 != 0x80 {
                characters &+= hasPendingSpace ? 2 : 1
                hasPendingSpace = false
            }
        }
        (self.characters, self.hasPendingSpace) = (characters, hasPendingSpace)
    }
}
