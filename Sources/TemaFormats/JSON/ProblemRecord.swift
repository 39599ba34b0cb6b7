import TemaModel

/// A problem as a JSON object, in the file of `--problems` and in coded files.
extension Problem {
    /// The problem as JSON, on one line.
    package var json: String {
        func text(_ text: String?) -> String { text.map(JSONText.string) ?? "null" }
        func number(_ number: Int?) -> String { number.map(String.init) ?? "null" }
        return JSONText.object([
            ("path", text(file)), ("line", number(line)), ("column", number(column)), ("byte", number(byte)),
            ("severity", text(severity.rawValue)), ("code", text(kind.rawValue)), ("message", text(message)),
            ("suggestion", text(suggestion)),
        ])
    }

    /// Creates a problem from its JSON, or nil if a part that every problem has is missing or not known.
    package init?(json: JSONValue) {
        func number(_ name: String) -> Int? { json[name]?.strings.first.flatMap { Int($0) } }
        guard let message = json["message"]?.text,
            let severity = json["severity"]?.text.flatMap(Severity.init(rawValue:)),
            let kind = json["code"]?.text.flatMap(Kind.init(rawValue:))
        else { return nil }
        self.init(
            message, severity: severity, kind: kind, suggestion: json["suggestion"]?.text, file: json["path"]?.text,
            line: number("line"), column: number("column"), byte: number("byte"))
    }
}
