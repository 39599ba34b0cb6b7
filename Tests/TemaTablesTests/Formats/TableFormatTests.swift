import Foundation
import TemaModel
import TestSupport
import Testing

@testable import TemaTables

@Suite("Every table format")
struct TableFormatTests {
    static let names = TableFormats.all.map { $0.name }
    static let texts = TableFormats.all.filter { $0.isText }.map { $0.name }
    static let tables = [
        TableSample(name: "frequencies", table: TableSamples.frequencies),
        TableSample(name: "empty", table: TableSamples.empty),
        TableSample(name: "columnless", table: TableSamples.columnless),
        TableSample(name: "long", table: TableSamples.long),
        TableSample(name: "hostile", table: TableSamples.hostile),
    ]

    private func type(_ name: String) throws -> any TableFormat.Type { try #require(TableFormats.named(name)) }

    @Test("is listed under its name, in the order of the help")
    func order() {
        #expect(Self.names == ["text", "csv", "tsv", "json", "jsonl", "markdown", "html", "xlsx"])
        #expect(TableFormats.all.allSatisfy { !$0.summary.isEmpty && !$0.summary.contains("\n") })
        #expect(TableFormats.named("ods") == nil)
    }

    @Test("declared in the source folder is listed")
    func folder() throws {
        let folder = Repository.url("Sources/TemaTables/Formats")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        let declared = try files.flatMap { file in
            try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
                .filter { $0.contains(": TableFormat {") }
                .compactMap { $0.split(separator: " ").drop { $0 != "struct" }.dropFirst().first?.dropLast() }
        }
        #expect(declared.map(String.init).sorted() == TableFormats.all.map { "\($0)" }.sorted())
    }

    @Test("writes the same bytes at once or row by row, as valid UTF-8 if it is text", arguments: names, tables)
    func stable(name: String, sample: TableSample) throws {
        let type = try type(name)
        let whole = try sample.table.written(as: type)
        #expect(whole == (try sample.table.written(as: type)))
        #expect((String(validating: whole, as: UTF8.self) != nil) == type.isText)

        var parts: [[UInt8]] = []
        func part(_ write: (inout [UInt8]) throws -> Void) rethrows {
            var out: [UInt8] = []
            try write(&out)
            parts.append(out)
        }
        var format = type.init(sample.table.layout, options: TableOptions())
        part { format.begin(into: &$0) }
        for row in sample.table.rows { part { format.add(row, into: &$0) } }
        try part { try format.end(notes: sample.table.notes, into: &$0) }
        #expect(Array(parts.joined()) == whole)
    }

    @Test("for text buffers at most 500 rows", arguments: texts)
    func streams(name: String) throws {
        var format = try type(name).init(TableSamples.long.layout, options: TableOptions())
        var out: [UInt8] = []
        format.begin(into: &out)
        for (number, row) in TableSamples.long.rows.enumerated() {
            let before = out.count
            format.add(row, into: &out)
            if number >= 499 { #expect(out.count > before) }
        }
    }

    @Test("contains the notes if and only if it declares so", arguments: names)
    func notes(name: String) throws {
        let type = try type(name)
        #expect(try written(TableSamples.frequencies, as: type).contains("N = 324 passages.") == type.carriesNotes)
    }

    @Test("for text ends in one line feed, with and without rows", arguments: texts)
    func end(name: String) throws {
        let type = try type(name)
        for table in [TableSamples.frequencies, TableSamples.empty] {
            let text = try written(table, as: type)
            #expect(text.isEmpty || text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
        }
    }

    @Test(
        "for people contains no control or bidirectional characters", arguments: ["text", "markdown", "html"])
    func visible(name: String) throws {
        let text = try written(TableSamples.hostile, as: try type(name))
        let obeyed = text.unicodeScalars.filter { scalar in
            switch scalar.value {
            case 0x0A: false
            case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x206F: true
            default: false
            }
        }
        #expect(obeyed.isEmpty)
    }
}
