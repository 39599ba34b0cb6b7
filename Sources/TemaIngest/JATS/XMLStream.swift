import TemaFormats
import TemaModel

/// Parses an XML input with ``QuickPass``, and with libxml2's SAX2 parser if that is not sufficient.
///
/// If anything in the input is malformed, oversized or unusual, ``XMLPass`` reads the input again from the start. Only
/// the results and errors of that pass count.
struct XMLStream {
    private let input: UTF8Input
    private let buffers: ReadingBuffers
    private var isQuick = true
    private var isAtStart = true

    init(_ input: UTF8Input, _ buffers: ReadingBuffers) {
        (self.input, self.buffers) = (input, buffers)
    }

    /// Reads the input from beginning to end and returns the number of articles.
    ///
    /// - Parameter begin: Called at the start of each pass. Returns the function that receives the articles of that pass.
    /// - Throws: A ``Problem`` if the XML is not well-formed (with line and column), a limit is exceeded, or the input
    ///   cannot be read; any error thrown by the delivery.
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
