/// A worker's own array, filled and emptied again and again; its room is given back at the end.
///
/// An `Array` asks at each write whether it is alone. In the loops over words and matches that costs more than the
/// write itself; this buffer has one owner by its type and need not ask. Its pointer is unsafe and stays in this file: no
/// more than the room is ever used, and places are checked where the program is built for testing.
struct ScratchBuffer<Element: BitwiseCopyable>: ~Copyable {
    private var base: UnsafeMutablePointer<Element>
    private var room: Int
    private(set) var count: Int

    init() {
        (base, room, count) = (UnsafeMutablePointer.allocate(capacity: 16), 16, 0)
    }

    init(repeating element: Element, count: Int) {
        (base, room, self.count) = (UnsafeMutablePointer.allocate(capacity: max(count, 1)), max(count, 1), count)
        base.initialize(repeating: element, count: count)
    }

    deinit { base.deallocate() }

    @inline(__always)
    var isEmpty: Bool { count == 0 }

    @inline(__always)
    subscript(at: Int) -> Element {
        get {
            assert(at >= 0 && at < count)
            return base[at]
        }
        set {
            assert(at >= 0 && at < count)
            base[at] = newValue
        }
    }

    @inline(__always)
    mutating func append(_ element: Element) {
        if count == room { grow(to: 2 * room) }
        (base + count).initialize(to: element)
        count &+= 1
    }

    /// Adds an element or none. It is written in both cases: there is no jump to guess.
    @inline(__always)
    mutating func append(_ element: Element, if isWanted: Bool) {
        if count == room { grow(to: 2 * room) }
        (base + count).initialize(to: element)
        count &+= isWanted ? 1 : 0
    }

    /// Adds so many elements, one at least, of which the last is asked for first.
    @inline(__always)
    mutating func append(backwards more: Int, _ next: () -> Element) {
        assert(more > 0)
        while count &+ more > room { grow(to: 2 * room) }
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

    /// Leaves the first so many.
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

    /// Takes out those from a place on that are not to stay; the others keep their order.
    mutating func keep(from start: Int, where stays: (Element) -> Bool) {
        assert(start >= 0 && start <= count)
        var kept = start
        for at in start..<count where stays(base[at]) {
            base[kept] = base[at]
            kept += 1
        }
        count = kept
    }

    /// What lies in it, as an array of just that size.
    var array: [Element] { Array(UnsafeBufferPointer(start: base, count: count)) }

    @inline(never)
    private mutating func grow(to more: Int) {
        let larger = UnsafeMutablePointer<Element>.allocate(capacity: more)
        larger.moveInitialize(from: base, count: count)
        base.deallocate()
        (base, room) = (larger, more)
    }
}
