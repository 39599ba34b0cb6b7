package import CLibXML2

/// Answers entity references: HTML's and ISO's names with their characters, any other as it was written.
///
/// libxml2 asks for an entity and is given a predefined one, whose content it puts into the text as it stands. So
/// nothing that a file declares is ever used, and nothing is dropped because a DTD is out of reach.
package struct EntityReference: ~Copyable {
    /// What libxml2 is handed: valid until the next ``resolve(_:)``, and not beyond this value's life.
    package let pointer: UnsafeMutablePointer<xmlEntity>
    /// The content's bytes with their closing zero. libxml2 keeps no copy, so they must stay where they are.
    private var content: UnsafeMutableBufferPointer<UInt8>

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

    /// Points at the text of an entity.
    /// - Returns: Whether its name is known; an unknown one stands for itself, `&name;`.
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
