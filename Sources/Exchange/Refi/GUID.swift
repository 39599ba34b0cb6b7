import CNettle

/// What REFI-QDA knows everything by: 128 bits, written as hexadecimal digits in groups of 8, 4, 4, 4 and 12.
struct GUID: Hashable, Comparable, Sendable {
    private let high: UInt64
    private let low: UInt64

    private init(high: UInt64, low: UInt64) { (self.high, self.low) = (high, low) }

    /// Reads one in either case, with or without braces, and with or without its hyphens; nothing where it is none.
    init?(_ text: some StringProtocol) {
        var digits: [UInt8] = []
        digits.reserveCapacity(32)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digits.append(byte - UInt8(ascii: "0"))
            case UInt8(ascii: "a")...UInt8(ascii: "f"): digits.append(byte - UInt8(ascii: "a") + 10)
            case UInt8(ascii: "A")...UInt8(ascii: "F"): digits.append(byte - UInt8(ascii: "A") + 10)
            case UInt8(ascii: "-"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: " "): continue
            default: return nil
            }
            guard digits.count <= 32 else { return nil }
        }
        guard digits.count == 32 else { return nil }
        func number(_ digits: ArraySlice<UInt8>) -> UInt64 { digits.reduce(0) { $0 << 4 | UInt64($1) } }
        self.init(high: number(digits[..<16]), low: number(digits[16...]))
    }

    /// The GUID of a name, the same whenever it is asked for: version 5 of RFC 9562, SHA-1 of namespace and name.
    init(of name: some Sequence<UInt8>, in space: GUID) {
        var context = sha1_ctx()
        nettle_sha1_init(&context)
        let bytes = space.bytes + Array(name)
        nettle_sha1_update(&context, bytes.count, bytes)
        var digest = [UInt8](repeating: 0, count: Int(SHA1_DIGEST_SIZE))
        nettle_sha1_digest(&context, digest.count, &digest)
        func number(_ bytes: ArraySlice<UInt8>) -> UInt64 { bytes.reduce(0) { $0 << 8 | UInt64($1) } }
        self.init(
            high: number(digest[..<8]) & 0xFFFF_FFFF_FFFF_0FFF | 0x5000,
            low: number(digest[8..<16]) & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000)
    }

    init(of name: String, in space: GUID) { self.init(of: name.utf8, in: space) }

    /// The namespace of everything that Tema names.
    static let tema = GUID(high: 0x3C1B_6F0E_5C1A_5E7B, low: 0x9E57_4B8F_5D0A_7C21)

    /// As files have it: `5C1AE7B0-…`, in capitals, as most programs write it.
    var text: String {
        let digits = hex(Array("0123456789ABCDEF".utf8))
        var text: [UInt8] = []
        text.reserveCapacity(36)
        for (at, digit) in digits.enumerated() {
            if [8, 12, 16, 20].contains(at) { text.append(UInt8(ascii: "-")) }
            text.append(digit)
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// As a study's ids are: 32 digits, in lower case.
    var hex: String { String(decoding: hex(Array("0123456789abcdef".utf8)), as: UTF8.self) }

    static func < (one: GUID, other: GUID) -> Bool { (one.high, one.low) < (other.high, other.low) }

    private func hex(_ digits: [UInt8]) -> [UInt8] { bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] } }

    private var bytes: [UInt8] {
        [high, low].flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> (56 - 8 * UInt64($0))) } }
    }
}
