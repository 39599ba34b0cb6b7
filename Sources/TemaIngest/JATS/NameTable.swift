import TemaFormats

/// A hash table of element and attribute names. Each name is validated and stored once, and keeps its address until
/// ``forgetIfMany()`` removes all names.
///
/// Names are kept from one file to the next because most files use the same ones.
struct NameTable: ~Copyable {
    /// The name of an element or attribute. Its hash uses the first eight bytes and the length.
    struct Name {
        fileprivate var beginning: UInt64
        /// The length in bytes, including the prefix; 0 if the slot is free.
        fileprivate(set) var length: Int
        /// The name as written, zero-terminated.
        fileprivate(set) var whole: UnsafePointer<UInt8>
        /// The local name. Equal local names have the same address. For a namespace declaration, the complete name.
        fileprivate(set) var local: UnsafePointer<UInt8>
        /// The meaning of the name as an element, after it has been looked up.
        fileprivate var meaning: ElementNameTable.Meaning?

        /// Whether the name occurs at an address, where at least eight bytes must be readable.
        @inline(__always)
        func matches(at bytes: UnsafePointer<UInt8>) -> Bool {
            isSame(NameTable.beginning(bytes, length), bytes, length: length)
        }

        @inline(__always)
        fileprivate func isSame(_ beginning: UInt64, _ bytes: UnsafePointer<UInt8>, length: Int) -> Bool {
            guard self.beginning == beginning, self.length == length else { return false }
            guard length > 8 else { return true }
            for index in 8..<length where whole[index] != bytes[index] { return false }
            return true
        }
    }

    private static let size = 1024
    private static let mostBytes = 64
    private let slots = UnsafeMutablePointer<Name>.allocate(capacity: size)
    /// The bytes of the names.
    private let text = UnsafeMutablePointer<UInt8>.allocate(capacity: textBytes)
    private static let textBytes = size / 2 * (mostBytes + 8)
    private var used = 0
    private var count = 0
    /// The name `lang`.
    private(set) var language: UnsafePointer<Name>

    init() {
        language = UnsafePointer(slots)
        text.initialize(repeating: 0, count: Self.textBytes)
        slots.initialize(repeating: Name(beginning: 0, length: 0, whole: text, local: text), count: Self.size)
        addLanguage()
    }

    /// Removes all names if less than half of the capacity is left, so that the next file has enough. Call it only
    /// between files, because it invalidates the addresses of names.
    mutating func forgetIfMany() {
        guard count > Self.size / 4 else { return }
        slots.update(repeating: Name(beginning: 0, length: 0, whole: text, local: text), count: Self.size)
        (used, count) = (0, 0)
        addLanguage()
    }

    /// Adds the name `lang`. It is always the first, so that it has the same address after the names have been removed.
    private mutating func addLanguage() {
        // Padded to eight bytes.
        let lang: StaticString = "lang\0\0\0\0"
        if let slot = find(lang.utf8Start, length: 4) { language = slot }
    }

    deinit {
        slots.deallocate()
        text.deallocate()
    }

    /// Returns the slot of a name and adds the name if it is new. Slots do not move.
    ///
    /// - Parameter bytes: The name. At least eight bytes must be readable, even if the name is shorter.
    /// - Returns: Nil if the name is not ASCII, is not a valid name, is too long, or exceeds the capacity. A file with
    ///   more than 500 names is not an article.
    @inline(__always)
    mutating func find(_ bytes: UnsafePointer<UInt8>, length: Int) -> UnsafePointer<Name>? {
        let beginning = Self.beginning(bytes, length)
        var index = Self.place(beginning, length)
        while slots[index].length != 0 {
            if slots[index].isSame(beginning, bytes, length: length) { return UnsafePointer(slots + index) }
            index = (index &+ 1) & (Self.size - 1)
        }
        return add(index, beginning, bytes: bytes, length: length)
    }

    /// Returns the meaning of a name as an element, or nil if its prefix is `xmlns`, which only attributes should have.
    @inline(__always)
    mutating func meaning(of name: UnsafePointer<Name>) -> ElementNameTable.Meaning? {
        name.pointee.meaning ?? learn(slots + (name - UnsafePointer(slots)))
    }

    private func learn(_ name: UnsafeMutablePointer<Name>) -> ElementNameTable.Meaning? {
        guard !Self.declares(name.pointee.whole) else { return nil }
        let meaning = ElementNameTable.meaning(named: XMLName(pointer: name.pointee.local))
        name.pointee.meaning = meaning
        return meaning
    }

    @inline(__always)
    fileprivate static func beginning(_ bytes: UnsafePointer<UInt8>, _ length: Int) -> UInt64 {
        let word = UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self).littleEndian
        return length < 8 ? word & ((1 &<< UInt64(truncatingIfNeeded: length &* 8)) &- 1) : word
    }

    @inline(__always)
    private static func place(_ beginning: UInt64, _ length: Int) -> Int {
        let mixed = (beginning ^ UInt64(truncatingIfNeeded: length)) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: mixed >> 32) & (size - 1)
    }

    @inline(never)
    private mutating func add(
        _ index: Int, _ beginning: UInt64, bytes: UnsafePointer<UInt8>, length: Int
    ) -> UnsafePointer<Name>? {
        guard count < Self.size / 2, length <= Self.mostBytes,
            let prefix = Self.prefix(UnsafeBufferPointer(start: bytes, count: length))
        else { return nil }
        let whole = text + used
        whole.update(from: bytes, count: length)
        whole[length] = 0
        used += length + 8
        count += 1
        slots[index] = Name(beginning: beginning, length: length, whole: whole, local: whole)
        if prefix > 0, !Self.declares(whole) {
            guard let local = find(whole + prefix, length: length - prefix) else { return nil }
            slots[index].local = local.pointee.whole
        }
        return UnsafePointer(slots + index)
    }

    /// Returns the length of the prefix and its colon, 0 without a prefix, or nil if the bytes are not a valid ASCII
    /// name.
    static func prefix(_ name: UnsafeBufferPointer<UInt8>) -> Int? {
        var start = 0
        for (index, byte) in name.enumerated() {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"): break
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."):
                guard index > start else { return nil }
            case UInt8(ascii: ":"):
                guard index > 0, start == 0 else { return nil }
                start = index + 1
            default: return nil
            }
        }
        return start < name.count ? start : nil
    }

    private static func declares(_ name: UnsafePointer<UInt8>) -> Bool {
        UnsafeBufferPointer(start: name, count: 6).elementsEqual("xmlns:".utf8)
    }
}
