import CLibXML2
import Synchronization

/// The names that one parse after another meets, and what they mean.
///
/// libxml2 keeps one copy of each name in a dictionary, whose addresses tell names apart. Articles use the same few hundred
/// names, so a dictionary goes from one parse to the next, with the meanings that were looked up for it.
///
/// Unchecked, because the compiler cannot see that names are used by the parse that took them, and by nobody while they lie
/// in the list.
final class ElementNames: @unchecked Sendable {
    private let dictionary: xmlDictPtr?
    var meanings = ElementMeanings()

    /// - Returns: Names that nobody uses now; new ones where there are none.
    static func take() -> ElementNames { unused.withLock { $0.popLast() } ?? ElementNames() }

    /// Keeps names for the next parse. Those of a file with thousands of them are let go.
    static func give(_ names: ElementNames) {
        guard xmlDictSize(names.dictionary) <= mostNames else { return }
        unused.withLock { if $0.count < mostUnused { $0.append(names) } }
    }

    private init() {
        dictionary = xmlDictCreate()
    }

    /// Lets a parse that has not begun use the dictionary instead of its own.
    func lend(to context: xmlParserCtxtPtr) {
        xmlDictFree(context.pointee.dict)
        context.pointee.dict = dictionary
        xmlDictReference(dictionary)
    }

    deinit {
        xmlDictFree(dictionary)
    }

    private static let mostNames: Int32 = 2_000
    private static let mostUnused = 16
    private static let unused = Mutex<[ElementNames]>([])
}
