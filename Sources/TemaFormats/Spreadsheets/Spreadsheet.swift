import TemaModel

/// The first sheet with cells of a spreadsheet (.xlsx), as delimited text.
package struct Spreadsheet {
    /// The sheet as comma-separated values in UTF-8, under the name and path of the file. Line n is row n: a line end in a cell
    /// is a CR, which readers replace.
    package let table: ByteSource
    /// The names of the other sheets with cells.
    package let others: [String]

    private static let workbook = "xl/workbook.xml"
    /// The size limit of a part of the file, in bytes.
    private static let partBytes = 512 << 20

    /// Returns the text of a spreadsheet, or the source itself if it is not a spreadsheet.
    ///
    /// - Parameter report: Receives the names of sheets that are skipped, because only one is read.
    /// - Throws: A ``Problem`` if the spreadsheet cannot be read.
    package static func delimited(_ source: ByteSource, report: (String) -> Void) throws(Problem) -> ByteSource {
        guard let sheet = try Spreadsheet(source) else { return source }
        for name in sheet.others { report(name) }
        return sheet.table
    }

    /// Reads a spreadsheet. Returns nil if the source is not one.
    ///
    /// - Throws: A ``Problem`` with the file's name if it is damaged, has no cells, or exceeds a limit.
    package init?(_ source: ByteSource) throws(Problem) {
        let beginning = try source.beginning(8)
        guard !beginning.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) || source.path.fileExtension != "xls" else {
            throw Problem(
                "this is an old Excel file (.xls)", suggestion: "save it as .xlsx or .csv", file: source.name)
        }
        guard ArchiveKind(beginning[...]) == .zip else { return nil }
        do throws(Problem) {
            let parts = try Self.parts(source)
            guard let workbook = parts[Self.workbook] else { return nil }
            func input(_ bytes: [UInt8]) throws(Problem) -> UTF8Input {
                try UTF8Input(.bytes(bytes, name: source.name), encoding: nil, isXML: true)
            }
            var reader = SheetReader()
            if let strings = parts["xl/sharedStrings.xml"] { try reader.readStrings(input(strings)) }
            if let styles = parts["xl/styles.xml"] { try reader.readStyles(XMLTree.read(input(styles))) }
            let targets = try parts["xl/_rels/workbook.xml.rels"].map { (bytes) throws(Problem) in
                try Self.targets(XMLTree.read(input(bytes)))
            }
            var sheets: [(name: String, text: [UInt8])] = []
            for sheet in try XMLTree.read(input(workbook)).first("sheets")?.elements("sheet") ?? [] {
                let path = sheet["id"].flatMap { targets?[$0] } ?? "xl/worksheets/sheet\(sheets.count + 1).xml"
                guard let part = parts[path] else { continue }
                let text = try reader.text(of: input(part))
                if !text.isEmpty { sheets.append((sheet["name"] ?? "", text)) }
            }
            guard let first = sheets.first else {
                throw Problem("it has no cells with text", suggestion: "save the sheet again")
            }
            table = .bytes(first.text, name: source.name, path: source.path)
            others = sheets.dropFirst().map(\.name)
        } catch {
            throw error.inFile(source.name)
        }
    }

    /// Returns the parts with cells, and what is needed to read them. Empty if the file is not a spreadsheet.
    private static func parts(_ source: ByteSource) throws(Problem) -> [String: [UInt8]] {
        var parts: [String: [UInt8]] = [:]
        let zip = try ZipReader(source)
        while let member = try zip.next() {
            let isNeeded =
                [workbook, "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml", "xl/styles.xml"].contains(member.name)
                || member.name.hasPrefix("xl/worksheets/") && member.name.hasSuffix(".xml")
            if isNeeded { parts[member.name] = try zip.bytes(of: member, atMost: partBytes) }
        }
        return parts
    }

    /// Returns the paths of the workbook's parts, by the ids of their relations.
    private static func targets(_ relations: XMLNode) -> [String: String] {
        var targets: [String: String] = [:]
        for relation in relations.elements("Relationship") {
            guard let id = relation["Id"], let target = relation["Target"] else { continue }
            targets[id] = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
        }
        return targets
    }
}
