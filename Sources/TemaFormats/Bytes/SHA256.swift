internal import CNettle

/// The SHA-256 hash function (FIPS 180-4) of bytes that are given in pieces.
package struct SHA256 {
    private var context = sha256_ctx()

    /// Creates the hash of no bytes.
    package init() { nettle_sha256_init(&context) }

    /// Adds bytes.
    package mutating func add(_ bytes: ArraySlice<UInt8>) {
        bytes.withUnsafeBufferPointer { nettle_sha256_update(&context, $0.count, $0.baseAddress) }
    }

    /// The hash of the bytes so far, as 64 lower-case hexadecimal digits.
    package var hex: String {
        var context = context
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
        nettle_sha256_digest(&context, digest.count, &digest)
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// Returns the hash of bytes as 64 lower-case hexadecimal digits.
    package static func hex(_ bytes: [UInt8]) -> String {
        var hash = SHA256()
        hash.add(bytes[...])
        return hash.hex
    }
}
