import TemaFormats
import TemaModel

/// Passes over an XML input: a quick one for what most articles are, and libxml2's SAX2 parser for everything.
///
/// ``QuickPass`` takes only what it is sure of. Where anything is wrong, unusual or in doubt, the input is read again by
/// ``XMLPass``, and that pass decides: whether it is well-formed, what is told of it, and what it gives.
struct XMLStream {
    private let input: UTF8Input
    private var isQuick = true
    private var isAtStart = true

    init(_ input: UTF8Input) {
        self.input = input
    }

    /// Reads the input from its beginning to its end.
    ///
    /// - Parameter handler: Makes a handler that knows nothing yet, for each pass that is begun.
    /// - Returns: The handler as the events left it, for a well-formed input only.
    /// - Throws: What stopped it: ill-formed XML with line and column, a limit passed, a failing read.
    mutating func parse(_ handler: () -> ArticleHandler) throws(Problem) -> ArticleHandler {
        if isQuick {
            try goToStart()
            if let handler = try QuickPass.run(input, handler()) { return handler }
            isQuick = false
        }
        try goToStart()
        return try XMLPass.run(input, handler())
    }

    private mutating func goToStart() throws(Problem) {
        if !isAtStart { try input.rewind() }
        isAtStart = false
    }
}
