import TemaFormats
import TemaModel

/// The fields of a coding in tables and records, with the names that programs use for them.
enum CodingField: String, CaseIterable, Sendable {
    case id, document, code, coder, start, end, passage, quote, before, after, at, memo

    /// Returns the field for the name of a column or member, ignoring case, spaces and punctuation, or nil if it is
    /// unknown.
    static func named(_ name: String) -> CodingField? { byName[folded(name)] }

    /// Whether a name is that of a value that a study derives itself.
    static func isDerived(_ name: String) -> Bool { derived.contains(folded(name)) }

    /// Returns the preference of a folded name for this field: 0 for its own name.
    func rank(of name: String) -> Int { ([rawValue] + aliases).firstIndex(of: name) ?? .max }

    /// Returns the letters and digits of a name in lower case.
    static func folded(_ name: String) -> String {
        String(String.UnicodeScalarView(name.unicodeScalars.filter { $0.properties.isAlphabetic || "0"..."9" ~= $0 }))
            .lowercased()
    }

    /// Tema's own additional columns, and Taguette's count.
    private static let derived: Set<String> = ["hash", "evidence", "shortid", "state", "score"]

    private static let byName: [String: CodingField] = {
        var names: [String: CodingField] = [:]
        for field in allCases {
            for name in [field.rawValue] + field.aliases { names[name] = field }
        }
        return names
    }()

    private var aliases: [String] {
        switch self {
        case .id: ["codingid", "guid", "uuid", "annotationid"]
        case .document:
            [
                "doc", "documentid", "documentname", "docid", "documents", "file", "filename", "filecase", "mediatitle",
                "dokumentname", "source", "article", "interview", "uri",
            ]
        case .code: ["codename", "codepath", "tag", "label", "category", "theme"]
        case .coder:
            [
                "codername", "user", "username", "owner", "annotator", "creator", "author", "createdby", "codedby",
                "excerptcreator", "autor",
            ]
        case .start: ["startoffset", "startposition", "startchar", "begin", "from", "pos0"]
        case .end: ["endoffset", "endposition", "endchar", "stop", "to", "pos1"]
        case .passage: ["passagenumber"]
        case .quote:
            [
                "quotation", "text", "segment", "codedsegment", "codedtext", "content", "excerpt", "exact", "words",
                "highlight", "seltext", "selectedtext", "quotationcontent", "textcontent", "coded", "excerptcopy",
            ]
        case .before: ["prefix", "textbefore", "left"]
        case .after: ["suffix", "textafter", "right"]
        case .at:
            [
                "date", "time", "timestamp", "datetime", "created", "createdat", "createdon", "creationdate",
                "excerptdate", "erstellt", "when",
            ]
        case .memo: ["comment", "comments", "note", "notes", "codedmemo", "kommentar"]
        }
    }
}

/// The fields of a coding in a row or record. Empty texts are omitted.
struct CodingFields: Sendable, Hashable {
    private var values: [CodingField: String] = [:]

    subscript(field: CodingField) -> String? {
        get { values[field] }
        set { values[field] = newValue.flatMap { $0.isEmpty ? nil : $0 } }
    }

    /// Returns the coding that the fields describe.
    ///
    /// - Throws: A ``Problem`` without a file and line if the document, code or position is missing or invalid.
    func coding() throws(Problem) -> Project.Coding {
        guard let document = trimmed(.document) else {
            throw Problem("it has no document", suggestion: "set document to the document's id")
        }
        guard let code = trimmed(.code) else {
            throw Problem("it has no code", suggestion: "set code to the code's path")
        }
        return Project.Coding(
            id: self[.id].flatMap(CodingID.init)?.text, document: document, place: try place(), code: code,
            coder: trimmed(.coder), at: self[.at].flatMap { Timestamp($0)?.text })
    }

    private func place() throws(Problem) -> Project.Place {
        let span = try span()
        switch (span, self[.quote]) {
        case (let span?, let quote?): return .spanOfQuote(span, quote)
        case (let span?, nil): return .span(span)
        case (nil, let quote?): return .quote(quote, before: self[.before] ?? "", after: self[.after] ?? "")
        case (nil, nil): break
        }
        guard let passage = try number(.passage) else {
            throw Problem("it has no position", suggestion: "set start and end, quote, or passage")
        }
        return .passage(passage)
    }

    private func span() throws(Problem) -> Range<Int>? {
        switch (try number(.start), try number(.end)) {
        case (nil, nil): return nil
        case (let start?, let end?):
            guard start < end else {
                throw Problem(
                    "its start \(start) is not before its end \(end)",
                    suggestion: "the end is the position after the last character")
            }
            return start..<end
        default: throw Problem("it has only one of start and end", suggestion: "set both, or neither")
        }
    }

    private func number(_ field: CodingField) throws(Problem) -> Int? {
        guard let text = trimmed(field) else { return nil }
        // Programs that store integer columns with missing values as floating point write 12.0.
        guard let number = Int(text.hasSuffix(".0") ? String(text.dropLast(2)) : text), number >= 0 else {
            throw Problem(
                "\(field.rawValue) is “\(text)”, not a whole number", suggestion: "write a number from 0, in digits")
        }
        return number
    }

    private func trimmed(_ field: CodingField) -> String? {
        guard let text = self[field] else { return nil }
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return nil }
        return String(scalars[first...last])
    }
}

/// The id of a coding, the same in every copy of a study: 32 hexadecimal digits.
struct CodingID: Sendable, Hashable {
    let text: String

    /// Parses an id with or without hyphens, braces and `urn:uuid:`. Returns nil if it does not have 32 hexadecimal
    /// digits.
    init?(_ text: String) {
        let start = text.lowercased()
        let digits = start.hasPrefix("urn:uuid:") ? start.dropFirst(9) : start[...]
        var id = String.UnicodeScalarView()
        for scalar in digits.unicodeScalars where scalar != "-" && scalar != "{" && scalar != "}" {
            guard scalar.properties.isASCIIHexDigit, id.count < 33 else { return nil }
            id.append(scalar)
        }
        guard id.count == 32 else { return nil }
        self.text = String(id)
    }

    /// Creates an id derived from texts: the 128-bit FNV-1a hash (Fowler-Noll-Vo) of their UTF-8 bytes, each followed
    /// by a zero byte.
    init(of parts: [String]) {
        var hash: UInt128 = 0x6C62_272E_07BB_0142_62B8_2175_6295_C58D
        for part in parts {
            for byte in part.utf8 { hash = (hash ^ UInt128(byte)) &* 0x0100_0000_0000_0000_0000_013B }
            hash = hash &* 0x0100_0000_0000_0000_0000_013B
        }
        let digits = String(hash, radix: 16)
        text = String(repeating: "0", count: max(0, 32 - digits.count)) + digits
    }
}
