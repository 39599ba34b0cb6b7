import TemaFormats
import TemaModel

/// The columns of a table of codings, of Tema or of an export of another program, by their names.
struct CodingColumns: Sendable {
    /// What a column contains.
    enum Role: Sendable, Hashable {
        case field(CodingField)
        /// The names of all codes of a segment, separated by line ends, semicolons or commas.
        case codes
        /// Whether a segment has the code with this name.
        case isCoded(String)
        /// Two offsets with a hyphen between them.
        case range
        /// A value that Tema derives itself, or a number within the other program.
        case derived
        /// Nothing that a coding has a field for. The reason is that of the loss.
        case unknown(String)
    }

    /// A program whose export has a meaning of its own for some columns.
    enum Program: String, Sendable {
        case maxqda = "MAXQDA"
        case atlas = "ATLAS.ti"
        case dedoose = "Dedoose"
        case qualCoder = "QualCoder"
    }

    /// The role of each column.
    let roles: [Role]
    /// The program that exported the table, if its columns show that.
    let program: Program?

    init(_ header: [String]) {
        let names = header.map { CodingField.folded($0.undefused) }
        let program = Self.program(Set(names))
        var roles = zip(header, names).map { Self.role($0.undefused, folded: $1, program: program) }
        for field in CodingField.allCases {
            let places = roles.indices.filter { roles[$0] == .field(field) }
            let best = places.min { (field.rank(of: names[$0]), $0) < (field.rank(of: names[$1]), $1) }
            for place in places where place != best {
                roles[place] = .unknown("another column has the \(field.rawValue)")
            }
        }
        // One of two offsets is not a place: without the other, its name must mean something else.
        let offsets = [CodingField.start, .end].filter { roles.contains(.field($0)) }
        if offsets.count == 1 {
            roles = roles.map { $0 == .field(offsets[0]) ? .unknown("there is no column for the other offset") : $0 }
        }
        // The columns of the single codes give more than their list.
        if roles.contains(where: { if case .isCoded = $0 { true } else { false } }) {
            roles = roles.map { $0 == .codes ? .derived : $0 }
        }
        (self.roles, self.program) = (roles, program)
    }

    private static func program(_ names: Set<String>) -> Program? {
        func has(_ some: String...) -> Bool { !names.isDisjoint(with: some) }
        if has("excerptcopy"), has("mediatitle", "codesappliedcombined") { return .dedoose }
        if has("documentname", "dokumentname"), has("segment"),
            has("beginning", "anfang", "weightscore", "documentgroup")
        {
            return .maxqda
        }
        if has("quotationname", "quotationcontent", "quotation", "textcontent"), has("codes", "code"),
            has("document", "documents", "documentname")
        {
            return .atlas
        }
        return has("codename") && has("codedmemo") ? .qualCoder : nil
    }

    private static func role(_ header: String, folded name: String, program: Program?) -> Role {
        switch (program, name) {
        case (.maxqda, "beginning"), (.maxqda, "end"), (.maxqda, "anfang"), (.maxqda, "ende"),
            (.atlas, "start"), (.atlas, "end"), (.atlas, "startposition"), (.atlas, "endposition"):
            return .unknown("it counts paragraphs, not characters")
        case (.dedoose, "excerptrange"): return .range
        case (.qualCoder, "category"), (.atlas, "source"): return .unknown("codings have no such field")
        case (.dedoose, _) where header.hasPrefix("Code: ") && header.hasSuffix(" Applied"):
            return .isCoded(String(header.dropFirst(6).dropLast(8)))
        case (_, "codes"), (_, "codesappliedcombined"), (_, "codesapplied"): return .codes
        default: break
        }
        if CodingField.isDerived(name) { return .derived }
        return CodingField.named(name).map { .field($0) } ?? .unknown("codings have no such field")
    }

    private func has(_ field: CodingField) -> Bool { roles.contains(.field(field)) }

    private var hasCodes: Bool {
        roles.contains { role in
            switch role {
            case .field(.code), .codes, .isCoded: true
            default: false
            }
        }
    }

    private var hasPlace: Bool { has(.quote) || has(.start) || has(.passage) }

    /// What the table lacks to be one of codings, or nil if it lacks nothing.
    var missing: String? {
        if !has(.document) { return "column “document”" }
        if !hasCodes { return "column “code”" }
        return hasPlace ? nil : "column for the coded text"
    }

    /// Whether the table can only be one of codings, even if a column is missing or has an unknown name.
    var areOfCodings: Bool {
        if missing == nil || program != nil { return true }
        guard hasCodes else { return has(.document) && has(.quote) && has(.start) }
        return hasPlace && (has(.coder) || has(.start) || has(.memo))
    }

    /// Returns the codings of a row, which has one or several codes.
    ///
    /// - Parameter text: Returns the text of a cell, by its column; empty if there is none.
    func codings(_ text: (Int) -> String) -> [CodingFields] {
        var fields = CodingFields()
        var codes: [String] = []
        for (number, role) in roles.enumerated() {
            let cell = text(number)
            guard !cell.isEmpty else { continue }
            switch role {
            case .field(let field): fields[field] = cell
            case .codes: codes += Self.names(in: cell)
            case .isCoded(let code): if ["true", "1", "yes"].contains(cell.lowercased()) { codes.append(code) }
            case .range:
                let parts = cell.split(separator: "-").map { $0.filter { !$0.isWhitespace } }
                if parts.count == 2, let start = Int(parts[0]), let end = Int(parts[1]), start < end {
                    (fields[.start], fields[.end]) = (parts[0], parts[1])
                }
            case .derived, .unknown: break
            }
        }
        guard !has(.code) else { return [fields] }
        return codes.map { code in
            var coding = fields
            coding[.code] = code
            if codes.count > 1 { coding[.id] = nil }
            return coding
        }
    }

    private static func names(in cell: String) -> [String] {
        let separator: (Character) -> Bool =
            cell.contains(where: \.isNewline) ? \.isNewline : cell.contains(";") ? { $0 == ";" } : { $0 == "," }
        return cell.split(whereSeparator: separator).filter { $0.contains { !$0.isWhitespace } }.map(String.init)
    }
}
