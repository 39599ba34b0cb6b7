package import CLibXML2

/// Resolves entity references to the characters of HTML's and ISO's names. Unknown references remain as written.
///
/// libxml2 receives each entity as a predefined one, whose content it adds to the text without parsing it. So declarations in
/// a file are never used, and no reference is dropped because a DTD cannot be loaded.
package struct EntityReference: ~Copyable {
    /// The entity for libxml2. Its content is valid until the next ``resolve(_:)``, and the pointer as long as this value.
    package let pointer: UnsafeMutablePointer<xmlEntity>
    /// The content with a terminating zero. libxml2 does not copy it, so its address must not change.
    private var content: UnsafeMutableBufferPointer<UInt8>

    /// Creates an entity with no content.
    package init() {
        pointer = .allocate(capacity: 1)
        pointer.initialize(to: xmlEntity())
        content = .allocate(capacity: 64)
        content.initialize(repeating: 0)
        pointer.pointee.type = XML_ENTITY_DECL
        pointer.pointee.etype = XML_INTERNAL_PREDEFINED_ENTITY
    }

    deinit {
        pointer.deinitialize(count: 1)
        pointer.deallocate()
        content.deallocate()
    }

    /// Sets the content to the text of an entity.
    ///
    /// - Returns: Whether the name is known. The text of an unknown name is the reference itself, `&name;`.
    package mutating func resolve(_ name: String) -> Bool {
        let known = EntityNames.text(of: name)
        let bytes = Array((known ?? "&\(name);").utf8)
        if bytes.count >= content.count {
            content.deallocate()
            content = .allocate(capacity: bytes.count + 1)
        }
        _ = content.update(fromContentsOf: bytes + [0])
        pointer.pointee.content = content.baseAddress
        pointer.pointee.orig = content.baseAddress
        pointer.pointee.length = Int32(bytes.count)
        return known != nil
    }
}
