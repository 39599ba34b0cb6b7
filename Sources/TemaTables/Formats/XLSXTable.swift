import TemaModel

/// A spreadsheet with the table on one sheet, and its definitions and provenance on another.
///
/// All output is written at the end. Copies share the same workbook.
package struct XLSXTable: TableFormat {
    package static let name = "xlsx"
    package static let summary = "a spreadsheet with real numbers, and a sheet with definitions and provenance"
    package static let carriesNotes = true
    package static let isText = false

    private let layout: Table.Layout
    private let options: TableOptions
    private var file: File?
    private var problem: Problem?

    /// The workbook and its current sheet. `@unchecked` for the same reason as ``Workbook``.
    private struct File: @unchecked Sendable {
        let workbook: Workbook
        let sheet: TableSheet
    }

    package init(_ layout: Table.Layout, options: TableOptions) {
        self.layout = layout
        self.options = options
    }

    package mutating func begin(into out: inout [UInt8]) {
        do throws(Problem) {
            let workbook = try Workbook()
            file = File(workbook: workbook, sheet: try TableSheet(layout, language: options.language, in: workbook))
        } catch { problem = error }
    }

    package mutating func add(_ row: Table.Row, into out: inout [UInt8]) {
        // A problem is thrown at the end. Nothing is written after it.
        guard problem == nil else { return }
        do throws(Problem) { try file?.sheet.add(row) } catch { problem = error }
    }

    package mutating func end(notes: [Phrase], into out: inout [UInt8]) throws(Problem) {
        if let problem { throw problem }
        guard let file else { return }
        let part = AboutSheet.Part(
            title: layout.title, notes: file.sheet.definitions + notes + file.sheet.finish(),
            names: file.sheet.otherNames)
        try AboutSheet(parts: [part], provenance: options.provenance, language: options.language).write(
            to: file.workbook)
        out += try file.workbook.finish()
    }
}
