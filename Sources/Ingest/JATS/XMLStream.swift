import Model

/// Passes of libxml2's SAX2 parser over an input, with what must never be allowed left unset.
///
/// A pull parser with a handler of our own: no tree, no entities or attributes declared, no external loading, no
/// options but NONET. A handler's pointer is the parser's user data, so that libxml2's own handlers, which take the
/// user data for the parser itself, can never run.
///
/// The parser is fed masked bytes (``ParserFeed``) as long as that cannot change what is read. Where anything is wrong or in
/// doubt, the input is parsed again as it stands, and that pass decides.
struct XMLStream {
    private let input: UTF8Input
    private var isMasked = true
    private var isAtStart = true

    init(_ input: UTF8Input) {
        self.input = input
    }

    /// Parses the input from its beginning to its end.
    ///
    /// - Parameter handler: Makes a handler that knows nothing yet, for each pass that is begun.
    /// - Returns: The handler as the events left it, for a well-formed input only.
    /// - Throws: What stopped it: ill-formed XML with line and column, a limit passed, a failing read.
    mutating func parse(_ handler: () -> ArticleHandler) throws(Problem) -> ArticleHandler {
        while true {
            if !isAtStart { try input.rewind() }
            isAtStart = false
            if let handler = try XMLPass.run(ParserFeed(input, isMasked: isMasked), input, handler()) { return handler }
            isMasked = false
        }
    }
}
