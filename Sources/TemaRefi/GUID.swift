internal import CNettle
import TemaFormats

/// The identifier of an element in REFI-QDA: 128 bits, written as hexadecimal digits in groups of 8, 4, 4, 4 and 12.
struct GUID: Hashable, Comparable, Sendable {
    private let high: UInt64
    private let low: UInt64

    private init(high: UInt64, low: UInt64) { (self.high, self.low) = (high, low) }

    /// Parses a GUID in either case, with or without braces and hyphens. Returns nil if the text is not a GUID.
    init?(_ text: some StringProtocol) {
        var (high, low, count): (UInt64, UInt64, Int) = (0, 0, 0)
        for byte in text.utf8 {
            let digit: UInt8
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
            case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
            case UInt8(ascii: "-"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: " "): continue
            default: return nil
            }
            count += 1
            guard count <= 32 else { return nil }
            if count <= 16 { high = high << 4 | UInt64(digit) } else { low = low << 4 | UInt64(digit) }
        }
        guard count == 32 else { return nil }
        self.init(high: high, low: low)
    }

    /// Creates the GUID of a name in a namespace: version 5 of RFC 9562, from the SHA-1 hash of namespace and name.
    ///
    /// The same name and namespace always result in the same GUID.
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

    /// The namespace of all GUIDs that Tema creates.
    static let tema = GUID(high: 0x3C1B_6F0E_5C1A_5E7B, low: 0x9E57_4B8F_5D0A_7C21)

    /// The GUID as it is written in files, such as `5C1AE7B0-…`. Capitals, as in most programs.
    var text: String {
        var letters: [UInt8] = []
        letters.reserveCapacity(36)
        for digit in 0..<32 {
            if digit == 8 || digit == 12 || digit == 16 || digit == 20 { letters.append(UInt8(ascii: "-")) }
            letters.append(letter(digit, of: "0123456789ABCDEF"))
        }
        return String(decoding: letters, as: UTF8.self)
    }

    /// The GUID in the form of a study's ids: 32 digits in lower case.
    var hex: String {
        String(decoding: (0..<32).map { letter($0, of: "0123456789abcdef") }, as: UTF8.self)
    }

    /// Returns the digit at an index from the left, as one of sixteen letters.
    private func letter(_ digit: Int, of letters: StaticString) -> UInt8 {
        let word = digit < 16 ? high : low
        return letters.utf8Start[Int(word >> UInt64(60 - 4 * (digit & 15)) & 15)]
    }

    static func < (one: GUID, other: GUID) -> Bool { (one.high, one.low) < (other.high, other.low) }

    private var bytes: [UInt8] {
        [high, low].flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> (56 - 8 * UInt64($0))) } }
    }
}

extension XMLNode {
    /// Returns the GUID in an attribute, or nil if the attribute is missing or not a GUID.
    func guid(_ attribute: String = "guid") -> GUID? { self[attribute].flatMap { GUID($0) } }
}
