public import Model

/// Elements of an XML file as values: the whole file, or record after record.
public enum XMLTree {
    /// The root of a file, with all that is in it.
    ///
    /// - Throws: A ``Problem`` as ``XMLEvents/read(_:_:)`` does.
    public static func read(_ input: UTF8Input) throws(Problem) -> XMLNode {
        var root: XMLNode?
        try each(of: [], input) { root = $0 }
        guard let root else { throw Problem("there is no element in it") }
        return root
    }

    /// Gives each element of some local names, outermost ones only, as soon as it has ended; the root where no name is given.
    ///
    /// Memory holds one of them at a time. What has been given before a fault further on stands: the caller decides.
    public static func each(
        of names: Set<String>, _ input: UTF8Input, _ take: @escaping (XMLNode) throws(Problem) -> Void
    ) throws(Problem) {
        try XMLEvents.read(input, Builder(names, take))
    }

    private final class Builder: XMLEventHandler {
        private let names: Set<String>
        private let take: (XMLNode) throws(Problem) -> Void
        /// The elements that are open, from the one that will be given.
        private var open: [XMLNode] = []

        init(_ names: Set<String>, _ take: @escaping (XMLNode) throws(Problem) -> Void) {
            (self.names, self.take) = (names, take)
        }

        func start(_ element: XMLNode) {
            if !open.isEmpty || names.isEmpty || names.contains(element.name) { open.append(element) }
        }

        func text(_ text: String) {
            guard let last = open.indices.last else { return }
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
