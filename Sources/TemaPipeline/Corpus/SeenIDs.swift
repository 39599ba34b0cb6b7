/// Remembers which ids there have been, in eight bytes each, so that a million take little memory.
///
/// Of a million ids, two are taken for one in one run of thirty million; which two is different from run to run, so that
/// nobody can provoke it.
struct SeenIDs {
    private var hashes: Set<UInt64> = []

    /// - Returns: Whether it is new.
    mutating func insert(_ id: String) -> Bool {
        var hasher = Hasher()
        hasher.combine(id)
        return hashes.insert(UInt64(bitPattern: Int64(hasher.finalize()))).inserted
    }
}
