import TemaFormats
import TemaModel
import TemaTables

/// The format of codings as JSON Lines, one object a coding, with the coding's fields by name.
///
/// Also reads the output of `tema codings --format jsonl` for codings by hand, and of `tema text export`.
enum CodingsJSONLines: ProjectFormat {
    static let name = "codings-jsonl"
    static let summary = "the same, as JSON Lines (.jsonl, .ndjson)"
    static let extensions = ["jsonl", "ndjson"]
    static let isReadOnly = false

    /// Whether the first line has a document and a code. Documents in JSON Lines have neither.
    static func recognises(_ beginning: ArraySlice<UInt8>, of _: InputPath) -> Bool {
        let line = beginning.withoutMark.prefix { $0 != 0x0A }
        guard let value = try? JSONValue(line), case .object(let members) = value else { return false }
        let fields = Set(members.compactMap { CodingField.named($0.name) })
        return fields.isSuperset(of: [.document, .code])
    }

    /// Reads a file. Lines that are not codings are reported and skipped.
    static func read(_ path: InputPath, _ options: inout ProjectOptions) throws(Problem) -> Project {
        let input = try UTF8Input(try ByteSource.open(path), encoding: nil, isXML: false)
        let bytes = Array(try input.readAll(atMost: CodingsTable.most).utf8)
        options.problems += input.warnings
        var read = CodingCollector(file: input.source.name)
        var unknown: [String: Int] = [:]
        var number = 0
        for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            number += 1
            guard !line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) else { continue }
            do throws(Problem) {
                read.add(try fields(line, &unknown), line: number, options: &options)
            } catch {
                read.refuse(error, line: number, options: &options)
            }
        }
        for (name, count) in unknown.sorted(by: { $0.key < $1.key }) {
            options.losses.add("field \(name)", "codings have no such field", count: count)
        }
        return Project(name: path.stem, codings: read.codings, memos: read.memos)
    }

    private static func fields(_ line: ArraySlice<UInt8>, _ unknown: inout [String: Int]) throws(Problem)
        -> CodingFields
    {
        guard case .object(let members) = try JSONValue(line) else {
            throw Problem(
                "the line is not a JSON object", suggestion: "write {\"document\": …, \"code\": …, \"quote\": …}")
        }
        var fields = CodingFields()
        for member in members where member.value != .nothing {
            guard let field = CodingField.named(member.name) else {
                if !CodingField.isDerived(member.name) { unknown[member.name, default: 0] += 1 }
                continue
            }
            // A member with the field's own name takes precedence over other names. Otherwise the first member is used.
            guard fields[field] == nil || member.name == field.rawValue else {
                unknown[member.name, default: 0] += 1
                continue
            }
            switch member.value {
            case .text, .number: fields[field] = member.value.strings.first
            default: throw Problem("“\(member.name)” is not text", suggestion: "write one text or number")
            }
        }
        return fields
    }

    static func write(_ project: Project, _ options: inout ProjectOptions) throws(Problem) -> [ProjectFile] {
        CodingsTable.write(project, as: JSONLinesTable.self, losses: &options.losses)
    }
}
