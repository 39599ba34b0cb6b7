import TemaFormats
import TemaModel

/// An element that is omitted from the text, with its number of characters.
struct Omission {
    let name: XMLName
    let reason: Ledger.Reason
    /// The number of Unicode scalars so far. A run of white space counts as one; white space at the ends does not count.
    private(set) var characters = 0
    private var owesSpace = false

    init(_ name: XMLName, _ reason: Ledger.Reason) {
        self.name = name
        self.reason = reason
    }

    mutating func count(_ bytes: UnsafeBufferPointer<UInt8>) {
        // Local copies keep the loop fast: front matter is long, and each byte is examined.
        var (characters, owesSpace) = (characters, owesSpace)
        for byte in bytes {
            if isXMLSpace(byte) {
                owesSpace = characters > 0
            } else if byte & 0xC0 != 0x80 {
                characters &+= owesSpace ? 2 : 1
                owesSpace = false
            }
        }
        (self.characters, self.owesSpace) = (characters, owesSpace)
    }
}
