import CSystem

/// What the C library's heap does with rooms that are given back.
enum Heap {
    /// Gives rooms of a megabyte and more straight back to the system. Left alone, the heap learns from each long article
    /// to keep ever longer ones, in every worker's own part.
    static func giveBackLongRooms() { mallopt(M_MMAP_THRESHOLD, 1 << 20) }
}
