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

    /// What kind of problem it is. Problems of one kind are reported together, and machines read the raw value.
    public enum Kind: String, Sendable, Hashable {
        /// Any other kind. Its problems are told apart by their messages.
        case other
        /// A file, folder or device cannot be read.
        case unreadable
        /// The file is not well-formed XML.
        case malformed
        /// The bytes are not text in the encoding of the file.
        case encoding
        /// The file contains no document of its format. Such a file is skipped unless the user named it.
        case noDocument = "no-document"
        /// The text contains references to undefined entities.
        case undefinedEntity = "undefined-entity"
        /// An earlier document has the same id and the same text.
        case repeatedDocument = "repeated-document"
        /// An earlier document has the same id and another text.
        case conflictingDocument = "conflicting-document"
        /// An earlier reference has the same DOI and another title.
        case sharedDOI = "shared-doi"
        /// The study has no document, code, coding or memo of this name.
        case missing
        /// The study has changed, so that the request no longer fits it.
        case conflict
        /// The person may not do this or see this.
        case notAllowed = "not-allowed"
        /// Another program is writing to the study.
        case busy
    }

    /// The origin of a problem, which determines the exit code.
    public enum Cause: Sendable, Hashable {
        /// The input or the request is wrong.
        case input
        /// A disk or device failed while the input was read.
        case reading
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
    /// What kind of problem it is.
    public var kind: Kind
    /// The origin of the problem.
    public var cause = Cause.input

    /// Creates a problem whose cause is ``Cause/input``.
    public init(
        _ message: String, severity: Severity = .error, kind: Kind = .other, suggestion: String? = nil,
        file: String? = nil, line: Int? = nil, column: Int? = nil, byte: Int? = nil
    ) {
        self.kind = kind
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

    /// The known parts of `file:line:column`; empty if none is known.
    public var place: String {
        var place = file.map { $0.isEmpty ? [] : [$0] } ?? []
        if let line {
            place.append("\(line)")
            if let column { place.append("\(column)") }
        } else if let byte {
            place.append("byte \(byte)")
        }
        return Self.oneLine(place.joined(separator: ":"))
    }

    /// The problem on one line, as printed.
    public var description: String {
        let start = place.isEmpty ? "" : place + ": "
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
