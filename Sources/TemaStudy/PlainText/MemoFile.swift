import TemaModel

/// Reads and writes memos as Markdown files: the fields in the front matter, then the unchanged text.
enum MemoFile {
    private static let names = ["id", "on", "subject", "coder", "at"]

    static func write(_ memo: Memo) -> [UInt8] {
        let values = [memo.id, memo.target.rawValue, memo.subject, memo.coder, memo.at]
        let lines = zip(names, values).map { "\($0): \(escaped($1))\n" }.joined()
        return Array("---\n\(lines)---\n\(memo.text)\n".utf8)
    }

    /// - Throws: A ``Problem`` if the file is not a memo, with the line if one is wrong.
    static func read(_ bytes: [UInt8]) throws(Problem) -> Memo {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Problem("not UTF-8", suggestion: "export it again")
        }
        let lines = text.split(separator: "\n", maxSplits: names.count + 2, omittingEmptySubsequences: false)
        var values: [String] = []
        for (index, name) in names.enumerated() {
            guard lines.count > index + 1, lines[index + 1].hasPrefix(name + ": ") else {
                throw Problem(
                    "the memo's front matter has no field “\(name)”", suggestion: "export it again", line: index + 2)
            }
            values.append(unescaped(lines[index + 1].dropFirst(name.count + 2)))
        }
        guard lines.count == names.count + 3, lines[0] == "---", lines[names.count + 1] == "---",
            let target = Memo.Target(rawValue: values[1]), !values[0].isEmpty, let body = lines.last,
            body.hasSuffix("\n")
        else { throw Problem("not a memo", suggestion: "export it again") }
        var memo = Memo(target, values[2], coder: values[3], text: String(body.dropLast()))
        (memo.id, memo.at) = (values[0], values[4])
        return memo
    }

    /// Returns a value on one line. A document's id may contain a newline, because a file name may.
    private static func escaped(_ value: String) -> String {
        var escaped = ""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "%": escaped += "%25"
            case "\n": escaped += "%0A"
            case "\r": escaped += "%0D"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    private static func unescaped(_ value: Substring) -> String {
        // "%25" comes last, so that a decoded “%” does not become part of another escape.
        [("%0A", "\n"), ("%0D", "\r"), ("%25", "%")].reduce(String(value)) { text, pair in
            text.split(separator: pair.0, omittingEmptySubsequences: false).joined(separator: pair.1)
        }
    }
}
