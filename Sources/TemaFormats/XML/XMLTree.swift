import TemaModel

/// Elements of an XML file as values: the whole file, or record after record.
package enum XMLTree {
    /// The root of a file, with all that is in it.
    ///
    /// - Throws: A ``Problem`` as ``XMLEvents/read(_:_:)`` does.
    package static func read(_ input: UTF8Input) throws(Problem) -> XMLNode {
        var root: XMLNode?
        try each(of: [], input) { root = $0 }
        guard let root else { throw Problem("there is no element in it") }
        return root
    }

    /// Gives each element of some local names, outermost ones only, as soon as it has ended; the root where no name is given.
    ///
    /// Memory holds one of them at a time, of ``Limits/recordBytes`` at most. What has been given before a fault further on stands: the caller decides.
    package static func each(
        of names: Set<String>, _ input: UTF8Input, _ take: @escaping (XMLNode) throws(Problem) -> Void
    ) throws(Problem) {
        try XMLEvents.read(input, Builder(names, take))
    }

    private final class Builder: XMLEventHandler {
        private let names: Set<String>
        private let take: (XMLNode) throws(Problem) -> Void
        /// The elements that are open, from the one that will be given.
        private var open: [XMLNode] = []
        /// What may still come before the record ends, in bytes; an element counts as some.
        private var room: Int
        private var most: Int { names.isEmpty ? Limits.treeBytes : Limits.recordBytes }
        private static let elementBytes = 64

        package init(_ names: Set<String>, _ take: @escaping (XMLNode) throws(Problem) -> Void) {
            (self.names, self.take) = (names, take)
            room = names.isEmpty ? Limits.treeBytes : Limits.recordBytes
        }

        private func use(_ bytes: Int) throws(Problem) {
            room -= bytes
            guard room >= 0 else {
                throw Problem("one record in it is longer than \(most >> 20) MB", suggestion: "split it")
            }
        }

        func start(_ element: XMLNode) throws(Problem) {
            guard !open.isEmpty || names.isEmpty || names.contains(element.name) else { return }
            if open.isEmpty { room = most }
            try use(element.attributes.reduce(Self.elementBytes) { $0 + $1.value.utf8.count + Self.elementBytes })
            open.append(element)
        }

        func text(_ text: String) throws(Problem) {
            guard let last = open.indices.last else { return }
            try use(text.utf8.count)
            guard case .text(var whole)? = open[last].content.last else {
                return open[last].content.append(.text(text))
            }
            // Taken out first, so that the text grows where it stands.
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
