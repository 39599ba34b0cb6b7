import TemaModel
import TestSupport
import Testing

@testable import TemaTables

@Suite("Spreadsheets")
struct XLSXTableTests {
    private func sheet(_ table: Table, _ number: Int = 1) throws -> String {
        try #require(Unzipped(try table.written(as: XLSXTable.self))["xl/worksheets/sheet\(number).xml"])
    }

    @Test("contain numbers as numbers, with the decimal places for people")
    func numbers() throws {
        let file = Unzipped(try TableSamples.frequencies.written(as: XLSXTable.self))
        let sheet = try #require(file["xl/worksheets/sheet1.xml"])
        for number in ["<v>40</v>", "<v>12.345</v>", "<v>0.5</v>", "<v>1.2345678E-10</v>"] {
            #expect(sheet.contains(number), "\(number)")
        }
        let styles = try #require(file["xl/styles.xml"])
        for mask in ["\"0.0\"", "\"0.00E+00\""] { #expect(styles.contains("formatCode=\(mask)"), "\(mask)") }
        // Values that are not finite are not written as numbers.
        #expect(!sheet.lowercased().contains("nan") && !sheet.lowercased().contains("inf"))
    }

    @Test("contain no formulas, links or pictures, for any text")
    func safe() throws {
        let file = Unzipped(try TableSamples.hostile.written(as: XLSXTable.self))
        #expect(file.members.count > 5)
        for (name, text) in file.members {
            for forbidden in ["<f>", "<f ", "<hyperlink", "<drawing", "externalLink", "<script"] {
                #expect(!text.contains(forbidden), "\(name): \(forbidden)")
            }
        }
        #expect(!file.members.contains { $0.name.contains("externalLink") || $0.name.contains("vba") })
    }

    @Test("contain no characters that XML does not allow")
    func characters() throws {
        let file = Unzipped(try TableSamples.hostile.written(as: XLSXTable.self))
        for (name, text) in file.members {
            let wrong = text.unicodeScalars.filter { scalar in
                switch scalar.value {
                case 0x09, 0x0A, 0x0D: false
                case 0..<0x20, 0xFFFE, 0xFFFF: true
                default: false
                }
            }
            #expect(wrong.isEmpty, "\(name)")
        }
        #expect(try sheet(TableSamples.texts(["nul\0nul", "a_x0041_"])).contains("nul_x0000_nul"))
        #expect(try sheet(TableSamples.texts(["nul\0nul", "a_x0041_"])).contains("a_x005F_x0041_"))
    }

    @Test("have a frozen heading and filters, with and without rows")
    func heading() throws {
        for table in [TableSamples.frequencies, TableSamples.empty, TableSamples.long] {
            let text = try sheet(table)
            #expect(text.contains("ySplit=\"1\" topLeftCell=\"A2\"") && text.contains("state=\"frozen\""))
            #expect(text.contains("<autoFilter ref=\"A1:"))
            #expect(text.contains(">% of passages<"))
        }
    }

    @Test("have definitions and provenance on a second sheet")
    func about() throws {
        let options = TableOptions(provenance: [Fact("Codebook", .text("=hope@1"))])
        let file = Unzipped(try TableSamples.frequencies.written(as: XLSXTable.self, options: options))
        let about = try #require(file["xl/worksheets/sheet2.xml"])
        for text in ["N = 324 passages.", ">Codebook<", ">=hope@1<", "“share”"] {
            #expect(about.contains(text), "\(text)")
        }
        #expect(try #require(file["docProps/core.xml"]).contains("1980-01-01T00:00:00Z"))
    }

    @Test("note if a text is longer than a cell")
    func long() throws {
        let long = String(repeating: "長", count: 40_000)
        let file = Unzipped(try TableSamples.texts([long, "short"]).written(as: XLSXTable.self))
        let sheet = try #require(file["xl/worksheets/sheet1.xml"])
        #expect(sheet.contains(String(repeating: "長", count: 32_766) + "…<"))
        #expect(try #require(file["xl/worksheets/sheet2.xml"]).contains("1 text is longer"))
    }
}
