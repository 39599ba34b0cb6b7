import TemaModel

/// A reader of the unparsed objects in a JSON file that contains an array of objects or a single object.
package struct JSONElements {
    package struct Element {
        package let bytes: [UInt8]
        /// The line where the object begins, from 1.
        package let line: Int
    }

    private let input: UTF8Input
    private var buffer: [UInt8] = []
    private var index = 0
    private var line = 1
    private var isInArray = false
    private var hasEnded = false

    package init(_ input: UTF8Input) { self.input = input }

    /// Returns the next object, or nil at the end.
    ///
    /// - Throws: A ``Problem`` with the line if the input is not an array of objects, ends early or cannot be read, or
    ///   an object is too long.
    package mutating func next() throws(Problem) -> Element? {
        while let byte = try peek() {
            switch byte {
            case _ where isXMLSpace(byte), UInt8(ascii: ",") where isInArray: skip()
            case UInt8(ascii: "[") where !isInArray && !hasEnded:
                isInArray = true
                skip()
            case UInt8(ascii: "]") where isInArray:
                (isInArray, hasEnded) = (false, true)
                skip()
            case UInt8(ascii: "{") where !hasEnded:
                let element = try object()
                hasEnded = !isInArray
                return element
            default:
                throw Problem(
                    "this is not a list of JSON objects", suggestion: "export the references again as CSL-JSON",
                    line: line
                )
            }
        }
        guard !isInArray else { throw Self.unclosed(line) }
        return nil
    }

    private static func unclosed(_ line: Int) -> Problem {
        Problem("the file ends inside a list or an object", suggestion: "export it again", line: line)
    }

    private mutating func object() throws(Problem) -> Element {
        let begun = line
        var bytes: [UInt8] = []
        var depth = 0
        var (isQuoted, isEscaped) = (false, false)
        while let byte = try peek() {
            skip()
            bytes.append(byte)
            guard bytes.count <= Limits.documentBytes else {
                throw Problem(
                    "an object is longer than \(Limits.documentBytes >> 20) MB", suggestion: "split it", line: begun)
            }
            if isEscaped {
                isEscaped = false
            } else if isQuoted {
                if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isQuoted = false
                }
            } else if byte == UInt8(ascii: "\"") {
                isQuoted = true
            } else if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
                depth += 1
            } else if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") {
                depth -= 1
                if depth == 0 { return Element(bytes: bytes, line: begun) }
            }
        }
        throw Self.unclosed(begun)
    }

    private mutating func peek() throws(Problem) -> UInt8? {
        if index == buffer.count {
            buffer = [UInt8](repeating: 0, count: 64 << 10)
            buffer.removeLast(buffer.count - (try input.read(into: &buffer, from: 0)))
            index = 0
        }
        return index < buffer.count ? buffer[index] : nil
    }

    private mutating func skip() {
        if buffer[index] == 0x0A { line += 1 }
        index += 1
    }
}
