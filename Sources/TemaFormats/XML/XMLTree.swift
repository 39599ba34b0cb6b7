import TemaModel

/// Reads an XML file into nodes, either the complete file or one record at a time.
package enum XMLTree {
    /// Returns the root element of a file.
    ///
    /// - Throws: A ``Problem`` as ``XMLEvents/read(_:_:)`` does, or if the file is larger than ``Limits/treeBytes``.
    package static func read(_ input: UTF8Input) throws(Problem) -> XMLNode {
        var root: XMLNode?
        try each(of: [], input) { root = $0 }
        guard let root else { throw Problem("it has no XML element") }
        return root
    }

    /// Calls a closure for each outermost element that has one of the local names, as soon as the element ends.
    ///
    /// Only one element is in memory at a time. Elements before an error have already been passed to the closure.
    ///
    /// - Parameters:
    ///   - names: The local names. If there are none, the closure is called for the root.
    ///   - take: Receives an element.
    /// - Throws: A ``Problem`` as ``XMLEvents/read(_:_:)`` does, or if an element is larger than ``Limits/recordBytes``
    ///   (``Limits/treeBytes`` for the root); and what the closure throws.
    package static func each(
        of names: Set<String>, _ input: UTF8Input, _ take: @escaping (XMLNode) throws(Problem) -> Void
    ) throws(Problem) {
        try XMLEvents.read(input, Builder(names, take))
    }

    private final class Builder: XMLEventHandler {
        private let names: Set<String>
        private let take: (XMLNode) throws(Problem) -> Void
        /// The open elements, starting with the one that will be passed to the closure.
        private var open: [XMLNode] = []
        /// The number of bytes that the current record may still have, including `elementBytes` for each element and attribute.
        private var remaining: Int
        private var most: Int { names.isEmpty ? Limits.treeBytes : Limits.recordBytes }
        private static let elementBytes = 64

        init(_ names: Set<String>, _ take: @escaping (XMLNode) throws(Problem) -> Void) {
            (self.names, self.take) = (names, take)
            remaining = names.isEmpty ? Limits.treeBytes : Limits.recordBytes
        }

        private func use(_ bytes: Int) throws(Problem) {
            remaining -= bytes
            guard remaining >= 0 else {
                throw Problem("an element is larger than \(most >> 20) MB", suggestion: "split the file")
            }
        }

        func start(_ element: XMLNode) throws(Problem) {
            guard !open.isEmpty || names.isEmpty || names.contains(element.name) else { return }
            if open.isEmpty { remaining = most }
            try use(element.attributes.reduce(Self.elementBytes) { $0 + $1.value.utf8.count + Self.elementBytes })
            open.append(element)
        }

        func text(_ text: String) throws(Problem) {
            guard let last = open.indices.last else { return }
            try use(text.utf8.count)
            guard case .text(var whole)? = open[last].content.last else {
                return open[last].content.append(.text(text))
            }
            // Removed first, so that the text is uniquely referenced and can grow in place.
            open[last].content.removeLast()
            whole += text
            open[last].content.append(.text(whole))
        }

        func end() throws(Problem) {
            guard let ended = open.popLast() else { return }
            if let last = open.indices.last {
                open[last].content.append(.element(ended))
            } else {
                try take(ended)
            }
        }
    }
}
