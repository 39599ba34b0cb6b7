/// A growable buffer with one owner. Removing elements keeps its capacity; its memory is freed when it is destroyed.
///
/// `Array` checks for unique ownership on every mutation. In the loops over words and matches this check costs more
/// than the mutation. This type is not copyable, so it needs no check. The unsafe pointer does not leave this file.
/// Indexes are checked in debug builds only.
struct ScratchBuffer<Element: BitwiseCopyable>: ~Copyable {
    private var base: UnsafeMutablePointer<Element>
    private var capacity: Int
    private(set) var count: Int

    init() {
        (base, capacity, count) = (UnsafeMutablePointer.allocate(capacity: 16), 16, 0)
    }

    init(repeating element: Element, count: Int) {
        (base, capacity, self.count) = (UnsafeMutablePointer.allocate(capacity: max(count, 1)), max(count, 1), count)
        base.initialize(repeating: element, count: count)
    }

    deinit { base.deallocate() }

    @inline(__always)
    var isEmpty: Bool { count == 0 }

    @inline(__always)
    subscript(position: Int) -> Element {
        get {
            assert(position >= 0 && position < count)
            return base[position]
        }
        set {
            assert(position >= 0 && position < count)
            base[position] = newValue
        }
    }

    @inline(__always)
    mutating func append(_ element: Element) {
        if count == capacity { grow(to: 2 * capacity) }
        (base + count).initialize(to: element)
        count &+= 1
    }

    /// Appends an element if `isWanted`. The element is written in both cases, which avoids a branch.
    @inline(__always)
    mutating func append(_ element: Element, if isWanted: Bool) {
        if count == capacity { grow(to: 2 * capacity) }
        (base + count).initialize(to: element)
        count &+= isWanted ? 1 : 0
    }

    /// Appends `more` elements, at least one, and fills them from the last to the first.
    @inline(__always)
    mutating func append(backwards more: Int, _ next: () -> Element) {
        assert(more > 0)
        while count &+ more > capacity { grow(to: 2 * capacity) }
        let start = base + count
        count &+= more
        var place = base + count
        repeat {
            place -= 1
            place.initialize(to: next())
        } while place > start
    }

    @inline(__always)
    mutating func removeAll() { count = 0 }

    /// Removes the elements from an index on.
    @inline(__always)
    mutating func removeAll(from start: Int) {
        assert(start >= 0 && start <= count)
        count = start
    }

    mutating func sort(from start: Int, by isBefore: (Element, Element) -> Bool) {
        assert(start >= 0 && start <= count)
        var part = UnsafeMutableBufferPointer(start: base + start, count: count - start)
        part.sort(by: isBefore)
    }

    /// Removes the elements from an index on that do not satisfy a predicate. The others keep their order.
    mutating func keep(from start: Int, where stays: (Element) -> Bool) {
        assert(start >= 0 && start <= count)
        var kept = start
        for position in start..<count where stays(base[position]) {
            base[kept] = base[position]
            kept += 1
        }
        count = kept
    }

    /// The elements as an array without spare capacity.
    var array: [Element] { Array(UnsafeBufferPointer(start: base, count: count)) }

    @inline(never)
    private mutating func grow(to more: Int) {
        let larger = UnsafeMutablePointer<Element>.allocate(capacity: more)
        larger.moveInitialize(from: base, count: count)
        base.deallocate()
        (base, capacity) = (larger, more)
    }
}
