import TemaFormats
import TemaModel

/// An element that is being left out, and how many characters it holds.
struct Omission {
    let name: XMLName
    let reason: Ledger.Reason
    /// Unicode scalars so far, runs of white space counted as one, those at the ends not.
    private(set) var characters = 0
    private var owesSpace = false

    init(_ name: XMLName, _ reason: Ledger.Reason) {
        self.name = name
        self.reason = reason
    }

    mutating func count(_ bytes: UnsafeBufferPointer<UInt8>) {
        // In variables of its own: text in front matter is long, and each byte is looked at.
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
