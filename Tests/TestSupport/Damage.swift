extension [UInt8] {
    /// Returns a copy in which one to four bytes or short pieces are changed, removed or repeated. About every second
    /// copy is also truncated.
    ///
    /// An empty array stays empty.
    package func damaged(using random: inout SeededGenerator) -> [UInt8] {
        var bytes = self
        for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
            let start = Int.random(in: 0..<bytes.count, using: &random)
            let piece = start..<Swift.min(bytes.count, start + Int.random(in: 1...12, using: &random))
            switch Int.random(in: 0..<5, using: &random) {
            case 0: bytes[start] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            case 1: bytes.removeSubrange(piece)
            case 2: bytes.insert(contentsOf: bytes[piece], at: Int.random(in: 0...bytes.count, using: &random))
            default: bytes[start] = UInt8.random(in: .min ... .max, using: &random)
            }
        }
        if random.chance(50), !bytes.isEmpty { bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random)) }
        return bytes
    }
}
