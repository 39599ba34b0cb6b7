/// Something a person should know about their input: where it is, what it is, and the way out.
///
/// Prints as one line, `file:line:column: error: message (way out)`, with what is not known left away.
public struct Problem: Error, Sendable, Hashable, CustomStringConvertible {
    public enum Severity: String, Sendable, Hashable {
        /// The input, or a part of it, could not be used.
        case error
        /// It was used, and may not mean what its writer meant.
        case warning
        /// Nothing is wrong; something was left alone.
        case note
    }

    /// What a problem comes of, on which the exit code depends.
    public enum Cause: Sendable, Hashable {
        /// What was read or asked for.
        case input
        /// A disk or device that could not take what was written.
        case writing
        /// The reader of standard output has gone away.
        case brokenPipe
    }

    public var severity: Severity
    public var message: String
    /// What to do about it, as a sentence without its full stop.
    public var suggestion: String?
    public var file: String?
    /// From 1.
    public var line: Int?
    /// From 1, in Unicode scalars where the reader of that format can tell, else in bytes.
    public var column: Int?
    /// A byte's offset in the file, from 0, where lines cannot be told.
    public var byte: Int?
    /// What the problem comes of.
    public var cause = Cause.input

    public init(
        _ message: String, severity: Severity = .error, suggestion: String? = nil, file: String? = nil,
        line: Int? = nil, column: Int? = nil, byte: Int? = nil
    ) {
        self.severity = severity
        self.message = message
        self.suggestion = suggestion
        self.file = file
        self.line = line
        self.column = column
        self.byte = byte
    }

    /// The same problem, said to be in a file unless it already names one.
    public func inFile(_ file: String) -> Problem {
        var copy = self
        copy.file = self.file ?? file
        return copy
    }

    public var description: String {
        var place = file.map { [$0] } ?? []
        if let line {
            place.append("\(line)")
            if let column { place.append("\(column)") }
        } else if let byte {
            place.append("byte \(byte)")
        }
        let start = place.isEmpty ? "" : place.joined(separator: ":") + ": "
        return Self.oneLine(start + "\(severity.rawValue): \(message)" + (suggestion.map { " (\($0))" } ?? ""))
    }

    /// Messages quote what people wrote: characters that break the line or steer a terminal become �.
    private static func oneLine(_ text: String) -> String {
        var shown = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: shown.append("\u{FFFD}")
            default: shown.append(scalar)
            }
        }
        return String(shown)
    }
}

/// A place in a file that people write: line and column, both from 1.
public struct TextPlace: Sendable, Hashable {
    public var line: Int
    public var column: Int

    public init(line: Int, column: Int) { (self.line, self.column) = (line, column) }
}
