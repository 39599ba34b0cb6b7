internal import CLibXML2
import TemaModel

/// What one parse by libxml2 has to remember. It owns the parser.
///
/// libxml2 gets its address without a reference, and passes it to all callbacks: whoever makes one keeps it until the parse
/// has ended.
class SAXState {
    let input: UTF8Input
    /// Nil before the parser exists, which may read already while it is made.
    var parser: xmlParserCtxtPtr?
    /// The first problem of ours: libxml2 calls a document well-formed after it was stopped.
    private(set) var stopped: Problem?
    /// Bytes that were passed to the parser since the last event.
    var waiting = 0

    init(_ input: UTF8Input) { self.input = input }

    // It frees parsers of HTML, too.
    deinit { xmlFreeParserCtxt(parser) }

    var address: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

    /// The line that the parser has come to.
    var line: Int? { parser?.pointee.input.map { Int($0.pointee.line) } }

    /// A problem at the line and column that the parser has come to.
    func here(_ message: String, suggestion: String?) -> Problem {
        let column = parser?.pointee.input.map { Int($0.pointee.col) }
        return Problem(message, suggestion: suggestion, line: line, column: column)
    }

    /// Keeps the first problem. The parser ends when it gets no more bytes.
    func note(_ problem: Problem) {
        if stopped == nil { stopped = problem }
    }

    /// Keeps the first problem and stops the parser. Not to be called while it waits for bytes, because that frees the
    /// buffer that it works on.
    func stop(_ problem: Problem) {
        note(problem)
        if let parser { xmlStopParser(parser) }
    }

    /// Calls a handler, and stops the parser if that throws.
    func handle(_ call: () throws(Problem) -> Void) {
        do throws(Problem) { try call() } catch { stop(error) }
    }

    /// Reads bytes for the parser.
    ///
    /// - Returns: Their number, or nil if that failed, which has been noted.
    func read(into buffer: UnsafeMutableRawBufferPointer) -> Int? {
        do throws(Problem) { return try input.read(into: buffer) } catch {
            note(error)
            return nil
        }
    }
}
