/// A value in reference-counted storage, copied when a shared copy is changed.
///
/// Copying it increments one reference count. A document's metadata are a dozen strings, and a document is copied several
/// times on its way from the reader to the counts: with the strings inline, their reference counts took a tenth of the time
/// of small articles.
@propertyWrapper
package struct SharedValue<Value: Sendable>: Sendable {
    /// `@unchecked Sendable` because `value` is only changed while the storage is uniquely referenced.
    private final class Storage: @unchecked Sendable {
        var value: Value

        init(_ value: Value) { self.value = value }
    }

    private var storage: Storage

    package init(wrappedValue: Value) { storage = Storage(wrappedValue) }

    package var wrappedValue: Value {
        get { storage.value }
        _modify {
            if !isKnownUniquelyReferenced(&storage) { storage = Storage(storage.value) }
            yield &storage.value
        }
    }
}

extension SharedValue: Equatable where Value: Equatable {
    package static func == (a: Self, b: Self) -> Bool { a.storage === b.storage || a.wrappedValue == b.wrappedValue }
}

extension SharedValue: Hashable where Value: Hashable {
    package func hash(into hasher: inout Hasher) { hasher.combine(wrappedValue) }
}
