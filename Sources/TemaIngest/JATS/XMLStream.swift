import TemaFormats
import TemaModel

/// Passes over an XML input: a quick one for what most articles are, and libxml2's SAX2 parser for everything.
///
/// ``QuickPass`` takes only what it is sure of. Where anything is wrong, unusual or in doubt, the input is read again by
/// ``XMLPass``, and that pass decides: whether it is well-formed, what is told of it, and what it gives.
struct XMLStream {
    private let input: UTF8Input
    private let buffers: ReadingBuffers
    private var isQuick = true
    private var isAtStart = true

    init(_ input: UTF8Input, _ buffers: ReadingBuffers) {
        (self.input, self.buffers) = (input, buffers)
    }

    /// Reads the input from its beginning to its end.
    ///
    /// - Parameter begin: Is called at the beginning of each pass, and returns what takes the articles of that pass.
    /// - Returns: The number of articles, of a well-formed input only.
    /// - Throws: What stopped it: ill-formed XML with line and column, an exceeded limit, a failing read.
    mutating func parse(_ begin: () -> ArticleHandler.Delivery) throws(Problem) -> Int {
        if isQuick {
            try goToStart()
            if let count = try buffers.quickPass.run(input, begin()) { return count }
            isQuick = false
        }
        try goToStart()
        var handler = ArticleHandler()
        handler.begin(fileBytes: input.source.size, begin())
        return try XMLPass.run(input, handler).articleCount
    }

    private mutating func goToStart() throws(Problem) {
        if !isAtStart { try input.rewind() }
        isAtStart = false
    }
}
