/// An error, warning or note about the user's input: what is wrong, where, and how to fix it.
///
/// The description is one line, `file:line:column: error: message (suggestion)`. Unknown parts are omitted.
public struct Problem: Error, Sendable, Hashable, CustomStringConvertible {
    /// How serious a problem is.
    public enum Severity: String, Sendable, Hashable {
        /// The input, or a part of it, could not be used.
        case error
        /// The input was used but may not mean what its author intended.
        case warning
        /// Nothing is wrong, but something was skipped.
        case note
    }

    /// The origin of a problem, which determines the exit code.
    public enum Cause: Sendable, Hashable {
        /// The input or the request is wrong.
        case input
        /// The output could not be written to a disk or device.
        case writing
        /// The reader of standard output has closed it.
        case brokenPipe
    }

    /// How serious the problem is.
    public var severity: Severity
    /// What is wrong, without a full stop.
    public var message: String
    /// How to fix it, without a full stop, or nil.
    public var suggestion: String?
    /// The file that the problem is in, or nil.
    public var file: String?
    /// The line, from 1.
    public var line: Int?
    /// The column, from 1: in Unicode scalars if the format's reader can count them, otherwise in bytes.
    public var column: Int?
    /// A byte offset in the file, from 0, for files without lines.
    public var byte: Int?
    /// The origin of the problem.
    public var cause = Cause.input

    /// Creates a problem whose cause is ``Cause/input``.
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

    /// Returns the problem with its file set, unless it already has one.
    public func inFile(_ file: String) -> Problem {
        var copy = self
        copy.file = self.file ?? file
        return copy
    }

    /// The problem on one line, as printed.
    public var description: String {
        var place = file.map { $0.isEmpty ? [] : [$0] } ?? []
        if let line {
            place.append("\(line)")
            if let column { place.append("\(column)") }
        } else if let byte {
            place.append("byte \(byte)")
        }
        let start = place.isEmpty ? "" : place.joined(separator: ":") + ": "
        return Self.oneLine(start + "\(severity.rawValue): \(message)" + (suggestion.map { " (\($0))" } ?? ""))
    }

    /// Replaces characters that break the line or control a terminal by �, because messages quote user input.
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

/// A position in a text file.
public struct TextPlace: Sendable, Hashable {
    /// The line, from 1.
    public var line: Int
    /// The column, from 1.
    public var column: Int

    /// Creates a position.
    public init(line: Int, column: Int) { (self.line, self.column) = (line, column) }
}
