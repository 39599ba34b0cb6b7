/// Creates small spreadsheets.
package enum ComposedSheet {
    /// Returns the bytes of a spreadsheet with sheets of rows of texts. Even columns refer to shared strings.
    package static func file(_ sheets: [(name: String, rows: [[String]])]) -> [UInt8] {
        var strings: [String] = []
        func escaped(_ text: String) -> String { text.replacing("&", with: "&amp;").replacing("<", with: "&lt;") }
        func cell(_ text: String, _ column: Int, row: Int) -> String {
            let name = "\(["A", "B", "C", "D", "E", "F", "G", "H"][column])\(row)"
            guard !text.isEmpty else { return "" }
            guard column % 2 == 0 else {
                return "<c r=\"\(name)\" t=\"inlineStr\"><is><t>\(escaped(text))</t></is></c>"
            }
            strings.append(
                "<si><r><t>\(escaped(String(text.prefix(2))))</t></r><r><t>\(escaped(String(text.dropFirst(2))))</t></r></si>"
            )
            return "<c r=\"\(name)\" t=\"s\"><v>\(strings.count - 1)</v></c>"
        }
        var parts: [(name: String, text: String)] = []
        for (number, sheet) in sheets.enumerated() {
            let rows = sheet.rows.enumerated().filter { !$0.element.isEmpty }.map { row in
                let cells = row.element.enumerated().map { cell($0.element, $0.offset, row: row.offset + 1) }
                return "<row r=\"\(row.offset + 1)\">\(cells.joined())</row>"
            }
            parts.append(
                ("xl/worksheets/part\(number).xml", "<worksheet><sheetData>\(rows.joined())</sheetData></worksheet>"))
        }
        let list = sheets.indices.map { "<sheet name=\"\(sheets[$0].name)\" r:id=\"r\($0)\"/>" }.joined()
        let relations = sheets.indices.map { "<Relationship Id=\"r\($0)\" Target=\"worksheets/part\($0).xml\"/>" }
            .joined()
        parts += [
            ("xl/workbook.xml", "<workbook xmlns:r=\"r\"><sheets>\(list)</sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", "<Relationships>\(relations)</Relationships>"),
            ("xl/sharedStrings.xml", "<sst>\(strings.joined())</sst>"),
            (
                "xl/styles.xml",
                "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"dd/mm/yyyy\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"22\"/><xf numFmtId=\"170\"/></cellXfs></styleSheet>"
            ),
        ]
        return archive(parts)
    }

    /// Returns the bytes of a spreadsheet with one sheet, whose rows are written in XML.
    package static func file(xml rows: String) -> [UInt8] {
        let empty = Unpacked(file([("One", [["x"]])])).members
        return archive(
            empty.map { name, bytes in
                let isSheet = name.hasPrefix("xl/worksheets/")
                return (
                    name,
                    isSheet
                        ? "<worksheet><sheetData>\(rows)</sheetData></worksheet>"
                        : String(decoding: bytes, as: UTF8.self)
                )
            })
    }

    private static func archive(_ parts: [(name: String, text: String)]) -> [UInt8] {
        Packed.archive(.zip, parts.map { ($0.name, Array($0.text.utf8)) })
    }
}
