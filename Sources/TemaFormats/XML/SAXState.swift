internal import CLibXML2
import TemaModel

/// The state of one parse by libxml2. It owns the parser.
///
/// libxml2 has an unretained pointer to it, which it passes to all callbacks. The creator must keep the state until the parse
/// has ended.
class SAXState {
    let input: UTF8Input
    /// The parser, or nil while it is being created. libxml2 may call the read callback before then.
    var parser: xmlParserCtxtPtr?
    /// The first problem that stopped the parse. After a stop, libxml2 itself reports a document as well-formed.
    private(set) var stopped: Problem?
    /// The number of bytes passed to the parser since the last event.
    var waiting = 0

    init(_ input: UTF8Input) { self.input = input }

    // This function also frees HTML parsers.
    deinit { xmlFreeParserCtxt(parser) }

    var address: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

    /// The parser's current line, from 1.
    var line: Int? { parser?.pointee.input.map { Int($0.pointee.line) } }

    /// Returns a problem at the parser's current line and column.
    func here(_ message: String, suggestion: String?) -> Problem {
        let column = parser?.pointee.input.map { Int($0.pointee.col) }
        return Problem(message, suggestion: suggestion, line: line, column: column)
    }

    /// Records a problem if it is the first. The read callbacks then fail, which ends the parse.
    func note(_ problem: Problem) {
        if stopped == nil { stopped = problem }
    }

    /// Records a problem if it is the first, and stops the parser. Must not be called from a read callback, because it frees
    /// the buffer that the parser is reading into.
    func stop(_ problem: Problem) {
        note(problem)
        if let parser { xmlStopParser(parser) }
    }

    /// Calls a handler, and stops the parser if the handler throws.
    func handle(_ call: () throws(Problem) -> Void) {
        do throws(Problem) { try call() } catch { stop(error) }
    }

    /// Reads bytes for the parser until the buffer is full or the input ends. libxml2 2.9 takes fewer bytes for the end, and
    /// then rejects long runs of four-byte characters.
    ///
    /// - Returns: The number of bytes, or nil if the input cannot be read. In that case, the problem is recorded.
    func read(into buffer: UnsafeMutableRawBufferPointer) -> Int? {
        var count = 0
        do throws(Problem) {
            while count < buffer.count {
                let read = try input.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[count...]))
                if read == 0 { break }
                count += read
            }
            return count
        } catch {
            note(error)
            return nil
        }
    }
}
