internal import CLibXML2

/// Passes the texts of entities to libxml2. Unknown references remain as written.
///
/// In text, libxml2 receives each entity as a predefined one, whose content it adds without parsing it. In an attribute
/// value it would add only the first byte, so there it receives an internal one, and reports the reference as written.
/// ``XMLAttributes`` replaces it.
struct EntityReference: ~Copyable {
    /// The entity for libxml2. Its content is valid until the next call, and the pointer as long as this value.
    let pointer: UnsafeMutablePointer<xmlEntity>
    /// The content or the name, with a terminating zero. libxml2 does not copy it, so its address must not change.
    private var bytes: UnsafeMutableBufferPointer<UInt8>

    /// Creates an entity with no content.
    init() {
        pointer = .allocate(capacity: 1)
        pointer.initialize(to: xmlEntity())
        bytes = .allocate(capacity: 64)
        bytes.initialize(repeating: 0)
        pointer.pointee.type = XML_ENTITY_DECL
    }

    deinit {
        pointer.deinitialize(count: 1)
        pointer.deallocate()
        bytes.deallocate()
    }

    /// Sets the text of an entity in text.
    mutating func set(text: String) {
        let count = copy(text)
        pointer.pointee.etype = XML_INTERNAL_PREDEFINED_ENTITY
        pointer.pointee.name = nil
        setContent(at: 0, count: count)
    }

    /// Sets the name of an entity in an attribute value.
    mutating func set(name: String) {
        let count = copy(name)
        pointer.pointee.etype = XML_INTERNAL_GENERAL_ENTITY
        pointer.pointee.name = UnsafePointer(bytes.baseAddress)
        setContent(at: count, count: 0)
    }

    private mutating func copy(_ text: String) -> Int {
        let utf8 = Array(text.utf8)
        if utf8.count >= bytes.count {
            bytes.deallocate()
            bytes = .allocate(capacity: utf8.count + 1)
        }
        _ = bytes.update(fromContentsOf: utf8 + [0])
        return utf8.count
    }

    private func setContent(at start: Int, count: Int) {
        pointer.pointee.content = bytes.baseAddress.map { $0 + start }
        pointer.pointee.orig = pointer.pointee.content
        pointer.pointee.length = Int32(count)
    }
}
